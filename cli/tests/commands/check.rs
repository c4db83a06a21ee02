//! `errcat check`

use std::fs;

use crate::run::{errcat, tests};

#[test]
fn mistakes_are_shown_as_the_compiler_shows_them() {
    let ran = errcat("check broken.toml").shows("check/broken");
    assert_eq!(ran.status, 1);
}

#[test]
fn a_good_catalog_has_nothing_to_show() {
    let ran = errcat("check wallet.toml").shows("check/good");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
}

#[test]
fn programs_get_json() {
    errcat("check --format json broken.toml").shows("check/json");
}

#[test]
fn git_hub_gets_its_commands() {
    errcat("check --format github broken.toml").shows("check/github");
}

/// The files are `one.toml` and `two.toml`; the mistake in their base is shown once, and nothing is said of
/// the base as a catalog of its own.
#[test]
fn a_base_in_a_folder_is_checked_with_those_that_extend_it() {
    errcat("check extending").shows("check/extending");
}

#[test]
fn a_base_that_is_named_is_checked_as_it_is() {
    let ran = errcat("check extending/base.toml").run();
    assert!(ran.out.contains("the catalog has no `name`"), "{ran:?}");
}

#[test]
fn a_pattern_and_a_folder_are_several_files() {
    let folder = errcat("check extending").run();
    let pattern = errcat("check extending/[ot]*.toml").run();
    assert_eq!((folder.out, folder.remarks), (pattern.out, pattern.remarks));
}

/// By whatever path: the base is that of both, and each file is one.
#[test]
fn a_file_is_checked_once() {
    let folder = errcat("check extending").run();
    let ran = errcat("check ../catalogs/./extending extending extending/one.toml").run();
    assert_eq!(ran.remarks, folder.remarks);
}

#[test]
fn catalogs_in_json_are_found_and_fixed() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = r#"{ "catalog": { "name": "shop", "locales": ["en"] }, "body": { "members": { "code": "{code}" } },
  "code": { "closed": { "status": 409, "titel": "Closed" } } }"#;
    fs::write(folder.path().join("shop.json"), text).expect("a catalog");
    fs::write(folder.path().join("other.json"), r#"{ "catalog": 1 }"#).expect("a file");
    let ran = errcat("check --fix").in_folder(folder.path()).run();
    assert_eq!(ran.remarks, "fixed 1 finding of `shop.json`\nno errors in 1 catalog\n");
    let fixed = fs::read_to_string(folder.path().join("shop.json")).expect("a catalog");
    assert_eq!(fixed, text.replace("titel", "title"));
}

#[test]
fn the_current_folder_stands_in_and_other_files_are_no_catalogs() {
    let ran = errcat("check").run();
    assert_eq!(
        ran.remarks,
        errcat("check broken.toml extending fixable.toml wallet.toml").run().remarks
    );
    assert!(ran.remarks.ends_with("in 5 catalogs\n"), "{ran:?}");
}

#[test]
fn a_server_has_to_see_to_headers_and_warnings_may_be_denied() {
    let client = errcat("check extending/one.toml").run();
    assert!(!client.out.contains("WWW-Authenticate"), "{client:?}");
    let server = errcat("check --side server extending/one.toml").run();
    assert!(server.out.contains("WWW-Authenticate"), "{server:?}");

    let folder = tempfile::tempdir().expect("a folder");
    let text = fs::read_to_string(tests().join("catalogs/extending/base.toml"))
        .expect("a catalog")
        .replace("retry   = \"sometimes\"", "")
        .replace("[catalog]", "[catalog]\nname = \"shop\"")
        .replace("409", "401");
    fs::write(folder.path().join("shop.toml"), text).expect("a catalog");
    let check = |arguments| errcat(arguments).in_folder(folder.path()).run();
    assert_eq!(check("check shop.toml").status, 0);
    assert_eq!(check("check shop.toml --side server").status, 0);
    assert_eq!(check("check shop.toml --side server --deny-warnings").status, 1);
}

#[test]
fn what_cannot_be_read_is_said_in_one_line() {
    for arguments in [
        "check none.toml",
        "check none/*.toml",
        "check ../bodies",
        "check --format yaml wallet.toml",
    ] {
        let ran = errcat(arguments).run();
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(!ran.remarks.is_empty(), "{ran:?}");
    }
    errcat("check none.toml").shows("check/none");
}

#[test]
fn what_has_one_sure_way_out_is_fixed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("fixable.toml");
    let text = fs::read_to_string(tests().join("catalogs/fixable.toml")).expect("a catalog");
    let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    fs::write(&path, &text).expect("a catalog");

    let ran = errcat("check --fix fixable.toml").in_folder(folder.path()).shows("check/fix");
    assert_eq!(ran.status, 1);
    let fixed = fs::read_to_string(&path).expect("a catalog");
    let expected = [
        ("\"fixable \"", "\"fixable\""),
        ("\"fr_CI\"", "\"fr-CI\""),
        ("membrs", "members"),
        ("\"actoin\"", "\"action\""),
        ("'after-chnage'", "'after-change'"),
        ("\"payment-faild\"", "\"payment-failed\""),
        ("\"statu\"", "\"status\""),
        ("fr_ci", "fr-CI"),
        ("jsno", "json"),
        ("\"no-fund\"", "\"no-funds\""),
    ];
    let expected = expected.iter().fold(text, |text, (wrong, right)| text.replace(wrong, right));
    assert_eq!(fixed, expected);

    let again = errcat("check --fix fixable.toml").in_folder(folder.path()).run();
    assert!(!again.remarks.contains("fixed"), "{again:?}");
    assert_eq!(fs::read_to_string(&path).expect("a catalog"), expected);
}

/// A key that is there already, and what may be meant in several ways, stay.
#[test]
fn what_is_not_sure_stays() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.toml");
    fs::copy(tests().join("catalogs/broken.toml"), &path).expect("a catalog");
    let before = fs::read(&path).expect("a catalog");
    let ran = errcat("check --fix broken.toml").in_folder(folder.path()).run();
    assert_eq!((ran.status, ran.remarks.as_str()), (1, "2 errors in 1 catalog\n"));
    assert_eq!(fs::read(&path).expect("a catalog"), before);
}

#[test]
fn a_base_is_fixed_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in ["base.toml", "one.toml", "two.toml"] {
        let from = tests().join("catalogs/extending").join(file);
        let text = fs::read_to_string(from).expect("a catalog").replace("sometimes", "neverr");
        fs::write(folder.path().join(file), text).expect("a catalog");
    }
    let ran = errcat("check --fix").in_folder(folder.path()).run();
    assert_eq!(ran.status, 0, "{ran:?}");
    assert!(ran.remarks.starts_with("fixed 1 finding of `one.toml`\n"), "{ran:?}");
    let base = fs::read_to_string(folder.path().join("base.toml")).expect("a catalog");
    assert!(base.contains("retry   = \"never\"\n"), "{base}");
}
