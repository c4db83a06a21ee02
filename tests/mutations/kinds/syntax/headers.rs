//! Headers of TOML.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    let kinds = vec![
        syntax("`]` lost from a header", |file, rng| {
            let node = single(file, rng)?;
            let close = node.value.end - 1;
            Some(Mistake::delete(close..close + 1).at(node.value.start).within(close..close + 2))
        }),
        syntax("`[` lost from a header", |file, rng| {
            let open = single(file, rng)?.value.start;
            Some(Mistake::delete(open..open + 1).at(open))
        }),
        syntax("both brackets lost from a header", |file, rng| {
            let node = single(file, rng)?;
            let (open, close) = (node.value.start, node.value.end - 1);
            let mistake = Mistake::delete(open..open + 1).and_replace(close..close + 1, "");
            Some(mistake.at(open))
        }),
        syntax("one `]` lost from `[[…]]`", |file, rng| {
            let node = double(file, rng)?;
            let close = node.value.end - 1;
            Some(
                Mistake::delete(close..close + 1).at(node.value.start).within(close - 1..close + 2),
            )
        }),
        syntax("one `[` lost from `[[…]]`", |file, rng| {
            let node = double(file, rng)?;
            let (open, close) = (node.value.start, node.value.end - 1);
            Some(Mistake::delete(open..open + 1).at(open).at(close))
        }),
        syntax("`}` for the `]` of a header", |file, rng| {
            let node = single(file, rng)?;
            let close = node.value.end - 1;
            Some(Mistake::replace(close..close + 1, "}").there().at(node.value.start))
        }),
        syntax("braces for the brackets of a header", |file, rng| {
            let node = single(file, rng)?;
            let (open, close) = (node.value.start, node.value.end - 1);
            Some(Mistake::replace(close..close + 1, "}").and_replace(open..open + 1, "{").there())
        }),
        syntax("header without a name", |file, rng| {
            let node = single(file, rng)?;
            let (open, close) = (node.value.start, node.value.end - 1);
            Some(Mistake::delete(open + 1..close).within(open..close + 1))
        })
        .alone(),
        syntax("header with a dot too many", |file, rng| {
            let node = single(file, rng)?;
            let (open, close) = (node.value.start, node.value.end - 1);
            Some(Mistake::insert(close, ".").there().within(open..close + 1))
        }),
        syntax("blank in a header’s name", |file, rng| {
            let node = file.pick(rng, |node| {
                node.form == Form::Header && file.text[node.value.clone()].contains('-')
            })?;
            let hyphen = node.value.start + file.text[node.value.clone()].find('-')?;
            let mistake = Mistake::replace(hyphen..hyphen + 1, " ");
            // The header, the name, the blank or the second word.
            Some(mistake.at(node.value.start).at(node.key.start).at(hyphen).at(hyphen + 1))
        }),
        syntax("`=` behind a header", |file, rng| {
            let node = single(file, rng)?;
            Some(Mistake::insert(node.value.end, " =").in_new(1..2))
        }),
        syntax("word behind a header", |file, rng| {
            let node = single(file, rng)?;
            Some(Mistake::insert(node.value.end, " oops").in_new(1..2))
        }),
        syntax("line break lost behind a header", |file, rng| {
            let node = single(file, rng)?;
            let next = file.next_line(node.value.end);
            let rest = &file.text[next..];
            let is_key =
                rest.trim_start_matches('\t').starts_with(|c: char| c.is_ascii_lowercase());
            let is_bare = file.text[node.value.end..next].trim().is_empty();
            let key = next + rest.len() - rest.trim_start().len();
            (is_key && is_bare).then(|| Mistake::replace(node.value.end..next, " ").at(key))
        }),
    ];
    kinds.into_iter().map(Kind::toml).collect()
}

fn single<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        node.form == Form::Header && !file.text[node.value.clone()].starts_with("[[")
    })
}

fn double<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        node.form == Form::Header && file.text[node.value.clone()].starts_with("[[")
    })
}
