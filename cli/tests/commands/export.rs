//! `errcat export`

use std::process::Command;

use serde_json::{Value, json};

use crate::run::{errcat, golden, tests};

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
    std::fs::copy(tests().join("catalogs/wallet.toml"), &catalog).expect("a copy");
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

/// The catalogs that come with the project, and one that nests.
const CATALOGS: &str = "wallet.toml ../../../catalogs/hub2.toml ../../../catalogs/bictorys.toml \
                        ../../../catalogs/partner-center.toml ../../../catalogs/google-rpc.toml \
                        ../../../tests/catalogs/problem.toml ../../../tests/catalogs/delays.toml";

#[test]
fn an_openapi_document_is_valid_and_so_are_its_examples() {
    errcat("export --to openapi --locale en wallet.toml").shows("export/openapi");
    let official = tests().join("openapi/3.1.json");
    let official = std::fs::read_to_string(official).expect("the official schema");
    let official: Value = serde_json::from_str(&official).expect("JSON");
    let official = jsonschema::draft202012::new(&official).expect("a schema");
    let mut count = 0;
    for catalog in CATALOGS.split_whitespace() {
        let ran = errcat(&format!("export --to openapi {catalog}")).run();
        let document: Value = serde_json::from_str(&ran.out).expect("JSON");
        if let Err(error) = official.validate(&document) {
            panic!("{catalog}: {error}, at {}", error.instance_path());
        }
        let body = json!({
            "$ref": "#/components/schemas/Error",
            "components": document["components"],
        });
        let body = jsonschema::draft202012::new(&body).expect("a schema");
        let responses = document["components"]["responses"].as_object().expect("responses");
        for media_type in responses.values().filter_map(|response| response["content"].as_object())
        {
            let examples =
                media_type.values().filter_map(|content| content["examples"].as_object());
            for (name, example) in examples.flatten() {
                if let Err(error) = body.validate(&example["value"]) {
                    panic!("{catalog}, {name}: {error}");
                }
                count += 1;
            }
        }
    }
    assert!(count > 50, "{count} examples");
    assert!(!official.is_valid(&json!({ "openapi": "3.1.0", "components": {} })));
}

#[test]
fn the_schema_of_bodies_is_a_schema() {
    let ran = errcat("export --to json-schema wallet.toml").shows("export/json_schema");
    let schema: Value = serde_json::from_str(&ran.out).expect("JSON");
    let schema = jsonschema::draft202012::new(&schema).expect("a schema");
    let body = json!({ "status": 402, "code": "payment-failed", "message": "No." });
    assert!(schema.is_valid(&body));
    assert!(!schema.is_valid(&json!({ "code": 1 })));
}

#[test]
fn a_table_has_a_row_for_each_entry_and_locale() {
    let ran = errcat("export --to csv wallet.toml ../../../catalogs/hub2.toml").run();
    let mut table = csv::Reader::from_reader(ran.out.as_bytes());
    let rows: Vec<_> = table.records().map(|row| row.expect("a row")).collect();
    assert_eq!(rows.iter().filter(|row| &row[0] == "wallet").count(), 10);
    assert!(rows.iter().any(|row| &row[0] == "hub2" && &row[1] == "fr"));
    errcat("export --to csv --locale fr wallet.toml").shows("export/csv");
}

/// A spreadsheet would run them.
#[test]
fn no_cell_is_a_formula() {
    let folder = tempfile::tempdir().expect("a folder");
    let catalog = r#"
[catalog]
name    = "formulas"
locales = ["en"]

[body.members]
code    = "{code}"
message = "{message}"

[code.one]
code    = "-32601"
status  = 404
variant = "One"
message = "=HYPERLINK(\"https://evil.example\")"
action  = "@SUM(1), \"quoted\""
title   = "-1+2"
"#;
    std::fs::write(folder.path().join("formulas.toml"), catalog).expect("a catalog");
    let ran = errcat("export --to csv formulas.toml").in_folder(folder.path()).run();
    let mut table = csv::Reader::from_reader(ran.out.as_bytes());
    let row = table.records().next().expect("a row").expect("a row");
    assert_eq!(&row[3], "-32601");
    assert_eq!(&row[5], "'-1+2");
    assert_eq!(&row[6], "'=HYPERLINK(\"https://evil.example\")");
    assert_eq!(&row[8], "'@SUM(1), \"quoted\"");
}

#[test]
fn a_module_of_python_has_an_enumeration() {
    errcat("export --to python wallet.toml").shows("export/python");
    let folder = tempfile::tempdir().expect("a folder");
    for (number, catalog) in CATALOGS.split_whitespace().enumerate() {
        let module = folder.path().join(format!("errors{number}.py"));
        let ran = errcat(&format!("export --to python {catalog} --out {}", module.display())).run();
        assert_eq!(ran.status, 0, "{ran:?}");
        let table = errcat(&format!("export --to csv {catalog}")).run().out;
        let mut table = csv::Reader::from_reader(table.as_bytes());
        let rows = table.records().map(|row| row.expect("a row"));
        let rows: Vec<Vec<_>> = rows.map(|row| row.iter().map(str::to_owned).collect()).collect();
        let script = "
import importlib, json, sys
errors = importlib.import_module(sys.argv[1])
rows = json.load(sys.stdin)
assert len(errors.Error) * len(errors.LOCALES) == len(rows), len(rows)
for _, locale, name, code, status, title, message, *_ in rows:
    error = errors.Error(name)
    plain = lambda text: text.removeprefix(\"'\")
    assert (error.code, str(error.status)) == (code, status), name
    assert plain(error.facts.message[locale]) == plain(message), name
    assert plain(error.facts.title[locale]) == plain(title), name
    assert error in errors.Error.all_from_code(code)
    assert error.facts.effect in errors.Effect
    assert error.parent is None or error.parent in errors.Error
assert errors.Error.from_code('no such code') is None
";
        let mut command = Command::new("python3");
        command.args(["-c", script, &format!("errors{number}")]).current_dir(folder.path());
        command.stdin(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let mut child = command.spawn().expect("Python is installed");
        serde_json::to_writer(child.stdin.take().expect("a pipe"), &rows).expect("it reads");
        let output = child.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
}

/// `msgfmt` checks placeholders too.
#[test]
fn a_po_file_is_one_that_gettext_takes() {
    errcat("export --to po wallet.toml").shows("export/po");
    for catalog in CATALOGS.split_whitespace().chain(["../../../tests/catalogs/storage.toml"]) {
        let ran = errcat(&format!("export --to po --locale fr {catalog}")).run();
        if ran.status == 2 {
            assert!(ran.remarks.contains("has no texts in `fr`"), "{ran:?}");
            continue;
        }
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("fr.po");
        std::fs::write(&file, &ran.out).expect("a file");
        let mut command = Command::new("msgfmt");
        command.args(["--check", "--output-file", "/dev/null"]).arg(&file);
        let output = command.output().expect("gettext is installed");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let ran = errcat("export --to po --locale en wallet.toml").run();
    assert_eq!(ran.remarks, "errcat: `en` is the locale that is translated from\n");
}
