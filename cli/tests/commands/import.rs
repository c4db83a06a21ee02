//! `errcat import`: what comes of each form, what is said of it, and that the catalog has no mistakes.

use std::path::PathBuf;

use crate::run::{Ran, Run, errcat, tests};

fn import(arguments: &str) -> Run {
    errcat(&format!("import {arguments}")).in_folder(&tests().join("imports"))
}

/// Holds the run against its golden file, and the catalog against `errcat check`.
#[track_caller]
fn imports(arguments: &str, name: &str) -> Ran {
    let ran = import(arguments).shows(name);
    assert_eq!(ran.status, 0, "{ran:?}");
    let (folder, _) = catalog(&ran.out);
    let checked = errcat("check catalog.toml").in_folder(folder.path()).run();
    assert_eq!((checked.status, checked.out.matches("error").count()), (0, 0), "{checked:?}");
    ran
}

/// A folder with a catalog in it.
fn catalog(text: &str) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalog.toml");
    std::fs::write(&path, text).expect("a catalog");
    (folder, path)
}

#[test]
fn a_table_becomes_a_catalog() {
    let ran = imports("--from csv errors.csv --name orders", "import/csv");
    for said in [
        // A column and a row that nothing comes of, and words that no catalog has.
        "errors.csv:1: a catalog has no place for the column `owner`",
        "errors.csv:8: there is no code",
        "and not `sometimes`",
        // Entries that collide.
        "errors.csv:4: `not-found` and the entry at errors.csv:2 make the same variant",
        "errors.csv:6: `conflict` has the status 422 here, and 409 at errors.csv:5",
        "errors.csv:7: `limit`, which is at errors.csv:3, has another `message` here",
        // Texts.
        "errors.csv:3: `%d` became `{arg1}`",
        "errors.csv:5: `{1:?}` became `{arg2}`",
        "errors.csv:9: the `message` of `99901` has HTML in it",
        "errors.csv:11: the `fr` message of `card` has other placeholders",
    ] {
        assert!(ran.remarks.contains(said), "{said}\n{}", ran.remarks);
    }
}

#[test]
fn json_becomes_a_catalog() {
    let ran = imports("--from json list.json by_code.json --name orders", "import/json");
    for said in ["list.json:9: a catalog has no place for `causes`", "by_code.json:5: "] {
        assert!(ran.remarks.contains(said), "{said}\n{}", ran.remarks);
    }
}

#[test]
fn other_separators_are_found() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, separator) in [("a.csv", ";"), ("b.csv", "\t")] {
        let text = "\u{feff}code,status,message\nfull,409,It is full.\n".replace(',', separator);
        std::fs::write(folder.path().join(name), text).expect("a table");
        let ran = errcat(&format!("import --from csv {name}")).in_folder(folder.path()).run();
        assert!(ran.out.contains("[code.full]\nstatus  = 409\n"), "{ran:?}");
    }
}

/// As `errcat export --to csv` writes them.
#[test]
fn a_row_may_be_of_one_locale() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "message,locale,code,status\n'-5 is less.,en,low,409\n'-5 est peu.,fr,low,409\n";
    std::fs::write(folder.path().join("a.csv"), text).expect("a table");
    let ran = errcat("import --from csv a.csv").in_folder(folder.path()).run();
    let expected = "message.en = \"-5 is less.\"\nmessage.fr = \"-5 est peu.\"\n";
    assert!(ran.out.contains(expected) && ran.remarks == "1 entry\n", "{ran:?}");
}

#[test]
fn what_is_no_list_is_a_failure() {
    for (arguments, said) in [
        ("--from csv list.json", "no column `code`"),
        ("--from json errors.csv", "no list of errors in JSON"),
        ("--from csv none.csv", "there is no `none.csv`"),
    ] {
        let ran = import(arguments).run();
        assert_eq!((ran.status, ran.remarks.lines().count()), (2, 1), "{ran:?}");
        assert!(ran.remarks.contains(said), "{ran:?}");
    }
}

#[test]
fn a_catalog_is_written_once() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("e.json"), r#"{"full": 409}"#).expect("a list");
    let run = |more: &str| {
        let arguments = format!("import --from json e.json --out errors.toml{more}");
        errcat(&arguments).in_folder(folder.path()).run()
    };
    assert_eq!(run("").remarks, "1 entry\nwrote `errors.toml`\n");
    std::fs::write(folder.path().join("e.json"), r#"{"full": 507}"#).expect("a list");
    assert_eq!(run("").status, 2);
    assert_eq!((run(" --force").status, run(" --check").status), (0, 0));
}

