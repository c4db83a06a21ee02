//! What RFC 9110 asks of a status.

/// The header that a response with a status must have (RFC 9110), and the section that says so.
pub(crate) fn required_header(status: u16) -> Option<(&'static str, &'static str)> {
    match status {
        401 => Some(("WWW-Authenticate", "§15.5.2")),
        405 => Some(("Allow", "§15.5.6")),
        407 => Some(("Proxy-Authenticate", "§15.5.8")),
        426 => Some(("Upgrade", "§15.5.22")),
        _ => None,
    }
}
