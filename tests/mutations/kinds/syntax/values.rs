//! Values that neither format has, and what stands where nothing can.

use fastrand::Rng;

use crate::file::{File, INVALID};
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        syntax("`True` for `true`", |file, rng| {
            let values = ["True", "TRUE", "False", "yes", "on"];
            Some(Mistake::replace(word(file, rng)?.value.clone(), *rng.choice(&values)?).there())
        }),
        syntax("`None` for a value", |file, rng| {
            let values: &[&str] = if file.is_toml() {
                &["null", "None", "nil"]
            } else {
                &["None", "nil", "undefined"]
            };
            Some(Mistake::replace(word(file, rng)?.value.clone(), *rng.choice(values)?).there())
        }),
        syntax("no such number", |file, rng| {
            let values = ["0402", "4__02", "402px", "4.", ".5", "0x", "--1"];
            let node = file.any(rng, &["@.*.status", "defaults.status"])?;
            let value = *rng.choice(&values)?;
            let from = Mistake::replace(node.value.clone(), value);
            Some(from.in_new(0..value.len()))
        }),
        syntax("word behind a value", |file, rng| {
            let node = file.pick(rng, |node| file.is_statement(node))?;
            Some(Mistake::insert(node.value.end, " oops").in_new(1..2))
        })
        .toml(),
        syntax("word behind a value in braces", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Braces)?;
            let all: Vec<_> = file.inside(node).collect();
            Some(Mistake::insert(rng.choice(&all)?.value.end, " oops").in_new(1..2))
        }),
        syntax("byte that is not UTF-8 in a string", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Text)?;
            Some(Mistake::insert(node.value.start + 1, INVALID).there())
        })
        .alone(),
        syntax("byte order mark in front of a key", |file, rng| {
            let node = file.pick(rng, |node| !node.key.is_empty() && node.key.start > 0)?;
            Some(Mistake::insert(node.key.start, "\u{feff}").there())
        }),
        syntax("no-break space in front of a value", |file, rng| {
            let node = file.pick(rng, |node| {
                !matches!(node.form, Form::Header | Form::Dotted) && !node.key.is_empty()
            })?;
            Some(Mistake::insert(node.value.start, "\u{a0}").there())
        }),
    ]
}

/// A number or a truth value.
pub(super) fn word<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| node.form == Form::Word)
}
