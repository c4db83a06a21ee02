//! The decoder that `errcat export --to typescript` writes, held against the one in Rust: the same answers, said
//! by both, fact by fact. It is compiled by `tsc --strict` and runs in Node.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use api_error_catalog_core::answer::{Answer, AnswerError, Basis};
use api_error_catalog_core::builder::Encoded;
use api_error_catalog_core::slot::{SlotSource, SlotType};
use api_error_catalog_core::{Body, Catalog, Entry, SlotValue};
use api_error_catalog_model::{Disk, Side, compile, read};
use api_error_catalog_tests::published::{
    BICTORYS_EXAMPLE, GENERIC_EXAMPLE, INVALID_INPUT_EXAMPLE, UNAUTHENTICATED_EXAMPLE,
};
use serde_json::{Value, json};

use crate::run::{errcat, tests};

/// What a client got: status, headers, body.
#[derive(Clone)]
struct Received {
    status: u16,
    headers: Vec<(String, String)>,
    body: String,
}

/// A catalog, and the module that it was exported to.
struct Exported {
    path: PathBuf,
    encoded: Encoded,
    answers: Vec<Received>,
}

impl Exported {
    fn open(path: &Path) -> Self {
        let reading = read(&Disk::new(""), path.to_str().expect("UTF-8"), Side::Client);
        let catalog = reading.catalog().unwrap_or_else(|| panic!("{} has errors", path.display()));
        let encoded = compile(catalog).expect("a small catalog");
        Self { path: path.to_owned(), encoded, answers: Vec::new() }
    }
}

/// The error bodies that APIs publish, by catalog, with the code that each is of.
const PUBLISHED: [(&str, u16, &str, &str); 5] = [
    ("bictorys", 400, BICTORYS_EXAMPLE, "BAD_REQUEST"),
    ("partner-center", 401, UNAUTHENTICATED_EXAMPLE, "99902"),
    ("partner-center", 400, INVALID_INPUT_EXAMPLE, "99901"),
    ("generic-error", 500, GENERIC_EXAMPLE, "500"),
    (
        "hub2",
        402,
        r#"{"status":402,"code":"insufficient-funds","message":"The balance is too low."}"#,
        "insufficient-funds",
    ),
];

/// What APIs publish, and what each entry travels in, alone and with others, whole and damaged.
#[test]
fn answers_are_read_as_rust_reads_them() {
    let mut catalogs = files(&root().join("catalogs"));
    catalogs.extend(files(&root().join("tests/catalogs")));
    catalogs.extend(files(&root().join("tests/catalogs/apis")));
    catalogs.push(tests().join("catalogs/wallet.toml"));
    let mut all = Vec::new();
    let mut published = 0;
    for path in catalogs {
        let mut exported = Exported::open(&path);
        let catalog = exported.encoded.catalog();
        let mut answers = Vec::new();
        for (number, entry) in catalog.codes().enumerate() {
            let another = catalog.codes().nth((number + 1) % usize::from(catalog.entry_count()));
            for locale in catalog.locales() {
                answers.extend(written(entry, another, locale));
            }
        }
        for (_, status, body, code) in PUBLISHED.iter().filter(|one| one.0 == catalog.name()) {
            let answer = catalog.decode(*status, body.as_bytes());
            assert!(answer.entry().is_some_and(|entry| entry.as_str() == *code), "{answer:?}");
            let body = (*body).to_owned();
            answers.push(Received { status: *status, headers: Vec::new(), body });
            published += 1;
        }
        exported.answers = answers.iter().flat_map(variations).collect();
        all.push(exported);
    }
    assert_eq!(published, PUBLISHED.len());
    compare(&all);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).expect("a folder");
    let files = files.map(|file| file.expect("a file").path());
    let is_catalog = |path: &PathBuf| {
        path.extension().is_some_and(|extension| extension == "toml" || extension == "json")
            && path.file_stem().is_some_and(|name| name != "Cargo")
    };
    let mut files: Vec<_> = files.filter(is_catalog).collect();
    files.sort();
    files
}

/// The body of an entry with values in all slots and parameters, alone and with another error behind it.
fn written(entry: Entry<'_>, another: Option<Entry<'_>>, locale: &str) -> Vec<Received> {
    let one = filled(entry, locale, true);
    let bare = filled(entry, locale, false);
    let mut several = filled(entry, locale, true);
    if let Some(another) = another {
        several.add_error(filled(another, locale, true));
    }
    let all = [one, bare, several].map(|body| Received {
        status: body.status(),
        headers: body.headers().into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        body: String::from_utf8(body.to_json(None)).expect("UTF-8"),
    });
    all.into()
}

