//! Brackets and braces that are lost, and those that are one too many.

use std::ops::Range;

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, syntax};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        syntax("`}` lost", |file, rng| lost_close(file, pick(file, rng, Form::Braces)?)),
        syntax("`]` lost", |file, rng| lost_close(file, pick(file, rng, Form::List)?)),
        syntax("`{` lost", |file, rng| lost_open(file, pick(file, rng, Form::Braces)?)),
        syntax("`[` lost", |file, rng| lost_open(file, pick(file, rng, Form::List)?)),
        syntax("`}` for `]`", |file, rng| other_close(pick(file, rng, Form::List)?, "}")),
        syntax("`]` for `}`", |file, rng| other_close(pick(file, rng, Form::Braces)?, "]")),
        syntax("`}` too many behind a table", |file, rng| {
            doubled(file, pick(file, rng, Form::Braces)?, "}")
        }),
        syntax("`]` too many behind a list", |file, rng| {
            doubled(file, pick(file, rng, Form::List)?, "]")
        }),
        syntax("`}` behind a value", |file, rng| stray(file, rng, "}")).toml(),
        syntax("`]` behind a value", |file, rng| stray(file, rng, "]")).toml(),
        syntax("`)` behind a value", |file, rng| stray(file, rng, ")")).toml(),
    ]
}

/// A table in braces or a list; the whole file in JSON is none.
fn pick<'f>(file: &'f File, rng: &mut Rng, form: Form) -> Option<&'f Node> {
    file.pick(rng, |node| node.form == form)
}

/// Where it opens, or where it should be closed: behind the last item, up to the end of the line. Of
/// several that stand side by side, no one can tell which is lost.
fn lost_close(file: &File, node: &Node) -> Option<Mistake> {
    let close = node.value.end - 1;
    let alike = alike(file, close);
    let last = file.text[..alike.start].trim_end().len();
    let behind = file.line_end(close);
    let next = if file.text[alike.end..behind].trim().is_empty() { behind } else { alike.end };
    let closed = file.nodes.iter().filter(|node| alike.contains(&(node.value.end - 1)));
    let mistake = Mistake::delete(close..close + 1).within(last..next + 1);
    Some(closed.fold(mistake, |mistake, node| mistake.at(node.value.start)))
}

/// The brackets of its kind that a closing bracket stands in a row with.
fn alike(file: &File, close: usize) -> Range<usize> {
    let bracket = &file.text[close..=close];
    let before = file.text[..close].trim_end_matches(bracket).len();
    let behind = &file.text[close..];
    before..close + behind.len() - behind.trim_start_matches(bracket).len()
}

/// Where it should open: behind the `=`, at the first item. Or what cannot stand there without it: what
/// sets the items apart, or the `=` of the first key.
fn lost_open(file: &File, node: &Node) -> Option<Mistake> {
    let open = node.value.start;
    let first = file.inside(node).next()?;
    let mistake = Mistake::delete(open..open + 1).within(open..first.key.start + 1);
    Some(match node.form {
        // `[1]` and `1]`: the bracket is all that is wrong. `1, 2]`: the comma is.
        Form::List => mistake.at(file.inside(node).nth(1).map_or(node.value.end - 1, |_| {
            first.value.end + file.text[first.value.end..].find(',').unwrap_or_default()
        })),
        _ => mistake.at(first.key.end + file.text[first.key.end..].find(['=', ':'])?),
    })
}

/// Where it opens, or the wrong bracket.
fn other_close(node: &Node, with: &str) -> Option<Mistake> {
    let close = node.value.end - 1;
    Some(Mistake::replace(close..close + 1, with).there().at(node.value.start))
}

/// Any of those in a row.
fn doubled(file: &File, node: &Node, close: &str) -> Option<Mistake> {
    let alike = alike(file, node.value.end - 1);
    Some(Mistake::insert(node.value.end, close).there().within(alike))
}

/// Behind a value of a line of its own, so that nothing is open.
fn stray(file: &File, rng: &mut Rng, with: &str) -> Option<Mistake> {
    let node = file.pick(rng, |node| {
        file.is_statement(node) && matches!(node.form, Form::Text | Form::Word)
    })?;
    Some(Mistake::insert(node.value.end, with).there())
}
