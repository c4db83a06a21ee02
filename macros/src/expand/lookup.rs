//! The hash tables of names, as the runtime's `lookup` reads them.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::texts::TextTable;

/// How far from its place a name may be before all bytes are hashed.
const FAR: usize = 8;

/// A table of names and the numbers of their codes; a name that stands twice keeps its first code.
pub(super) fn lookup(names: &[(&str, u16)], texts: &mut TextTable) -> TokenStream {
    let (rows, whole) = match layout(names, false) {
        (_, far) if far > FAR => (layout(names, true).0, true),
        (rows, _) => (rows, false),
    };
    let rows = rows.into_iter().map(|row| {
        let (name, code) = row.unwrap_or(("", 0));
        let start = Literal::u32_unsuffixed(texts.place(name));
        let length = Literal::usize_unsuffixed(name.len());
        let code = Literal::u16_unsuffixed(code);
        quote!(__private::LookupRow { start: #start, length: #length, code: #code })
    });
    quote!(__private::Lookup { rows: &[#(#rows),*], whole: #whole })
}

/// The rows, at most half of them taken, and how far the farthest name is from its hash.
fn layout<'n>(names: &[(&'n str, u16)], whole: bool) -> (Vec<Option<(&'n str, u16)>>, usize) {
    if names.is_empty() {
        return (Vec::new(), 0);
    }
    let mut rows = vec![None; (names.len() * 2).next_power_of_two()];
    let mask = rows.len() - 1;
    let mut farthest = 0;
    for (name, code) in names {
        let start = hash(name.as_bytes(), whole) as usize & mask;
        for far in 0..rows.len() {
            let row = &mut rows[(start + far) & mask];
            match row {
                None => {
                    *row = Some((*name, *code));
                    farthest = farthest.max(far);
                    break;
                }
                Some((known, _)) if known == name => break,
                Some(_) => {}
            }
        }
    }
    (rows, farthest)
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
    use super::{FAR, hash, layout};

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
        assert!(layout(&names, false).1 > FAR);
        let (rows, far) = layout(&names, true);
        assert!(far < 40, "{far}");
        assert_eq!(rows.iter().flatten().count(), names.len());
    }

    #[test]
    fn a_name_that_stands_twice_keeps_its_first_code() {
        let (rows, _) = layout(&[("a", 1), ("a", 2)], false);
        assert_eq!(rows.into_iter().flatten().collect::<Vec<_>>(), [("a", 1)]);
    }
}
