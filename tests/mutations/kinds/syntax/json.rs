//! What JSON lacks, though one may expect it.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    let kinds = vec![
        syntax("trailing comma in an object", |file, rng| trailing(file, rng, Form::Braces)),
        syntax("trailing comma in a list", |file, rng| trailing(file, rng, Form::List)),
        syntax("comment", |file, rng| {
            let key = key(file, rng)?.key.start;
            Some(Mistake::insert(key, "/* to be done */ ").there())
        }),
        syntax("comment to the end of the line", |file, rng| {
            let key = key(file, rng)?.key.start;
            let text = format!("// to be done{}", file.newline);
            Some(Mistake::insert(key, text).there())
        }),
        syntax("comment of TOML", |file, rng| {
            let key = key(file, rng)?.key.start;
            let text = format!("# to be done{}", file.newline);
            Some(Mistake::insert(key, text).there())
        }),
        syntax("single quotes around a string", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Text)?;
            let text = file.string(node).filter(|text| !text.contains('\''))?;
            Some(Mistake::replace(node.value.clone(), format!("'{text}'")).there())
        }),
        syntax("single quotes around a key", |file, rng| {
            let node = key(file, rng)?;
            Some(Mistake::replace(node.key.clone(), format!("'{}'", node.name())).there())
        }),
        syntax("key without quotes", |file, rng| {
            let node = key(file, rng)?;
            let is_word = node.name().chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            is_word.then(|| Mistake::replace(node.key.clone(), node.name()).there())
        }),
        syntax("closing quote of a key lost", |file, rng| {
            let key = key(file, rng)?.key.clone();
            Some(Mistake::delete(key.end - 1..key.end).at(key.start).at(key.end))
        }),
        syntax("opening quote of a key lost", |file, rng| {
            let key = key(file, rng)?.key.clone();
            Some(Mistake::delete(key.start..key.start + 1).at(key.start))
        }),
        syntax("word between members", |file, rng| {
            let key = key(file, rng)?.key.start;
            Some(Mistake::insert(key, "garbage ").there())
        }),
        syntax("number in a key’s place", |file, rng| {
            let node = file.pick(rng, |node| {
                !node.key.is_empty() && node.name().bytes().all(|byte| byte.is_ascii_digit())
            })?;
            Some(Mistake::replace(node.key.clone(), node.name()).there())
        }),
        syntax("text behind the end", |file, rng| {
            let text = rng.choice(["}", "x", "{}", ",", "]"])?;
            Some(Mistake::insert(file.text.trim_end().len(), text).there())
        }),
        syntax("last `}` lost", |file, _| {
            let close = file.text.trim_end().len() - 1;
            let last = file.text[..close].trim_end().len();
            let mistake = Mistake::delete(close..close + 1);
            Some(mistake.at(0).within(last..file.text.len() + 1))
        }),
        syntax("first `{` lost", |_, _| Some(Mistake::delete(0..1).within(0..8))).alone(),
        syntax("line with a `}` lost", |file, rng| lost_line(file, rng, Form::Braces)),
        syntax("line with a `]` lost", |file, rng| lost_line(file, rng, Form::List)),
        syntax("file cut off behind a value", |file, rng| {
            let node = key(file, rng)?;
            let end = node.value.end;
            Some(Mistake::delete(end..file.text.len()).at(end))
        })
        .alone(),
        syntax("file cut off in a string", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Text && node.value.len() > 4)?;
            let end = node.value.end - 2;
            let end = (node.value.start + 2..end).find(|at| file.text.is_char_boundary(*at))?;
            let mistake = Mistake::delete(end..file.text.len()).at(node.value.start);
            Some(mistake.at(end))
        })
        .alone(),
        syntax("word of Python in a list", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::List)?;
            let first = file.inside(node).next()?.value.clone();
            Some(Mistake::replace(first, "None").there())
        }),
        syntax("line break in a key", |file, rng| {
            let key = key(file, rng)?.key.clone();
            Some(Mistake::insert(key.end - 1, file.newline).at(key.start).there())
        }),
        syntax("tab in a string", |file, rng| {
            let node = file.pick(rng, |node| node.form == Form::Text)?;
            Some(Mistake::insert(node.value.start + 1, "\t").there())
        }),
        syntax("number of another language", |file, rng| {
            let node = super::values::word(file, rng)?;
            let text = rng.choice(["+402", "0x1F", "NaN", "Infinity", "1_000", "1e"])?;
            Some(Mistake::replace(node.value.clone(), text).in_new(0..text.len()))
        }),
    ];
    kinds.into_iter().map(Kind::json).collect()
}

fn key<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| !node.key.is_empty())
}

/// Behind the last item, where the bracket opens, or the line behind the one that is lost.
fn lost_line(file: &File, rng: &mut Rng, form: Form) -> Option<Mistake> {
    let node = file.pick(rng, |node| node.form == form)?;
    let close = node.value.end - 1;
    if file.line_start(close) != close {
        return None;
    }
    let line = file.text[..close].rfind('\n')? + 1;
    let end = file.next_line(close);
    let last = file.text[..line].trim_end().len();
    let next = end + file.text[end..].len() - file.text[end..].trim_start().len();
    Some(Mistake::delete(line..end).at(node.value.start).within(last..next + 1))
}

/// The comma, or the bracket behind it.
fn trailing(file: &File, rng: &mut Rng, form: Form) -> Option<Mistake> {
    let node = file.pick(rng, |node| node.form == form)?;
    let last = file.inside(node).last()?;
    Some(Mistake::insert(last.value.end, ",").there().at(node.value.end - 1))
}
