//! Names of files and folders that any system takes, for names of catalogs and entries that may be anything.

use std::collections::BTreeSet;

/// The most bytes of a name that are kept; a folder's name has at most 255 on most systems.
const MOST_BYTES: usize = 120;

/// Names of one folder, no two of which are the same where case does not count.
#[derive(Debug, Default)]
pub(super) struct Segments {
    taken: BTreeSet<String>,
}

impl Segments {
    /// A folder with these names in it already.
    pub(super) fn with<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self { taken: names.into_iter().map(str::to_ascii_lowercase).collect() }
    }

    /// The name of a file or folder for a name, which is taken from then on. Of two names that come to the
    /// same, the first has it, and the others end in `~2`, `~3`, and so on.
    pub(super) fn take(&mut self, name: &str) -> String {
        let segment = segment(name);
        let others = (2..).map(|number: u32| format!("{segment}~{number}"));
        let mut free = std::iter::once(segment.clone())
            .chain(others)
            .filter(|segment| self.taken.insert(segment.to_ascii_lowercase()));
        free.next().expect("there are more numbers than names")
    }
}

/// A name in the unreserved characters of a URI (RFC 3986 §2.3), so that an address is the name of the file
/// and the other way round. Any other byte is `~` and two hexadecimal digits: a percent sign in the name of
/// a file would have to be escaped in its address once more.
fn segment(name: &str) -> String {
    let is_dot_at_end = |at: usize| at == 0 || at + 1 == name.len();
    let mut segment = String::new();
    for (at, byte) in name.bytes().enumerate() {
        match byte {
            b'.' if is_dot_at_end(at) => segment.push_str("~2E"),
            byte if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) => {
                segment.push(char::from(byte));
            }
            byte => segment.push_str(&format!("~{byte:02X}")),
        }
    }
    if segment.len() > MOST_BYTES {
        segment.truncate(MOST_BYTES);
        segment.push_str(&format!("~{:016x}", hash(name)));
    }
    if segment.is_empty() || is_device(&segment) {
        segment.push('~');
    }
    segment
}

/// Whether Windows takes a name for a device, whatever its extension is.
fn is_device(segment: &str) -> bool {
    let stem = segment.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || numbered.is_some_and(|number| matches!(number.as_bytes(), [b'0'..=b'9']))
}

/// FNV-1a, which is the same everywhere and in every version.
fn hash(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_names_are_themselves() {
        for name in ["insufficient-funds", "BAD_REQUEST", "99901", "invalid.request", "a"] {
            assert_eq!(segment(name), name);
        }
    }

    #[test]
    fn others_are_escaped() {
        let cases = [
            ("a/b", "a~2Fb"),
            ("..", "~2E~2E"),
            (".git", "~2Egit"),
            ("end.", "end~2E"),
            ("a b%20~", "a~20b~2520~7E"),
            ("é", "~C3~A9"),
            ("", "~"),
            ("NUL", "NUL~"),
            ("aux.html", "aux.html~"),
            ("com1", "com1~"),
            ("com10", "com10"),
        ];
        for (name, expected) in cases {
            assert_eq!(segment(name), expected);
        }
    }

    #[test]
    fn long_names_stay_apart() {
        let (one, two) = ("a".repeat(1000), "a".repeat(1001));
        assert!(segment(&one).len() < 200 && segment(&one) != segment(&two));
    }

    #[test]
    fn names_that_differ_in_case_stay_apart() {
        let mut segments = Segments::with(["style.css"]);
        let taken = ["not_found", "NOT_FOUND", "Not_Found", "style.css"].map(|n| segments.take(n));
        assert_eq!(taken, ["not_found", "NOT_FOUND~2", "Not_Found~3", "style.css~2"]);
    }
}
