//! Which members of an object have been there.

use alloc::vec::Vec;

/// The members of an object that have been there.
#[derive(Default)]
pub(super) struct Seen {
    /// A bit for each of the first members, which are nearly always all.
    first: u64,
    others: Vec<usize>,
    /// The members that were there by another name than their first, and the number of that name.
    names: Vec<(usize, usize)>,
}

impl Seen {
    /// Whether the member is one of the first, and there for the first time. It counts as there by its first
    /// name.
    #[inline]
    pub(super) fn insert_first(&mut self, member: usize) -> bool {
        let bit = if member < 64 { 1 << member } else { 0 };
        let is_new = bit & !self.first != 0;
        self.first |= bit;
        is_new
    }

    /// Whether the member is there for the first time. The number of its name is kept.
    pub(super) fn insert(&mut self, member: usize, name: usize) -> bool {
        if member < 64 {
            let is_new = self.insert_first(member);
            if is_new && name > 0 {
                self.names.push((member, name));
            }
            return is_new;
        }
        let is_new = !self.others.contains(&member);
        if is_new {
            self.others.push(member);
            self.names.push((member, name));
        }
        is_new
    }

    /// Whether a member that has been there counts as it is now: by the same name, or by one that the
    /// catalog has before the other.
    pub(super) fn is_better(&mut self, member: usize, name: usize) -> bool {
        let known = self.names.iter_mut().find(|(known, _)| *known == member);
        match known {
            Some((_, known)) if name <= *known => {
                *known = name;
                true
            }
            Some(_) => false,
            None => name == 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    #[test]
    fn every_member_is_new_once() {
        let mut seen = Seen::default();
        for member in [1, 0, 63, 64, 65, 1000] {
            assert!(seen.insert(member, 0), "{member}");
            assert!(!seen.insert(member, 0), "{member}");
        }
        assert!(seen.insert(62, 0) && seen.insert(66, 0));
        assert!(!seen.insert(1000, 0));
    }

    #[test]
    fn the_name_that_the_catalog_has_first_counts() {
        let mut seen = Seen::default();
        assert!(seen.insert(3, 1));
        assert!(!seen.is_better(3, 2));
        assert!(seen.is_better(3, 0));
        assert!(!seen.is_better(3, 1));
        // The last of the same name.
        assert!(seen.is_better(3, 0));
    }
}
