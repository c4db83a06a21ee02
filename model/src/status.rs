//! What RFC 9110 asks of a status.

/// The header that a response with a status must have (RFC 9110), and the section that says so.
pub(crate) fn required_header(status: u16) -> Option<(&'static str, &'static str)> {
    match status {
        101 => Some(("Upgrade", "§15.2.2")),
        401 => Some(("WWW-Authenticate", "§15.5.2")),
        405 => Some(("Allow", "§15.5.6")),
        407 => Some(("Proxy-Authenticate", "§15.5.8")),
        426 => Some(("Upgrade", "§15.5.22")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::required_header;
    use crate::{Memory, Side, read};

    #[test]
    fn the_base_lists_the_headers_that_are_required() {
        let text = "[catalog]\nname = \"a\"\nlocales = [\"en\"]\nextends = \"http\"\n[body.members]\ncode = \"{code?}\"\n";
        let reading = read(&Memory::default().with("a.toml", text), "a.toml", Side::Server);
        let rows = &reading.document().statuses;
        let registered = api_error_catalog_core::status::REGISTERED_STATUSES;
        assert!(rows.iter().map(|row| row.status.value).eq(registered.map(|(status, _)| status)));
        for row in rows {
            let headers = row.headers.iter().map(|header| header.name.value.as_str());
            let required = required_header(row.status.value).map(|(header, _)| header);
            assert!(headers.eq(required), "{}", row.status.value);
        }
    }
}
