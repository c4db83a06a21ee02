//! What the documentation of `Catalog::negotiate` says, in the plainest way: lists, sorted and searched.

/// A language range in lower case, and its weight in thousandths.
type Weighted = (String, u16);

/// The locale for an `Accept-Language`.
pub(crate) fn negotiated<'l>(locales: &[&'l str], accept_language: &str) -> &'l str {
    let ranges: Vec<Weighted> = accept_language.split(',').filter_map(weighted).collect();
    let acceptable: Vec<&str> =
        locales.iter().copied().filter(|locale| is_acceptable(locale, &ranges)).collect();
    let mut preferred = ranges.clone();
    preferred.retain(|(_, weight)| *weight > 0);
    // A stable sort: those of one weight stay as they are.
    preferred.sort_by_key(|(_, weight)| 1000 - weight);
    for (range, _) in &preferred {
        let found = match range.as_str() {
            "*" => acceptable.iter().copied().find(|locale| matching(locale, &ranges).is_empty()),
            range => looked_up(&acceptable, range),
        };
        if let Some(locale) = found {
            return locale;
        }
    }
    acceptable.first().copied().unwrap_or(locales[0])
}

/// The locale that lookup finds for a tag (RFC 4647 §3.4); `None` where it finds none.
pub(crate) fn looked_up<'l>(locales: &[&'l str], tag: &str) -> Option<&'l str> {
    let mut subtags: Vec<&str> = tag.split('-').collect();
    while !subtags.is_empty() {
        let shorter = subtags.join("-");
        if let Some(locale) = locales.iter().find(|locale| locale.eq_ignore_ascii_case(&shorter)) {
            return Some(locale);
        }
        subtags.pop();
        while subtags.last().is_some_and(|last| last.len() == 1) {
            subtags.pop();
        }
    }
    None
}

fn is_acceptable(locale: &str, ranges: &[Weighted]) -> bool {
    let wildcard = ranges.iter().find(|(range, _)| range == "*");
    let mut matching = matching(locale, ranges);
    matching.sort_by_key(|(range, _)| usize::MAX - range.len());
    matching.first().copied().or(wildcard).is_none_or(|(_, weight)| *weight > 0)
}

/// The ranges other than `*` that match a locale, in the order of the header.
fn matching<'r>(locale: &str, ranges: &'r [Weighted]) -> Vec<&'r Weighted> {
    let locale = format!("{}-", locale.to_ascii_lowercase());
    ranges.iter().filter(|(range, _)| locale.starts_with(&format!("{range}-"))).collect()
}

/// `None` where a member of the header is empty or malformed.
fn weighted(member: &str) -> Option<Weighted> {
    let parts: Vec<&str> = member.split(';').map(|part| part.trim_matches([' ', '\t'])).collect();
    let (range, weight) = match parts[..] {
        [range] => (range, 1000),
        [range, weight] => (range, thousandths(weight)?),
        _ => return None,
    };
    let is_range = |(at, subtag): (usize, &str)| {
        let is_made_of = |allowed: fn(char) -> bool| subtag.chars().all(allowed);
        (1..=8).contains(&subtag.len())
            && is_made_of(|c| c.is_ascii_alphanumeric())
            && (at > 0 || is_made_of(|c| c.is_ascii_alphabetic()))
    };
    (range == "*" || range.split('-').enumerate().all(is_range))
        .then(|| (range.to_ascii_lowercase(), weight))
}

/// The number that a weight is written as, which has three decimals but for zeros at its end.
fn thousandths(weight: &str) -> Option<u16> {
    let number = weight.strip_prefix("q=").or(weight.strip_prefix("Q="))?;
    let digits = number.replacen('.', "", 1);
    let thousandths: u16 = format!("{digits:0<4}").parse().ok()?;
    let written = format!("{}.{:03}", thousandths / 1000, thousandths % 1000);
    let left_out = written.strip_prefix(number)?;
    let is_right = left_out == ".000" || left_out.chars().all(|digit| digit == '0');
    (is_right && thousandths <= 1000).then_some(thousandths)
}
