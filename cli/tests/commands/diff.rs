//! `errcat diff`

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::run::{Ran, Run, errcat, tests};

const OLD: &str = include_str!("../versions/old.toml");

fn in_versions(arguments: &str) -> Run {
    errcat(arguments).in_folder(&tests().join("versions"))
}

#[test]
fn changes_are_listed_by_who_minds_them() {
    let ran = in_versions("diff old.toml new.toml").shows("diff/text");
    assert_eq!(ran.status, 1);
}

#[test]
fn nothing_has_changed() {
    let ran = in_versions("diff old.toml old.toml").shows("diff/none");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
}

#[test]
fn programs_get_json() {
    in_versions("diff --format json old.toml new.toml").shows("diff/json");
}

#[test]
fn git_hub_gets_its_commands() {
    in_versions("diff --format github old.toml new.toml").shows("diff/github");
}

#[test]
fn a_change_is_described_in_markdown() {
    in_versions("diff --format md old.toml new.toml").shows("diff/markdown");
}

#[test]
fn rules_are_listed_and_explained() {
    in_versions("diff --rules").shows("diff/rules");
    let ran = in_versions("explain effect-widened").shows("diff/rule");
    assert_eq!(ran.status, 0);
}

#[test]
fn what_cannot_be_compared_is_said_in_a_line() {
    for (arguments, message) in [
        (
            "diff old.toml",
            "errcat: a new version is missing; name two files, or one with `--git`\n",
        ),
        ("diff old.toml none.toml", "errcat: there is no `none.toml`\n"),
        ("diff --git nowhere old.toml", "errcat: Git knows no revision `nowhere` here\n"),
        ("diff --git=-q old.toml", "errcat: Git knows no revision `-q` here\n"),
        (
            "diff old.toml ../catalogs/broken.toml",
            "errcat: `../catalogs/broken.toml` has errors, the first of which is: ",
        ),
    ] {
        let ran = in_versions(arguments).run();
        assert!(ran.remarks.starts_with(message), "{arguments}: {ran:?}");
        assert_eq!(ran.remarks.lines().count(), 1, "{ran:?}");
        assert_eq!(ran.status, 2, "{ran:?}");
    }
}

/// The golden file of the old catalog says what programs go by, and nothing of texts.
#[test]
fn a_golden_file_is_a_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let golden = "api-error-catalog golden 1\n\nanswer\n  media-type application/json\n\nbody\n  /code {code string}\n\nentry gone\n  code gone\n  status 410\n";
    fs::write(folder.path().join("old.golden"), golden).expect("a file");
    let new = "[catalog]\nname = \"x\"\nlocales = [\"en\"]\n[body.members]\ncode = \"{code}\"\n[code.gone]\nstatus = 404\nmessage = \"Gone.\"\n";
    fs::write(folder.path().join("new.toml"), new).expect("a file");
    let ran = errcat("diff --format json old.golden new.toml").in_folder(folder.path()).run();
    assert_eq!(rules(&ran), ["status-changed"]);
}

#[test]
fn the_file_is_compared_with_itself_at_a_revision() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catalogs");
    fs::create_dir(&path).expect("a folder");
    let base =
        "[code.teapot]\nstatus = 418\nmessage = { en = \"A teapot.\", fr = \"Une théière.\" }\n";
    let extending = OLD.replace(
        "locales = [\"en\", \"fr\"]",
        "locales = [\"en\", \"fr\"]\nextends = \"base.toml\"",
    );
    fs::write(path.join("base.toml"), base).expect("a file");
    fs::write(path.join("errors.toml"), &extending).expect("a file");
    git(folder.path(), "init --quiet");
    git(folder.path(), "add .");
    git(folder.path(), "-c user.name=a -c user.email=a@b commit --quiet --message one");
    // The base counts as it was, too.
    fs::write(path.join("base.toml"), base.replace("418", "419")).expect("a file");
    fs::write(path.join("errors.toml"), extending.replace("status  = 404", "status  = 410"))
        .expect("a file");
    for (folder, file) in [(folder.path(), "catalogs/errors.toml"), (&path, "errors.toml")] {
        let ran = errcat(&format!("diff --git HEAD --format json {file}")).in_folder(folder).run();
        assert_eq!(rules(&ran), ["status-changed", "status-changed"]);
    }
}

