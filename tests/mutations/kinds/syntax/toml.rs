//! Lines of TOML.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    let kinds = vec![
        syntax("word on a line", |file, rng| {
            let line = statement(file, rng)?;
            Some(Mistake::insert(line, format!("garbage{}", file.newline)).there())
        }),
        syntax("words on a line", |file, rng| {
            let line = statement(file, rng)?;
            // Either the first word or the second, which could be a value.
            let text = format!("to be done{}", file.newline);
            Some(Mistake::insert(line, text).in_new(0..1).in_new(3..4))
        }),
        syntax("string on a line", |file, rng| {
            let line = statement(file, rng)?;
            Some(Mistake::insert(line, format!("\"x\"{}", file.newline)).there())
        }),
        syntax("marks of a merge on a line", |file, rng| {
            let line = statement(file, rng)?;
            let text = rng.choice(["<<<<<<< HEAD", "=======", ">>>>>>> main"])?;
            Some(Mistake::insert(line, format!("{text}{}", file.newline)).there())
        }),
        syntax("brace on a line", |file, rng| {
            let line = statement(file, rng)?;
            let text = rng.choice(["}", "]", "{"])?;
            Some(Mistake::insert(line, format!("{text}{}", file.newline)).there())
        }),
        syntax("comment of another language", |file, rng| {
            let line = statement(file, rng)?;
            let text = rng.choice(["// to be done", "-- to be done", "; to be done"])?;
            Some(Mistake::insert(line, format!("{text}{}", file.newline)).there())
        }),
        syntax("comment of another language behind a value", |file, rng| {
            let node = file.pick(rng, |node| file.is_statement(node))?;
            let text = rng.choice([" // to be done", " ; to be done", " /* to be done */"])?;
            Some(Mistake::insert(node.value.end, text).in_new(1..2))
        }),
        syntax("line break lost between two keys", |file, rng| {
            let node = file.pick(rng, |node| file.is_statement(node))?;
            let next = file.next_line(node.value.end);
            let rest = file.text[next..].trim_start_matches('\t');
            let key = file.text.len() - rest.len();
            let is_key = rest.starts_with(|c: char| c.is_ascii_lowercase());
            let is_bare = file.text[node.value.end..next].trim().is_empty();
            (is_key && is_bare).then(|| Mistake::replace(node.value.end..next, " ").at(key))
        }),
        syntax("blank in a key", |file, rng| {
            // In front of it, it is no part of the key.
            let node = file.pick(rng, |node| {
                file.is_statement(node) && node.name().trim_start_matches('_').contains('_')
            })?;
            let at = node.key.start + file.text[node.key.clone()].rfind('_')?;
            // The key or its second word.
            Some(Mistake::replace(at..at + 1, " ").at(node.key.start).at(at).at(at + 1))
        }),
        syntax("letter that no bare key has", |file, rng| {
            let node = file.pick(rng, |node| {
                file.is_statement(node) && file.text[node.key.clone()].starts_with(node.name())
            })?;
            let letter = rng.choice(["é", "ü", "…", "$", "@", "!"])?;
            let key = node.key.clone();
            Some(Mistake::insert(key.end, letter).there().at(key.start))
        }),
        syntax("string of several lines not closed", |file, rng| {
            let node = file
                .pick(rng, |node| file.is_statement(node) && file.value(node).starts_with('"'))?;
            let value = node.value.clone();
            // It is closed with one quote.
            Some(Mistake::insert(value.start, "\"\"").in_new(0..1).at(value.end - 1))
        })
        .alone(),
        syntax("list opened and not used", |file, rng| {
            let node = file.pick(rng, |node| {
                file.is_statement(node) && matches!(node.form, Form::Text | Form::Word)
            })?;
            let close = node.value.end;
            Some(Mistake::insert(node.value.start, "[").there().within(close..close + 2))
        }),
        syntax("table opened and not used", |file, rng| {
            let node = file.pick(rng, |node| {
                file.is_statement(node) && matches!(node.form, Form::Text | Form::Word)
            })?;
            // The brace, or the value in it that is no key.
            let value = node.value.clone();
            Some(Mistake::insert(value.start, "{").there().at(value.start))
        }),
        syntax("NUL on a line", |file, rng| {
            let line = statement(file, rng)?;
            Some(Mistake::insert(line, "\u{0}").there())
        }),
        syntax("control character in a comment", |file, rng| {
            let node = file.pick(rng, |node| file.is_statement(node))?;
            let comment = rng.choice([" # \u{1}", " # \u{0}", " # \u{7f}"])?;
            let end = file.line_end(node.value.end);
            file.text[node.value.end..end]
                .trim()
                .is_empty()
                .then(|| Mistake::insert(node.value.end, comment).in_new(3..4))
        }),
        syntax("byte that is not UTF-8 in a comment", |file, rng| {
            let line = statement(file, rng)?;
            let text = format!("# {}{}", crate::file::INVALID, file.newline);
            Some(Mistake::insert(line, text).in_new(2..3))
        })
        .alone(),
        syntax("carriage return alone", |file, rng| {
            let node = file.pick(rng, |node| file.is_statement(node))?;
            Some(Mistake::insert(node.value.end, "\r ").in_new(0..2))
        }),
        syntax("key with a dot at its end", |file, rng| {
            let node = plain(file, rng)?;
            let key = node.key.clone();
            Some(Mistake::insert(key.end, ".").there().within(key.start..node.value.start + 1))
        }),
        syntax("YAML’s dash in front of a key", |file, rng| {
            let line = statement(file, rng)?;
            Some(Mistake::insert(line, "- ").in_new(0..2).at(line))
        }),
    ];
    kinds.into_iter().map(Kind::toml).collect()
}

/// Where a line begins that is a key and its value.
fn statement(file: &File, rng: &mut Rng) -> Option<usize> {
    let node = file.pick(rng, |node| file.is_statement(node))?;
    Some(file.line_start(node.key.start))
}

/// A key without quotes on a line of its own.
fn plain<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        file.is_statement(node) && file.text[node.key.clone()].starts_with(node.name())
    })
}
