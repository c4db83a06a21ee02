//! A kind of mistake.

use fastrand::Rng;

use crate::file::{File, Format};
use crate::mistake::Mistake;

/// What has to be said of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Expected {
    /// An error.
    Error,
    /// An error or a warning.
    Finding,
    /// Anything: it may be meant.
    Anything,
}

/// What it breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// The text is no TOML or JSON any more.
    Syntax,
    /// The text is read, and is no good catalog.
    Meaning,
}

/// Makes the mistake somewhere in a file; `None` where it cannot be made there.
type Plant = Box<dyn Fn(&File, &mut Rng) -> Option<Mistake> + Sync>;

/// A kind of mistake.
pub(crate) struct Kind {
    pub(crate) name: String,
    pub(crate) part: Part,
    pub(crate) expected: Expected,
    /// The only format that has it; `None` for both.
    pub(crate) format: Option<Format>,
    /// Whether others may be made in the same file: it says nothing about what stands elsewhere.
    pub(crate) is_local: bool,
    pub(crate) plant: Plant,
}

impl Kind {
    fn new(
        name: impl Into<String>,
        part: Part,
        expected: Expected,
        plant: impl Fn(&File, &mut Rng) -> Option<Mistake> + Sync + 'static,
    ) -> Self {
        let plant = Box::new(plant);
        Self { name: name.into(), part, expected, format: None, is_local: true, plant }
    }

    /// Only catalogs in TOML have it.
    pub(crate) fn toml(self) -> Self {
        Self { format: Some(Format::Toml), ..self }
    }

    /// Only catalogs in JSON have it.
    pub(crate) fn json(self) -> Self {
        Self { format: Some(Format::Json), ..self }
    }

    /// What is said of other mistakes depends on it, so that it is made alone.
    pub(crate) fn alone(self) -> Self {
        Self { is_local: false, ..self }
    }

    /// Whether a format has it.
    pub(crate) fn is_in(&self, format: Format) -> bool {
        self.format.is_none_or(|only| only == format)
    }
}

/// A mistake that leaves no TOML or JSON.
pub(crate) fn syntax(
    name: impl Into<String>,
    plant: impl Fn(&File, &mut Rng) -> Option<Mistake> + Sync + 'static,
) -> Kind {
    Kind::new(name, Part::Syntax, Expected::Error, plant)
}

/// A mistake in what a catalog says.
pub(crate) fn error(
    name: impl Into<String>,
    plant: impl Fn(&File, &mut Rng) -> Option<Mistake> + Sync + 'static,
) -> Kind {
    Kind::new(name, Part::Meaning, Expected::Error, plant)
}

/// What is probably a mistake.
pub(crate) fn slip(
    name: impl Into<String>,
    plant: impl Fn(&File, &mut Rng) -> Option<Mistake> + Sync + 'static,
) -> Kind {
    Kind::new(name, Part::Meaning, Expected::Finding, plant)
}

/// What may be meant.
pub(crate) fn odd(
    name: impl Into<String>,
    plant: impl Fn(&File, &mut Rng) -> Option<Mistake> + Sync + 'static,
) -> Kind {
    Kind::new(name, Part::Meaning, Expected::Anything, plant)
}
