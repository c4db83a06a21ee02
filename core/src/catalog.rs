//! A compiled catalog, and where its tables are.

use core::fmt;

use crate::catch::CATCH;
use crate::fixed_slot::FIXED_SLOT;
use crate::locale::LocaleTable;
use crate::lookup::{LOOKUP, Lookup};
use crate::node::{Item, MEMBER, Member, NODE, Node};
use crate::pieces::{PIECE, Pieces};
use crate::row::{ENTRY, FACTS};
use crate::rows::{NONE, RowRange, Rows, u16_at, u32_at, u64_at};
use crate::slot::{SLOT, Slot, SlotRow, SlotType};
use crate::text::{TextId, Texts};

/// The number of this form of a catalog, which changes when anything in it does.
pub(crate) const FORMAT: u32 = 2;

/// A compiled catalog: the facts of an API's errors, and the shape of their bodies.
///
/// It borrows the text and the bytes that [`encode`](crate::builder::encode) makes; opening it reads
/// nothing but its header, so that it may be a `const`.
///
/// `locale` is a BCP 47 tag, matched by RFC 4647 lookup, with the catalog's default last.
///
/// ```
/// # mod example {
/// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
/// # }
/// # use example::wallet;
/// use api_error_catalog_core::Catalog;
/// use api_error_catalog_core::builder::encode;
///
/// let encoded = encode(&wallet())?;
/// let catalog = Catalog::open(&encoded.text, &encoded.bytes);
/// assert_eq!(catalog.name(), "wallet");
/// assert!(catalog.locales().eq(["en", "fr"]));
/// assert!(catalog.codes().map(|entry| entry.as_str()).eq(["insufficient-funds", "internal"]));
/// assert!(catalog.slots().map(|slot| slot.name).eq(["status", "code", "message", "request_id"]));
/// assert!(catalog.parameters().eq(["account_id"]));
///
/// let row = catalog.status_row(402).expect("a row of the status table");
/// assert_eq!(row.action("fr-CI"), Some("Réglez la cause."));
/// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
/// ```
pub struct Catalog<'c> {
    pub(crate) texts: Texts<'c>,
    name: TextId,
    title: TextId,
    docs: TextId,
    version: TextId,
    media_type: TextId,
    pub(crate) locales: LocaleTable,
    /// Name, value, name, value, …
    request_headers: (TextId, u32),
    pub(crate) entries: Rows<'c, ENTRY>,
    pub(crate) entry_facts: Rows<'c, FACTS>,
    pub(crate) statuses: Rows<'c, FACTS>,
    pub(crate) fixed_slots: Rows<'c, FIXED_SLOT>,
    pub(crate) codes: Lookup<'c>,
    pub(crate) types: Lookup<'c>,
    pub(crate) type_paths: Lookup<'c>,
    /// Names of entries, besides those that `codes` has for the same entry.
    pub(crate) names: Lookup<'c>,
    /// The first piece of each template; those of its locales follow each other.
    pub(crate) templates: Rows<'c, 4>,
    pub(crate) pieces: Rows<'c, PIECE>,
    parameters: Rows<'c, PARAMETER>,
    /// Those of an entry follow each other.
    pub(crate) entry_parameters: Rows<'c, ENTRY_PARAMETER>,
    slots: Rows<'c, SLOT>,
    /// Headers: first those of every status, then those of each row.
    pub(crate) headers: Rows<'c, HEADER_ROW>,
    /// How many headers are those of every status.
    pub(crate) header_count: u16,
    /// The entries that stand for what a framework answers.
    pub(crate) catches: Rows<'c, CATCH>,
    pub(crate) nodes: Rows<'c, NODE>,
    pub(crate) members: Rows<'c, MEMBER>,
    /// The node of the body, and that of its nested object.
    roots: (u32, u32),
    nests: bool,
    /// Whether several entries have a code or an alias.
    pub(crate) shares_codes: bool,
    /// The slots that these sources fill; `None` where the shape has none.
    pub(crate) status_slot: Option<u16>,
    pub(crate) problem_type_slot: Option<u16>,
    /// Whether a slot says when a request may be sent again.
    pub(crate) has_delays: bool,
}

/// Bytes of a parameter's row: its name as a text (4), the slot of the same name (2), its type (1).
pub(crate) const PARAMETER: usize = 8;

/// Bytes of a row that says that an entry has a parameter: its number (2), its example as a text (4).
pub(crate) const ENTRY_PARAMETER: usize = 6;

/// Bytes of the row of an HTTP header: its name (4), the first of its pieces (4), how many there are (2),
/// whether it is optional (1).
pub(crate) const HEADER_ROW: usize = 11;

