//! Slots that a catalog may use without declaring them. A new one is added to `CALLERS` or to `CATALOGS`.

use crate::fact::{TextFact, WordFact};
use crate::slot_source::SlotSource;
use crate::slot_type::SlotType;

/// A slot that a catalog may use without declaring it.
#[derive(Clone, Copy, Debug)]
pub struct KnownSlot {
    /// The name, which is its setter's.
    pub name: &'static str,
    /// The type, unless the catalog declares another.
    pub slot_type: SlotType,
    /// What fills it.
    pub source: SlotSource,
}

/// Slots that only the caller fills, besides those that a catalog declares.
const CALLERS: [(&str, SlotType); 11] = [
    ("request_id", SlotType::String),
    ("trace_id", SlotType::String),
    (KnownSlot::TIMESTAMP, SlotType::String),
    ("instance", SlotType::String),
    ("method", SlotType::String),
    ("uri", SlotType::String),
    ("source", SlotType::String),
    ("target", SlotType::String),
    ("retry_after", SlotType::Delay),
    ("details", SlotType::Array),
    ("errors", SlotType::Array),
];

/// Slots that the catalog fills, besides those of [`TextFact`]s and [`WordFact`]s.
const CATALOGS: [(&str, SlotType, SlotSource); 6] = [
    ("status", SlotType::Integer, SlotSource::Status),
    ("code", SlotType::String, SlotSource::Code),
    ("reason", SlotType::String, SlotSource::Reason),
    ("docs", SlotType::String, SlotSource::Docs),
    ("problem_type", SlotType::String, SlotSource::ProblemType),
    ("parameters", SlotType::Object, SlotSource::Parameters),
];

impl KnownSlot {
    /// The slot that holds a moment.
    pub(crate) const TIMESTAMP: &'static str = "timestamp";

    /// The slots that hold URIs.
    pub(crate) const URIS: [&str; 2] = ["instance", "uri"];

    /// The slots that speak of the request, which a server knows for every error alike.
    const OF_REQUEST: [&str; 6] =
        ["request_id", "trace_id", "timestamp", "instance", "method", "uri"];

    /// Whether the slot of that name speaks of the request and not of the error.
    pub fn is_of_request(name: &str) -> bool {
        Self::OF_REQUEST.contains(&name)
    }

    /// Every known slot.
    pub fn all() -> impl Iterator<Item = Self> {
        let catalogs = CATALOGS.into_iter();
        let texts = TextFact::ALL.into_iter();
        let texts = texts.map(|fact| (fact.key(), SlotType::String, SlotSource::Text(fact)));
        let words = WordFact::ALL.into_iter();
        let words = words.map(|fact| (fact.key(), SlotType::String, SlotSource::Word(fact)));
        let callers = CALLERS.into_iter();
        let callers = callers.map(|(name, slot_type)| (name, slot_type, SlotSource::Caller));
        let all = catalogs.chain(texts).chain(words).chain(callers);
        all.map(|(name, slot_type, source)| Self { name, slot_type, source })
    }

    /// The known slot of that name; `None` where there is none.
    pub fn find(name: &str) -> Option<Self> {
        Self::all().find(|slot| slot.name == name)
    }
}