fn git(folder: &Path, arguments: &str) {
    let status = Command::new("git").args(arguments.split(' ')).current_dir(folder).status();
    assert!(status.expect("git").success(), "git {arguments}");
}

#[test]
fn an_accepted_change_does_not_count() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.toml"), OLD).expect("a file");
    let new = OLD.replace("status  = 404", "status  = 410");
    let accepted = "status-changed entry order-not-found: announced in May";
    let run = |accept: &str| {
        fs::write(folder.path().join("accepted"), accept).expect("a file");
        errcat("diff old.toml new.toml --accept accepted").in_folder(folder.path()).run()
    };
    fs::write(folder.path().join("new.toml"), &new).expect("a file");
    assert_eq!(run("").status, 1);
    assert_eq!(run(accepted).status, 0);
    assert_eq!(run("status-changed entry order-not-found").status, 2, "without a reason");
    assert_eq!(run("status-chnged entry a: b").status, 2, "no rule");
    fs::write(folder.path().join("new.toml"), format!("{new}# errcat-accept: {accepted}\n"))
        .expect("a file");
    assert_eq!(run("").status, 0);
}

/// A change of the old catalog: what is replaced by what, and the rules that are met.
type Case = (&'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const CASES: [Case; 45] = [
    ("[code.out-of-stock]\nstatus  = 409\naliases = [\"sold-out\"]\nmessage = { en = \"There is nothing left.\", fr = \"Il n’y a plus rien.\" }\n", "", &["code-removed"]),
    ("[code.out-of-stock]", "[code.nothing-left]", &["code-renamed"]),
    ("[code.out-of-stock]", "[code.nothing-left]\ncode = \"out-of-stock\"", &["entry-renamed"]),
    ("[code.out-of-stock]", "[code.out-of-stock]\ncode = \"oos\"", &["code-changed"]),
    ("[code.busy]", "[code.new]\nstatus = 400\nmessage = { en = \"N\", fr = \"N\" }\n[code.busy]", &["code-added"]),
    ("[code.busy]", "[code.busy]\nretired = true", &["code-retired"]),
    ("[code.busy]", "[code.busy]\nvariant = \"Full\"", &["variant-renamed"]),
    ("status  = 409", "status  = 500", &["status-class-changed"]),
    ("status  = 409", "status  = 400", &["status-changed"]),
    ("[code.busy]", "[code.busy]\ntype = \"https://a.example/busy\"", &["type-added"]),
    ("retry   = \"after-change\"", "retry   = \"never\"", &["retry-withdrawn"]),
    ("retry   = \"after-delay\"\n", "", &["retry-withdrawn"]),
    ("retry   = \"never\"", "retry   = \"after-delay\"", &["retry-allowed"]),
    ("retry   = \"after-delay\"\neffect  = \"none\"", "retry   = \"after-delay\"\neffect  = \"unknown\"", &["effect-widened"]),
    ("status  = 409", "status  = 409\neffect  = \"none\"", &["effect-narrowed"]),
    ("actor   = \"user\"", "actor   = \"developer\"", &["actor-changed"]),
    ("parent  = \"payment-failed\"\n", "", &["parent-changed"]),
    ("aliases = [\"sold-out\"]", "aliases = [\"sold-out\", \"gone\"]", &["alias-added"]),
    ("aliases = [\"sold-out\"]\n", "", &["alias-removed"]),
    ("There is nothing left.\", fr = \"Il n’y a plus rien.", "{n} left.\", fr = \"Il en reste {n}.", &["parameter-added", "text-changed"]),
    ("There is no order {order_id}.\", fr = \"La commande {order_id} n’existe pas.", "None.\", fr = \"Aucune.", &["parameter-removed", "text-changed"]),
    ("actor   = \"user\"", "actor   = \"user\"\nparameters = { order_id = { type = \"integer\" } }", &["parameter-type-changed"]),
    ("actor   = \"user\"", "actor   = \"user\"\nset = { domain = \"gone\" }", &["value-added"]),
    ("application/json", "application/vnd.orders+json", &["media-type-changed"]),
    ("media_type = \"application/json\"", "media_type = \"application/json\"\nrequest_headers = { accept = \"application/json\" }", &["request-header-changed"]),
    ("[headers]", "[headers]\ncache-control = \"no-store\"", &["header-added"]),
    ("headers = [\"Retry-After\"]", "headers = [\"Retry-After\", \"X-Load\"]", &["header-to-fill"]),
    ("x-request-id = \"{request_id?}\"", "", &["header-removed"]),
    ("x-request-id = \"{request_id?}\"", "x-request-id = \"id-{request_id?}\"", &["header-changed"]),
    ("\"domain?\"", "\"instance?\" = \"{instance?}\"\n\"domain?\"", &["member-added"]),
    ("\"domain?\"   = \"{domain?}\"\n", "", &["member-removed"]),
    ("message     = \"{message}\"", "\"message?\" = \"{message?}\"", &["member-optional"]),
    ("\"domain?\"   = \"{domain?}\"", "domain = \"{domain}\"", &["member-required"]),
    ("\"domain?\"   = \"{domain?}\"", "\"domain|why?\" = \"{domain?}\"", &["member-name-added"]),
    ("code        = \"{code}\"", "code        = \"E-{code}\"", &["member-changed"]),
    ("status      = \"{status}\"\ncode        = \"{code}\"", "code = \"{code}\"\nstatus = \"{status}\"", &["members-reordered"]),
    ("locales = [\"en\", \"fr\"]", "missing = \"allow\"\nlocales = [\"en\", \"fr\", \"de\"]", &["locale-added"]),
    ("There is nothing left.", "Nothing is left.", &["text-changed"]),
    ("actor   = \"user\"", "actor   = \"user\"\ndocs = \"https://a.example\"", &["docs-changed"]),
    // The other way round.
    ("actor   = \"user\"", "actor   = \"user\"\nset = { domain = \"a\" }", &["value-removed"]),
    ("actor   = \"user\"", "actor   = \"user\"\ntype = \"https://a.example\"", &["type-removed"]),
    ("[code.busy]", "[code.busy]\nretired = true", &["code-sent-again"]),
    ("locales = [\"en\", \"fr\"]", "missing = \"allow\"\nlocales = [\"en\", \"fr\", \"de\"]", &["locale-removed"]),
    // Between two that are not the old catalog; see below.
    ("actor   = \"user\"", "actor   = \"user\"\nset = { domain = \"a\" }", &["value-changed"]),
    ("actor   = \"user\"", "actor   = \"user\"\ntype = \"https://a.example\"", &["type-changed"]),
];

