use api_error_catalog_core::SlotValue;
use chrono::{DateTime, Datelike as _, Offset as _, SecondsFormat, TimeZone};

use super::{is_of_minutes, moments, slot_value};

moments! {
    DateTime<Tz> where [Tz: TimeZone]: date_time;
}

fn date_time<Tz: TimeZone>(moment: &DateTime<Tz>) -> Option<SlotValue<'static>> {
    // At the ends of what chrono can hold, a moment has no local time.
    if !(0..=9999).contains(&moment.naive_utc().year()) {
        return None;
    }
    let seconds = moment.offset().fix().local_minus_utc();
    let text = if is_of_minutes(seconds) {
        moment.to_rfc3339_opts(SecondsFormat::AutoSi, true)
    } else {
        moment.to_utc().to_rfc3339_opts(SecondsFormat::AutoSi, true)
    };
    slot_value(text)
}
