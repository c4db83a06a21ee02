//! A status that was received.

use alloc::format;
use alloc::string::String;

use ::tonic::{Code, Status};
use api_error_catalog_core::fact::{GrpcCode, TextFact};
use api_error_catalog_core::slot::{SlotSource, SlotType};
use api_error_catalog_core::{Body, Entry, SlotValue};
use tonic_types::{ErrorInfo, StatusExt as _};

use crate::code::CatalogCode;
use crate::decoded::Decoded;

/// Reads a status: as an answer over HTTP with the body that the error would have there.
pub(crate) fn decode<C: CatalogCode>(status: &Status) -> Decoded<C> {
    let info = status.get_details_error_info();
    let entry = info.as_ref().and_then(|info| entry::<C>(info, grpc(status.code())));
    let decoded = match (entry, info) {
        (Some(entry), Some(info)) => {
            Decoded::new(entry.status(), &body(entry, &info, status.message()).to_json(None))
        }
        _ => Decoded::new(grpc(status.code()).http_status(), status.message().as_bytes()),
    };
    let delay = status.get_details_retry_info().and_then(|info| info.retry_delay);
    // A part of a second is a whole one: to wait for longer does no harm.
    let seconds = delay.map(|delay| delay.as_secs() + u64::from(delay.subsec_nanos() > 0));
    decoded.with_header_fields(seconds.map(|seconds| ("retry-after", format!("{seconds}"))))
}

/// The entry that an `ErrorInfo` names; `None` where the catalog has none, or it is of another. Of several with one
/// code, it is the first with the code of gRPC, if there is one.
fn entry<C: CatalogCode>(info: &ErrorInfo, grpc: GrpcCode) -> Option<Entry<'static>> {
    if info.domain != C::CATALOG.name() {
        return None;
    }
    let entries = || C::CATALOG.all_from_code(&info.reason);
    entries().find(|entry| entry.grpc() == grpc).or_else(|| entries().next())
}

/// The body that the error would have over HTTP.
fn body<'v>(entry: Entry<'static>, info: &'v ErrorInfo, message: &'v str) -> Body<'static, 'v> {
    let (catalog, mut body) = (entry.catalog(), Body::new(entry));
    for (name, number) in catalog.parameters().zip(0..) {
        let text = info.metadata.get(name);
        let value = text.and_then(|text| value(catalog.parameter_type(number), text));
        body.set_parameter(number, value.clone());
        let is_it = |slot: &api_error_catalog_core::slot::Slot<'_>| {
            slot.name == name && slot.source == SlotSource::Caller
        };
        if let Some(slot) = catalog.slots().find(is_it) {
            body.set_slot(slot.target, value);
        }
    }
    // It may be of another version of the catalog.
    let is_message = |source| source == SlotSource::Text(TextFact::Message);
    if let Some(slot) = catalog.slots().find(|slot| is_message(slot.source)) {
        body.set_slot(slot.target, Some(message.into()));
    }
    body
}

/// A value of a type from its text; `None` where the text is none of the type.
fn value(slot_type: SlotType, text: &str) -> Option<SlotValue<'_>> {
    if matches!(slot_type, SlotType::String | SlotType::Any | SlotType::Time) {
        return Some(text.into());
    }
    let value: serde_json::Value = serde_json::from_str(text).ok()?;
    let is_of_type = match slot_type {
        SlotType::Integer => value.is_i64() || value.is_u64(),
        SlotType::Number | SlotType::Delay => value.is_number(),
        SlotType::Boolean => value.is_boolean(),
        SlotType::Array => value.is_array(),
        _ => value.is_object(),
    };
    is_of_type.then(|| match (value.as_u64(), value.as_i64(), value.as_bool()) {
        (Some(number), ..) => number.into(),
        (_, Some(number), _) => number.into(),
        (.., Some(value)) => value.into(),
        _ => SlotValue::Json(String::from(text).into()),
    })
}

fn grpc(code: Code) -> GrpcCode {
    let number = usize::try_from(code as i32).unwrap_or(0);
    let code = number.checked_sub(1).and_then(|number| GrpcCode::ALL.get(number));
    code.copied().unwrap_or(GrpcCode::Unknown)
}
