//! The page of a code: what it means, what to do, and what it looks like.

use api_error_catalog_core::fact::{Actor, Retry, TextFact, WordFact};
use api_error_catalog_core::template::{TemplatePart, parts, unescape};
use api_error_catalog_core::{Entry, Parameter};
use api_error_catalog_model::{Origin, ResolvedEntry};
use askama::Template;

use super::endpoints::{Endpoint, EntryNumber};
use super::example::{Example, examples};
use super::frame::{Frame, Link, SaidText};
use super::markdown::{Html, is_safe_link, push_text};
use super::site::{Site, SiteCatalog};
use super::texts::Said;
use super::words::name_of_language;
use crate::output::{escaped, fenced};

/// Everything that is said of an entry.
#[derive(Template)]
#[template(path = "docs/code.html")]
pub(super) struct CodePage<'s> {
    frame: Frame<'s>,
    code: &'s str,
    /// Where it is not the code.
    name: Option<&'s str>,
    is_sent: bool,
    is_retired: bool,
    replaced_by: Option<Link>,
    status: u16,
    is_status_assumed: bool,
    reason: &'static str,
    status_link: String,
    title: Option<SaidText>,
    meaning: Option<SaidText>,
    action: Option<SaidText>,
    /// Who acts, whether to send the request again, whether it took effect.
    facts: [Fact; 3],
    causes: Vec<[SaidText; 2]>,
    user_message: Option<SaidText>,
    message: Option<SaidText>,
    parameters: Vec<ParameterRow>,
    examples: Vec<NamedExample>,
    request_headers: Vec<(&'s str, &'s str)>,
    /// Those that answer with it.
    endpoints: Vec<EndpointLink<'s>>,
    /// Those that answer with its status, and name no code there.
    endpoints_of_status: Vec<EndpointLink<'s>>,
    parents: Vec<Link>,
    children: Vec<Link>,
    aliases: Vec<&'s str>,
    problem_type: Option<&'s str>,
    docs: Option<&'s str>,
    assumed: Vec<&'static str>,
    previous: Option<Link>,
    next: Option<Link>,
}

/// A fact that is one of a few words.
struct Fact {
    question: &'static str,
    answer: &'static str,
    explanation: &'static str,
    /// The word as bodies have it; empty where nothing is said.
    word: &'static str,
    is_assumed: bool,
}

/// An endpoint, and its row in the page of the catalog.
struct EndpointLink<'s> {
    method: &'s str,
    path: &'s str,
    summary: Option<&'s str>,
    link: String,
}

struct ParameterRow {
    name: String,
    value_type: &'static str,
    example: Option<String>,
}

struct NamedExample {
    /// The language of the texts in it.
    language: String,
    example: Example,
}

#[derive(Template)]
#[template(path = "docs/code.md", escape = "none")]
struct CodeMarkdown<'p, 's> {
    page: &'p CodePage<'s>,
}

impl<'s> CodePage<'s> {
    pub(super) fn new(site: &'s Site<'_>, locale: usize, number: usize, entry: usize) -> Self {
        let (layout, catalog) = (&site.layout, &site.catalogs[number]);
        let (resolved, compiled) = catalog.entry(entry);
        let frame = frame(site, locale, number, entry);
        let text = |fact| catalog.texts.of_entry(resolved, fact, frame.locale);
        let markdown = |said| SaidText::markdown(said, &frame);
        let own = layout.entry(locale, number, entry);
        let page = |folder: super::layout::Folder| own.link_to(&folder.file("index.html"));
        let link = |other: usize| Link {
            text: catalog.resolved.entries[other].code.clone(),
            link: page(layout.entry(locale, number, other)),
        };
        let neighbour = |other: Option<usize>| {
            other.filter(|other| *other < catalog.resolved.entries.len()).map(link)
        };
        let status = resolved.status.value;
        let catalog_page = page(layout.catalog(locale, number));
        let endpoints = || site.endpoints.of_catalog(site, number);
        let own_number = EntryNumber { catalog: number, entry };
        let is_open =
            |endpoint: &&Endpoint| !endpoint.names(own_number) && endpoint.leaves_open(status);
        let endpoint_link = |endpoint| EndpointLink::new(endpoint, &catalog_page);
        let causes = catalog.texts.causes(resolved, frame.locale).into_iter();
        let examples = examples(compiled, frame.locale).into_iter().map(|example| NamedExample {
            language: name_of_language(&example.locale).to_owned(),
            example,
        });
        Self {
            code: &resolved.code,
            name: (resolved.name != resolved.code).then_some(resolved.name.as_str()),
            is_sent: resolved.is_sent,
            is_retired: resolved.is_retired,
            replaced_by: resolved.replaced_by.map(link),
            status,
            is_status_assumed: resolved.status.assumed,
            reason: compiled.reason().unwrap_or_default(),
            status_link: format!("{catalog_page}#status-{status}"),
            title: own_title(catalog, resolved, &frame),
            meaning: text(TextFact::Description).map(markdown),
            action: text(TextFact::Action).map(markdown),
            facts: facts(resolved, compiled, &frame),
            causes: causes.map(|cause| cause.map(markdown)).collect(),
            user_message: text(TextFact::UserMessage).map(|said| SaidText::plain(said, &frame)),
            message: text(TextFact::Message)
                .filter(|_| resolved.says_message)
                .map(|said| SaidText::with(said, template(said), &frame)),
            parameters: compiled.parameters().map(ParameterRow::new).collect(),
            examples: examples.collect(),
            request_headers: catalog.catalog.request_headers().collect(),
            endpoints: endpoints()
                .filter(|endpoint| endpoint.names(own_number))
                .map(endpoint_link)
                .collect(),
            endpoints_of_status: endpoints().filter(is_open).map(endpoint_link).collect(),
            parents: catalog.parents(entry).map(link).collect(),
            children: catalog.children(entry).iter().copied().map(link).collect(),
            aliases: compiled.aliases().collect(),
            problem_type: resolved.problem_type.as_deref(),
            docs: compiled.docs().filter(|docs| is_safe_link(docs)),
            assumed: resolved.assumed(),
            previous: neighbour(entry.checked_sub(1)),
            next: neighbour(Some(entry + 1)),
            frame,
        }
    }

