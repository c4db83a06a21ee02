//! Catalogs that are generated: every table has rows, and none of them makes sense.

use api_error_catalog_core::Catch;
use api_error_catalog_core::builder::{
    CatalogDef, CatchDef, EntryDef, FixedSlotDef, FixedValueDef, ParameterDef, PossibleCauseDef,
    StatusDef,
};
use api_error_catalog_core::fact::{FactKey, TextFact, TextFacts, Word, Words};
use api_error_catalog_core::shape::{HeaderDef, KeyDef, MemberDef, NodeDef, PieceDef, ShapeDef};
use api_error_catalog_core::slot::{KnownSlot, SlotDef, SlotSource, SlotType};
use api_error_catalog_core::template;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// How many locales, entries and slots a generated catalog has.
const LOCALES: usize = 2;
const ENTRIES: usize = 5;
const SLOTS: usize = 6;

pub(crate) fn catalog() -> impl Strategy<Value = CatalogDef> {
    let facts = (text(), option::of(texts(text())), option::of(text()), option::of(text()));
    (facts, vec(status(), 0..4), vec(entry(), ENTRIES), vec(catch(), 0..4), shape()).prop_map(
        |((name, title, docs, version), mut statuses, mut entries, mut catch, shape)| {
            catch.sort_by_key(|catch| catch.of);
            catch.dedup_by_key(|catch| catch.of);
            statuses.sort_by_key(|row| row.status);
            statuses.dedup_by_key(|row| row.status);
            for (number, entry) in entries.iter_mut().enumerate() {
                // Only earlier entries, so that no parents form a cycle.
                entry.parent = entry.parent.filter(|parent| *parent < number);
                entry.name.push_str(&number.to_string());
                if number % 2 == 0 {
                    entry.code.clone_from(&entry.name);
                }
                entry.parameters = parameters(entry, &shape, number % 2 == 0);
            }
            let locales = vec!["en".to_owned(), "fr".to_owned()];
            CatalogDef { name, locales, title, docs, version, statuses, entries, catch, shape }
        },
    )
}

fn catch() -> impl Strategy<Value = CatchDef> {
    let key = select(vec!["json", "path", "query", "form", "panic", "400", "404", "500"]);
    let of = key.prop_map(|key| Catch::find(key).expect("a key"));
    (of, 0..ENTRIES).prop_map(|(of, entry)| CatchDef { of, entry })
}

/// The parameters of an entry: those of its message, and some beside it.
fn parameters(entry: &EntryDef, shape: &ShapeDef, has_others: bool) -> Vec<ParameterDef> {
    let message = entry.texts[TextFact::Message].as_ref().map_or("", |texts| texts[0].as_str());
    let others = ["slot_0", "count"].into_iter().filter(|_| has_others);
    let mut parameters: Vec<ParameterDef> = Vec::new();
    for name in template::placeholders(message).chain(others) {
        if parameters.iter().any(|known| known.name == name) {
            continue;
        }
        let slot = shape.slots.iter().find(|slot| slot.name == name);
        let declared = if name == "count" { SlotType::Integer } else { SlotType::String };
        parameters.push(ParameterDef {
            name: name.to_owned(),
            parameter_type: slot.map_or(declared, |slot| slot.slot_type),
            example: (name == "count").then(|| entry.status.to_string()),
        });
    }
    parameters
}

/// Text with what JSON escapes and UTF-8 has; not empty, which is the same as none.
fn text() -> impl Strategy<Value = String> {
    "[a-c\"\\\\\n\u{1}é😀 ]{1,12}"
}