/// The numbers in a header, each of 32 bits, in this order.
#[derive(Clone, Copy)]
#[repr(usize)]
pub(crate) enum Field {
    Format,
    Name,
    Title,
    Docs,
    Version,
    MediaType,
    Locales,
    LocaleCount,
    RequestHeaders,
    RequestHeaderTexts,
    Members,
    Inner,
    StatusSlot,
    ProblemTypeSlot,
    SharesCodes,
    Headers,
    Delays,
    // How many rows each table has, in the order in which they follow the header.
    Starts,
    Entries,
    EntryFacts,
    Statuses,
    FixedSlots,
    Codes,
    Types,
    TypePaths,
    Names,
    Templates,
    Pieces,
    Parameters,
    EntryParameters,
    Slots,
    Nodes,
    MemberRows,
    HeaderRows,
    Catches,
    // The seeds of the lookups, of 64 bits.
    CodesSeed,
    TypesSeed = Self::CodesSeed as usize + 2,
    TypePathsSeed = Self::TypesSeed as usize + 2,
    NamesSeed = Self::TypePathsSeed as usize + 2,
    End = Self::NamesSeed as usize + 2,
}

/// Bytes of a header.
pub(crate) const HEADER: usize = Field::End as usize * 4;

const fn number(header: &[u8], field: Field) -> u32 {
    u32_at(header, field as usize * 4)
}

const fn count(header: &[u8], field: Field) -> usize {
    number(header, field) as usize
}

const fn seed(header: &[u8], field: Field) -> u64 {
    u64_at(header, field as usize * 4)
}

const fn slot(header: &[u8], field: Field) -> Option<u16> {
    match u16_at(header, field as usize * 4) {
        NONE => None,
        slot => Some(slot),
    }
}

impl fmt::Debug for Catalog<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Catalog").field(&self.name()).finish()
    }
}

impl<'c> Catalog<'c> {
    /// Opens an encoded catalog.
    ///
    /// # Panics
    ///
    /// Where the text and the bytes are not those of one
    /// [`Encoded`](crate::builder::Encoded) of this version.
    pub const fn open(text: &'c str, bytes: &'c [u8]) -> Self {
        let (header, rest) = bytes.split_at(HEADER);
        assert!(u32_at(header, 0) == FORMAT, "the catalog was encoded by another version");
        let (starts, rest) = Rows::split(rest, count(header, Field::Starts));
        let (entries, rest) = Rows::split(rest, count(header, Field::Entries));
        let (entry_facts, rest) = Rows::split(rest, count(header, Field::EntryFacts));
        let (statuses, rest) = Rows::split(rest, count(header, Field::Statuses));
        let (fixed_slots, rest) = Rows::split(rest, count(header, Field::FixedSlots));
        let (codes, rest) = Rows::<LOOKUP>::split(rest, count(header, Field::Codes));
        let (types, rest) = Rows::<LOOKUP>::split(rest, count(header, Field::Types));
        let (type_paths, rest) = Rows::<LOOKUP>::split(rest, count(header, Field::TypePaths));
        let (names, rest) = Rows::<LOOKUP>::split(rest, count(header, Field::Names));
        let (templates, rest) = Rows::split(rest, count(header, Field::Templates));
        let (pieces, rest) = Rows::split(rest, count(header, Field::Pieces));
        let (parameters, rest) = Rows::split(rest, count(header, Field::Parameters));
        let (entry_parameters, rest) = Rows::split(rest, count(header, Field::EntryParameters));
        let (slots, rest) = Rows::split(rest, count(header, Field::Slots));
        let (nodes, rest) = Rows::split(rest, count(header, Field::Nodes));
        let (members, rest) = Rows::split(rest, count(header, Field::MemberRows));
        let (headers, rest) = Rows::split(rest, count(header, Field::HeaderRows));
        let (catches, rest) = Rows::split(rest, count(header, Field::Catches));
        assert!(rest.is_empty(), "the catalog has more bytes than its tables");
        let inner = number(header, Field::Inner);

        Self {
            texts: Texts::new(text, starts),
            name: number(header, Field::Name),
            title: number(header, Field::Title),
            docs: number(header, Field::Docs),
            version: number(header, Field::Version),
            media_type: number(header, Field::MediaType),
            locales: LocaleTable {
                first: number(header, Field::Locales),
                count: u16_at(header, Field::LocaleCount as usize * 4),
            },
            request_headers: (
                number(header, Field::RequestHeaders),
                number(header, Field::RequestHeaderTexts),
            ),
            entries,
            entry_facts,
            statuses,
            fixed_slots,
            codes: Lookup::new(seed(header, Field::CodesSeed), codes),
            types: Lookup::new(seed(header, Field::TypesSeed), types),
            type_paths: Lookup::new(seed(header, Field::TypePathsSeed), type_paths),
            names: Lookup::new(seed(header, Field::NamesSeed), names),
            templates,
            pieces,
            parameters,
            entry_parameters,
            slots,
            headers,
            header_count: u16_at(header, Field::Headers as usize * 4),
            catches,
            nodes,
            members,
            roots: (number(header, Field::Members), inner),
            nests: !matches!(Node::decode(*nodes.row(inner as usize)), Node::Null),
            status_slot: slot(header, Field::StatusSlot),
            shares_codes: number(header, Field::SharesCodes) != 0,
            problem_type_slot: slot(header, Field::ProblemTypeSlot),
            has_delays: number(header, Field::Delays) != 0,
        }
    }

