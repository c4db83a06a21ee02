//! Values of another type than their keys take.

use fastrand::Rng;

use crate::file::{File, is_text};
use crate::kind::{Kind, error};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

/// Keys by their paths, and values that none of them takes.
const WRONG: [(&str, &[&str], &[&str]); 26] = [
    ("`name`", &["catalog.name"], &["7", "true", "[\"x\"]"]),
    (
        "`docs`",
        &["catalog.docs", "defaults.docs", "@.*.docs"],
        &["7", "false", "[\"https://x.example\"]"],
    ),
    ("`version`", &["catalog.version"], &["7", "1.5", "[1]"]),
    ("`extends`", &["catalog.extends"], &["7", "true"]),
    ("`missing`", &["catalog.missing"], &["7", "true", "[]"]),
    ("`media_type`", &["body.media_type"], &["7", "[\"application/json\"]", "true"]),
    ("`shape`", &["body.shape"], &["7", "true", "[\"problem+json\"]"]),
    ("`type_base`", &["body.type_base"], &["7", "true"]),
    ("`request_headers`", &["body.request_headers"], &["7", "[\"accept\"]", "\"accept\""]),
    ("a request header", &["body.request_headers.*"], &["7", "true", "[\"x\"]"]),
    ("a slot", &["body.slots.*"], &["\"integer\"", "7", "[]"]),
    ("a slot’s type", &["body.slots.*.type", "body.slots.*.or"], &["7", "true", "[\"string\"]"]),
    (
        "a length",
        &["body.slots.*.min_length", "body.slots.*.max_length"],
        &["\"5\"", "true", "-1", "1.5"],
    ),
    ("a header’s value", &["headers.*", "status.*.headers.*"], &["7", "true", "[]"]),
    ("`also`", &["status.*.also"], &["502", "\"502\"", "true"]),
    ("`headers`", &["status.*.headers"], &["\"Retry-After\"", "7", "true"]),
    ("`unregistered`", &["status.*.unregistered"], &["\"true\"", "1", "[]"]),
    (
        "a word",
        &["@.*.retry", "@.*.actor", "@.*.effect", "defaults.retry", "defaults.actor"],
        &["7", "true", "[\"never\"]"],
    ),
    ("`variant`", &["@.*.variant", "defaults.variant_prefix"], &["7", "true", "[]"]),
    ("`code`", &["code.*.code", "status.*.code"], &["7", "true", "[\"x\"]"]),
    ("`parent`", &["code.*.parent"], &["7", "true", "[\"x\"]"]),
    ("`aliases`", &["code.*.aliases"], &["\"x\"", "7", "true"]),
    ("`assumed`", &["@.*.assumed", "defaults.assumed"], &["\"retry\"", "true", "7"]),
    ("`retired`", &["code.*.retired"], &["\"true\"", "1", "[]"]),
    ("`set`", &["@.*.set"], &["7", "\"x\"", "[]"]),
    ("a parameter", &["code.*.parameters.*"], &["\"integer\"", "7", "[]"]),
];

pub(crate) fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    for (what, paths, values) in WRONG {
        let kind = error(format!("wrong type of {what}"), move |file, rng| {
            let node = file.any(rng, paths).filter(|node| is_written(node))?;
            Some(Mistake::replace(node.value.clone(), *rng.choice(values)?).there())
        });
        // What else is said depends on these.
        let is_local = !["`extends`", "`missing`", "`shape`"].contains(&what);
        kinds.push(if is_local { kind } else { kind.alone() });
    }
    kinds.extend([
        error("wrong type of an item of `aliases`", |file, rng| {
            item(file, rng, "code.*.aliases.*")
        }),
        error("wrong type of an item of `assumed`", |file, rng| item(file, rng, "@.*.assumed.*")),
        error("wrong type of an item of `headers`", |file, rng| {
            let node =
                file.pick(rng, |node| node.matches("status.*.headers.*") && node.key.is_empty())?;
            Some(Mistake::replace(node.value.clone(), "7").there())
        }),
        error("wrong type of a text", |file, rng| {
            let texts = &["@.*.title", "@.*.message", "@.*.description", "@.*.action"];
            let node = file.any(rng, texts).filter(|node| is_written(node))?;
            Some(
                Mistake::replace(node.value.clone(), rng.choice(["7", "true", "[\"x\"]"])?).there(),
            )
        }),
        error("wrong type of a text in a locale", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && node.path.len() > 3)?;
            Some(
                Mistake::replace(node.value.clone(), rng.choice(["7", "true", "[\"x\"]"])?).there(),
            )
        }),
        error("wrong type of `causes`", |file, rng| {
            let node = file.any(rng, &["code.*.causes"])?;
            Some(Mistake::replace(node.value.clone(), rng.choice(["\"x\"", "7", "true"])?).there())
        })
        .json(),
        error("wrong type of a table of the file", |file, rng| {
            let node = file
                .any(rng, &["headers", "defaults", "status"])
                .filter(|node| is_written(node))?;
            Some(Mistake::replace(node.value.clone(), rng.choice(["7", "\"x\"", "[]"])?).there())
        })
        .alone()
        .json(),
        error("wrong type of `[catalog]`", |file, _| {
            let node = file.get("catalog").filter(|node| is_written(node))?;
            Some(Mistake::replace(node.value.clone(), "7").there())
        })
        .alone()
        .json(),
        error("wrong type of the members", |file, rng| {
            let node = file.get("body.members").filter(|node| is_written(node))?;
            Some(Mistake::replace(node.value.clone(), rng.choice(["7", "\"x\"", "true"])?).there())
        })
        .alone()
        .json(),
        error("wrong type of a status row", |file, rng| {
            let node = file.any(rng, &["status.*"]).filter(|node| is_written(node))?;
            Some(Mistake::replace(node.value.clone(), rng.choice(["7", "\"x\""])?).there())
        })
        .alone()
        .json(),
        error("wrong type of a code’s table", |file, rng| {
            let node = file.any(rng, &["code.*"]).filter(|node| is_written(node))?;
            Some(Mistake::replace(node.value.clone(), rng.choice(["400", "\"x\""])?).there())
        })
        .alone()
        .json(),
        error("date in the shape", |file, rng| {
            let node = file.pick(rng, |node| {
                node.form == Form::Text
                    && node.matches("body.members.**")
                    && !file.value(node).contains('{')
            })?;
            Some(Mistake::replace(node.value.clone(), "1979-05-27").there())
        })
        .toml(),
    ]);
    kinds
}

/// Whether a value stands behind its key, so that another can.
fn is_written(node: &Node) -> bool {
    !matches!(node.form, Form::Header | Form::Dotted)
}

fn item(file: &File, rng: &mut Rng, path: &str) -> Option<Mistake> {
    let node = file.any(rng, &[path])?;
    Some(Mistake::replace(node.value.clone(), rng.choice(["7", "true", "[]"])?).there())
}
