//! The files a catalog is read from, and places in them.

use std::ops::Range;
use std::sync::OnceLock;

/// One of the files in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u16);

/// A range of bytes in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
#[derive(Clone, Copy, Debug)]
pub struct Spanned<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A file's text under the path people know it by.
#[derive(Debug)]
pub struct Source {
    /// The path relative to the package, with forward slashes.
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

/// Every file that was read for one catalog, the annotated one first.
#[derive(Debug, Default)]
pub struct Sources(Vec<Source>);

impl Sources {
    /// Files that one catalog may consist of.
    pub(crate) const MOST: usize = 256;

    pub(crate) fn add(&mut self, path: String, text: String) -> FileId {
        debug_assert!(self.0.len() < Self::MOST && u32::try_from(text.len()).is_ok());
        let id = FileId(u16::try_from(self.0.len()).unwrap_or(u16::MAX));
        self.0.push(Source::new(path, text));
        id
    }

    /// The file behind an id.
    pub fn get(&self, file: FileId) -> &Source {
        &self.0[usize::from(file.0)]
    }

    /// The ids of the files in the order they were read.
    pub(crate) fn ids(&self) -> impl Iterator<Item = FileId> + use<> {
        (0..u16::try_from(self.0.len()).unwrap_or(u16::MAX)).map(FileId)
    }

    /// The files in the order they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter()
    }

    /// The text of a place.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or_default()
    }
}

/// A byte offset in a file; files beyond four gigabytes are refused when they are opened.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