    /// The short name.
    pub const fn name(&self) -> &'c str {
        self.texts.get(self.name)
    }

    /// What the API is called; `None` where the catalog does not say.
    pub const fn title(&self, locale: &str) -> Option<&'c str> {
        match self.title {
            0 => None,
            title => Some(self.texts.get(title + self.locale(locale) as u32)),
        }
    }

    /// Where the API documents its errors; `None` where the catalog does not say.
    pub const fn docs(&self) -> Option<&'c str> {
        self.texts.find(self.docs)
    }

    /// The version of the API; `None` where the catalog does not say.
    pub const fn version(&self) -> Option<&'c str> {
        self.texts.find(self.version)
    }

    /// The locales of the texts, as BCP 47 tags; the first is the default.
    pub fn locales(&self) -> impl ExactSizeIterator<Item = &'c str> {
        let (texts, first) = (self.texts, self.locales.first);
        (0..self.locales.count).map(move |locale| texts.get(first + u32::from(locale)))
    }

    /// The `Content-Type` of the body.
    pub const fn media_type(&self) -> &'c str {
        self.texts.get(self.media_type)
    }

    /// The headers, name and value, that a request needs to be answered with this body.
    pub fn request_headers(&self) -> impl Iterator<Item = (&'c str, &'c str)> {
        let (texts, (first, count)) = (self.texts, self.request_headers);
        let text = move |id| texts.get(first + id);
        (0..count / 2).map(move |header| (text(header * 2), text(header * 2 + 1)))
    }

    /// The slots of the body, in the order of their numbers.
    pub fn slots(&self) -> impl ExactSizeIterator<Item = Slot<'c>> {
        let (slots, texts) = (self.slots, self.texts);
        (0..slots.len()).map(move |number| Slot::decode(SlotRow(slots.row(number)), texts))
    }

    /// The names of the parameters of all entries, sorted; a parameter's number is its index.
    pub fn parameters(&self) -> impl ExactSizeIterator<Item = &'c str> {
        let (parameters, texts) = (self.parameters, self.texts);
        (0..parameters.len()).map(move |number| texts.get(u32_at(parameters.row(number), 0)))
    }

    /// The type of the parameter with that number.
    ///
    /// # Panics
    ///
    /// Where there are not so many.
    pub fn parameter_type(&self, number: u16) -> SlotType {
        SlotType::ALL[usize::from(self.parameters.row(usize::from(number))[6])]
    }

    /// How many entries there are.
    #[allow(clippy::cast_possible_truncation, reason = "`encode` refuses more")]
    pub const fn entry_count(&self) -> u16 {
        self.entries.len() as u16
    }

    /// How many rows the status table has.
    #[allow(clippy::cast_possible_truncation, reason = "a row for each of 500 statuses at most")]
    pub const fn status_count(&self) -> u16 {
        self.statuses.len() as u16
    }

    pub(crate) const fn entry_row(&self, number: u16) -> &'c [u8; ENTRY] {
        self.entries.row(number as usize)
    }

    /// The index of the locale that RFC 4647 §3.4 lookup finds for a tag.
    pub(crate) const fn locale(&self, tag: &str) -> u16 {
        self.locales.lookup(self.texts, tag)
    }

    /// The first of the title's texts; 0 where there is none.
    pub(crate) const fn title_texts(&self) -> TextId {
        self.title
    }

    pub(crate) const fn locale_count(&self) -> u16 {
        self.locales.count
    }

    #[inline]
    pub(crate) fn slot(&self, number: u16) -> SlotRow<'c> {
        SlotRow(self.slots.row(usize::from(number)))
    }

    /// Whether the catalog fills a slot. Without a panic in it, setters are short.
    #[inline]
    pub(crate) fn fills_slot(&self, number: u16) -> bool {
        self.slots.find(number.into()).is_some_and(|row| !SlotRow(row).is_callers())
    }

    pub(crate) fn slot_count(&self) -> usize {
        self.slots.len()
    }

    pub(crate) fn parameter_name(&self, number: u16) -> &'c str {
        self.texts.get(u32_at(self.parameters.row(usize::from(number)), 0))
    }

    /// The number of the parameter with that name; `None` where no entry has it.
    pub(crate) fn parameter_number(&self, name: &str) -> Option<u16> {
        let (mut low, mut high) = (0, u16::try_from(self.parameters.len()).unwrap_or(NONE));
        while low < high {
            let middle = low.midpoint(high);
            match self.parameter_name(middle).cmp(name) {
                core::cmp::Ordering::Equal => return Some(middle),
                core::cmp::Ordering::Less => low = middle + 1,
                core::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }

    /// The slot with the name of a parameter; `None` where there is none.
    pub(crate) fn slot_of_parameter(&self, number: u16) -> Option<u16> {
        match u16_at(self.parameters.row(usize::from(number)), 4) {
            NONE => None,
            slot => Some(slot),
        }
    }

    /// The node of the outermost object, or of the nested one.
    #[inline]
    pub(crate) fn root(&self, is_outermost: bool) -> Node {
        self.node(if is_outermost { self.roots.0 } else { self.roots.1 })
    }

    /// Whether a body may be that of several errors: the shape has a place for each of them.
    pub fn takes_several_errors(&self) -> bool {
        let is_error_item = |row| Item::decode(row).errors.is_some();
        let nodes = (0..self.nodes.len()).map(|number| self.nodes.row(number));
        let members = (0..self.members.len()).map(|number| self.members.row(number));
        nodes.into_iter().any(is_error_item)
            || (0..).zip(members).any(|(number, row)| Member::new(row, number).is_map())
    }

    /// Whether an entry puts values into slots itself.
    #[inline]
    pub(crate) fn sets_slots(&self) -> bool {
        self.fixed_slots.len() > 0
    }

    /// Whether bodies nest: the shape has an object for `{inner}`.
    #[inline]
    pub(crate) fn nests(&self) -> bool {
        self.nests
    }
}

/// The shape.
impl<'c> Catalog<'c> {
    #[inline]
    pub(crate) const fn node(&self, number: u32) -> Node {
        Node::decode(*self.nodes.row(number as usize))
    }

    /// The member of an object; `None` where it has fewer.
    #[inline]
    pub(crate) fn member(&self, object: RowRange, number: usize) -> Option<Member<'c>> {
        let row = (number < object.len()).then(|| object.rows().start + number)?;
        Some(Member::new(self.members.row(row), u32::try_from(row).ok()?))
    }

    #[inline]
    pub(crate) fn members(&self, object: RowRange) -> impl Iterator<Item = Member<'c>> {
        let rows = self.members.rows(object.rows());
        (object.first()..).zip(rows).map(|(number, row)| Member::new(row, number))
    }

    /// The member of an object whose name is a slot; `None` where it has none.
    pub(crate) fn map_of(&self, object: RowRange) -> Option<Member<'c>> {
        self.members(object).find(|member| member.is_map())
    }

    pub(crate) fn items(&self, list: RowRange) -> impl ExactSizeIterator<Item = Item> {
        self.nodes.rows(list.rows()).iter().map(Item::decode)
    }

    /// The item of a list; `None` where it has fewer.
    pub(crate) fn item(&self, list: RowRange, number: usize) -> Option<Item> {
        let row = (number < list.len()).then(|| list.rows().start + number)?;
        Some(Item::decode(self.nodes.row(row)))
    }

    /// Whether there is a slot in a node.
    pub(crate) fn has_slot(&self, node: Node) -> bool {
        match node {
            Node::Object(members) => {
                self.members(members).any(|member| member.is_map() || self.has_slot(member.node()))
            }
            Node::List(items) => self.items(items).any(|item| self.has_slot(item.node)),
            Node::Slot(_) | Node::Inner => true,
            Node::Text(pieces) => self.pieces_of(pieces).numbers().next().is_some(),
            Node::String(_) | Node::Number(_) | Node::Boolean(_) | Node::Null => false,
        }
    }

    /// The pieces of a string with slots in it.
    pub(crate) fn pieces_of(&self, text: RowRange) -> Pieces<'c> {
        Pieces::new(self.pieces, self.texts, text.rows())
    }
}
