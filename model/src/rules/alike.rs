//! Entries that are read as the same code.

use std::collections::{HashMap, HashSet};

use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::slot::SlotSource;
use api_error_catalog_core::template::{self, TemplatePart};

use super::check::Check;
use super::sent_codes::{self, Codes};
use crate::diagnostic::Diagnostic;
use crate::document::Text;
use crate::entries::{Entry, VariantEntry};
use crate::finding::{Finding, Subject};

/// What an answer shows of an entry besides its code.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Signs<'c> {
    /// The codes of its ancestors, its parent's first.
    ancestors: Vec<&'c str>,
    status: Option<u16>,
    /// The message without placeholders, where the body has a place for it. One that is nothing else
    /// fits every text, and tells nothing.
    message: Option<String>,
    /// The problem type, where the body has a place for it.
    problem_type: Option<&'c str>,
}

/// Several entries may be read as one code: the codes around it, the status and the message tell them apart.
pub(super) fn entries_can_be_told_apart(check: &mut Check<'_>) {
    let slots = || check.document.body.iter().flat_map(|body| &body.slots);
    let sends = |source| slots().any(|slot| slot.value.source == source);
    let (sends_code, sends_type) = (sends(SlotSource::Code), sends(SlotSource::ProblemType));
    let sends_message = sends(SlotSource::Text(TextFact::Message));
    // With a base, every entry has a type of its own.
    let has_base = check.document.body.as_ref().is_some_and(|body| body.type_base.is_some());
    // A body without a place for codes is another rule's finding.
    let is_fine = matches!(sent_codes::codes(check), Codes::Fine);
    if !is_fine || sends_type && has_base {
        return;
    }

    let mut first: HashMap<(&str, Signs<'_>), &VariantEntry<'_>> = HashMap::new();
    let mut reported = HashSet::new();
    let sends_parents = sends_parents(check);
    for (spelling, variant) in spellings(check, sends_code) {
        let mut signs = signs(check, variant);
        signs.message = signs.message.filter(|_| sends_message);
        signs.problem_type = signs.problem_type.filter(|_| sends_type);
        if !sends_parents {
            signs.ancestors.clear();
        }
        // A message of placeholders alone fits every text, so that the first entry counts whatever its
        // message is.
        let any_message = Signs { message: None, ..signs.clone() };
        let first_of_any = *first.entry((spelling, any_message)).or_insert(variant);
        let is_open = signs.message.as_ref().is_some_and(String::is_empty);
        let same = *first.entry((spelling, signs)).or_insert(variant);
        let first = if is_open { first_of_any } else { same };
        let (name, other) = (&*variant.name.value, &*first.name.value);
        // A name that is there twice is another rule's.
        if name == other || !reported.insert((name, other)) {
            continue;
        }
        let warning = Diagnostic::warning(
            variant.name.span,
            format!("nothing in an answer tells `{name}` from `{other}`"),
        )
        .other(first.name.span, "this comes first, and every such answer is read as it")
        .help(help(spelling, sends_message));
        let finding = warning.rests_on(Subject::Entries).rests_on(Subject::Slots);
        let subjects = [variant, first].into_iter().flat_map(|variant| subjects(check, variant));
        let finding = subjects.collect::<Vec<_>>().into_iter().fold(finding, Finding::rests_on);
        check.diagnostics.add(finding);
    }
}

/// What the signs of an entry rest on.
fn subjects(check: &Check<'_>, variant: &VariantEntry<'_>) -> Vec<Subject> {
    let lineage = check.inheritance.lineage(variant.entry);
    let messages = lineage.iter().filter_map(|(_, entry)| entry.facts().message());
    let texts = messages.flat_map(Text::present).map(|text| Subject::Placeholders(text.span));
    std::iter::once(Subject::Fact(variant.name.span, "status")).chain(texts).collect()
}

/// Whether codes of ancestors are in the body: at levels, or in nested objects.
fn sends_parents(check: &Check<'_>) -> bool {
    check.document.body.as_ref().is_some_and(|body| {
        body.inner.is_some()
            || body.slots.iter().any(|slot| slot.value.level > 0 && slot.value.source.names_entry())
    })
}

fn help(spelling: &str, sends_message: bool) -> String {
    let both = match spelling {
        "" => "they".to_owned(),
        code => format!("they are read as `{code}`, and"),
    };
    let same = if sends_message { "status and text in `message`" } else { "status" };
    format!("{both} have the same {same}; make one of these differ, or leave one of the two out")
}

/// The entries that share a code or an alias, and what that is. Where bodies have no code, they all do.
fn spellings<'c>(check: &Check<'c>, sends_code: bool) -> Vec<(&'c str, &'c VariantEntry<'c>)> {
    if !sends_code {
        return check.variants.iter().map(|variant| ("", variant)).collect();
    }
    let all = check.variants.iter().flat_map(|variant| {
        let aliases = match variant.entry {
            Entry::Code(code) => &code.aliases[..],
            Entry::Status(_) => &[],
        };
        let spellings = std::iter::once(&*variant.code.value);
        spellings.chain(aliases.iter().map(|a| a.value.as_str())).map(move |s| (s, variant))
    });
    let mut counts: HashMap<&str, usize> = HashMap::with_capacity(check.variants.len());
    for (spelling, _) in all.clone() {
        *counts.entry(spelling).or_default() += 1;
    }
    all.filter(|(spelling, _)| counts.get(spelling) > Some(&1)).collect()
}

fn signs<'c>(check: &Check<'c>, variant: &'c VariantEntry<'c>) -> Signs<'c> {
    let lineage = check.inheritance.lineage(variant.entry);
    let status = check.inheritance.status(&lineage).map(|status| status.value);
    let tables = check.inheritance.tables(&lineage, status);
    let text = |fact| tables.iter().find_map(|table| table.facts.texts[fact].as_ref());
    // What stands in for a message is in `Resolver::add_fallbacks`.
    let message = text(TextFact::Message)
        .map(|message| literals(first_text(message)))
        .or_else(|| text(TextFact::Description).map(|text| first_text(text).to_owned()))
        .or_else(|| text(TextFact::Title).map(|text| first_text(text).to_owned()));
    let code_of = |entry: Entry<'c>| match entry {
        Entry::Code(code) => Some(code.effective_code().value.as_str()),
        Entry::Status(row) => row.code.as_ref().map(|code| code.value.as_str()),
    };
    Signs {
        ancestors: lineage[1..].iter().filter_map(|(_, entry)| code_of(*entry)).collect(),
        status,
        message,
        problem_type: variant.entry.facts().problem_type.as_ref().map(|uri| uri.value.as_str()),
    }
}

/// The text in the default locale, or in the first that has one.
fn first_text(text: &Text) -> &str {
    text.present().next().map_or("", |version| version.value.as_str())
}

/// What a template says besides its placeholders.
fn literals(message: &str) -> String {
    let parts = template::parts(message).unwrap_or_default();
    let literals = parts.into_iter().map(|part| match part {
        TemplatePart::Text(text) => text,
        TemplatePart::Placeholder { .. } => "",
    });
    let literals: String = literals.collect();
    if literals.trim().is_empty() { String::new() } else { literals }
}
