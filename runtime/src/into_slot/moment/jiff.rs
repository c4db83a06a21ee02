use alloc::string::ToString as _;

use api_error_catalog_core::SlotValue;
use jiff::{Timestamp, ZonedDateTime};

use super::{is_of_minutes, moments, slot_value};

moments! {
    Timestamp: timestamp;
    ZonedDateTime: zoned;
}

fn timestamp(moment: &Timestamp) -> Option<SlotValue<'static>> {
    slot_value(moment.to_string())
}

/// With its offset, and without the name of its time zone, which RFC 3339 does not have.
fn zoned(moment: &ZonedDateTime) -> Option<SlotValue<'static>> {
    let (timestamp, offset) = (moment.timestamp(), moment.offset());
    let has_offset = offset.seconds() != 0 && is_of_minutes(offset.seconds());
    slot_value(if has_offset {
        timestamp.display_with_offset(offset).to_string()
    } else {
        timestamp.to_string()
    })
}
