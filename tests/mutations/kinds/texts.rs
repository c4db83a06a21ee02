//! What is in a text, or in a name.

use fastrand::Rng;

use crate::file::{File, is_text};
use crate::kind::{Kind, error, slip};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

/// Names and other strings of one line.
const NAMES: [&str; 7] = [
    "catalog.name",
    "catalog.version",
    "catalog.docs",
    "@.*.docs",
    "code.*.code",
    "code.*.aliases.*",
    "@.*.variant",
];

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("empty text", |file, rng| {
            let node = file.pick(rng, is_text)?;
            Some(Mistake::replace(node.value.clone(), "\"\"").there())
        }),
        error("blank text", |file, rng| {
            let node = file.pick(rng, is_text)?;
            let blank = rng.choice(["\" \"", "\"\\n\"", "\" \\t \""])?;
            Some(Mistake::replace(node.value.clone(), blank).in_new(0..2))
        }),
        error("control character in a text", |file, rng| {
            put(file, pick(file, rng, is_text)?, rng, &["\\u0000", "\\u001b", "\\u0007", "\\u007f"])
        }),
        error("control character in a name", |file, rng| {
            let node = pick(file, rng, |node| NAMES.iter().any(|path| node.matches(path)))?;
            put(file, node, rng, &["\\u0000", "\\u001b", "\\n", "\\t"])
        }),
        error("bidi override in a text", |file, rng| {
            put(
                file,
                pick(file, rng, is_text)?,
                rng,
                &["\u{202e}", "\u{202d}", "\u{2066}", "\u{2067}"],
            )
        }),
        error("invisible character in a text", |file, rng| {
            put(file, pick(file, rng, is_text)?, rng, &["\u{200b}", "\u{2028}", "\u{feff}"])
        }),
        slip("invisible character in a name", |file, rng| {
            let node = pick(file, rng, |node| NAMES[..2].iter().any(|path| node.matches(path)))?;
            put(file, node, rng, &["\u{200b}", "\u{202e}", "\u{feff}"])
        }),
        slip("blank name", |file, rng| {
            let node = file.any(rng, &["catalog.name", "catalog.version"])?;
            let blank = rng.choice(["\"\"", "\" \""])?;
            Some(Mistake::replace(node.value.clone(), blank).in_new(0..2))
        }),
        error("text in a name’s place", |file, rng| {
            let node = file.any(rng, &["code.*.code"])?;
            let long = "x".repeat(1100);
            Some(Mistake::replace(node.value.clone(), file.literal(&long)).there())
        }),
    ]
}

/// A string in double quotes.
fn pick<'f>(file: &'f File, rng: &mut Rng, does: impl Fn(&Node) -> bool) -> Option<&'f Node> {
    file.pick(rng, |node| {
        node.form == Form::Text && file.value(node).starts_with('"') && does(node)
    })
}

/// A character in a string, in front, behind, or between two words of it.
fn put(file: &File, node: &Node, rng: &mut Rng, what: &[&str]) -> Option<Mistake> {
    let value = file.value(node);
    let blanks = value.match_indices(' ').map(|(at, _)| at);
    // Not in a placeholder.
    let is_outside =
        |at: &usize| value[..*at].matches('{').count() == value[..*at].matches('}').count();
    let places: Vec<_> = blanks.chain([1, value.len() - 1]).filter(is_outside).collect();
    let at = node.value.start + rng.choice(&places)?;
    Some(Mistake::insert(at, *rng.choice(what)?).there())
}
