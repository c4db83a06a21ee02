//! Commas, colons and equals signs.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        syntax("comma lost in braces", |file, rng| lost_comma(file, rng, Form::Braces)),
        syntax("comma lost in a list", |file, rng| lost_comma(file, rng, Form::List)),
        syntax("comma twice in braces", |file, rng| doubled(file, rng, Form::Braces)),
        syntax("comma twice in a list", |file, rng| doubled(file, rng, Form::List)),
        syntax("`;` for a comma", |file, rng| {
            let (comma, _) = comma(file, rng, Form::Braces)?;
            Some(Mistake::replace(comma..comma + 1, ";").there())
        }),
        syntax("comma in front of a table’s first key", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Braces)?;
            file.inside(node).next()?;
            Some(Mistake::insert(node.value.start + 1, ",").there())
        }),
        syntax("`;` behind a value in braces", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Braces)?;
            let all: Vec<_> = file.inside(node).collect();
            Some(Mistake::insert(rng.choice(&all)?.value.end, ";").there())
        }),
        syntax("`;` behind a value", |file, rng| behind(file, rng, ";")).toml(),
        syntax("comma behind a value", |file, rng| behind(file, rng, ",")).toml(),
        syntax("`=` or `:` lost", |file, rng| {
            let (node, sign) = sign(file, rng)?;
            // Where it should be, or the key without a value.
            let (from, to) = (node.key.end, node.value.start);
            Some(Mistake::delete(sign..sign + 1).at(node.key.start).within(from..to + 1))
        }),
        syntax("`:` for `=`", |file, rng| other_sign(file, rng, ":")).toml(),
        syntax("`=` for `:`", |file, rng| other_sign(file, rng, "=")).json(),
        syntax("`=` or `:` twice", |file, rng| {
            let (_, sign) = sign(file, rng)?;
            let text = file.text[sign..=sign].to_owned();
            Some(Mistake::insert(sign + 1, text).there().at(sign))
        }),
        syntax("`=>` for `=` or `:`", |file, rng| {
            let (_, sign) = sign(file, rng)?;
            Some(Mistake::replace(sign..sign + 1, "=>").in_new(0..2))
        }),
        syntax("value lost", |file, rng| {
            let (node, sign) = sign(file, rng)?;
            if !file.is_statement(node) {
                return None;
            }
            // Behind the sign, or the key without a value.
            Some(Mistake::delete(node.value.clone()).at(node.key.start).within(sign..sign + 2))
        })
        .toml(),
        syntax("value lost in braces", |file, rng| {
            let (node, sign) = sign(file, rng)?;
            if file.is_statement(node) {
                return None;
            }
            let mistake = Mistake::delete(node.value.clone()).at(node.key.start);
            // What stands there instead of the value, too.
            Some(mistake.within(sign..sign + 2).at(node.value.end))
        }),
        syntax("key lost", |file, rng| {
            let (node, sign) = sign(file, rng)?;
            let at = Mistake::delete(node.key.clone()).within(node.key.start..sign + 1);
            Some(if file.is_toml() { at } else { at.at(node.value.start) })
        }),
        syntax("value lost with its comment left", |file, rng| {
            let (node, sign) = sign(file, rng)?;
            if !file.is_statement(node) {
                return None;
            }
            let mistake = Mistake::replace(node.value.clone(), "# to be done");
            Some(mistake.at(node.key.start).within(sign..sign + 2))
        })
        .toml(),
    ]
}

/// A comma between two members or items, and the one before it.
fn comma<'f>(file: &'f File, rng: &mut Rng, form: Form) -> Option<(usize, (&'f Node, &'f Node))> {
    let outer = file.pick(rng, |node| node.form == form)?;
    let all: Vec<_> = file.inside(outer).collect();
    if all.len() < 2 {
        return None;
    }
    let first = rng.usize(..all.len() - 1);
    let end = all[first].value.end;
    let comma = end + file.text[end..].find(',')?;
    Some((comma, (all[first], all[first + 1])))
}

/// Where it should be, up to what follows.
fn lost_comma(file: &File, rng: &mut Rng, form: Form) -> Option<Mistake> {
    let (comma, (first, second)) = comma(file, rng, form)?;
    let mistake = Mistake::delete(comma..comma + 1);
    Some(mistake.within(first.value.end..second.key.start + 1))
}

/// Either of them, or what should be between them.
fn doubled(file: &File, rng: &mut Rng, form: Form) -> Option<Mistake> {
    let (comma, _) = comma(file, rng, form)?;
    Some(Mistake::insert(comma, ",").there().at(comma))
}

fn behind(file: &File, rng: &mut Rng, what: &str) -> Option<Mistake> {
    let node = file.pick(rng, |node| file.is_statement(node))?;
    Some(Mistake::insert(node.value.end, what).there())
}

/// A key with a value on its line, and the sign between them.
fn sign<'f>(file: &'f File, rng: &mut Rng) -> Option<(&'f Node, usize)> {
    let node = file.pick(rng, |node| {
        !matches!(node.form, Form::Header | Form::Dotted) && !node.key.is_empty()
    })?;
    let between = &file.text[node.key.end..node.value.start];
    Some((node, node.key.end + between.find(['=', ':'])?))
}

fn other_sign(file: &File, rng: &mut Rng, with: &str) -> Option<Mistake> {
    let (_, sign) = sign(file, rng)?;
    Some(Mistake::replace(sign..sign + 1, with).there())
}
