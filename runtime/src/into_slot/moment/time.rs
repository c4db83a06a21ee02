use api_error_catalog_core::SlotValue;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcOffset};

use super::{is_of_minutes, moments, slot_value};

moments! {
    OffsetDateTime: offset_date_time;
}

fn offset_date_time(moment: &OffsetDateTime) -> Option<SlotValue<'static>> {
    let moment = if is_of_minutes(moment.offset().whole_seconds()) {
        *moment
    } else {
        moment.checked_to_offset(UtcOffset::UTC)?
    };
    moment.format(&Rfc3339).ok().and_then(slot_value)
}
