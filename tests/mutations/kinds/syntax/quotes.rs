//! Strings: quotes and what is between them.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        syntax("closing quote lost", |file, rng| {
            lost_close(file.pick(rng, |node| is_text(node) && file.is_statement(node))?)
        })
        .toml(),
        syntax("closing quote lost in braces, not the last", |file, rng| {
            lost_close(text_in(file, rng, Form::Braces, false)?)
        }),
        syntax("closing quote lost in braces, the last", |file, rng| {
            lost_close(text_in(file, rng, Form::Braces, true)?)
        }),
        syntax("closing quote lost in a list, not the last", |file, rng| {
            lost_close(text_in(file, rng, Form::List, false)?)
        }),
        syntax("closing quote lost in a list, the last", |file, rng| {
            lost_close(text_in(file, rng, Form::List, true)?)
        }),
        syntax("opening quote lost", |file, rng| {
            lost_open(file.pick(rng, |node| is_text(node) && file.is_statement(node))?)
        })
        .toml(),
        syntax("opening quote lost in braces", |file, rng| {
            let last = rng.bool();
            lost_open(text_in(file, rng, Form::Braces, last)?)
        }),
        syntax("opening quote lost in a list", |file, rng| {
            let last = rng.bool();
            lost_open(text_in(file, rng, Form::List, last)?)
        }),
        syntax("no quotes", |file, rng| {
            let node = file.pick(rng, is_text)?;
            let text = file.string(node)?;
            let is_word = text.starts_with(|c: char| c.is_ascii_alphabetic())
                && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
                && !["true", "false", "null", "nan", "inf"].contains(&text);
            is_word.then(|| Mistake::replace(node.value.clone(), text).there())
        }),
        syntax("no quotes around a text", |file, rng| {
            let node = file.pick(rng, is_text)?;
            let text = file.string(node)?;
            let is_text = text.starts_with(|c: char| c.is_alphabetic()) && text.contains(' ');
            let is_plain = !text.contains(['"', '\'', '{', '[', ',', '#', ':', '=']);
            (is_text && is_plain).then(|| Mistake::replace(node.value.clone(), text).there())
        }),
        syntax("typographic quotes", |file, rng| {
            let node = file.pick(rng, is_text)?;
            let text = file.string(node)?;
            let is_plain = !text.contains(['"', '\'', '{', '[', ',', '#', ':', '=']);
            is_plain.then(|| Mistake::replace(node.value.clone(), format!("“{text}”")).there())
        }),
        syntax("another quote closes", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && file.value(node).starts_with('"'))?;
            if file.value(node).contains('\'') {
                return None;
            }
            let close = node.value.end - 1;
            Some(Mistake::replace(close..close + 1, "'").at(node.value.start).there())
        }),
        syntax("another quote opens", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && file.value(node).starts_with('"'))?;
            if file.value(node).contains('\'') {
                return None;
            }
            let open = node.value.start;
            Some(Mistake::replace(open..open + 1, "'").there())
        }),
        syntax("a quote in a string", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && file.value(node).starts_with('"'))?;
            let at = file.value(node).find(' ')? + node.value.start + 1;
            // What follows the string, or the string that is not closed behind it, or the quote.
            Some(
                Mistake::insert(at, "\"")
                    .there()
                    .in_new(0..2)
                    .at(node.value.start)
                    .at(node.value.end - 1),
            )
        }),
        syntax("no such escape", |file, rng| {
            bad_escape(file, rng, &["\\q", "\\d", "\\'", "\\-", "\\ "])
        }),
        syntax("no such escape: digits", |file, rng| {
            bad_escape(file, rng, &["\\u12z", "\\u00-", "\\uD800"])
        }),
        syntax("backslash at the end of a string", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && file.value(node).starts_with('"'))?;
            let close = node.value.end - 1;
            Some(Mistake::insert(close, "\\").there().at(node.value.start))
        }),
        syntax("line break in a string", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && file.value(node).contains(' '))?;
            let at = file.value(node).find(' ')? + node.value.start;
            Some(Mistake::insert(at, file.newline).at(node.value.start).there())
        }),
        syntax("control character in a string", |file, rng| {
            let node = file.pick(rng, |node| is_text(node) && file.value(node).starts_with('"'))?;
            let what = rng.choice(["\u{0}", "\u{1b}", "\u{7}", "\u{8}"])?;
            Some(Mistake::insert(node.value.start + 1, what).there())
        }),
    ]
}

fn is_text(node: &Node) -> bool {
    node.form == Form::Text && node.value.len() > 2
}

/// A string in braces or in a list, the last of them or another, as often as there are any.
fn text_in<'f>(file: &'f File, rng: &mut Rng, form: Form, is_last: bool) -> Option<&'f Node> {
    let outer = file.pick(rng, |node| node.form == form)?;
    let all: Vec<_> = file.inside(outer).collect();
    let (last, others) = all.split_last()?;
    let node = if is_last { last } else { *others.get(rng.usize(..others.len().max(1)))? };
    is_text(node).then_some(node)
}

/// The string, or where the quote should be.
fn lost_close(node: &Node) -> Option<Mistake> {
    let close = node.value.end - 1;
    Some(Mistake::delete(close..close + 1).at(node.value.start).at(close + 1))
}

/// Where the quote should be.
fn lost_open(node: &Node) -> Option<Mistake> {
    let open = node.value.start;
    Some(Mistake::delete(open..open + 1).at(open))
}

/// The backslash, or what follows it.
fn bad_escape(file: &File, rng: &mut Rng, escapes: &[&str]) -> Option<Mistake> {
    let node = file.pick(rng, |node| is_text(node) && file.value(node).starts_with('"'))?;
    let escape = rng.choice(escapes)?;
    // Somewhere between two words, or in front.
    let blanks = file.value(node).match_indices(' ').map(|(at, _)| at);
    let places: Vec<_> = blanks.chain([1]).collect();
    let at = node.value.start + rng.choice(&places)?;
    Some(Mistake::insert(at, *escape).in_new(0..2))
}
