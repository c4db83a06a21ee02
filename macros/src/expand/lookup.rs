//! The hash tables of names, as the runtime's `lookup` reads them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::texts::TextTable;

/// How many names may have one hash before all bytes are hashed.
const ALIKE: usize = 4;
/// The runtime keeps ten bits for a length; a longer name is an error of the catalog.
const LENGTHS: usize = 1 << 10;

/// A table of names and the numbers of their codes; a name that stands twice keeps its first code.
pub(super) fn lookup(names: &[(&str, u16)], texts: &mut TextTable) -> TokenStream {
    let whole = are_alike(names);
    let rows = layout(names, whole).into_iter().map(|row| match row {
        Some((hash, name, code)) => row_of(hash, texts.place(name), name.len(), code),
        None => [0; 8],
    });
    let rows = Literal::byte_string(rows.collect::<Vec<_>>().as_flattened());
    quote!(__private::Lookup::new(#rows, #whole))
}

/// A row as the runtime reads it; beside the length, there is room for six bits of the hash.
fn row_of(hash: u32, start: u32, length: usize, code: u16) -> [u8; 8] {
    let mark = u64::from(hash >> 26 << 10) | length as u64;
    (u64::from(start) | mark << 32 | u64::from(code) << 48).to_le_bytes()
}

/// Whether many names have the same beginning, end and length.
fn are_alike(names: &[(&str, u16)]) -> bool {
    let mut hashes: Vec<_> = names.iter().map(|(name, _)| hash(name.as_bytes(), false)).collect();
    hashes.sort_unstable();
    hashes.windows(ALIKE + 1).any(|same| same[0] == same[ALIKE])
}

/// The rows, three quarters of them taken at most, each with its name's hash.
fn layout<'n>(names: &[(&'n str, u16)], whole: bool) -> Vec<Option<(u32, &'n str, u16)>> {
    if names.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![None; (names.len() * 4).div_ceil(3).next_power_of_two()];
    let mask = rows.len() - 1;
    for (name, code) in names.iter().filter(|(name, _)| name.len() < LENGTHS) {
        let hash = hash(name.as_bytes(), whole);
        let mut at = hash as usize & mask;
        while rows[at].is_some_and(|(_, known, _)| known != *name) {
            at = (at + 1) & mask;
        }
        rows[at].get_or_insert((hash, *name, *code));
    }
    rows
}

/// The hash of a name. The runtime has the same function; a test holds them together.
fn hash(name: &[u8], whole: bool) -> u32 {
    let (mut first, last) = ends(name);
    if whole {
        for word in name.as_chunks::<8>().0 {
            first = mix(first, u64::from_le_bytes(*word));
        }
    }
    let hash = mix(first, last ^ name.len() as u64);
    (hash >> 32) as u32
}

fn mix(left: u64, right: u64) -> u64 {
    let (left, right) = (left ^ 0x9E37_79B9_7F4A_7C15, right ^ 0xD1B5_4A32_D192_ED03);
    let product = u128::from(left) * u128::from(right);
    let [low, high] = [product, product >> 64].map(|half| half & u128::from(u64::MAX));
    u64::try_from(low ^ high).expect("half of the bits")
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
    use std::collections::HashSet;

    use super::{are_alike, hash, layout};

    #[test]
    fn the_runtime_hashes_alike() {
        for length in 0..40 {
            let name: String = ('0'..).take(length).collect();
            for whole in [false, true] {
                let theirs = api_error_catalog::__private::lookup_hash(name.as_bytes(), whole);
                assert_eq!(hash(name.as_bytes(), whole), theirs, "{name}");
            }
        }
    }

    #[test]
    fn names_that_differ_in_the_middle_are_told_apart_by_all_their_bytes() {
        let names: Vec<_> = (0..1000).map(|n| format!("payment-{n:08}-declined")).collect();
        let names: Vec<_> = names.iter().map(|name| (name.as_str(), 0)).collect();
        assert!(are_alike(&names));
        let rows = layout(&names, true);
        assert_eq!(rows.iter().flatten().count(), names.len());
        let hashes: HashSet<_> = rows.iter().flatten().map(|(hash, ..)| hash).collect();
        assert_eq!(hashes.len(), names.len());
    }

    #[test]
    fn a_name_that_stands_twice_keeps_its_first_code() {
        let rows = layout(&[("a", 1), ("a", 2)], false);
        assert_eq!(rows.into_iter().flatten().map(|(_, _, code)| code).collect::<Vec<_>>(), [1]);
    }
}
