//! What all pages have around their content.

use askama::Template;
use askama::filters::HtmlSafe;

use super::layout::{DECODER, Folder, PROGRAM, SCRIPT, SEARCH, STYLE};
use super::markdown::Html;
use super::site::Site;
use super::texts::Said;
use super::words::{Words, direction, name_of_language};

/// What is around the content of a page. Links are relative to the page.
pub(super) struct Frame<'s> {
    pub(super) words: &'static Words,
    /// The language of the page.
    pub(super) locale: &'s str,
    pub(super) direction: &'static str,
    /// What the page is called, without the site.
    pub(super) title: String,
    /// What the site is called.
    pub(super) site_title: String,
    pub(super) home: String,
    pub(super) style: String,
    pub(super) script: String,
    pub(super) search: String,
    pub(super) program: String,
    pub(super) decoder: String,
    /// To the folder of the page's language.
    pub(super) top: String,
    /// The page in each language.
    pub(super) languages: Vec<Language<'s>>,
    /// The way down to the page, without itself.
    pub(super) trail: Vec<Link>,
    /// Whether the catalog has no texts in the language of the page.
    pub(super) is_other_language: bool,
}

pub(super) struct Language<'s> {
    pub(super) tag: &'s str,
    pub(super) name: &'s str,
    pub(super) link: String,
    pub(super) is_current: bool,
}

pub(super) struct Link {
    pub(super) text: String,
    pub(super) link: String,
}

impl Link {
    /// The Markdown beside the page.
    pub(super) fn markdown(&self) -> String {
        format!("{}.md", self.link.trim_end_matches(".html"))
    }
}

impl<'s> Frame<'s> {
    /// The frame of a page in one of the languages; `folder` says where it is in any of them.
    pub(super) fn new(
        site: &'s Site<'_>,
        locale: usize,
        title: String,
        folder: impl Fn(usize) -> Folder,
    ) -> Self {
        let (layout, own) = (&site.layout, folder(locale));
        let locales = layout.locales.iter().enumerate();
        let languages = locales.map(|(number, tag)| Language {
            tag,
            name: name_of_language(tag),
            link: own.link_to(&folder(number).file("index.html")),
            is_current: number == locale,
        });
        let tag = layout.locales[locale].as_str();
        let words = Words::of(tag);
        let site_title = match &site.catalogs[..] {
            [catalog] => catalog.texts.title(tag).text.to_owned(),
            _ => words.errors.to_owned(),
        };
        Self {
            words,
            locale: tag,
            direction: direction(tag),
            title,
            site_title,
            home: own.link_to(&layout.top(locale).file("index.html")),
            style: own.link_to(STYLE),
            script: own.link_to(SCRIPT),
            search: own.link_to(&layout.top(locale).file(SEARCH)),
            program: own.link_to(PROGRAM),
            decoder: own.link_to(DECODER),
            top: own.link_to(layout.top(locale).as_str()),
            languages: languages.collect(),
            trail: Vec::new(),
            is_other_language: false,
        }
    }
}

/// A text of a catalog in a page.
#[derive(Clone, Template)]
#[template(path = "docs/said.html")]
pub(super) struct SaidText {
    html: Html,
    /// As the catalog has it.
    pub(super) source: String,
    /// The language of the text, where it is not that of the page.
    lang: Option<String>,
    /// What to call a text that is not translated, where this one is not.
    pub(super) untranslated: Option<&'static str>,
    is_block: bool,
}

impl HtmlSafe for SaidText {}

impl SaidText {
    /// Paragraphs of Markdown.
    pub(super) fn markdown(said: Said<'_>, frame: &Frame<'_>) -> Self {
        Self { is_block: true, ..Self::with(said, Html::of_markdown(said.text), frame) }
    }

    /// Text without markup.
    pub(super) fn plain(said: Said<'_>, frame: &Frame<'_>) -> Self {
        Self::with(said, Html::of_text(said.text), frame)
    }

    pub(super) fn with(said: Said<'_>, html: Html, frame: &Frame<'_>) -> Self {
        let is_other = !said.locale.is_empty() && said.locale != frame.locale;
        Self {
            html,
            source: said.text.to_owned(),
            lang: is_other.then(|| said.locale.to_owned()),
            untranslated: (!said.is_translated).then_some(frame.words.not_translated),
            is_block: false,
        }
    }

    /// Its Markdown, and that it is not translated.
    pub(super) fn marked(&self) -> String {
        match self.untranslated {
            Some(words) => format!("{} ({words})", self.source.trim_end()),
            None => self.source.trim_end().to_owned(),
        }
    }

    /// The same in one line, for a list.
    pub(super) fn one_line(&self) -> String {
        self.marked().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}
