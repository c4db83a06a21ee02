//! `parent`: it exists, there are no cycles, and no more ancestors than a body has room for.

use std::collections::{HashMap, HashSet};
use std::iter::successors;

use api_error_catalog_core::builder::MOST_ANCESTORS;
use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::shape::NodeDef;
use api_error_catalog_core::slot::SlotSource;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::entries::{Entry, VariantEntry};
use crate::finding::Subject;
use crate::inheritance::Inheritance;
use crate::source::{Span, Spanned};
use crate::suggestion::Suggestions;

/// Of several codes with one missing parent, the first is reported: the parent is what is wrong.
pub(super) fn parents_exist(check: &mut Check<'_>) {
    let mut missing: Vec<(&Spanned<String>, usize)> = Vec::new();
    let mut numbers = HashMap::new();
    for parent in check.document.codes.iter().filter_map(|code| code.parent.as_ref()) {
        if check.inheritance.number(&parent.value).is_some() {
            continue;
        }
        let number = *numbers.entry(parent.value.as_str()).or_insert(missing.len());
        match missing.get_mut(number) {
            Some((_, others)) => *others += 1,
            None => missing.push((parent, 0)),
        }
    }
    if missing.is_empty() {
        return;
    }
    let names = check.variants.iter().map(|variant| &*variant.name.value);
    let mut suggestions = Suggestions::new(names);
    for (parent, others) in missing {
        let name = &parent.value;
        let also = match others {
            0 => String::new(),
            1 => ", which another code names too".to_owned(),
            others => format!(", which {others} other codes name too"),
        };
        let meant = suggestions.nearest(name);
        let error = Diagnostic::error(parent.span, format!("there is no code `{name}`{also}"));
        let error = error.meant_or(meant, || format!("add `[code.{name}]`, or leave `parent` out"));
        let error = error.rests_on(Subject::Entries);
        let meant = meant.and_then(|meant| check.inheritance.number(meant));
        check.diagnostics.add(match meant.map(|number| &check.variants[number]) {
            // A parent needs no message.
            Some(meant) => error.explains(Subject::Fact(meant.name.span, "message")),
            None => error.explains(Subject::Parents),
        });
    }
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
    let mut seen = HashSet::new();
    for start in check.document.codes.iter().filter(|code| code.parent.is_some()) {
        let mut way: Vec<&str> = Vec::new();
        let mut next = Some(start);
        while let Some(here) = next {
            let name = here.name.value.as_str();
            if let Some(at) = way.iter().position(|passed| *passed == name) {
                let parent = here.parent.as_ref().expect("a cycle has parents");
                way.push(name);
                check.diagnostics.add(circle(&way[at..], parent.span).explains(Subject::Parents));
                break;
            }
            if !seen.insert(name) {
                break;
            }
            way.push(name);
            // A status row has no parent, and is in no circle.
            next = match parent(check.inheritance, Entry::Code(here)).map(|parent| parent.entry) {
                Some(Entry::Code(parent)) => Some(parent),
                Some(Entry::Status(_)) | None => None,
            };
        }
    }
}

fn parent<'c>(inheritance: &'c Inheritance<'c>, entry: Entry<'c>) -> Option<&'c VariantEntry<'c>> {
    let number = inheritance.number(entry.parent()?)?;
    inheritance.variants().get(number).copied()
}

/// The ancestors of an entry, its parent first; without an end where they go in a circle.
fn ancestors<'c>(
    inheritance: &'c Inheritance<'c>,
    entry: Entry<'c>,
) -> impl Iterator<Item = &'c VariantEntry<'c>> {
    successors(parent(inheritance, entry), |variant| parent(inheritance, variant.entry))
}

pub(super) fn ancestors_are_few(check: &mut Check<'_>) {
    for code in &check.document.codes {
        let Some(parent) = &code.parent else { continue };
        // Of a longer chain, the code that is one too deep is reported, and none of those below it.
        let ancestors =
            ancestors(check.inheritance, Entry::Code(code)).take(MOST_ANCESTORS + 2).count();
        if ancestors == MOST_ANCESTORS + 1 {
            let code = &code.name.value;
            check.diagnostics.add(
                Diagnostic::error(
                    parent.span,
                    format!("`{code}` has more than {MOST_ANCESTORS} ancestors"),
                )
                .help("a body is read no deeper; name a more general code as `parent`")
                .rests_on(Subject::Parents),
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
    for code in &check.document.codes {
        let Some(parent) = &code.parent else { continue };
        if let Some(grandparent) = ancestors(check.inheritance, Entry::Code(code)).nth(1)
            && grandparent.name.span != code.name.span
        {
            let grandparent = &grandparent.name.value;
            let message =
                format!("there is no place in the body for the code of `{}`", code.name.value);
            check.diagnostics.add(
                Diagnostic::error(parent.span, message)
                    .other(inner.span, "this nests no further")
                    .help(format!(
                        "add `\"{{inner?}}\"` to `[body.inner]`, or make `{grandparent}` the parent"
                    ))
                    .rests_on(Subject::Slots)
                    .rests_on(Subject::Parents),
            );
        }
    }
}

/// Where the shape has codes at levels, a code at another level is told by nothing but a message at that
/// level. A code that others are sent under may have no body of its own.
pub(super) fn levels_have_a_place(check: &mut Check<'_>) {
    let Some(body) = &check.document.body else { return };
    let codes = || body.slots.iter().filter(|slot| slot.value.source.names_entry());
    if body.inner.is_some() || codes().all(|slot| slot.value.level == 0) {
        return;
    }
    let has_place = |depth: usize| {
        codes().any(|slot| slot.value.level == 0)
            || body.slots.iter().any(|slot| {
                let tells = slot.value.source.names_entry()
                    || slot.value.source == SlotSource::Text(TextFact::Message);
                tells && usize::from(slot.value.level) == depth
            })
    };
    let parents = check.document.codes.iter().filter_map(|code| code.parent.as_ref());
    let parents: HashSet<_> = parents.map(|parent| parent.value.as_str()).collect();
    for code in &check.document.codes {
        let depth = check.inheritance.lineage(Entry::Code(code)).len();
        if has_place(depth) || parents.contains(code.name.value.as_str()) {
            continue;
        }
        let place = code.parent.as_ref().map_or(code.name.span, |parent| parent.span);
        let name = &code.name.value;
        check.diagnostics.add(
            Diagnostic::error(
                place,
                format!("there is no place in the body for the code of `{name}`, at level {depth}"),
            )
            .help(format!("add `\"{{code:{depth}?}}\"` to the shape, or name another `parent`"))
            .rests_on(Subject::Entries)
            .rests_on(Subject::Slots)
            .rests_on(Subject::Parents),
        );
    }
}
