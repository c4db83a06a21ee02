//! The HTTP statuses that are registered, with their reason phrases (RFC 9110 §15 and the RFCs that
//! registered the others).

/// A status's reason phrase; `None` where the status is not registered.
pub(crate) fn reason(status: u16) -> Option<&'static str> {
    REGISTERED.binary_search_by_key(&status, |(number, _)| *number).ok().map(|at| REGISTERED[at].1)
}

/// Every registered status with its reason phrase, in ascending order.
pub fn registered() -> &'static [(u16, &'static str)] {
    &REGISTERED
}

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

/// One more than the last that is valid, for tables by status.
pub(crate) const END: usize = 600;

/// The range that RFC 9110 §15 calls valid.
pub(crate) const VALID: std::ops::RangeInclusive<u16> = 100..=599;

const REGISTERED: [(u16, &str); 61] = [
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
