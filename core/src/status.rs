//! The HTTP statuses that are registered, with their reason phrases (RFC 9110 §15 and the RFCs that
//! registered the others), and the headers that RFC 9110 asks of them.

use core::ops::RangeInclusive;

/// The statuses that RFC 9110 §15 calls valid.
pub const VALID_STATUSES: RangeInclusive<u16> = 100..=599;

/// A status's reason phrase; `None` where the status is not registered.
pub const fn reason(status: u16) -> Option<&'static str> {
    let (mut low, mut high) = (0, REGISTERED_STATUSES.len());
    while low < high {
        let middle = low.midpoint(high);
        match REGISTERED_STATUSES[middle] {
            (found, reason) if found == status => return Some(reason),
            (found, _) if found < status => low = middle + 1,
            _ => high = middle,
        }
    }
    None
}

/// A header that a response with a status must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequiredHeader {
    /// Its name.
    pub name: &'static str,
    /// The section of RFC 9110 that says so, with its sign.
    pub section: &'static str,
}

/// The header that a response with a status must have (RFC 9110); `None` where it needs none.
pub const fn required_header(status: u16) -> Option<RequiredHeader> {
    let (name, section) = match status {
        101 => ("Upgrade", "§15.2.2"),
        401 => ("WWW-Authenticate", "§15.5.2"),
        405 => ("Allow", "§15.5.6"),
        407 => ("Proxy-Authenticate", "§15.5.8"),
        426 => ("Upgrade", "§15.5.22"),
        _ => return None,
    };
    Some(RequiredHeader { name, section })
}

/// Whether a response with a status can have a body (RFC 9110 §6.4.1, §15.3.6): those with 1xx, 204, 205 and
/// 304 have none.
pub const fn has_body(status: u16) -> bool {
    !matches!(status, 100..=199 | 204 | 205 | 304)
}

/// Every registered status with its reason phrase, in ascending order.
pub static REGISTERED_STATUSES: [(u16, &str); 61] = [
    (100, "Continue"),
    (101, "Switching Protocols"),
    (102, "Processing"),
    (103, "Early Hints"),
    (200, "OK"),
    (201, "Created"),
    (202, "Accepted"),
    (203, "Non-Authoritative Information"),
    (204, "No Content"),
    (205, "Reset Content"),
    (206, "Partial Content"),
    (207, "Multi-Status"),
    (208, "Already Reported"),
    (226, "IM Used"),
    (300, "Multiple Choices"),
    (301, "Moved Permanently"),
    (302, "Found"),
    (303, "See Other"),
    (304, "Not Modified"),
    (305, "Use Proxy"),
    (307, "Temporary Redirect"),
    (308, "Permanent Redirect"),
    (400, "Bad Request"),
    (401, "Unauthorized"),
    (402, "Payment Required"),
    (403, "Forbidden"),
    (404, "Not Found"),
    (405, "Method Not Allowed"),
    (406, "Not Acceptable"),
    (407, "Proxy Authentication Required"),
    (408, "Request Timeout"),
    (409, "Conflict"),
    (410, "Gone"),
    (411, "Length Required"),
    (412, "Precondition Failed"),
    (413, "Content Too Large"),
    (414, "URI Too Long"),
    (415, "Unsupported Media Type"),
    (416, "Range Not Satisfiable"),
    (417, "Expectation Failed"),
    (421, "Misdirected Request"),
    (422, "Unprocessable Content"),
    (423, "Locked"),
    (424, "Failed Dependency"),
    (425, "Too Early"),
    (426, "Upgrade Required"),
    (428, "Precondition Required"),
    (429, "Too Many Requests"),
    (431, "Request Header Fields Too Large"),
    (451, "Unavailable For Legal Reasons"),
    (500, "Internal Server Error"),
    (501, "Not Implemented"),
    (502, "Bad Gateway"),
    (503, "Service Unavailable"),
    (504, "Gateway Timeout"),
    (505, "HTTP Version Not Supported"),
    (506, "Variant Also Negotiates"),
    (507, "Insufficient Storage"),
    (508, "Loop Detected"),
    (510, "Not Extended"),
    (511, "Network Authentication Required"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_registered_status_is_found() {
        assert!(REGISTERED_STATUSES.is_sorted_by(|left, right| left.0 < right.0));
        for (status, phrase) in REGISTERED_STATUSES {
            assert_eq!(reason(status), Some(phrase));
            assert!(VALID_STATUSES.contains(&status));
        }
        assert_eq!(reason(509), None);
    }
}