/// The files of `tests/services/imported`, which that target compiles. To write them anew, run with
/// `UPDATE_EXPECT=1`.
#[track_caller]
fn imports_enums(arguments: &str, stem: &str, name: &str) -> Ran {
    let folder = tests().join("../../tests");
    let update = std::env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1");
    let files = [("out", format!("{stem}.toml")), ("enum", format!("{stem}.rs"))];
    let files = files.map(|(option, file)| format!(" --{option} services/imported/{file}"));
    let line = format!("import --from rust {arguments}{}", files.concat());
    let run = |line: &str| errcat(line).in_folder(&folder);
    if update {
        run(&format!("{line} --force")).run();
    }
    let ran = run(&format!("{line} --check")).shows(name);
    assert_eq!(ran.status, 0, "{ran:?}");
    let check = format!("check --side server --deny-warnings services/imported/{stem}.toml");
    let checked = run(&check).run();
    assert_eq!((checked.status, checked.out.as_str()), (0, ""), "{checked:?}");
    ran
}

#[test]
fn the_enums_of_a_service_become_a_catalog_and_enums_that_compile() {
    let files = "services/usual/error.rs services/usual/payments.rs";
    let ran = imports_enums(&format!("{files} --name orders"), "error", "import/rust");
    for said in [
        "error.rs:29: `InvalidBody(…)` is `InvalidBody { value }` now",
        "error.rs:49: `BodyTooLarge` has a new field `body_limit`",
        "error.rs:68: the catalog has what this `match` says",
        "error.rs:117: `IntoResponse` of `ApiError` is derived, too",
    ] {
        assert!(ran.remarks.contains(said), "{said}\n{}", ran.remarks);
    }
}

#[test]
fn an_enum_that_was_not_written_to_be_imported_has_a_list_of_what_is_left_to_do() {
    let ran = imports_enums("../cli/tests/imports/awkward.rs", "awkward", "import/awkward");
    for said in [
        "`{0}` of `Amount` became nothing: it is the cause, which is for logs",
        "`1003` is the code of ../cli/tests/imports/awkward.rs:19 too",
        "`Closed` has a new field `state`: fill it where the error is made",
        "`Other` has no text of its own; it says `broken` now",
        "`Broken` says `we are broken` here, which is left out",
        "the field `status` of `Busy` is `status_value` now",
        "`Poor` has the status 409 here, and 402 elsewhere",
        "nothing maps `CacheError` to statuses: it stays as it is",
    ] {
        assert!(ran.remarks.contains(said), "{said}\n{}", ran.remarks);
    }
}

/// Constants, numbers, helpers, and variants that are named without their enum.
#[test]
fn statuses_are_followed_to_where_they_are_written() {
    let ran = imports_enums("../cli/tests/imports/stock.rs", "stock", "import/stock");
    assert!(!ran.remarks.contains("is assumed to be 500"), "{}", ran.remarks);
}

#[test]
fn enums_in_modules_that_hold_each_other_stand_in_one_file() {
    let ran = imports_enums("../cli/tests/imports/mail.rs", "mail", "import/mail");
    let said = "`ResponseError` of `MailError` is derived, too";
    assert!(ran.remarks.contains(said), "{}", ran.remarks);
}

/// What is only known while the service runs is said, and not guessed in silence.
#[test]
fn an_enum_with_parameters_keeps_them() {
    let ran = imports_enums("../cli/tests/imports/report.rs", "report", "import/report");
    let said = "report.rs:24: `other` has no status; it is assumed to be 500";
    assert!(ran.remarks.contains(said), "{}", ran.remarks);
}

#[test]
fn bodies_tell_their_shape_and_codes() {
    let ran = imports("--from bodies captured --name wallet", "import/bodies");
    for said in [
        "captured/500.json:1: this body has no code",
        "captured/bad.http:3: this is no JSON",
        "captured/1.http:4: the message of `account-not-found` varies",
        "captured/wallet/409-full.json:1: `wallet-full`, which is at captured/wallet/409-again.json:1, has another",
    ] {
        assert!(ran.remarks.contains(said), "{said}\n{}", ran.remarks);
    }
    // The catalog reads what it was made of.
    let (folder, _) = catalog(&ran.out);
    let body = std::fs::read(tests().join("imports/captured/1.http")).expect("a body");
    let read = errcat("explain -").in_folder(folder.path()).input(body).run();
    assert!(read.status == 0 && read.out.contains("a7"), "{read:?}");
}

#[test]
fn problems_are_named_by_their_types() {
    imports("--from bodies problems --name bank", "import/problems");
}

#[test]
fn an_openapi_document_has_examples_and_codes() {
    let ran = imports("--from openapi openapi.yaml --name wallet", "import/openapi");
    assert!(!ran.out.contains("not-an-error"), "{}", ran.out);
    let said = "openapi.yaml:57: `wallet-gone` may have the status 404, 409, 429";
    assert!(ran.remarks.contains(said), "{}", ran.remarks);
}

#[test]
fn schemas_without_examples_tell_the_body() {
    imports("--from openapi openapi.json --name payments", "import/schemas");
    let ran = import("--from openapi list.json").run();
    assert!(ran.status == 2 && ran.remarks.contains("no `paths`"), "{ran:?}");
}
