//! What keeps strings from being URIs (RFC 3986), and addresses of the web.

use std::net::Ipv6Addr;
use std::ops::Range;

use crate::http::{Mistake, named};

/// The first character that keeps a string from being a URI reference (RFC 3986 §2), those that the caller
/// allows besides excepted.
pub(crate) fn character_mistake(text: &str, is_allowed: fn(char) -> bool) -> Option<Mistake> {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_hexdigit);
    text.char_indices().find_map(|(at, character)| {
        let message = if !is_in_uris(character) && !is_allowed(character) {
            format!("no URI has {} in it", named(character))
        } else if character == '%' && !(is_digit(at + 1) && is_digit(at + 2)) {
            "this `%` encodes no byte".to_owned()
        } else {
            return None;
        };
        Some(Mistake::new(at..at + character.len_utf8(), message))
    })
}

fn is_in_uris(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~:/?#[]@!$&'()*+,;=%".contains(character)
}

/// Whether a string has the scheme `http` or `https`, and what stands behind its colon.
fn of_the_web(uri: &str) -> Option<Range<usize>> {
    let colon = uri.find(':')?;
    let scheme = &uri[..colon];
    let is_http = ["http", "https"].iter().any(|http| scheme.eq_ignore_ascii_case(http));
    is_http.then_some(colon + 1..uri.len())
}

/// What is wrong with the host or the port of a URI that has the scheme `http` or `https` (RFC 9110 §4.2).
/// Of others, nothing is known.
pub(crate) fn host_mistake(uri: &str) -> Option<Mistake> {
    let rest = of_the_web(uri)?;
    let Some(behind) = uri[rest.clone()].strip_prefix("//") else {
        return Some(Mistake::new(0..rest.start, "there is no `//` behind this"));
    };
    let start = rest.start + 2;
    let end = start + behind.find(['/', '?', '#']).unwrap_or(behind.len());
    let user = uri[start..end].rfind('@').map_or(0, |at| at + 1);
    let authority = start + user..end;
    let port = port(&uri[authority.clone()]).map(|at| authority.start + at);
    let host = authority.start..port.unwrap_or(authority.end);
    if host.is_empty() {
        return Some(Mistake::new(0..authority.end, "this address has no host"));
    }
    let name = &uri[host.clone()];
    if uri[authority.end..].starts_with("//") && matches!(name, "http" | "https") {
        return Some(Mistake::new(0..authority.end, "this address begins twice"));
    }
    if let Some(at) = host_name_mistake(name) {
        let at = host.start + at.start..host.start + at.end;
        return Some(Mistake::new(at, format!("no host is called `{name}`")));
    }
    let port = port.map(|colon| colon + 1..authority.end)?;
    let message = match &uri[port.clone()] {
        "" => "there is no port behind this `:`".to_owned(),
        number if number.parse::<u16>().is_ok() => return None,
        other => format!("`{other}` is no port: ports are numbers up to 65535"),
    };
    Some(Mistake::new(port.start - 1..port.end, message))
}

/// Where the colon before the port is.
fn port(authority: &str) -> Option<usize> {
    // An IPv6 address has colons, and stands in brackets.
    let address = if authority.starts_with('[') { authority.rfind(']')? + 1 } else { 0 };
    authority[address..].find(':').map(|at| address + at)
}

/// The first part of a host's name that it cannot have: an empty label, or a character of no domain.
fn host_name_mistake(host: &str) -> Option<Range<usize>> {
    if let Some(address) = host.strip_prefix('[') {
        let address =
            address.strip_suffix(']').and_then(|address| address.parse::<Ipv6Addr>().ok());
        return address.is_none().then_some(0..host.len());
    }
    let is_in_names = |c: char| !c.is_ascii() || c.is_ascii_alphanumeric() || "-_.%".contains(c);
    if let Some((at, character)) = host.char_indices().find(|(_, c)| !is_in_names(*c)) {
        return Some(at..at + character.len_utf8());
    }
    // One that ends with a dot is the name from the root on.
    let empty = if host.starts_with('.') { Some(0) } else { host.find("..").map(|at| at + 1) };
    empty.map(|at| at..at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_have_no_mistake() {
        for uri in [
            "https://api.example/errors#gone?a=b",
            "http://localhost:8080",
            "https://user@api.example:443/x",
            "https://[::1]:80/",
            "https://bücher.example./",
            "https://a_b.example?x=//y",
            "urn:example:gone",
            "/problems/gone",
            "about:blank",
            "",
        ] {
            assert_eq!(host_mistake(uri), None, "{uri}");
        }
    }

    /// What is wrong is between « and ».
    #[test]
    fn mistakes_are_at_their_parts() {
        for (marked, message) in [
            ("«https://»", "this address has no host"),
            ("«https://»/x", "this address has no host"),
            ("«https://:99999»", "this address has no host"),
            ("«HTTP://user@»?x", "this address has no host"),
            ("«https:»/api.example", "there is no `//` behind this"),
            ("«https://https:»//api.example", "this address begins twice"),
            ("https://«.»", "no host is called `.`"),
            ("https://api.«.»example/x", "no host is called `api..example`"),
            ("https://docs«,»api.example/x", "no host is called `docs,api.example`"),
            ("https://«[::1»/x", "no host is called `[::1`"),
            ("https://api.example«:99999»/x", "`99999` is no port: ports are numbers up to 65535"),
            ("https://api.example«:»/x", "there is no port behind this `:`"),
            ("https://api.example«:8o»", "`8o` is no port: ports are numbers up to 65535"),
        ] {
            let start = marked.find('«').expect("a mark");
            let end = marked.find('»').expect("a mark") - '«'.len_utf8();
            let found = host_mistake(&marked.replace(['«', '»'], "")).expect(marked);
            assert_eq!((found.at, &*found.message), (start..end, message), "{marked}");
        }
    }

    #[test]
    fn characters_of_no_uri_are_found() {
        let at = |text| character_mistake(text, |c| !c.is_ascii()).map(|mistake| mistake.at);
        assert_eq!(at("https://exa<mple.com"), Some(11..12));
        assert_eq!(at("https://example.com/ü%20%zz"), Some(25..26));
        assert_eq!(at("https://example.com/ü?a=b c"), Some(26..27));
        assert_eq!(character_mistake("ü", |_| false).map(|mistake| mistake.at), Some(0..2));
    }
}
