//! The texts of a catalog, and where each stands.

use std::fmt::{self, Display};

use api_error_catalog_model::document::{Document, Facts, Text};

/// A text as a catalog's files say it, in whatever locales.
pub(crate) struct CatalogText<'d> {
    /// The keys and indices that lead to it.
    pub(crate) path: Vec<Step>,
    pub(crate) text: &'d Text,
}

/// A step on the way to a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Key(String),
    /// Counts from 0.
    Index(usize),
}

impl CatalogText<'_> {
    /// The path in one string, `code.insufficient-funds.causes[0].when`.
    pub(crate) fn key(&self) -> String {
        Path(&self.path).to_string()
    }
}

struct Path<'p>(&'p [Step]);

impl Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if number == 0 => write!(f, "{key}")?,
                Step::Key(key) => write!(f, ".{key}")?,
                Step::Index(index) => write!(f, "[{index}]")?,
            }
        }
        Ok(())
    }
}

/// Every text of a catalog, in the order title, defaults, statuses, entries.
pub(crate) fn texts(document: &Document) -> Vec<CatalogText<'_>> {
    let mut texts = Vec::new();
    let title = document.header.title.iter();
    texts.extend(title.map(|text| CatalogText { path: keys(["catalog", "title"]), text }));
    if let Some(table) = &document.defaults {
        add(&mut texts, &keys(["defaults"]), &table.facts);
    }
    for row in &document.statuses {
        add(&mut texts, &keys(["status", &row.status.value.to_string()]), &row.facts);
    }
    for code in &document.codes {
        let table = keys(["code", &code.name.value]);
        add(&mut texts, &table, &code.facts);
        for (number, cause) in code.causes.iter().enumerate() {
            for (key, text) in [("when", &cause.when), ("action", &cause.action)] {
                let mut path = table.clone();
                path.extend(keys(["causes"]));
                path.push(Step::Index(number));
                path.extend(keys([key]));
                texts.push(CatalogText { path, text });
            }
        }
    }
    texts
}

fn add<'d>(texts: &mut Vec<CatalogText<'d>>, table: &[Step], facts: &'d Facts) {
    let said = facts.texts.iter().filter_map(|(fact, text)| Some((fact, text.as_ref()?)));
    texts.extend(said.map(|(fact, text)| {
        let path = table.iter().cloned().chain(keys([fact.key()])).collect();
        CatalogText { path, text }
    }));
}

fn keys<const COUNT: usize>(keys: [&str; COUNT]) -> Vec<Step> {
    keys.map(|key| Step::Key(key.to_owned())).into()
}
