//! What clients see of a catalog, as a text file that is kept beside it and reviewed like code: a golden
//! file.
//!
//! It has the media type, the headers and the shape of answers, and of each entry its code, its status
//! and what else a program may go by. Texts for people are not in it: they are no contract. What is only
//! read, such as an alias, is in it, since an answer may have it.
//!
//! The first line names the format and its version. Then there are sections, each of a [`Subject`] in a
//! line of its own, with its facts below it, one a line, indented by two blanks; blank lines do not count.
//! The sections stand in the order of [`Subject`], entries by their names, so that the file does not
//! depend on the order of the catalog, and a change of one fact changes one line.
//!
//! ```text
//! api-error-catalog golden 1
//!
//! answer
//!   media-type application/json
//!
//! answer 503
//!   header Retry-After
//!
//! body
//!   /status {status integer}
//!   /code {code string}
//!   /errors list
//!   /errors/0 for each error object
//!   /errors/0/field optional {field string}
//!
//! entry too-long
//!   code too-long
//!   status 422
//!   retry after-change
//!   parameter most integer
//! ```
//!
//! - A word that is empty, has a blank or a control character in it or begins with a quotation mark is
//!   written as a JSON string.
//! - `media-type`, `request-header` and `header` are what answers have, those of a status below
//!   `answer 503`. A header without a value is there, and the catalog does not say what it is.
//! - A member of the body is named by its JSON Pointer (RFC 6901), in wire order; an item of a list by its
//!   number among the items of the shape, a member of any name by the slot that its name is, `{field}`.
//!   Braces of a name are doubled. `optional` is left out where it has no value, and otherwise `null` then.
//!   `for each error` stands for any number of errors. `also` is followed by names that are read too.
//! - A value is `object`, `list`, `inner` (the nested object, which has a section of its own), a JSON
//!   value, or a slot: its name and level, its type, another type that is read, and how many characters
//!   it has, `{message:2 string or integer min 1 max 1024}`. A string may have slots in it, and what is
//!   left out without them in brackets; other braces and brackets are doubled.
//! - An entry has `code` where it is sent, `status`, `type` (the problem type), `retry`, `actor` and
//!   `effect` and `grpc` where the catalog says them, `parent`, `retired`, each `alias`, each `parameter` with its
//!   type, and what it puts into slots, `set`, as JSON.

mod difference;
mod facts;
mod parse;
mod shape;
mod word;

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::catalog::Catalog;
pub use difference::{Difference, differences};
pub use parse::{ParseError, parse};

/// The version of the format.
const VERSION: u32 = 1;

/// What the first line is, before the version.
const FORMAT: &str = "api-error-catalog golden ";

/// The client-visible facts of a catalog.
///
/// `Display` writes the file. Two are equal where their facts stand in the same order; whether clients see
/// a difference, [`differences`] says.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::builder::encode;
/// use api_error_catalog_core::golden::{Golden, differences, parse, write};
///
/// let file = write(&encode(&wallet())?.catalog());
/// assert!(file.contains("\nentry internal\n  code internal\n  status 500\n"));
///
/// let mut changed = wallet();
/// changed.entries[1].status = 503;
/// let changed = encode(&changed)?;
/// let (before, after) = (parse(&file)?, Golden::of(&changed.catalog()));
/// let differences = differences(&before, &after);
/// assert_eq!(differences.len(), 1);
/// let expected = "the entry `internal`: `status` was `500`, is `503`";
/// assert_eq!(differences[0].to_string(), expected);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Golden {
    sections: BTreeMap<Subject, Vec<Fact>>,
}

/// What a section is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// Answers of every status, or what those of one have besides.
    Answer(Option<u16>),
    /// The JSON that travels.
    Body,
    /// The object that is nested in it.
    Inner,
    /// The entry of that name.
    Entry(String),
}

/// A fact: what it is of, and its value, both as they stand in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Fact {
    /// One word, or two where the subject has several of the kind.
    key: String,
    /// Empty where there is nothing more to say.
    value: String,
}

impl Golden {
    /// The facts of a catalog.
    pub fn of(catalog: &Catalog<'_>) -> Self {
        facts::of(catalog)
    }

    /// What there are sections of, in their order.
    pub fn subjects(&self) -> impl Iterator<Item = &Subject> {
        self.sections.keys()
    }

    /// The facts of a section, what each is of and its value, as they stand in the file; none where there is
    /// no such section.
    pub fn facts(&self, subject: &Subject) -> impl Iterator<Item = (&str, &str)> {
        let facts = self.sections.get(subject).into_iter().flatten();
        facts.map(|fact| (&*fact.key, &*fact.value))
    }

    /// Adds a section. Of several facts with one key, the first counts.
    fn add(&mut self, subject: Subject, facts: impl IntoIterator<Item = Fact>) {
        let section = self.sections.entry(subject).or_default();
        for fact in facts {
            if section.iter().all(|known| known.key != fact.key) {
                section.push(fact);
            }
        }
    }
}

/// The golden file of a catalog.
pub fn write(catalog: &Catalog<'_>) -> String {
    Golden::of(catalog).to_string()
}

impl fmt::Display for Golden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{FORMAT}{VERSION}")?;
        for (subject, facts) in &self.sections {
            write!(f, "\n{subject}\n")?;
            for fact in facts {
                writeln!(f, "  {fact}")?;
            }
        }
        Ok(())
    }
}

/// The line that begins a section.
impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer(None) => f.write_str("answer"),
            Self::Answer(Some(status)) => write!(f, "answer {status}"),
            Self::Body => f.write_str("body"),
            Self::Inner => f.write_str("inner"),
            Self::Entry(name) => write!(f, "entry {}", word::written(name)),
        }
    }
}

impl Fact {
    fn new(key: impl Into<String>, value: impl Into<String>) -> Self {
        Self { key: key.into(), value: value.into() }
    }

    /// One of several facts of a kind, told apart by a name.
    fn named(kind: &str, name: &str, value: impl Into<String>) -> Self {
        Self::new(alloc::format!("{kind} {}", word::written(name)), value)
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key)?;
        if self.value.is_empty() { Ok(()) } else { write!(f, " {}", self.value) }
    }
}
