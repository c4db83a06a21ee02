//! `errcat stats`: what catalogs still lack.

mod texts;

use api_error_catalog_core::fact::TextFact;
use api_error_catalog_model::document::Document;
use api_error_catalog_model::{Side, Sources, Span};
use clap::{Args, ValueEnum};
use serde::Serialize;

use self::texts::Locale;
use crate::catalogs::{self, CatalogFile};
use crate::failure::Failure;
use crate::output::{self, Report};

/// Counts what catalogs still lack: translations, actions, facts that are known
///
/// Mistakes are not counted: `errcat check` finds them. Nor is what a ready-made base says.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat stats errors.toml
  errcat stats --format json catalogs/")]
pub(crate) struct Stats {
    /// Catalog files, folders to look for them in, or patterns [default: the current folder]
    #[arg(value_name = "FILES")]
    files: Vec<String>,

    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON object, for programs
    Json,
}

/// What is counted in all catalogs.
#[derive(Serialize)]
struct Counts {
    catalogs: Vec<CatalogCount>,
}

/// What is counted in a catalog.
#[derive(Serialize)]
struct CatalogCount {
    api: String,
    file: String,
    entries: usize,
    retired: usize,
    statuses: usize,
    locales: Vec<Locale>,
    /// The names of the entries that are sent and have no action, not even an inherited one.
    without_action: Vec<String>,
    /// What the documentation of the API does not say.
    assumed: Vec<Assumed>,
}

/// A fact that is assumed, where the catalog says so.
#[derive(Serialize)]
struct Assumed {
    key: String,
    /// `code.insufficient-funds`
    table: String,
    #[serde(flatten)]
    place: Place,
}

/// Where something stands; lines count from 1.
#[derive(Clone, Serialize)]
struct Place {
    file: String,
    line: usize,
}

impl Place {
    /// `None` in a ready-made base.
    fn of(span: Span, sources: &Sources) -> Option<Self> {
        let source = sources.get(span.file);
        let line = source.position(span.start).line;
        source.is_file().then(|| Self { file: source.path.clone(), line })
    }
}

impl Stats {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let catalogs = catalogs::read(&self.files, Side::Client)?;
        let counts = Counts { catalogs: catalogs.iter().map(CatalogCount::new).collect() };
        let text = match self.format {
            Format::Text => {
                counts.catalogs.iter().map(CatalogCount::text).collect::<Vec<_>>().join("\n")
            }
            Format::Json => output::json(&counts),
        };
        Ok(Report { text, ..Report::default() })
    }
}

impl CatalogCount {
    fn new(CatalogFile { path, reading }: &CatalogFile) -> Self {
        let (document, resolved) = (reading.document(), reading.partial_catalog());
        let sent = resolved.entries.iter().filter(|entry| !entry.is_retired);
        let lacks_action = sent.filter(|entry| entry.facts.texts[TextFact::Action].is_none());
        Self {
            api: resolved.name.clone(),
            file: path.clone(),
            entries: resolved.entries.len(),
            retired: resolved.entries.iter().filter(|entry| entry.is_retired).count(),
            statuses: document.statuses.len(),
            locales: texts::locales(document, &reading.sources),
            without_action: lacks_action.map(|entry| entry.name.clone()).collect(),
            assumed: assumed(document, &reading.sources),
        }
    }

    fn text(&self) -> String {
        let Self { api, file, entries, retired, statuses, .. } = self;
        let mut out = format!("{api} ({file})\n");
        let retired =
            if *retired > 0 { format!(", {retired} of them retired") } else { String::new() };
        out += &format!("  entries         {entries}{retired}\n");
        out += &format!("  statuses        {statuses}\n");
        for Locale { tag, texts, untranslated } in &self.locales {
            let there = texts - untranslated.len();
            out += &format!("  texts in {tag:6} {there} of {texts}\n");
            for text in untranslated {
                out += &format!("    {}:{} {}\n", text.place.file, text.place.line, text.key);
            }
        }
        let count = |list: usize| if list == 0 { "none".to_owned() } else { list.to_string() };
        out += &format!("  without action  {}\n", count(self.without_action.len()));
        out.extend(self.without_action.iter().map(|name| format!("    {name}\n")));
        out += &format!("  assumed         {}\n", count(self.assumed.len()));
        for Assumed { key, table, place } in &self.assumed {
            out += &format!("    {}:{} {table}.{key}\n", place.file, place.line);
        }
        out
    }
}

fn assumed(document: &Document, sources: &Sources) -> Vec<Assumed> {
    let tables = texts::tables(document);
    let keys =
        tables.iter().flat_map(|(table, facts)| facts.assumed.iter().map(move |key| (table, key)));
    let assumed = keys.filter_map(|(table, key)| {
        let place = Place::of(key.span, sources)?;
        Some(Assumed { key: key.value.clone(), table: table.clone(), place })
    });
    assumed.collect()
}
