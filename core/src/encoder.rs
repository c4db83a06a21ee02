//! The tables of a catalog, filled from its plain data.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::answer::path_of_type;
use crate::catalog::{ENTRY_PARAMETER, FORMAT, Field, HEADER, HEADER_ROW, PARAMETER};
use crate::catch::{CATCH, CatchDef};
use crate::definition::{CatalogDef, EntryDef};
use crate::fact::{LocalizedTexts, TextFact, TextFacts};
use crate::fixed_slot::{FIXED_SLOT, FixedSlotWriter};
use crate::header::Header;
use crate::lookup::{self, LOOKUP};
use crate::node::ShapeWriter;
use crate::pieces::{PIECE, PieceWriter};
use crate::row::{ENTRY, FACTS, FactValues, PlainText};
use crate::rows::{NONE, RowWriter, row};
use crate::shape::{HeaderDef, ShapeDef};
use crate::size::{MOST_ENTRIES, TooLarge};
use crate::slot::{SLOT, Slot, SlotSource, SlotType};
use crate::template;
use crate::text::{TextId, TextWriter};

/// The tables while they grow.
pub(crate) struct Encoder<'d> {
    catalog: &'d CatalogDef,
    texts: TextWriter<'d>,
    pieces: PieceWriter,
    /// The first piece of each template. Number 0 is none.
    templates: Vec<u32>,
    header: [u32; Field::End as usize],
    entries: RowWriter<ENTRY>,
    entry_facts: RowWriter<FACTS>,
    statuses: RowWriter<FACTS>,
    fixed_slots: FixedSlotWriter,
    lookups: [Vec<u8>; 4],
    /// The number of each parameter, by its name.
    numbers: BTreeMap<&'d str, u16>,
    parameters: RowWriter<PARAMETER>,
    entry_parameters: RowWriter<ENTRY_PARAMETER>,
    slots: RowWriter<SLOT>,
    headers: RowWriter<HEADER_ROW>,
    shape: ShapeWriter<'d>,
}

impl<'d> Encoder<'d> {
    pub(crate) fn new(catalog: &'d CatalogDef) -> Self {
        Self {
            catalog,
            texts: TextWriter::new(catalog.locales.len()),
            pieces: PieceWriter::default(),
            templates: vec![0],
            header: [0; Field::End as usize],
            entries: RowWriter::default(),
            entry_facts: RowWriter::default(),
            statuses: RowWriter::default(),
            fixed_slots: FixedSlotWriter::default(),
            lookups: [const { Vec::new() }; 4],
            numbers: BTreeMap::new(),
            parameters: RowWriter::default(),
            entry_parameters: RowWriter::default(),
            slots: RowWriter::default(),
            headers: RowWriter::default(),
            shape: ShapeWriter::new(&catalog.shape.slots),
        }
    }

    /// The text and the tables of the catalog.
    pub(crate) fn encode(mut self) -> Result<(String, Vec<u8>), TooLarge> {
        let parameters = self.parameters();
        self.header();
        self.entries();
        self.headers();
        self.statuses();
        self.lookups();
        self.shape(&parameters);
        self.finish()
    }

    fn set(&mut self, field: Field, number: u32) {
        self.header[field as usize] = number;
    }

