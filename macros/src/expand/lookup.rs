//! The hash tables of names, as the runtime's `lookup` reads them.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::texts::TextTable;

/// The runtime keeps ten bits for a length; a longer name is an error of the catalog.
const LENGTHS: usize = 1 << 10;
/// How many seeds are tried for a table in which every name is where its hash says.
const SEEDS: u64 = 64;

/// A table of names and the numbers of their codes; a name that stands twice keeps its first code.
pub(super) fn lookup(names: &[(&str, u16)], texts: &mut TextTable) -> TokenStream {
    let mut known = HashSet::with_capacity(names.len());
    let mut distinct = Vec::with_capacity(names.len());
    for (name, code) in names {
        if name.len() < LENGTHS && known.insert(*name) {
            distinct.push((*name, *code));
        }
    }
    let Layout { seed, rows, .. } = Layout::best(&distinct);
    let mut bytes = Vec::with_capacity(rows.len() * 8);
    for row in rows {
        let row = row.map_or(0, |(name, code, mark)| {
            u64::from(texts.place(name)) | u64::from(mark) << 32 | u64::from(code) << 48
        });
        bytes.extend_from_slice(&row.to_le_bytes());
    }
    let bytes = Literal::byte_string(&bytes);
    quote!(__private::Lookup::new(#seed, #bytes))
}

/// Names in rows, each with the number of its code and its mark.
struct Layout<'n> {
    seed: u64,
    rows: Vec<Option<(&'n str, u16, u16)>>,
    /// How many names are not where their hashes say.
    behind: usize,
}

impl<'n> Layout<'n> {
    /// A small table can have every name where its hash says, with the right seed; of a large one, some
    /// names are always behind.
    fn best(names: &[(&'n str, u16)]) -> Self {
        const FEW: usize = 64;
        let mut best = Self::new(names, 0);
        let mut seed = 1;
        while names.len() <= FEW && best.behind > 0 && seed < SEEDS {
            let other = Self::new(names, seed);
            if other.behind < best.behind {
                best = other;
            }
            seed += 1;
        }
        best
    }

    fn new(names: &[(&'n str, u16)], seed: u64) -> Self {
        if names.is_empty() {
            return Self { seed, rows: Vec::new(), behind: 0 };
        }
        let count = (names.len() * 2).next_power_of_two();
        let mut rows = vec![None; count];
        let mut behind = 0;
        for (name, code) in names {
            let hash = hash(name.as_bytes(), seed);
            let mut at = place(hash) & (count - 1);
            behind += usize::from(rows[at].is_some());
            while rows[at].is_some() {
                at = (at + 1) & (count - 1);
            }
            rows[at] = Some((*name, *code, mark(hash, name.len())));
        }
        Self { seed, rows, behind }
    }
}

// The runtime looks names up by the same functions; a test holds them together.

/// The hash of a name, from all its bytes.
fn hash(name: &[u8], seed: u64) -> u64 {
    let length = name.len() as u64;
    let (Some(first), Some(last)) = (name.first_chunk(), name.last_chunk()) else {
        let (first, last) = ends(name);
        return mix(first ^ seed, last ^ length);
    };
    let ((a, b), (c, d)) = (halves(first), halves(last));
    let mut hash = mix(a ^ c.rotate_left(23) ^ seed, b ^ d.rotate_left(41) ^ length);
    let mut rest = name;
    while rest.len() > 32 {
        rest = &rest[16..];
        let Some(chunk) = rest.first_chunk() else { break };
        let (a, b) = halves(chunk);
        hash = mix(a ^ hash, b);
    }
    hash
}

/// Where to begin to look for a hash.
#[allow(clippy::cast_possible_truncation, reason = "half of the bits are kept")]
fn place(hash: u64) -> usize {
    (hash & 0xFFFF_FFFF) as usize
}

/// A name's length and six bits of its hash.
#[allow(clippy::cast_possible_truncation, reason = "both are cut to their bits")]
fn mark(hash: u64, length: usize) -> u16 {
    ((hash >> 48) as u16 & 0xFC00) | (length as u16 & 0x03FF)
}

fn mix(left: u64, right: u64) -> u64 {
    let (left, right) = (left ^ 0x9E37_79B9_7F4A_7C15, right ^ 0xD1B5_4A32_D192_ED03);
    let product = u128::from(left) * u128::from(right);
    let (low, high) = halves(&product.to_le_bytes());
    low ^ high
}

#[allow(clippy::cast_possible_truncation, reason = "both halves are taken")]
fn halves(bytes: &[u8; 16]) -> (u64, u64) {
    let both = u128::from_le_bytes(*bytes);
    (both as u64, (both >> 64) as u64)
}

/// The first and the last eight bytes, or fewer.
fn ends(bytes: &[u8]) -> (u64, u64) {
    if let (Some(first), Some(last)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        return (u64::from_le_bytes(*first), u64::from_le_bytes(*last));
    }
    if let (Some(first), Some(last)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        return (u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into());
    }
    match bytes {
        [] => (0, 0),
        [only] => ((*only).into(), 0),
        [first, .., last] => (u64::from(*first) | u64::from(bytes[1]) << 8, (*last).into()),
    }
}

#[cfg(test)]
mod tests {
    use api_error_catalog::__private::{lookup_hash, lookup_mark, lookup_place};

    use super::{Layout, hash, mark, place};

    #[test]
    fn the_runtime_computes_alike() {
        for length in 0..100 {
            let name: String = ('!'..'\u{7F}').cycle().take(length).collect();
            for seed in [0, 1, 0x0123_4567_89AB_CDEF] {
                let hash = hash(name.as_bytes(), seed);
                assert_eq!(hash, lookup_hash(name.as_bytes(), seed), "{name}");
                assert_eq!(mark(hash, length), lookup_mark(hash, length));
                assert_ne!(mark(hash, 16), mark(!hash, 16));
                assert_eq!(place(hash), lookup_place(hash));
            }
        }
    }

    #[test]
    fn few_names_are_not_where_their_hashes_say() {
        for count in [1, 16, 17, 1000, 7000] {
            let names: Vec<_> = (0..count).map(|n| format!("payment-{n:08}-declined")).collect();
            let names: Vec<_> = names.iter().map(|name| (name.as_str(), 0)).collect();
            let layout = Layout::best(&names);
            assert_eq!(layout.rows.iter().flatten().count(), count);
            assert!(layout.behind <= count / 3, "{} of {count} names", layout.behind);
        }
    }
}
