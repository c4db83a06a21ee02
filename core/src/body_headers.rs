//! The headers of an answer with a body: what stands in each, by the resolver.

use alloc::string::String;
use alloc::vec::Vec;
use core::ptr;
use core::time::Duration;

use crate::body::Body;
use crate::catalog::Catalog;
use crate::entry::Entry;
use crate::field_value::FieldValue;
use crate::header::Header;
use crate::resolver::{Resolved, Resolver};
use crate::slot::{KnownSlot, Slot, SlotRow, SlotSource, SlotType};
use crate::status_row::StatusRow;

/// The headers of answers.
impl<'c> Catalog<'c> {
    /// The headers of an answer with a status that the catalog has a value for: those of every status,
    /// then those of the status's row. One of the row takes the place of that of the same name before it.
    pub(crate) fn headers_with_row(
        &'c self,
        row: Option<StatusRow<'c>>,
    ) -> impl Iterator<Item = Header<'c>> {
        let own =
            move || row.into_iter().flat_map(StatusRow::header_rows).filter(|h| h.has_value());
        let is_replaced = move |header: &Header<'_>| {
            own().any(|own| own.name().eq_ignore_ascii_case(header.name()))
        };
        let every = self.header_rows(0, self.header_count);
        every.filter(move |header| !is_replaced(header)).chain(own())
    }
}

impl<'c> Body<'c, '_> {
    /// The headers of an answer with the body and the [status](Self::status), name and value, in the order
    /// of the catalog: those of every status, then those of the status's row. Of several errors, they are
    /// the first one's.
    ///
    /// A header is left out where a slot in it has no value, or an empty one, and where a parameter of a
    /// message in it is not set. A value is one line of ASCII, whatever the slots are set
    /// to: a control character in it becomes a blank, `…` becomes `...`, and any other character `?`. In a
    /// quoted string of the catalog, quotation marks and backslashes are escaped (RFC 9110 §5.6.4).
    ///
    /// An error in the shape of another catalog has the headers of that catalog; one for its status that its
    /// own catalog has a value for takes the place of that of the same name.
    pub fn headers(&self) -> Vec<(&'c str, String)> {
        let (shape, own) = (self.shape, self.entry.catalog());
        let row = |catalog: &'c Catalog<'c>| catalog.status_row(self.status());
        let headers = values(self, shape.headers_with_row(row(shape)));
        if ptr::eq(shape, own) {
            return headers;
        }
        let of_row = row(own).into_iter().flat_map(StatusRow::header_rows);
        let of_row = of_row.filter(|header| header.has_value());
        let of_row = values(&self.clone().in_shape(own), of_row);
        let is_replaced = |name: &str| of_row.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
        let kept = headers.into_iter().filter(|(name, _)| !is_replaced(name));
        kept.chain(of_row.iter().cloned()).collect()
    }
}

/// Those of some headers that have a value, with it.
fn values<'c>(
    body: &Body<'_, '_>,
    headers: impl Iterator<Item = Header<'c>>,
) -> Vec<(&'c str, String)> {
    let resolver = Resolver::innermost(body);
    headers.filter_map(|header| Some((header.name(), value(&resolver, header)?))).collect()
}

impl<'c> Entry<'c> {
    /// The slots that the caller has to fill for the headers of the entry's status: those that a header of
    /// the status's row needs, `Retry-After = "{retry_after}"`, and neither the entry nor the
    /// [request](KnownSlot::is_of_request) fills. A header whose slots are optional, `{retry_after?}`, needs
    /// none.
    pub fn header_slots(self) -> Vec<Slot<'c>> {
        let catalog = self.catalog();
        let row = catalog.status_row(self.status()).into_iter();
        let headers = row.flat_map(StatusRow::header_rows).filter(|header| !header.is_optional());
        let mut slots: Vec<Slot<'c>> = Vec::new();
        for number in headers.flat_map(|header| header.pieces().required_numbers()) {
            let slot = Slot::decode(catalog.slot(number), catalog.texts);
            let is_filled = slot.source != SlotSource::Caller
                || KnownSlot::is_of_request(slot.name)
                || self.fixed_slots().find(number).is_some();
            if !is_filled && slots.iter().all(|known| known.name != slot.name) {
                slots.push(slot);
            }
        }
        slots
    }
}

/// The value of a header; `None` where it is left out.
fn value(resolver: &Resolver<'_>, header: Header<'_>) -> Option<String> {
    let write = |slot, out: &mut FieldValue| {
        let standing = in_whole_seconds(resolver.slot(slot), resolver.shape().slot(slot));
        out.slot(|out| standing.write_text(out))
    };
    let lacks = |slot| {
        let mut text = FieldValue::default();
        resolver.slot(slot).is_unfilled()
            || write(slot, &mut text).is_err()
            || text.finish().is_none()
    };
    let pieces = header.pieces();
    if pieces.required_numbers().any(lacks) {
        return None;
    }
    let mut value = FieldValue::default();
    pieces.fill_present(&mut value, lacks, write).ok()?;
    value.finish()
}

/// What stands in a slot; a delay in whole seconds, as `Retry-After` has them (RFC 9110 §10.2.3).
fn in_whole_seconds<'r>(standing: Resolved<'r>, slot: SlotRow<'_>) -> Resolved<'r> {
    let seconds = match standing {
        _ if slot.slot_type() != SlotType::Delay => None,
        Resolved::Number(seconds) => Some(seconds.get()),
        Resolved::Json(number) => number.parse().ok(),
        _ => None,
    };
    let delay = seconds.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    delay.map_or(standing, |delay| {
        let fraction = u64::from(delay.subsec_nanos() > 0);
        Resolved::Integer(delay.as_secs().saturating_add(fraction).into())
    })
}