    /// Numbers the parameters of all entries, in the order of their names.
    fn parameters(&mut self) -> BTreeMap<&'d str, SlotType> {
        let mut types = BTreeMap::new();
        for parameter in self.catalog.entries.iter().flat_map(|entry| &entry.parameters) {
            types.entry(parameter.name.as_str()).or_insert(parameter.parameter_type);
        }
        for text in self.catalog.entries.iter().filter_map(message).flatten() {
            for name in template::placeholders(text) {
                types.entry(name).or_insert(SlotType::String);
            }
        }
        // One that has no number any more is left out; `finish` refuses so many.
        self.numbers = types.keys().copied().zip(0..NONE).collect();
        types
    }

    fn header(&mut self) {
        let catalog = self.catalog;
        let name = self.texts.add(catalog.name.as_str());
        self.set(Field::Format, FORMAT);
        self.set(Field::Name, name);
        let title = catalog.title.as_ref().map_or(0, |title| self.texts.add_list(title));
        self.set(Field::Title, title);
        let docs = self.texts.add_option(catalog.docs.as_ref());
        self.set(Field::Docs, docs);
        let version = self.texts.add_option(catalog.version.as_ref());
        self.set(Field::Version, version);
        let media_type = self.texts.add(catalog.shape.media_type.as_str());
        self.set(Field::MediaType, media_type);
        let locales = self.texts.add_list(&catalog.locales);
        self.set(Field::Locales, locales);
        self.set(Field::LocaleCount, number_of(catalog.locales.len()));
        let headers = catalog.shape.request_headers.iter();
        let headers: Vec<_> =
            headers.flat_map(|(name, value)| [name.as_str(), value.as_str()]).collect();
        let first = self.texts.add_strs(&headers);
        self.set(Field::RequestHeaders, first);
        self.set(Field::RequestHeaderTexts, number_of(headers.len()));
    }

    fn entries(&mut self) {
        let catalog = self.catalog;
        let mut shared: BTreeMap<[u8; FACTS], u16> = BTreeMap::new();
        for entry in &catalog.entries {
            let own = self.texts.next();
            let facts = self.entry_facts(entry);
            let first = facts.texts[TextFact::Message as usize];
            let template = message(entry).map_or(0, |message| self.template(message, first));
            let facts = facts.encode(own);
            let parameters = number_of(self.entry_parameters.len());
            let count = self.parameters_of(entry);
            let next = u16::try_from(shared.len()).unwrap_or(NONE);
            let number = *shared.entry(facts).or_insert_with(|| {
                self.entry_facts.push(facts);
                next
            });
            self.entries.push(row(&[
                &own.to_le_bytes(),
                &template.to_le_bytes(),
                &number.to_le_bytes(),
                &count.to_le_bytes(),
                &parameters.to_le_bytes(),
            ]));
        }
        // Where the last template ends.
        self.templates.push(self.pieces.next());
    }

    /// Lists the parameters of an entry, each once, and says how many there are.
    fn parameters_of(&mut self, entry: &'d EntryDef) -> u16 {
        let listed = entry.parameters.iter();
        let listed = listed.map(|parameter| (parameter.name.as_str(), parameter.example.as_ref()));
        let message = message(entry).and_then(|message| message.first());
        let named = message.into_iter().flat_map(|text| template::placeholders(text));
        let mut known = BTreeSet::new();
        for (name, example) in listed.chain(named.map(|name| (name, None))) {
            let Some(number) = self.numbers.get(name) else { continue };
            if known.insert(*number) {
                let example = self.texts.add_option(example);
                self.entry_parameters.push(row(&[&number.to_le_bytes(), &example.to_le_bytes()]));
            }
        }
        // No more than there are numbers.
        u16::try_from(known.len()).unwrap_or(NONE)
    }

    fn entry_facts(&mut self, entry: &'d EntryDef) -> FactValues {
        let mut facts = FactValues {
            texts: self.text_facts(&entry.texts),
            assumed: entry.assumed.iter().copied().collect(),
            status: entry.status,
            entry: entry.parent.and_then(|parent| u16::try_from(parent).ok()),
            list_length: u16::try_from(entry.aliases.len()).unwrap_or(NONE),
            is_sent: entry.is_sent,
            is_retired: entry.is_retired,
            says_message: entry.says_message,
            fixed_slots: self.fixed_slots.add(&entry.set, &mut self.texts),
            fixed_count: u16::try_from(entry.set.len()).unwrap_or(NONE),
            words: entry.words.clone(),
            ..FactValues::default()
        };
        facts.plain[PlainText::Name as usize] = self.texts.add(entry.name.as_str());
        facts.plain[PlainText::Code as usize] = self.texts.add(entry.code.as_str());
        facts.plain[PlainText::Variant as usize] = self.texts.add(entry.variant.as_str());
        facts.plain[PlainText::Docs as usize] = self.texts.add_option(entry.docs.as_ref());
        facts.plain[PlainText::ProblemType as usize] =
            self.texts.add_option(entry.problem_type.as_ref());
        facts.plain[PlainText::List as usize] = self.texts.add_list(&entry.aliases);
        let causes = entry.causes.iter().flat_map(|cause| cause.when.iter().chain(&cause.action));
        let causes: Vec<_> = causes.map(String::as_str).collect();
        let first = self.texts.add_strs(&causes);
        facts.plain[PlainText::Causes as usize] = first;
        if first != 0 {
            facts.cause_count = u16::try_from(entry.causes.len()).unwrap_or(NONE);
        }
        facts
    }

    fn text_facts(&mut self, texts: &'d TextFacts) -> [TextId; TextFact::ALL.len()] {
        let mut ids = [0; TextFact::ALL.len()];
        for (fact, texts) in texts.iter() {
            ids[fact as usize] = texts.as_ref().map_or(0, |texts| self.texts.add_list(texts));
        }
        ids
    }

    /// The number of a message's template in the first locale; 0 where there are no braces in it. The
    /// message is the text `first` and those that follow it.
    fn template(&mut self, message: &LocalizedTexts, first: TextId) -> u32 {
        if !message.iter().any(|text| template::has_braces(text)) {
            return 0;
        }
        let number = number_of(self.templates.len());
        for (id, text) in (first..).zip(message) {
            self.templates.push(self.pieces.next());
            let numbers = &self.numbers;
            let number_of = |name: &str| numbers.get(name).copied();
            self.pieces.template(text, self.texts.offset(id), &number_of);
        }
        number
    }

    /// The headers of every status. Those of each row follow.
    fn headers(&mut self) {
        let headers = &self.catalog.shape.headers;
        self.set(Field::Headers, number_of(headers.len()));
        self.add_headers(headers);
    }

    /// The number of the first of some headers.
    fn add_headers(&mut self, headers: &'d [HeaderDef]) -> u32 {
        let first = number_of(self.headers.len());
        for header in headers {
            let row = Header::encode(header, &mut self.texts, &mut self.pieces);
            self.headers.push(row);
        }
        first
    }

    fn statuses(&mut self) {
        let catalog = self.catalog;
        for status in &catalog.statuses {
            let mut facts = FactValues {
                texts: self.text_facts(&status.texts),
                assumed: status.assumed.iter().copied().collect(),
                status: status.status,
                entry: status.entry.and_then(|entry| u16::try_from(entry).ok()),
                list_length: u16::try_from(status.headers.len()).unwrap_or(NONE),
                words: status.words.clone(),
                ..FactValues::default()
            };
            facts.plain[PlainText::Docs as usize] = self.texts.add_option(status.docs.as_ref());
            facts.plain[PlainText::List as usize] = self.add_headers(&status.headers);
            // A status row shares its facts with no other: it has no texts of its own.
            self.statuses.push(facts.encode(TextId::MAX));
        }
    }

    fn lookups(&mut self) {
        let catalog = self.catalog;
        let entries = || (0..).zip(&catalog.entries);
        let codes = || {
            entries().flat_map(|(number, entry)| {
                let names = core::iter::once(&entry.code).chain(&entry.aliases);
                names.map(move |name| (name.as_str(), number))
            })
        };
        self.lookup(0, Field::CodesSeed, codes());
        // Most names are codes, and found among those.
        let mut by_code = BTreeMap::new();
        let mut shares_codes = false;
        for (code, number) in codes() {
            shares_codes |= *by_code.entry(code).or_insert(number) != number;
        }
        self.set(Field::SharesCodes, shares_codes.into());
        let names = entries().map(|(number, entry)| (entry.name.as_str(), number));
        let names = names.filter(|(name, number)| by_code.get(name) != Some(number));
        self.lookup(3, Field::NamesSeed, names);
        let types = || entries().filter_map(|(n, entry)| Some((entry.problem_type.as_deref()?, n)));
        self.lookup(1, Field::TypesSeed, types());
        let paths = types().filter_map(|(uri, n)| Some((path_of_type(uri)?, n)));
        self.lookup(2, Field::TypePathsSeed, paths);
    }

    fn lookup(&mut self, table: usize, field: Field, names: impl Iterator<Item = (&'d str, u16)>) {
        let (seed, rows) = lookup::encode(names, &mut self.texts);
        let seed = seed.to_le_bytes();
        for (at, half) in seed.as_chunks::<4>().0.iter().enumerate() {
            self.header[field as usize + at] = u32::from_le_bytes(*half);
        }
        self.lookups[table] = rows;
    }

    fn shape(&mut self, parameters: &BTreeMap<&'d str, SlotType>) {
        let ShapeDef { slots, members, inner, .. } = &self.catalog.shape;
        for (number, slot) in slots.iter().enumerate() {
            let name = self.texts.add(slot.name.as_str());
            let is_inner = inner.walk().any(|node| node.names_slot(number));
            let target = slots.iter().position(|first| first.name == slot.name);
            let target = target.and_then(|first| u16::try_from(first).ok()).unwrap_or(0);
            let is_optional = !members.requires(number) && !inner.requires(number);
            self.slots.push(Slot::encode(slot, name, is_inner, is_optional, target));
        }
        let slot_of = |source| {
            let slot = slots.iter().position(|slot| slot.source == source);
            slot.map_or(u32::from(NONE), number_of)
        };
        self.set(Field::StatusSlot, slot_of(SlotSource::Status));
        self.set(Field::ProblemTypeSlot, slot_of(SlotSource::ProblemType));
        let has_delays = slots.iter().any(|slot| slot.slot_type.is_wait());
        self.set(Field::Delays, has_delays.into());
        for (name, declared) in parameters {
            let slot = slots.iter().position(|slot| slot.name == *name);
            let parameter_type = slot.map_or(*declared, |slot| slots[slot].slot_type);
            let slot = slot.and_then(|slot| u16::try_from(slot).ok()).unwrap_or(NONE);
            let name = self.texts.add(*name);
            let types = [parameter_type as u8];
            self.parameters.push(row(&[&name.to_le_bytes(), &slot.to_le_bytes(), &types]));
        }
        let members = self.shape.add(members, &mut self.texts, &mut self.pieces);
        self.set(Field::Members, members);
        let inner = self.shape.add(inner, &mut self.texts, &mut self.pieces);
        self.set(Field::Inner, inner);
    }

    fn finish(mut self) -> Result<(String, Vec<u8>), TooLarge> {
        TooLarge::unless(self.parameters.len(), MOST_ENTRIES, "parameters")?;
        let listed = self.entry_parameters.len();
        TooLarge::unless(listed, u32::MAX as usize - 1, "parameters of entries")?;
        TooLarge::unless(self.pieces.rows.len(), u32::MAX as usize - 1, "pieces of messages")?;
        let templates: Vec<u8> = self.templates.iter().flat_map(|at| at.to_le_bytes()).collect();
        let (text, starts) = self.texts.finish()?;
        let (nodes, members) = self.shape.finish();
        let catches = self.catalog.catch.iter().copied().flat_map(CatchDef::encode);
        let catches: Vec<u8> = catches.collect();
        let [codes, types, type_paths, names] = &self.lookups;
        let tables: [(Field, usize, &[u8]); 18] = [
            (Field::Starts, 4, &starts),
            (Field::Entries, ENTRY, self.entries.bytes()),
            (Field::EntryFacts, FACTS, self.entry_facts.bytes()),
            (Field::Statuses, FACTS, self.statuses.bytes()),
            (Field::FixedSlots, FIXED_SLOT, self.fixed_slots.rows.bytes()),
            (Field::Codes, LOOKUP, codes),
            (Field::Types, LOOKUP, types),
            (Field::TypePaths, LOOKUP, type_paths),
            (Field::Names, LOOKUP, names),
            (Field::Templates, 4, &templates),
            (Field::Pieces, PIECE, self.pieces.rows.bytes()),
            (Field::Parameters, PARAMETER, self.parameters.bytes()),
            (Field::EntryParameters, ENTRY_PARAMETER, self.entry_parameters.bytes()),
            (Field::Slots, SLOT, self.slots.bytes()),
            (Field::Nodes, crate::node::NODE, nodes.bytes()),
            (Field::MemberRows, crate::node::MEMBER, members.bytes()),
            (Field::HeaderRows, HEADER_ROW, self.headers.bytes()),
            (Field::Catches, CATCH, &catches),
        ];
        for (field, size, rows) in tables {
            self.header[field as usize] = number_of(rows.len() / size);
        }
        let length = tables.iter().map(|(.., rows)| rows.len()).sum::<usize>();
        let mut bytes = Vec::with_capacity(HEADER + length);
        bytes.extend(self.header.iter().flat_map(|number| number.to_le_bytes()));
        for (.., rows) in tables {
            bytes.extend_from_slice(rows);
        }
        Ok((text, bytes))
    }
}

fn message(entry: &EntryDef) -> Option<&LocalizedTexts> {
    entry.texts[TextFact::Message].as_ref()
}

/// A count that `check_size` has found small enough.
fn number_of(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