    /// Whether there is anything to say besides.
    fn has_details(&self) -> bool {
        self.name.is_some()
            || !self.aliases.is_empty()
            || self.problem_type.is_some()
            || self.docs.is_some()
            || !self.assumed.is_empty()
    }

    pub(super) fn markdown(&self) -> askama::Result<String> {
        CodeMarkdown { page: self }.render()
    }
}

fn frame<'s>(site: &'s Site<'_>, locale: usize, number: usize, entry: usize) -> Frame<'s> {
    let (layout, catalog) = (&site.layout, &site.catalogs[number]);
    let code = catalog.resolved.entries[entry].code.clone();
    let mut frame = Frame::new(site, locale, code, |locale| layout.entry(locale, number, entry));
    let own = layout.entry(locale, number, entry);
    frame.is_other_language = !catalog.texts.serves(frame.locale);
    if layout.has_index() {
        frame.trail.push(Link { text: frame.words.errors.to_owned(), link: frame.home.clone() });
        frame.trail.push(Link {
            text: catalog.texts.title(frame.locale).text.to_owned(),
            link: own.link_to(&layout.catalog(locale, number).file("index.html")),
        });
    }
    frame
}

/// A title that the entry or one above it has: that of its status says nothing of the code.
fn own_title(
    catalog: &SiteCatalog<'_>,
    entry: &ResolvedEntry,
    frame: &Frame<'_>,
) -> Option<SaidText> {
    let title = entry.facts.texts[TextFact::Title].as_ref()?;
    let is_own = matches!(title.origin, Origin::Own | Origin::Parent(_));
    let said = catalog.texts.of_entry(entry, TextFact::Title, frame.locale)?;
    is_own.then(|| SaidText::plain(said, frame))
}

fn facts(resolved: &ResolvedEntry, entry: Entry<'_>, frame: &Frame<'_>) -> [Fact; 3] {
    let words = frame.words;
    let (actor, retry) = (entry.actor().map(Actor::as_str), entry.retry().map(Retry::as_str));
    let effect = entry.effect().as_str();
    let fact = |fact, question, word, [answer, explanation]: [&'static str; 2]| Fact {
        question,
        answer,
        explanation,
        word,
        is_assumed: resolved.facts.words[fact].is_some_and(|word| word.assumed),
    };
    let (actor, retry) = (actor.unwrap_or_default(), retry.unwrap_or_default());
    [
        fact(WordFact::Actor, words.who_acts, actor, words.actor(actor)),
        fact(WordFact::Retry, words.retry, retry, words.when_to_retry(retry)),
        fact(WordFact::Effect, words.effect, effect, words.took_effect(effect)),
    ]
}

impl<'s> EndpointLink<'s> {
    fn new(endpoint: &'s Endpoint, catalog_page: &str) -> Self {
        Self {
            method: &endpoint.method,
            path: &endpoint.path,
            summary: endpoint.summary.as_deref(),
            link: format!("{catalog_page}#{}", endpoint.anchor),
        }
    }
}

impl ParameterRow {
    fn new(parameter: Parameter<'_>) -> Self {
        Self {
            name: parameter.name.to_owned(),
            value_type: parameter.parameter_type.as_str(),
            example: parameter.example.map(str::to_owned),
        }
    }
}

/// A message with its placeholders set off.
fn template(said: Said<'_>) -> Html {
    let mut html = String::new();
    for part in parts(said.text).unwrap_or_default() {
        match part {
            TemplatePart::Text(text) => push_text(&mut html, &unescape(text)),
            TemplatePart::Placeholder { name, .. } => {
                html.push_str("<var>{");
                push_text(&mut html, name);
                html.push_str("}</var>");
            }
        }
    }
    Html::of_markup(html)
}
