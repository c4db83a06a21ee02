//! `errcat explain`: what a code, a status or an answer means.

mod answer;
mod entry;
mod listing;
mod markdown;
mod members;
mod rows;
mod rule;
mod search;
mod status;
mod text;

use std::io::Read as _;

use api_error_catalog_core::Catalog;
use api_error_catalog_core::locale::leads_to;
use api_error_catalog_core::shape::ShapeDef;
use clap::{Args, ValueEnum};
use serde::Serialize;

use self::answer::AnswerExplanation;
use self::entry::EntryExplanation;
use self::listing::Listing;
use self::rule::RuleExplanation;
use self::status::StatusExplanation;
use crate::catalogs::{CompiledCatalog, Groups};
use crate::commands::diff::Rule;
use crate::failure::Failure;
use crate::output::{self, Report, Status};
use crate::received;

/// Says what a code, a status or an answer means, and what to do
///
/// Looks for it in the catalogs that are named; without any, in those of the current folder and three
/// levels below it, and then in the ready-made ones. The exit status is 1 where none of them knows it.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat explain insufficient-funds
  errcat explain --api partner-center --locale fr 99904
  errcat explain 429
  curl -si https://api.example/payments/7 | errcat explain -")]
pub(crate) struct Explain {
    /// A code, the beginning of one, or an HTTP status; with `-`, a body or all that `curl -i` prints is
    /// read from standard input
    #[arg(value_name = "CODE|STATUS|-")]
    query: String,

    /// A catalog to look in, and no other than those named so
    #[arg(long = "catalog", short, value_name = "FILE")]
    catalogs: Vec<String>,

    /// The name of the catalog, `hub2`
    #[arg(long, value_name = "NAME")]
    api: Option<String>,

    /// The language of the texts, `fr` [default: that of the catalog]
    #[arg(long, value_name = "TAG", default_value = "", hide_default_value = true)]
    locale: String,

    /// The HTTP status of the body on standard input
    #[arg(long, value_name = "STATUS")]
    status: Option<u16>,

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
    /// Markdown, for chats and tickets
    Md,
}

/// A catalog that is asked.
pub(super) struct Asked<'c> {
    origin: &'c str,
    shape: &'c ShapeDef,
    catalog: Catalog<'c>,
}

/// What there is to say.
#[derive(Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Explanation {
    /// Of each entry that is meant.
    Entries { entries: Vec<EntryExplanation> },
    /// Of a status, in each catalog that has a row for it.
    Statuses { statuses: Vec<StatusExplanation> },
    /// Which entries there are to choose from.
    Listing(Listing),
    /// Of a rule that `errcat diff` judges by.
    Rule(RuleExplanation),
    /// Of an answer that was received.
    Answer(Box<AnswerExplanation>),
}

impl Explanation {
    /// The catalog of the first thing that is explained, and the locale of its texts; `None` in a list, which
    /// is of several, and of a rule.
    fn api_and_locale(&self) -> Option<(&str, &str)> {
        let (entry, row) = match self {
            Self::Entries { entries } => (entries.first(), None),
            Self::Statuses { statuses } => (None, statuses.first()),
            Self::Answer(answer) => (answer.entry.as_ref(), answer.row.as_ref()),
            Self::Listing(_) | Self::Rule(_) => (None, None),
        };
        let of_entry = entry.map(|entry| (entry.api.as_str(), entry.locale.as_str()));
        of_entry.or(row.map(|row| (row.api.as_str(), row.locale.as_str())))
    }
}

impl Explain {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let Groups { groups, http, left_out } = Groups::read(&self.catalogs, self.api.as_deref())?;
        let opened: Vec<Vec<_>> =
            groups.iter().map(|group| group.iter().map(open).collect()).collect();
        let found = if self.query == "-" {
            let received = received::parse(&input()?, self.status);
            answer::explain(&opened, &received, &self.locale)
        } else {
            search::search(&opened, http.as_ref().map(open).as_ref(), &self.query, &self.locale)
        };
        let found = found.or_else(|unknown| {
            // What `errcat diff` names its findings by.
            Rule::find(&self.query).map(|rule| Explanation::Rule(rule.into())).ok_or(unknown)
        });
        Ok(match found {
            Ok(explanation) => Report {
                text: self.show(&explanation),
                remarks: self.other_locale(&explanation).unwrap_or_default(),
                status: Status::Well,
            },
            Err(unknown) => Report {
                text: String::new(),
                remarks: format!("{}\n{}", text::printable(&unknown), remark(&left_out)),
                status: Status::Found,
            },
        })
    }

    /// That the texts are in another language than was asked for.
    fn other_locale(&self, explanation: &Explanation) -> Option<String> {
        let (api, locale) = explanation.api_and_locale()?;
        let is_other =
            !self.locale.is_empty() && !leads_to(self.locale.as_bytes(), locale.as_bytes());
        let asked = text::printable(&self.locale);
        is_other.then(|| format!("`{api}` has no texts in `{asked}`: these are in `{locale}`\n"))
    }

    fn show(&self, explanation: &Explanation) -> String {
        match self.format {
            Format::Text => text::text(explanation),
            Format::Json => output::json(explanation),
            Format::Md => markdown::markdown(explanation),
        }
    }
}

fn open(compiled: &CompiledCatalog) -> Asked<'_> {
    Asked { origin: &compiled.origin, shape: &compiled.shape, catalog: compiled.open() }
}

/// What may be why nothing was found.
fn remark(left_out: &[String]) -> String {
    match left_out {
        [] => String::new(),
        [path] => {
            format!("`{path}` has errors and was not asked; `errcat check {path}` shows them\n")
        }
        paths => format!(
            "{} catalogs have errors and were not asked; `errcat check` shows them\n",
            paths.len()
        ),
    }
}

/// The most bytes that are read from standard input: a body of which the decoder reads all, and its headers.
const MOST_BYTES: u64 = 1 << 20;

fn input() -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes);
    read.map_err(|error| Failure::of_file("standard input", "read", &error))?;
    Ok(bytes)
}
