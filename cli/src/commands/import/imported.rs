//! What was found in another form: a neutral list of entries, and what there is to say about them.

use std::collections::BTreeMap;
use std::fmt::{self, Display};
use std::rc::Rc;

/// What the files had, in their order.
#[derive(Debug, Default)]
pub(super) struct Imported {
    pub(super) entries: Vec<ImportedEntry>,
    /// The members of the body where the form tells; otherwise those of a catalog to begin with.
    pub(super) body: Option<Vec<Member>>,
    pub(super) notes: Vec<Note>,
}

impl Imported {
    /// Says what a person has to look at.
    pub(super) fn note(&mut self, place: &Place, message: impl Into<String>) {
        self.notes.push(Note { place: place.clone(), message: message.into() });
    }
}

/// An error as far as the form tells.
#[derive(Clone, Debug)]
pub(super) struct ImportedEntry {
    /// The entry's name, where it is not its code.
    pub(super) name: Option<String>,
    pub(super) code: String,
    pub(super) place: Place,
    pub(super) status: Option<u16>,
    /// Those of [`TEXTS`], by key and locale; the message is a template.
    pub(super) texts: BTreeMap<&'static str, BTreeMap<String, String>>,
    /// Those of [`STRINGS`].
    pub(super) strings: BTreeMap<&'static str, String>,
    pub(super) is_retired: bool,
    /// The keys that nobody has said, and that were learned or guessed.
    pub(super) assumed: Vec<&'static str>,
}

/// The keys whose values are texts in every locale, in the order in which they are written.
pub(super) const TEXTS: [&str; 5] = ["title", "message", "description", "action", "user_message"];

/// The keys whose values are strings that no locale changes, in the order in which they are written.
pub(super) const STRINGS: [&str; 7] =
    ["parent", "variant", "retry", "actor", "effect", "docs", "type"];

impl ImportedEntry {
    pub(super) fn new(code: impl Into<String>, place: Place) -> Self {
        Self {
            name: None,
            code: code.into(),
            place,
            status: None,
            texts: BTreeMap::new(),
            strings: BTreeMap::new(),
            is_retired: false,
            assumed: Vec::new(),
        }
    }

    pub(super) fn set_text(&mut self, key: &'static str, locale: &str, text: impl Into<String>) {
        self.texts.entry(key).or_default().insert(locale.to_owned(), text.into());
    }

    /// The name of its table.
    pub(super) fn name(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.code)
    }

    pub(super) fn has_message(&self) -> bool {
        self.texts.contains_key("message")
    }
}

/// A member of the body, as the catalog has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Member {
    pub(super) key: String,
    pub(super) value: MemberValue,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum MemberValue {
    /// A string with slots, and the type of its slot where it is not the usual one.
    Slot {
        template: String,
        slot_type: Option<&'static str>,
    },
    Object(Vec<Member>),
    /// A list of such objects.
    List(Vec<Member>),
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) file: Rc<str>,
    /// From 1.
    pub(super) line: usize,
}

impl Place {
    pub(super) fn new(file: &Rc<str>, line: usize) -> Self {
        Self { file: Rc::clone(file), line }
    }
}

impl Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

/// What could not be carried over as it is, and what became of it.
#[derive(Clone, Debug)]
pub(super) struct Note {
    pub(super) place: Place,
    pub(super) message: String,
}

impl Display for Note {
    /// In one line, with nothing that a terminal acts on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for character in format!("{}: {}", self.place, self.message).chars() {
            match character {
                character if character.is_control() => write!(f, "{}", character.escape_default())?,
                character => write!(f, "{character}")?,
            }
        }
        Ok(())
    }
}