fn texts(of: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<String>> {
    vec(of, LOCALES)
}

fn template() -> impl Strategy<Value = String> {
    let part =
        prop_oneof![text(), Just("{who}".into()), Just("{slot_1}".into()), Just("{{".into())];
    vec(part, 1..5).prop_map(|parts| parts.concat())
}

fn text_facts() -> impl Strategy<Value = TextFacts> {
    (texts(text()), texts(template()), vec(option::of(texts(text())), TextFact::ALL.len()))
        .prop_map(|(title, message, others)| {
            TextFacts::new(|fact| match fact {
                TextFact::Title => Some(title.clone()),
                TextFact::Message => Some(message.clone()),
                other => others[other as usize].clone(),
            })
        })
}

fn words() -> impl Strategy<Value = Words> {
    (0_usize..9).prop_map(|number| Words::new(|fact| Word::new(fact, number)))
}

fn assumed() -> impl Strategy<Value = Vec<FactKey>> {
    let keys = ["code", "docs", "message", "retry", "status"];
    proptest::sample::subsequence(keys.to_vec(), 0..=keys.len()).prop_map(|keys| {
        let mut keys: Vec<_> = keys.into_iter().filter_map(FactKey::find).collect();
        keys.sort();
        keys
    })
}

fn status() -> impl Strategy<Value = StatusDef> {
    let links = (option::of(0..ENTRIES), option::of(text()), vec(header(), 0..3));
    (100_u16..600, links, text_facts(), words(), assumed()).prop_map(
        |(status, (entry, docs, headers), texts, words, assumed)| StatusDef {
            status,
            entry,
            texts,
            words,
            headers,
            docs,
            assumed,
        },
    )
}

/// A header with a value, or with its name alone.
fn header() -> impl Strategy<Value = HeaderDef> {
    let value = (text(), 0..SLOTS, 0..SLOTS, text()).prop_map(|(text, first, second, behind)| {
        let text = PieceDef::Fixed(format!("{text}=\""));
        let optional = PieceDef::Optional(vec![text.clone(), PieceDef::Slot(first)]);
        vec![text, PieceDef::Slot(second), optional, PieceDef::Fixed(behind)]
    });
    let name = prop_oneof![Just("x-One".to_owned()), Just("X-one".to_owned()), text()];
    (name, option::of(value), any::<bool>()).prop_map(|(name, value, is_optional)| HeaderDef {
        name,
        pieces: value.unwrap_or_default(),
        is_optional,
    })
}

fn causes() -> impl Strategy<Value = Vec<PossibleCauseDef>> {
    let cause = (texts(text()), texts(text()));
    vec(cause.prop_map(|(when, action)| PossibleCauseDef { when, action }), 0..4)
}

fn set() -> impl Strategy<Value = Vec<FixedSlotDef>> {
    let json = select(vec!["1", "[true]", "{}"]).prop_map(|json| FixedValueDef::Json(json.into()));
    let value = prop_oneof![text().prop_map(FixedValueDef::Text), json];
    vec((0..SLOTS, value), 0..3)
        .prop_map(|set| set.into_iter().map(|(slot, value)| FixedSlotDef { slot, value }).collect())
}

fn entry() -> impl Strategy<Value = EntryDef> {
    let name = || prop_oneof![text(), select(vec!["shared".to_owned(), "other".to_owned()])];
    let names = (text(), name(), "[A-Z][a-z]{1,5}", vec(name(), 0..3));
    let links =
        (option::of(0..ENTRIES), option::of(text()), option::of("[a-z/:]{1,9}"), causes(), set());
    (100_u16..600, names, links, any::<(bool, bool, bool)>(), text_facts(), words(), assumed())
        .prop_map(
            |(status, names, links, (is_sent, is_retired, says_message), texts, words, assumed)| {
                let (name, code, variant, aliases) = names;
                let (parent, docs, problem_type, causes, set) = links;
                EntryDef {
                    name,
                    code,
                    is_sent,
                    variant,
                    status,
                    parent,
                    aliases,
                    causes,
                    set,
                    is_retired,
                    texts,
                    says_message,
                    words,
                    docs,
                    problem_type,
                    parameters: Vec::new(),
                    assumed,
                }
            },
        )
}

fn shape() -> impl Strategy<Value = ShapeDef> {
    let headers = vec((text(), text()), 0..3);
    let nodes = (node(), prop_oneof![Just(NodeDef::Null), node()]);
    (text(), headers, vec(header(), 0..3), slots(), nodes).prop_map(
        |(media_type, request_headers, headers, slots, (members, inner))| ShapeDef {
            media_type,
            request_headers,
            headers,
            slots,
            members,
            inner,
        },
    )
}

fn slots() -> impl Strategy<Value = Vec<SlotDef>> {
    let slot_type = || select(SlotType::ALL.to_vec());
    let sources: Vec<_> = KnownSlot::all().map(|slot| slot.source).collect();
    let numbers = (0_u32..3, option::of(3_u32..9), 0_u8..4);
    vec((slot_type(), option::of(slot_type()), select(sources), numbers), SLOTS).prop_map(|slots| {
        let slot = |(number, (slot_type, or, source, (min_length, max_length, level)))| SlotDef {
            name: format!("slot_{number}"),
            // What the catalog fills is text.
            slot_type: if source == SlotSource::Caller { slot_type } else { SlotType::String },
            or,
            source,
            min_length,
            max_length,
            level: if source == SlotSource::Caller { 0 } else { level },
        };
        (0..).zip(slots).map(slot).collect()
    })
}

fn node() -> impl Strategy<Value = NodeDef> {
    let leaf = prop_oneof![
        text().prop_map(NodeDef::String),
        Just(NodeDef::Number("1.5e3".into())),
        any::<bool>().prop_map(NodeDef::Boolean),
        Just(NodeDef::Null),
        (0..SLOTS).prop_map(NodeDef::Slot),
        (text(), 0..SLOTS, 0..SLOTS).prop_map(|(text, first, second)| {
            let text = PieceDef::Fixed(text);
            NodeDef::Text(vec![PieceDef::Slot(first), text, PieceDef::Slot(second)])
        }),
        (text(), 0..SLOTS, 0..SLOTS).prop_map(|(text, first, second)| {
            let text = PieceDef::Fixed(text);
            let optional = PieceDef::Optional(vec![text.clone(), PieceDef::Slot(first)]);
            let other = PieceDef::Optional(vec![PieceDef::Slot(second), text]);
            NodeDef::Text(vec![optional, other, PieceDef::Slot(first)])
        }),
        Just(NodeDef::Inner),
    ];
    let node = leaf.prop_recursive(3, 20, 5, |inner| {
        prop_oneof![vec(inner.clone(), 0..4).prop_map(NodeDef::List), members(inner, 0..5),]
    });
    // The root is an object.
    members(node, 0..6)
}

/// An object, at most one member of which has the value of a slot as its name.
fn members(
    node: impl Strategy<Value = NodeDef>,
    count: std::ops::Range<usize>,
) -> impl Strategy<Value = NodeDef> {
    let map = option::weighted(0.2, (0..SLOTS, any::<bool>(), 0..6_usize));
    (vec((text(), node, any::<bool>(), any::<bool>()), count), map).prop_map(|(members, map)| {
        let mut members: Vec<_> = (0..)
            .zip(members)
            .map(|(at, (key, node, optional, has_other))| {
                let mut names = vec![format!("{at}{key}")];
                if has_other {
                    names.push(format!("other {at}{key}"));
                }
                MemberDef { key: KeyDef::Names(names), node, optional }
            })
            .collect();
        if let Some((slot, is_path, at)) = map
            && let Some(member) = members.get_mut(at)
        {
            member.key = if is_path { KeyDef::Path(slot) } else { KeyDef::Slot(slot) };
        }
        NodeDef::Object(members)
    })
}