#[test]
fn every_rule_is_met() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut met = BTreeSet::<&str>::new();
    for (from, to, expected) in CASES {
        assert_eq!(OLD.matches(from).count(), 1, "{from}");
        let changed = OLD.replace(from, to);
        let (old, new) = match expected[0] {
            "value-removed" | "type-removed" | "code-sent-again" | "locale-removed" => {
                (changed, OLD.to_owned())
            }
            "value-changed" => {
                (changed.clone(), changed.replace("domain = \"a\"", "domain = \"b\""))
            }
            "type-changed" => (changed.clone(), changed.replace("a.example", "b.example")),
            _ => (OLD.to_owned(), changed),
        };
        fs::write(folder.path().join("old.toml"), old).expect("a file");
        fs::write(folder.path().join("new.toml"), new).expect("a file");
        let ran = errcat("diff --format json old.toml new.toml").in_folder(folder.path()).run();
        assert_eq!(rules(&ran), expected, "{from} → {to}");
        met.extend(expected);
    }
    let listed = errcat("diff --rules").run();
    let listed = listed.out.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let unmet: Vec<_> = listed.filter(|rule| !met.contains(rule)).collect();
    // For facts that golden files come to have.
    assert_eq!(unmet, ["fact-changed"]);
}

/// The rules of the changes in a report.
fn rules(ran: &Ran) -> Vec<String> {
    let report: Value = serde_json::from_str(&ran.out).unwrap_or_else(|_| panic!("{ran:?}"));
    let changes = report["changes"].as_array().expect("changes");
    changes.iter().map(|change| change["rule"].as_str().expect("a rule").to_owned()).collect()
}

/// The file that the tests compare is a good one.
#[test]
fn the_catalogs_are_good() {
    for file in ["old.toml", "new.toml"] {
        let ran = in_versions(&format!("check {file}")).run();
        assert_eq!(ran.status, 0, "{ran:?}");
    }
}