fn filled<'c>(entry: Entry<'c>, locale: &str, sets_slots: bool) -> Body<'c, 'c> {
    let catalog = entry.catalog();
    let mut body = Body::new(entry);
    body.set_locale(locale);
    for (number, name) in (0..).zip(catalog.parameters()) {
        let value = of_type(name, catalog.parameter_type(number));
        body.set_parameter(number, Some(value));
    }
    for (number, slot) in (0..).zip(catalog.slots()).filter(|_| sets_slots) {
        if slot.source == SlotSource::Caller {
            body.set_slot(number, Some(of_type(slot.name, slot.slot_type)));
        }
    }
    body
}

fn of_type(name: &str, slot_type: SlotType) -> SlotValue<'static> {
    match slot_type {
        SlotType::Integer | SlotType::Number => SlotValue::from(17),
        SlotType::Boolean => SlotValue::from(true),
        SlotType::Array => SlotValue::Json(r#"[{"a":"]\"é"},1.0]"#.into()),
        SlotType::Object => SlotValue::Json(r#"{"a":[1,"}"],"b":null}"#.into()),
        SlotType::Delay => SlotValue::from(30),
        SlotType::Time => SlotValue::from("1994-11-06T08:49:37Z"),
        _ => SlotValue::from(format!("{name} \"of\" é\\{name}")),
    }
}

/// An answer as it is, and as proxies, old versions and broken connections leave it.
fn variations(received: &Received) -> Vec<Received> {
    let Received { status, headers, body } = received;
    let with = |body: String| Received { status: *status, headers: headers.clone(), body };
    let value: Value = serde_json::from_str(body).expect("JSON");
    let mut all = vec![
        received.clone(),
        Received { status: 418, ..received.clone() },
        Received { status: 200, headers: Vec::new(), body: body.clone() },
        // Members in alphabetical order, over several lines.
        with(serde_json::to_string_pretty(&value).expect("JSON")),
        with(format!("\u{feff} {body}")),
        with(body.replace("null", "\"\"")),
        with(body.replace(':', ":1,\"x\\u0041\":")),
        with(body.replace("\":\"", "\":\"\\ud83d\\ude00\\ud800\\x\\n")),
        with(body.replace(['{', '}'], "")),
        with(body.replace(['[', ']'], "")),
        // A member that stands twice, and what is a number as a string.
        with(body.replacen('{', &format!("{{{},", body.trim_matches(['{', '}'])), 1)),
        with(body.replace(":17", ":\"17\"").replace(":30", ":\"30s\"")),
        with(format!("[{body}]")),
        with(String::new()),
    ];
    let ends = (1..8).filter_map(|part| body.char_indices().nth(body.chars().count() * part / 8));
    all.extend(ends.map(|(end, _)| with(body[..end].to_owned())));
    all
}

/// Exports the catalogs, compiles the modules, and has both decoders read the answers of each.
#[track_caller]
fn compare(all: &[Exported]) {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    let mut cases = Vec::new();
    for (number, exported) in all.iter().enumerate() {
        let path = exported.path.display();
        let run = errcat(&format!("export --to typescript {path} --out {number}.ts --force"));
        let ran = run.in_folder(folder).run();
        assert_eq!(ran.status, 0, "{ran:?}");
        let answers = exported.answers.iter();
        let answers = answers.map(|Received { status, headers, body }| {
            json!({ "status": status, "headers": headers, "body": body })
        });
        let module = folder.join(format!("{number}.js"));
        cases.push(json!({ "module": module, "answers": answers.collect::<Vec<_>>() }));
    }
    compile_modules(folder, all.len());
    let file = folder.join("cases.json");
    std::fs::write(&file, json!(cases).to_string()).expect("a file");
    let script = tests().join("decoder/answers.mjs");
    let output = Command::new("node").arg(script).arg(&file).output().expect("Node is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let said_by_node: Vec<Value> = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut said_by_node = said_by_node.into_iter();
    let mut count = 0;
    for exported in all {
        let catalog = exported.encoded.catalog();
        for received in &exported.answers {
            let answer = catalog.decode_with_headers(
                received.status,
                received.headers.iter().map(|(name, value)| (name, value)),
                received.body.as_bytes(),
            );
            let (expected, found) = (said(&answer), said_by_node.next().expect("one of each"));
            assert!(
                expected == found,
                "{} {} {:?}\n{}\n{}",
                exported.path.display(),
                received.status,
                received.headers,
                received.body,
                differences(&expected, &found, ""),
            );
            count += 1;
        }
    }
    assert!(count > 10_000, "{count} answers");
}

/// Compiles `0.ts`, `1.ts` and so on, as strictly as it goes.
#[track_caller]
fn compile_modules(folder: &Path, count: usize) {
    std::fs::write(folder.join("package.json"), r#"{"type":"module"}"#).expect("a file");
    let mut command = Command::new("npx");
    command.args(["--yes", "--package", TYPESCRIPT, "--", "tsc"]).current_dir(folder);
    command.args(["--strict", "--noImplicitReturns", "--noFallthroughCasesInSwitch"]);
    command.args(["--target", "ES2020", "--module", "ES2020"]);
    command.args((0..count).map(|number| format!("{number}.ts")));
    let output = command.output().expect("npm is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}

/// The compiler of `.ci/run`.
const TYPESCRIPT: &str = "typescript@5.9.3";

/// What Rust's decoder says, in the form of `tests/decoder/answers.mjs`.
fn said(answer: &Answer<'_>) -> Value {
    let catalog = answer.catalog();
    let basis = match answer.basis() {
        Basis::Code(_) => "code",
        Basis::Status(_) => "status",
        Basis::Class(_) => "class",
        _ => "nothing",
    };
    let errors = answer.errors().map(|error| said_of(catalog, error));
    json!({
        "is_recognized": answer.is_recognized(),
        "basis": basis,
        "entry": answer.entry().map(Entry::name),
        "code": answer.raw_code(),
        "message": answer.message(),
        "title": answer.title("fr"),
        "description": answer.description("en-GB"),
        "action": answer.action("fr"),
        "retry": answer.retry().map(api_error_catalog_core::fact::Retry::as_str),
        "retry_after": answer.retry_after().map(|delay| number(delay.as_secs_f64())),
        "actor": answer.actor().map(api_error_catalog_core::fact::Actor::as_str),
        "effect": answer.effect().as_str(),
        "localized": answer.localized_message("fr-CI"),
        "slots": each(catalog.slots().map(|slot| slot.name), |name| answer.slot(name).map(String::from)),
        "parameters": each(catalog.parameters(), |name| answer.parameter_value(name)),
        "errors": errors.collect::<Vec<_>>(),
    })
}

fn said_of(catalog: &Catalog<'_>, error: AnswerError<'_, '_>) -> Value {
    json!({
        "entry": error.entry().map(Entry::name),
        "code": error.raw_code(),
        "message": error.message(),
        "localized": error.localized_message("fr"),
        "slots": each(catalog.slots().map(|slot| slot.name), |name| error.slot(name).map(String::from)),
        "parameters": each(catalog.parameters(), |name| error.parameter_value(name)),
    })
}

fn each<'n>(
    names: impl Iterator<Item = &'n str>,
    of: impl Fn(&str) -> Option<String>,
) -> BTreeMap<&'n str, Option<String>> {
    let names: BTreeSet<_> = names.collect();
    names.into_iter().map(|name| (name, of(name))).collect()
}

/// A number as JavaScript writes it.
fn number(number: f64) -> Value {
    if number.fract() == 0.0 { format!("{number}").parse().expect("JSON") } else { number.into() }
}

/// Where two values differ, and how.
fn differences(expected: &Value, found: &Value, path: &str) -> String {
    match (expected, found) {
        _ if expected == found => String::new(),
        (Value::Object(some), Value::Object(others)) => {
            let keys: BTreeSet<_> = some.keys().chain(others.keys()).collect();
            let of = |values: &serde_json::Map<_, Value>, key: &str| values.get(key).cloned();
            let keys = keys.into_iter().map(|key| {
                let (one, other) = (of(some, key), of(others, key));
                differences(
                    &one.unwrap_or_default(),
                    &other.unwrap_or_default(),
                    &format!("{path}.{key}"),
                )
            });
            keys.collect()
        }
        (Value::Array(some), Value::Array(others)) if some.len() == others.len() => {
            let pairs = some.iter().zip(others).enumerate();
            pairs
                .map(|(at, (one, other))| differences(one, other, &format!("{path}.{at}")))
                .collect()
        }
        _ => format!("{path}: Rust {expected}, Node {found}\n"),
    }
}
