//! The commands that print one thing: `stats`, `schema`, `new`, `completions`, `man`.

use api_error_catalog_model::SCHEMA;
use serde_json::Value;

use crate::run::errcat;

#[test]
fn stats_count_what_is_lacking() {
    errcat("stats wallet.toml").shows("stats/text");
    let ran = errcat("stats --format json wallet.toml").shows("stats/json");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["catalogs"][0]["locales"][1]["untranslated"][0]["line"], 43);
}

#[test]
fn stats_are_of_catalogs_with_mistakes_too() {
    let ran = errcat("stats broken.toml extending").run();
    assert_eq!((ran.status, ran.out.matches("  entries ").count()), (0, 3), "{ran:?}");
}

/// What they count is the same on either side.
#[test]
fn stats_have_no_side() {
    assert_eq!(errcat("stats --side server wallet.toml").run().status, 2);
}

#[test]
fn the_schema_is_that_of_the_model() {
    assert_eq!(errcat("schema").run().out, SCHEMA);
}

/// With each shape, and on either side.
#[test]
fn a_new_catalog_has_no_mistakes() {
    for shape in ["flat", "problem+json"] {
        let folder = tempfile::tempdir().expect("a folder");
        let run = |arguments: &str| errcat(arguments).in_folder(folder.path()).run();
        let ran = run(&format!("new wallet --shape {shape}"));
        assert_eq!((ran.status, ran.remarks.as_str()), (0, "wrote `wallet.toml`\n"));
        for side in ["client", "server"] {
            let checked = run(&format!("check --deny-warnings --side {side}"));
            assert_eq!((checked.status, checked.out.as_str()), (0, ""), "{checked:?}");
        }
        assert_eq!(run("explain not-found").status, 0);
    }
    assert_eq!(errcat("new ../wallet").run().status, 2);
}

#[test]
fn every_shell_has_completions_and_every_command_a_page() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let ran = errcat(&format!("completions {shell}")).run();
        assert!(ran.out.contains("explain"), "{ran:?}");
    }
    assert!(errcat("man").run().out.contains(".TH errcat 1"));
    let help = errcat("--help").run().out;
    let words = help.split_whitespace().collect::<Vec<_>>().join(" ");
    for status in ["0 where", "1 where", "2 where", "3 where"] {
        assert!(words.contains(status), "{status}: {help}");
    }
    for command in [
        "check",
        "diff",
        "docs",
        "explain",
        "export",
        "import",
        "stats",
        "new",
        "schema",
        "completions",
        "man",
    ] {
        let page = errcat(&format!("man {command}")).run();
        assert!(page.out.contains(&format!(".TH errcat-{command} 1")), "{page:?}");
        assert!(page.out.contains("EXTRA"), "{page:?}");
        let help = errcat(&format!("{command} --help")).run();
        assert!(help.out.contains("Examples:\n  errcat "), "{help:?}");
        assert!(help.out.contains(&format!("Usage: errcat {command}")), "{help:?}");
    }
    assert_eq!(errcat("man none").run().status, 2);
}
