//! The page above those of the catalogs.

use askama::Template;

use super::frame::{Frame, SaidText};
use super::site::Site;
use crate::output::escaped;

/// The catalogs, to choose from.
#[derive(Template)]
#[template(path = "docs/index.html")]
pub(super) struct IndexPage<'s> {
    frame: Frame<'s>,
    catalogs: Vec<Listed>,
}

struct Listed {
    title: SaidText,
    name: String,
    link: String,
    markdown: String,
    count: String,
}

#[derive(Template)]
#[template(path = "docs/index.md", escape = "none")]
struct IndexMarkdown<'p, 's> {
    page: &'p IndexPage<'s>,
}

impl<'s> IndexPage<'s> {
    pub(super) fn new(site: &'s Site<'_>, locale: usize) -> Self {
        let layout = &site.layout;
        let frame = Frame::new(site, locale, String::new(), |locale| layout.top(locale).clone());
        let catalogs = site.catalogs.iter().enumerate().map(|(number, catalog)| {
            let folder = layout.catalog(locale, number);
            let link_to = |file| layout.top(locale).link_to(&folder.file(file));
            Listed {
                title: SaidText::plain(catalog.texts.title(frame.locale), &frame),
                name: catalog.resolved.name.clone(),
                link: link_to("index.html"),
                markdown: link_to("index.md"),
                count: frame
                    .words
                    .extent(catalog.resolved.entries.len(), catalog.resolved.statuses.len()),
            }
        });
        let catalogs = catalogs.collect();
        Self { frame, catalogs }
    }

    pub(super) fn markdown(&self) -> askama::Result<String> {
        IndexMarkdown { page: self }.render()
    }
}
