//! Which entries an error enum has variants for, while a program is compiled: an enum that holds others of
//! the same catalog is checked with theirs.

use core::marker::PhantomData;

use api_error_catalog_core::builder::MOST_ENTRIES;

/// The entries that the variants of an error enum stand for. Implemented by the derive.
pub trait Covers {
    /// That of the catalog.
    const FINGERPRINT: u64;
    /// The entries, those of enums of the same catalog that it holds included.
    const ENTRIES: EntrySet;
}

/// A set of entries of a catalog, by their numbers.
#[derive(Clone, Copy)]
pub struct EntrySet([u64; MOST_ENTRIES.div_ceil(64)]);

impl EntrySet {
    /// Some entries.
    pub const fn of(numbers: &[u16]) -> Self {
        let mut set = [0; MOST_ENTRIES.div_ceil(64)];
        let mut at = 0;
        while at < numbers.len() {
            set[numbers[at] as usize / 64] |= 1 << (numbers[at] % 64);
            at += 1;
        }
        Self(set)
    }

    /// And those of an error enum that is held, where it is of the catalog with this fingerprint.
    #[must_use]
    pub const fn with(mut self, fingerprint: u64, held: (u64, Self)) -> Self {
        let mut at = 0;
        while at < self.0.len() && fingerprint == held.0 {
            self.0[at] |= held.1.0[at];
            at += 1;
        }
        self
    }

    /// Whether an entry is among them.
    pub const fn has(&self, number: u16) -> bool {
        self.0[number as usize / 64] & 1 << (number % 64) != 0
    }
}

/// The codes that nothing stands for, as the compiler reports them: `SIZE` bytes at most.
pub struct Uncovered<const SIZE: usize> {
    text: [u8; SIZE],
    length: usize,
}

impl<const SIZE: usize> Uncovered<SIZE> {
    /// What is said before the lines of the entries, each with its number and whether it needs no fields; how
    /// many lines are shown, and what is said around the number of the others; and what is said after them if
    /// there is one that needs none. `None` where each of the entries is covered.
    pub const fn new(
        covered: &EntrySet,
        before: &str,
        lines: &[(u16, &str, bool)],
        (shown, more_before, more_after): (usize, &str, &str),
        after: &str,
    ) -> Option<Self> {
        let mut message = Self { text: [0; SIZE], length: 0 };
        let (mut count, mut is_any_plain) = (0, false);
        let mut at = 0;
        while at < lines.len() {
            let (number, line, is_plain) = lines[at];
            if !covered.has(number) {
                if count == 0 {
                    message.add(before);
                }
                if count < shown {
                    message.add(line);
                }
                count += 1;
                is_any_plain |= is_plain;
            }
            at += 1;
        }
        if count > shown {
            message.add(more_before);
            message.add_number(count - shown);
            message.add(more_after);
        }
        if is_any_plain {
            message.add(after);
        }
        if count > 0 { Some(message) } else { None }
    }

    const fn add_number(&mut self, number: usize) {
        if number >= 10 {
            self.add_number(number / 10);
        }
        self.text[self.length] = b"0123456789"[number % 10];
        self.length += 1;
    }

    const fn add(&mut self, text: &str) {
        let (_, left) = self.text.split_at_mut(self.length);
        left.split_at_mut(text.len()).0.copy_from_slice(text.as_bytes());
        self.length += text.len();
    }

    /// The message.
    pub const fn as_str(&self) -> &str {
        match core::str::from_utf8(self.text.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// What a type that a variant holds covers: `<Held<T>>::COVERED` is what [`Covers`] says, or else, from
/// [`CoversNothing`], nothing.
pub struct Held<T>(PhantomData<T>);

impl<T: Covers> Held<T> {
    /// The fingerprint and the entries.
    pub const COVERED: (u64, EntrySet) = (T::FINGERPRINT, T::ENTRIES);
}

/// Types that are no error enum of a catalog.
pub trait CoversNothing {
    /// No entry of any catalog.
    const COVERED: (u64, EntrySet) = (0, EntrySet::of(&[]));
}

impl<T> CoversNothing for Held<T> {}

impl<T: Covers> Covers for alloc::boxed::Box<T> {
    const FINGERPRINT: u64 = T::FINGERPRINT;
    const ENTRIES: EntrySet = T::ENTRIES;
}

impl<T: Covers> Covers for alloc::sync::Arc<T> {
    const FINGERPRINT: u64 = T::FINGERPRINT;
    const ENTRIES: EntrySet = T::ENTRIES;
}
