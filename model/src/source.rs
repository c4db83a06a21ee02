//! The source files of a catalog, and spans in them.

use std::ops::Range;
use std::sync::OnceLock;

/// One of the files in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct FileId(u16);

/// A range of bytes in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The bytes of the file.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value and the place it was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A file's text under the path people know it by.
#[derive(Debug)]
pub struct Source {
    /// The path that the loader was given.
    pub path: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// Where each line starts, once somebody asks.
    line_starts: OnceLock<Vec<u32>>,
}

/// A line and a column, both counted from 1, the column in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character in the line.
    pub column: usize,
}

impl Source {
    fn new(path: String, text: String) -> Self {
        Self { path, text, line_starts: OnceLock::new() }
    }

    fn line_starts(&self) -> &[u32] {
        self.line_starts.get_or_init(|| {
            let newlines = self.text.match_indices('\n').map(|(at, _)| offset(at + 1));
            std::iter::once(0).chain(newlines).collect()
        })
    }

    /// Where a byte of the text is.
    pub fn position(&self, byte: u32) -> Position {
        let line_starts = self.line_starts();
        let line = line_starts.partition_point(|start| *start <= byte);
        let start = line_starts[line - 1] as usize;
        let before = self.text.get(start..byte as usize).unwrap_or_default();
        Position { line, column: before.chars().count() + 1 }
    }

    /// A line's text without its line ending; lines count from 1.
    pub fn line(&self, line: usize) -> &str {
        let line_starts = self.line_starts();
        let start = line_starts[line - 1] as usize;
        let end = line_starts.get(line).map_or(self.text.len(), |next| *next as usize);
        self.text[start..end].trim_end_matches(['\n', '\r'])
    }
}

/// Every file that was read for one catalog, the named one first.
///
/// There is a cell for each file that may come, so that a file can be added while the trees of those
/// before it borrow their texts.
#[derive(Debug)]
pub struct Sources(Box<[OnceLock<Source>]>);

impl Default for Sources {
    fn default() -> Self {
        Self(std::iter::repeat_with(OnceLock::new).take(Self::MAX_FILES).collect())
    }
}

impl Sources {
    /// How many files one catalog may consist of.
    pub(crate) const MAX_FILES: usize = 256;
    /// The files of a catalog have fewer bytes than this.
    pub(crate) const MAX_BYTES: usize = 1 << 30;

    /// Adds a file, where there is room for one.
    pub(crate) fn add(&self, path: String, text: String) -> FileId {
        let count = self.iter().count();
        debug_assert!(count < Self::MAX_FILES && text.len() < Self::MAX_BYTES);
        let source = Source::new(path, text);
        self.0[count].get_or_init(|| source);
        FileId(u16::try_from(count).unwrap_or(u16::MAX))
    }

    /// The file behind an id.
    ///
    /// # Panics
    ///
    /// If the id is of another catalog, which had more files.
    pub fn get(&self, file: FileId) -> &Source {
        self.0[usize::from(file.0)].get().expect("an id of these files")
    }

    /// The files in the order they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter().map_while(OnceLock::get)
    }

    /// The text of a place.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or_default()
    }
}

/// A byte offset in a file; files of [`Sources::MAX_BYTES`] or more are refused by the loader.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
