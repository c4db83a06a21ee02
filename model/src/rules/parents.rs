//! `parent`: it exists, there are no cycles, and no more ancestors than a body has room for.

use std::collections::{HashMap, HashSet};
use std::iter::successors;

use api_error_catalog_core::builder::MOST_ANCESTORS;
use api_error_catalog_core::shape::NodeDef;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::document::CodeTable;
use crate::entries::{Entry, VariantEntry};
use crate::source::Span;
use crate::suggestion::Suggestions;

pub(super) fn parents_exist(check: &mut Check<'_>) {
    let names = || check.variants.iter().map(|variant| &*variant.code.value);
    let mut parents =
        check.document.codes.iter().filter_map(|code| code.parent.as_ref()).peekable();
    if parents.peek().is_none() {
        return;
    }
    let known: HashSet<_> = names().collect();
    let mut suggestions = None;
    for parent in parents {
        if known.contains(parent.value.as_str()) {
            continue;
        }
        let suggestions = suggestions.get_or_insert_with(|| Suggestions::new(names()));
        let help = match suggestions.nearest(&parent.value) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("add `[code.{}]`, or leave `parent` out", parent.value),
        };
        check.diagnostics.missing(
            Diagnostic::error(parent.span, format!("there is no code `{}`", parent.value))
                .help(help),
        );
    }
}

/// The number of each code; none where nobody asks for a parent.
pub(super) fn numbers(codes: &[CodeTable]) -> HashMap<&str, usize> {
    if codes.iter().all(|code| code.parent.is_none()) {
        return HashMap::new();
    }
    codes.iter().map(|code| code.code.value.as_str()).zip(0..).collect()
}

/// The diagnostic for codes that lead from one to itself.
fn circle(way: &[&str], place: Span) -> Diagnostic {
    match way {
        [name, _] => Diagnostic::error(place, format!("`{name}` is its own parent"))
            .help("leave `parent` out, or name a more general code"),
        _ => Diagnostic::error(place, format!("the parents of `{}` go in a circle", way[0]))
            .help(format!("the circle is {}; leave one `parent` out", way.join(" → "))),
    }
}

pub(super) fn parents_form_no_cycle(check: &mut Check<'_>) {
    let codes = &check.document.codes;
    let numbers = numbers(codes);
    let parent =
        |code: &CodeTable| Some(&codes[*numbers.get(code.parent.as_ref()?.value.as_str())?]);
    let mut seen = HashSet::new();
    for start in codes.iter().filter(|code| code.parent.is_some()) {
        let mut way: Vec<&str> = Vec::new();
        let mut code = Some(start);
        while let Some(here) = code {
            let name = here.code.value.as_str();
            if let Some(at) = way.iter().position(|passed| *passed == name) {
                let parent = here.parent.as_ref().expect("a cycle has parents");
                way.push(name);
                check.diagnostics.add(circle(&way[at..], parent.span));
                break;
            }
            if !seen.insert(name) {
                break;
            }
            way.push(name);
            code = parent(here);
        }
    }
}

/// Entries, and which of them each is sent under.
struct Parents<'c> {
    variants: &'c [VariantEntry<'c>],
    numbers: HashMap<&'c str, usize>,
}

impl<'c> Parents<'c> {
    fn new(variants: &'c [VariantEntry<'c>]) -> Self {
        let codes = variants.iter().map(|variant| &*variant.code.value);
        Self { variants, numbers: codes.zip(0..).collect() }
    }

    /// The ancestors of an entry, its parent first; without an end where they go in a circle.
    fn ancestors(&self, entry: Entry<'c>) -> impl Iterator<Item = &'c VariantEntry<'c>> {
        let parent = |entry: Entry<'c>| Some(&self.variants[*self.numbers.get(entry.parent()?)?]);
        successors(parent(entry), move |variant| parent(variant.entry))
    }
}

pub(super) fn ancestors_are_few(check: &mut Check<'_>) {
    let parents = Parents::new(check.variants);
    for code in &check.document.codes {
        let Some(parent) = &code.parent else { continue };
        // Of a longer chain, the code that is one too deep is reported, and none of those below it.
        let ancestors = parents.ancestors(Entry::Code(code)).take(MOST_ANCESTORS + 2).count();
        if ancestors == MOST_ANCESTORS + 1 {
            let code = &code.code.value;
            check.diagnostics.add(
                Diagnostic::error(
                    parent.span,
                    format!("`{code}` has more than {MOST_ANCESTORS} ancestors"),
                )
                .help("a body is read no deeper; name a more general code as `parent`"),
            );
        }
    }
}

/// Where the nested object has no `{inner}` of its own, a body has room for one more code. Those between
/// would stand in for the most specific one.
pub(super) fn ancestors_have_a_place(check: &mut Check<'_>) {
    let Some(inner) = check.document.body.as_ref().and_then(|body| body.inner.as_ref()) else {
        return;
    };
    if inner.value.walk().any(|node| *node == NodeDef::Inner) {
        return;
    }
    let parents = Parents::new(check.variants);
    for code in &check.document.codes {
        let Some(parent) = &code.parent else { continue };
        if let Some(grandparent) = parents.ancestors(Entry::Code(code)).nth(1)
            && grandparent.code.span != code.code.span
        {
            let grandparent = &grandparent.code.value;
            let message =
                format!("there is no place in the body for the code of `{}`", code.code.value);
            check.diagnostics.add(
                Diagnostic::error(parent.span, message)
                    .other(inner.span, "this nests no further")
                    .help(format!(
                        "add `\"{{inner?}}\"` to `[body.inner]`, or make `{grandparent}` the parent"
                    )),
            );
        }
    }
}
