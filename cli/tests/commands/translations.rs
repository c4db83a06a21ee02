//! `errcat import --from po`

use std::fs;
use std::path::Path;

use crate::run::{Ran, errcat, golden, tests};

fn run(folder: &Path, arguments: &str) -> Ran {
    errcat(arguments).in_folder(folder).run()
}

/// A folder with a catalog that has a text in every form that TOML has for it.
fn folder_with_catalog() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = tests().join("import/translated.toml");
    fs::copy(catalog, folder.path().join("shop.toml")).expect("a copy");
    folder
}

#[test]
fn translations_come_back_and_comments_stay() {
    let folder = folder_with_catalog();
    let folder = folder.path();
    let exported = run(folder, "export --to po --locale fr shop.toml");
    assert_eq!(exported.status, 0, "{exported:?}");
    // A translator translates all, and takes the marks off.
    let po = exported.out.replace("fuzzy, ", "").replace("#, fuzzy\n", "");
    let translated = po.lines().map(|line| match line.strip_prefix("msgstr \"") {
        Some(rest) if !rest.starts_with('"') => format!("msgstr \"FR \\\"é\\\\\\\" {rest}\n"),
        _ => format!("{line}\n"),
    });
    fs::write(folder.join("fr.po"), translated.collect::<String>()).expect("a file");
    // Asked first, nothing is written.
    let check = || run(folder, "import --from po fr.po --into shop.toml --check");
    let before = fs::read_to_string(folder.join("shop.toml")).expect("a catalog");
    let checked = check();
    assert_eq!(
        (checked.status, checked.remarks.as_str()),
        (1, "`shop.toml` lacks 11 of `fr.po`\n")
    );
    assert_eq!(fs::read_to_string(folder.join("shop.toml")).expect("a catalog"), before);
    let ran = run(folder, "import --from po fr.po --into shop.toml");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""), "{ran:?}");
    assert_eq!(ran.remarks, "wrote `shop.toml`, with 11 new\n");
    golden("import/po", &fs::read_to_string(folder.join("shop.toml")).expect("a catalog"));
    assert_eq!(run(folder, "check --deny-warnings shop.toml").status, 0);
    // All of it is there: it is what is exported now, and nothing is new.
    let again = run(folder, "export --to po --locale fr shop.toml").out;
    assert_eq!(again.matches("msgstr \"FR ").count(), 11, "{again}");
    let ran = run(folder, "import --from po fr.po --into shop.toml");
    assert_eq!((ran.status, ran.remarks.as_str()), (0, "nothing is new for `shop.toml`\n"));
    assert_eq!(check().status, 0);
}

/// What an option would do is not left undone in silence.
#[test]
fn options_of_other_forms_are_refused() {
    let folder = folder_with_catalog();
    fs::write(folder.path().join("fr.po"), "").expect("a file");
    for (option, said) in [
        ("--out new.toml", "`--from po` writes the catalog that `--into` names"),
        ("--enum errors.rs", "`--enum` is for `--from rust`"),
    ] {
        let ran = run(folder.path(), &format!("import --from po fr.po --into shop.toml {option}"));
        assert_eq!((ran.status, ran.remarks), (2, format!("errcat: {said}\n")));
    }
}

#[test]
fn what_cannot_be_carried_over_is_listed_with_its_line() {
    let folder = folder_with_catalog();
    let po = r#"
msgid ""
msgstr "Language: fr\n"

msgctxt "code.sold-out.message"
msgid "{item} is sold out."
msgstr "{article} est épuisé."

#, fuzzy
msgctxt "code.sold-out.title"
msgid "Sold out"
msgstr "Épuisé"

msgctxt "code.sold-out.action"
msgid "Take another."
msgstr ""

msgctxt "code.no-such.title"
msgid "Nothing"
msgstr "Rien"

msgctxt "catalog.title"
msgid "Shop API, as it was called"
msgstr "Boutique"

msgctxt "status.404.title"
msgid "Not there"
msgid_plural "Not there"
msgstr[0] "Absent"
msgstr[1] "Absents"

msgid "no context"
msgstr "rien"

#~ msgid "obsolete"
#~ msgstr "vieux"

msgctxt "code.sold-out.causes[0].when"
msgid ""
"The last one "
"was sold."
msgstr ""
"Le dernier "
"est parti."
"#;
    fs::write(folder.path().join("fr.po"), po).expect("a file");
    let run = errcat("import --from po fr.po --into shop.toml").in_folder(folder.path());
    let ran = run.shows("import/left_out");
    assert_eq!(ran.status, 1);
    let catalog = fs::read_to_string(folder.path().join("shop.toml")).expect("a catalog");
    assert!(
        catalog.contains("Le dernier est parti.") && !catalog.contains("Boutique"),
        "{catalog}"
    );
}

#[test]
fn a_file_that_is_none_changes_nothing() {
    let folder = folder_with_catalog();
    let folder = folder.path();
    let before = fs::read_to_string(folder.join("shop.toml")).expect("a catalog");
    for (po, expected) in [
        ("msgid \"\"\nmsgstr \"Language: fr\\n\"\nhello\n", "`fr.po`, line 3, is no PO"),
        ("msgid \"a\"\nmsgstr \"b\"\n", "`fr.po` has no `Language` in its header"),
        ("msgid \"\"\nmsgstr \"Language: de\\n\"\n", "`shop.toml` does not list the locale `de`"),
        ("msgid \"\"\nmsgstr \"Language: en\\n\"\n", "`en` is the locale that is translated from"),
    ] {
        fs::write(folder.join("fr.po"), po).expect("a file");
        let ran = run(folder, "import --from po fr.po --into shop.toml");
        assert_eq!((ran.status, ran.remarks), (2, format!("errcat: {expected}\n")));
    }
    let after = fs::read_to_string(folder.join("shop.toml")).expect("a catalog");
    assert_eq!(after, before);
}
