//! What goes into HTTP headers: names, values and the media type.

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::document::HeaderTable;
use crate::http::{self, Mistake};
use crate::source::Spanned;
use crate::{literal, media_type};

pub(super) fn header_names_are_tokens(check: &mut Check<'_>) {
    let headers = check.document.all_headers().map(|header| &header.name);
    let body = check.document.body.iter().flat_map(|body| &body.request_headers);
    for name in headers.chain(body.map(|(name, _)| name)) {
        let help = "a name has letters, digits and hyphens, such as `Retry-After` (RFC 9110 §5.1)";
        report(check, name, http::name_mistake, help);
    }
}

pub(super) fn header_values_are_field_values(check: &mut Check<'_>) {
    let help = "write the value as it is sent, or leave the header out (RFC 9110 §5.5)";
    let headers = check.document.body.iter().flat_map(|body| &body.request_headers);
    for (_, value) in headers {
        report(check, value, http::value_mistake, help);
    }
    for value in check.document.all_headers().filter_map(|header| header.value.as_ref()) {
        report(check, value, http::ascii_value_mistake, help);
    }
}

/// One in a row takes the place of that in `[headers]`; in one table, nothing says which is meant.
pub(super) fn headers_are_distinct(check: &mut Check<'_>) {
    let document = check.document;
    let rows = document.statuses.iter().map(|row| &row.headers);
    for headers in rows.chain([&document.headers]) {
        for (at, header) in headers.iter().enumerate() {
            let name = &header.name;
            let is_same = |known: &&HeaderTable| known.name.value.eq_ignore_ascii_case(&name.value);
            let Some(first) = headers[..at].iter().find(is_same) else { continue };
            check.diagnostics.add(
                Diagnostic::error(name.span, format!("the header `{}` is there twice", name.value))
                    .label("again here")
                    .other(first.name.span, "first here")
                    .help(
                        "leave one of the two out; names of headers have no case (RFC 9110 §5.1)",
                    ),
            );
        }
    }
}

/// A header that is set beside the body; the server sets the others.
pub(super) fn no_header_is_of_the_connection(check: &mut Check<'_>) {
    for header in check.document.all_headers().filter(|header| header.value.is_some()) {
        let name = &header.name.value;
        let Some((reason, help)) = http::set_by_others(name) else { continue };
        let message = format!("no catalog sets the header `{name}`: {reason}");
        check.diagnostics.add(Diagnostic::error(header.name.span, message).help(help));
    }
}

pub(super) fn the_media_type_is_one(check: &mut Check<'_>) {
    let media_type = check.document.body.as_ref().and_then(|body| body.media_type.as_ref());
    if let Some(media_type) = media_type {
        let help = match &*media_type.value {
            kind @ ("json" | "problem+json" | "vnd.api+json" | "hal+json") => {
                format!("write `application/{kind}` (RFC 9110 §8.3.1)")
            }
            _ => "write a type, `/` and a subtype: `application/json`, or with a parameter, `application/json; charset=utf-8` (RFC 9110 §8.3.1)".to_owned(),
        };
        report(check, media_type, media_type::mistake, &help);
    }
}

/// A body of another type would be written and read as JSON all the same.
pub(super) fn the_media_type_is_json(check: &mut Check<'_>) {
    let written = check.document.body.as_ref().and_then(|body| body.media_type.as_ref());
    let Some(written) = written else { return };
    // One that is none is another rule's diagnostic.
    if media_type::mistake(&written.value).is_some() {
        return;
    }
    if let Some(kind) = media_type::other_than_json(&written.value) {
        let message =
            format!("the bodies of a catalog are JSON, and `{}` is {kind}", written.value);
        let help = "describe the API’s JSON, if it can send JSON too; otherwise leave `media_type` out and `[body.members]` empty, and write rows such as `[status.404]`: an answer that is not JSON is read by the row of its status";
        check.diagnostics.add(Diagnostic::error(written.span, message).help(help));
    }
}

fn report(
    check: &mut Check<'_>,
    text: &Spanned<String>,
    mistake: fn(&str) -> Option<Mistake>,
    help: &str,
) {
    if let Some(Mistake { at, message }) = mistake(&text.value) {
        // The literal where there is nothing in it to point at, or more than a character, all of it.
        let is_all = at == (0..text.value.len()) && text.value.chars().count() != 1;
        let place = if is_all { text.span } else { literal::place(check.sources, text.span, at) };
        check.diagnostics.add(Diagnostic::error(place, message).help(help));
    }
}
