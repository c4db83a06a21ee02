//! The source files of a catalog, and spans in them.

use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use crate::bases::Base;

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

/// A file's text under the path people know it by, or that of a ready-made base.
#[derive(Debug)]
pub struct Source {
    /// The path that the loader was given; `http (base)` for the base `http`.
    pub path: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    is_file: bool,
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
    fn new(path: String, text: String, is_file: bool) -> Self {
        Self { path, text, is_file, line_starts: OnceLock::new() }
    }

    /// Whether there is a file at its path. A ready-made base, which a catalog extends by name, is none:
    /// it is part of this crate, and changes only with it.
    pub fn is_file(&self) -> bool {
        self.is_file
    }

    /// Whether it is JSON, by its name.
    pub(crate) fn is_json(&self) -> bool {
        has_extension(&self.path, "json")
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

/// Every file that was read for one catalog, the named one first, and every ready-made base.
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
        self.push(Source::new(path, text, true))
    }

    /// Adds a ready-made base, where there is room for one.
    pub(crate) fn add_base(&self, base: &Base) -> FileId {
        self.push(Source::new(base.path(), base.text.to_owned(), false))
    }

    fn push(&self, source: Source) -> FileId {
        let count = self.iter().count();
        debug_assert!(count < Self::MAX_FILES && source.text.len() < Self::MAX_BYTES);
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

    /// The files and bases in the order they were read.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.0.iter().map_while(OnceLock::get)
    }

    /// The files among them, without the ready-made bases.
    pub(crate) fn files(&self) -> impl Iterator<Item = (FileId, &Source)> {
        (0..).map(FileId).zip(self.iter()).filter(|(_, source)| source.is_file)
    }

    /// Whether a place is in a file, and not in a ready-made base.
    pub(crate) fn is_in_file(&self, span: Span) -> bool {
        self.get(span.file).is_file
    }

    /// The text of a place.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.range()).unwrap_or_default()
    }
}

/// Whether the name of a file ends so, behind a dot.
pub(crate) fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found.eq_ignore_ascii_case(extension))
}

/// A byte offset in a file; files of [`Sources::MAX_BYTES`] or more are refused by the loader.
pub(crate) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
