//! Finding what is meant: a code first, then a status, then the beginning of codes.

use api_error_catalog_core::Entry;
use api_error_catalog_core::status::VALID_STATUSES;
use api_error_catalog_model::nearest;

use super::entry::EntryExplanation;
use super::listing::Listing;
use super::status::StatusExplanation;
use super::{Asked, Explanation};

/// The most entries of one code, or catalogs with one status, that are explained in full.
const MOST_IN_FULL: usize = 4;

/// What is meant by a query; in words where nothing is. `http` is what stands in for a status that none of
/// the reader's own catalogs knows.
pub(super) fn search(
    groups: &[Vec<Asked<'_>>],
    http: Option<&Asked<'_>>,
    query: &str,
    locale: &str,
) -> Result<Explanation, String> {
    let found = match query.parse().ok().filter(|status| VALID_STATUSES.contains(status)) {
        Some(status) => find_status(groups, http, status, locale),
        None => {
            let in_groups = |find: Find| groups.iter().find_map(|group| find(group, query, locale));
            in_groups(entries).or_else(|| in_groups(family))
        }
    };
    found.ok_or_else(|| unknown(groups, query))
}

/// How entries of one group are found.
type Find = fn(&[Asked<'_>], &str, &str) -> Option<Explanation>;

/// A status, or a code that is one. In a group of many catalogs, which are not all the reader's, a status is
/// explained once.
fn find_status(
    groups: &[Vec<Asked<'_>>],
    http: Option<&Asked<'_>>,
    status: u16,
    locale: &str,
) -> Option<Explanation> {
    groups.iter().find_map(|group| {
        let explain = |asked| StatusExplanation::new(asked, status, locale);
        let statuses: Vec<_> = group.iter().filter_map(explain).collect();
        let in_short = http.filter(|_| statuses.len() > MOST_IN_FULL).and_then(explain);
        let all_entries = || statuses.iter().flat_map(|status| status.entries.clone()).collect();
        if let Some(row) = in_short {
            let statuses = vec![StatusExplanation { entries: all_entries(), ..row }];
            return Some(Explanation::Statuses { statuses });
        }
        let as_code = entries(group, &status.to_string(), locale);
        as_code.or((!statuses.is_empty()).then_some(Explanation::Statuses { statuses }))
    })
}

/// The entries with that code, name or variant, an alias among them.
fn entries(group: &[Asked<'_>], query: &str, locale: &str) -> Option<Explanation> {
    let mut found = Vec::new();
    for asked in group {
        let named = || asked.catalog.codes().filter(|e| e.name() == query || e.variant() == query);
        let with_code: Vec<_> = asked.catalog.all_from_code(query).collect();
        let entries = if with_code.is_empty() { named().collect() } else { with_code };
        found.extend(entries.into_iter().map(|entry| (asked.origin, entry)));
    }
    match found.len() {
        0 => None,
        1..=MOST_IN_FULL => {
            let explain = |(origin, entry)| EntryExplanation::new(origin, entry, locale);
            Some(Explanation::Entries { entries: found.into_iter().map(explain).collect() })
        }
        _ => Some(listing(&format!("code {query}"), found, locale)),
    }
}

/// The entries whose codes or names begin so, in any case.
fn family(group: &[Asked<'_>], query: &str, locale: &str) -> Option<Explanation> {
    let begins = |name: &str| {
        name.get(..query.len()).is_some_and(|beginning| beginning.eq_ignore_ascii_case(query))
    };
    let mut found = Vec::new();
    for asked in group {
        let entries = asked.catalog.codes();
        let entries = entries.filter(|entry| begins(entry.as_str()) || begins(entry.name()));
        found.extend(entries.map(|entry| (asked.origin, entry)));
    }
    (!found.is_empty() && !query.is_empty()).then(|| listing(&format!("{query}…"), found, locale))
}

fn listing(of: &str, found: Vec<(&str, Entry<'_>)>, locale: &str) -> Explanation {
    Explanation::Listing(Listing::new(of, found, locale))
}

fn unknown(groups: &[Vec<Asked<'_>>], query: &str) -> String {
    let entries = groups.iter().flatten().flat_map(|asked| asked.catalog.codes());
    let known = entries.flat_map(|entry| [entry.as_str(), entry.name()]);
    match nearest(query, known) {
        Some(meant) => format!("no catalog knows `{query}`; did you mean `{meant}`?"),
        None => format!("no catalog knows `{query}`"),
    }
}
