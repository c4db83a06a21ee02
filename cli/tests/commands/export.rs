//! `errcat export`

use crate::run::{errcat, golden};

/// But for the decoder, which `decoder.rs` is about.
#[test]
fn a_module_of_typescript_has_codes_and_a_table() {
    let ran = errcat("export --to typescript wallet.toml").run();
    assert_eq!((ran.status, ran.remarks.as_str()), (0, ""));
    let (before, behind) = ran.out.split_once("export type Word").expect("the decoder");
    let (_, behind) = behind.split_once("})();\n").expect("its end");
    golden("export/typescript", &format!("{before}// The decoder stands here.\n{behind}"));
}

#[test]
fn the_texts_of_one_locale_are_enough() {
    let ran = errcat("export --to typescript --locale FR wallet.toml").run();
    assert!(ran.out.contains("\"title\": [\n    \"API Portefeuille\"\n  ]"), "{ran:?}");
    // Messages are read in any language.
    assert!(ran.out.contains("Account {account_id} is {missing} cents short."));
    assert!(!ran.out.contains("Top up your account."));
    let ran = errcat("export --to typescript --locale de wallet.toml").run();
    assert_eq!(
        (ran.status, ran.remarks.as_str()),
        (2, "errcat: `wallet.toml` has no texts in `de`; it has: en, fr\n")
    );
}

#[test]
fn one_module_is_of_one_catalog_without_errors() {
    let ran = errcat("export --to typescript wallet.toml fixable.toml").run();
    assert_eq!(ran.status, 2, "{ran:?}");
    let ran = errcat("export --to typescript broken.toml").run();
    assert_eq!(
        (ran.status, ran.remarks.as_str()),
        (2, "errcat: `broken.toml` has errors; `errcat check broken.toml` shows them\n")
    );
}

#[test]
fn a_file_that_was_written_is_checked() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = folder.path().join("wallet.toml");
    std::fs::copy(crate::run::tests().join("catalogs/wallet.toml"), &catalog).expect("a copy");
    let run = |arguments: &str| {
        let line = format!("export --to typescript wallet.toml --out wallet.ts {arguments}");
        errcat(&line).in_folder(folder.path()).run()
    };
    assert_eq!(run("").remarks, "wrote `wallet.ts`\n");
    assert_eq!((run("--check").status, run("").status), (0, 0));
    let text = std::fs::read_to_string(&catalog).expect("a catalog");
    std::fs::write(&catalog, text.replace("Slow down.", "Wait.")).expect("a catalog");
    assert_eq!((run("--check").status, run("").status, run("--force").status), (1, 2, 0));
    assert_eq!(run("--check").status, 0);
}
