//! Good catalogs in each format and encoding, and what can be asked of one.

use std::fs;
use std::ops::Range;

use api_error_catalog_model::{Side, read_text};
use api_error_catalog_tests::{json_of, root};
use fastrand::Rng;

use crate::outline::{self, Form, Node};

/// The folders of the catalogs.
const FOLDERS: [&str; 3] = ["catalogs", "tests/catalogs", "tests/catalogs/apis"];

/// Stands for a byte that is not UTF-8.
pub(crate) const INVALID: &str = "\u{f8ff}";

/// Characters of several bytes, units or columns.
const WIDE: &str = "世界 😀 e\u{301} ";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Toml,
    Json,
}

/// How a text is written, besides its format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Encoding {
    Plain,
    /// Lines end with a carriage return and a line feed.
    Crlf,
    /// A byte order mark stands first.
    Bom,
    /// Lines begin with a tab.
    Tabs,
    /// Texts begin with wide characters.
    Wide,
    /// JSON without line breaks.
    OneLine,
    /// That, and texts begin with wide characters.
    WideLine,
}

impl Encoding {
    pub(crate) fn of(format: Format) -> &'static [Self] {
        match format {
            Format::Toml => &[Self::Plain, Self::Crlf, Self::Bom, Self::Tabs, Self::Wide],
            Format::Json => &[
                Self::Plain,
                Self::OneLine,
                Self::Crlf,
                Self::Bom,
                Self::Tabs,
                Self::Wide,
                Self::WideLine,
            ],
        }
    }
}

/// A good catalog.
pub(crate) struct File {
    pub(crate) name: String,
    pub(crate) format: Format,
    pub(crate) encoding: Encoding,
    /// The text, without a byte order mark.
    pub(crate) text: String,
    pub(crate) nodes: Vec<Node>,
    pub(crate) newline: &'static str,
}

/// Every catalog without diagnostics, in each format and encoding.
pub(crate) fn files() -> Vec<File> {
    let mut files = Vec::new();
    for folder in FOLDERS {
        let folder = root().join(folder);
        let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").flatten().collect();
        paths.sort_by_key(fs::DirEntry::path);
        for path in paths {
            let path = path.path();
            let extension = path.extension().and_then(|extension| extension.to_str());
            let Some(extension @ ("toml" | "json")) = extension else { continue };
            if path.file_name().is_some_and(|name| name == "Cargo.toml") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("a text");
            // Those that extend other files cannot be read alone.
            let reading = read_text(&format!("catalog.{extension}"), &*text, Side::Client);
            if !reading.diagnostics.is_empty() {
                continue;
            }
            let name = path.strip_prefix(root()).expect("a file of ours").display().to_string();
            let json = if extension == "toml" {
                let toml = |encoding: &Encoding| File::new(&name, &text, Format::Toml, *encoding);
                files.extend(Encoding::of(Format::Toml).iter().map(toml));
                json_of(&text)
            } else {
                serde_json::from_str(&text).expect("JSON")
            };
            for encoding in Encoding::of(Format::Json) {
                let is_line = matches!(encoding, Encoding::OneLine | Encoding::WideLine);
                let text = if is_line { json.to_string() } else { format!("{json:#}\n") };
                files.push(File::new(&name, &text, Format::Json, *encoding));
            }
        }
    }
    files
}

impl File {
    fn new(name: &str, plain: &str, format: Format, encoding: Encoding) -> Self {
        let outline = match format {
            Format::Toml => outline::of_toml,
            Format::Json => outline::of_json,
        };
        let text = match encoding {
            Encoding::Plain | Encoding::Bom | Encoding::OneLine => plain.to_owned(),
            Encoding::Crlf => plain.replace('\n', "\r\n"),
            Encoding::Tabs if format == Format::Json => plain.replace("  ", "\t"),
            // No catalog has a string of several lines.
            Encoding::Tabs => {
                let line =
                    |line: &str| if line.is_empty() { String::new() } else { format!("\t{line}") };
                plain.lines().map(|text| line(text) + "\n").collect()
            }
            Encoding::Wide | Encoding::WideLine => {
                let mut text = plain.to_owned();
                for node in outline(plain).iter().rev().filter(|node| is_text(node)) {
                    text.insert_str(node.value.start + 1, WIDE);
                }
                text
            }
        };
        let nodes = outline(&text);
        let newline = if encoding == Encoding::Crlf { "\r\n" } else { "\n" };
        Self { name: name.to_owned(), format, encoding, text, nodes, newline }
    }

    /// What a reader would call it.
    pub(crate) fn path(&self) -> &'static str {
        match self.format {
            Format::Toml => "catalog.toml",
            Format::Json => "catalog.json",
        }
    }

    /// A text as the bytes of a file.
    pub(crate) fn bytes(&self, text: &str) -> Vec<u8> {
        let mark = if self.encoding == Encoding::Bom { "\u{feff}" } else { "" };
        let mut bytes = [mark, text].concat().into_bytes();
        if let Some(at) = text.find(INVALID) {
            let at = mark.len() + at;
            bytes.splice(at..at + INVALID.len(), [0xFF]);
        }
        bytes
    }

    pub(crate) fn is_toml(&self) -> bool {
        self.format == Format::Toml
    }

    /// The nodes of a path.
    pub(crate) fn all<'f>(&'f self, pattern: &'f str) -> impl Iterator<Item = &'f Node> {
        self.nodes.iter().filter(move |node| node.matches(pattern))
    }

    /// The only node of a path, or the first.
    pub(crate) fn get(&self, path: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| node.matches(path))
    }

    /// The member of a table.
    pub(crate) fn member(&self, table: &Node, key: &str) -> Option<&Node> {
        self.nodes.iter().find(|node| is_inside(node, table) && node.name() == key)
    }

    /// The members of a table, or the items of a list.
    pub(crate) fn inside<'f>(&'f self, outer: &'f Node) -> impl Iterator<Item = &'f Node> {
        self.nodes.iter().filter(move |node| is_inside(node, outer))
    }

    /// The table or the list that a node is in.
    pub(crate) fn outer(&self, node: &Node) -> Option<&Node> {
        self.nodes.iter().find(|outer| is_inside(node, outer))
    }

    /// One of the nodes that do.
    pub(crate) fn pick(&self, rng: &mut Rng, does: impl Fn(&Node) -> bool) -> Option<&Node> {
        let nodes: Vec<_> = self.nodes.iter().filter(|node| does(node)).collect();
        if nodes.is_empty() { None } else { Some(nodes[rng.usize(..nodes.len())]) }
    }

    /// One of the nodes of one of the paths.
    pub(crate) fn any(&self, rng: &mut Rng, patterns: &[&str]) -> Option<&Node> {
        self.pick(rng, |node| patterns.iter().any(|pattern| node.matches(pattern)))
    }

    pub(crate) fn value(&self, node: &Node) -> &str {
        &self.text[node.value.clone()]
    }

    /// The string that a node is, where it is written without escapes.
    pub(crate) fn string(&self, node: &Node) -> Option<&str> {
        let text = self.value(node);
        let is_plain = node.form == Form::Text && text.len() >= 2 && !text.contains('\\');
        is_plain.then(|| &text[1..text.len() - 1])
    }

    /// The locales of the catalog.
    pub(crate) fn locales(&self) -> Vec<&str> {
        self.all("catalog.locales.*").filter_map(|node| self.string(node)).collect()
    }

    /// Where the line of a byte begins, behind its indentation.
    pub(crate) fn line_start(&self, byte: usize) -> usize {
        let start = self.text[..byte].rfind('\n').map_or(0, |at| at + 1);
        let rest = &self.text[start..];
        start + rest.len() - rest.trim_start_matches([' ', '\t']).len()
    }

    /// Where the line of a byte ends, before its line break.
    pub(crate) fn line_end(&self, byte: usize) -> usize {
        let rest = &self.text[byte..];
        let end = byte + rest.find('\n').unwrap_or(rest.len());
        if self.text[..end].ends_with('\r') { end - 1 } else { end }
    }

    /// Where the next line begins.
    pub(crate) fn next_line(&self, byte: usize) -> usize {
        let rest = &self.text[byte..];
        byte + rest.find('\n').map_or(rest.len(), |at| at + 1)
    }

    /// Whether a key stands in the table that its line is under, and not in braces.
    pub(crate) fn is_statement(&self, node: &Node) -> bool {
        self.is_toml() && node.form != Form::Header && node.form != Form::Dotted && {
            let before = &self.text[self.line_start(node.key.start)..node.key.start];
            node.key.start < node.value.start && !before.contains(['{', '=', '['])
        }
    }

    /// A key and its value, with what sets them apart from their neighbours; `None` where that is a table
    /// with a header, or several lines.
    pub(crate) fn removal(&self, node: &Node) -> Option<Range<usize>> {
        if self.is_statement(node) {
            let line = self.text[..node.key.start].rfind('\n').map_or(0, |at| at + 1);
            return Some(line..self.next_line(node.value.end));
        }
        if matches!(node.form, Form::Header | Form::Dotted) {
            return None;
        }
        let after = &self.text[node.value.end..];
        let rest = after.trim_start();
        if rest.starts_with(',') {
            let comma = node.value.end + after.len() - rest.len() + 1;
            let rest = &self.text[comma..];
            return Some(node.key.start..comma + rest.len() - rest.trim_start().len());
        }
        let before = self.text[..node.key.start].trim_end();
        let start = if before.ends_with(',') { before.len() - 1 } else { node.key.start };
        Some(start..node.value.end)
    }

    /// A string as a literal.
    #[expect(clippy::unused_self, reason = "a file of another format has other literals")]
    pub(crate) fn literal(&self, text: &str) -> String {
        serde_json::Value::from(text).to_string()
    }

    /// Where a key can be put into a table, and what is written: before it, between it and the value, and behind both.
    /// `None` where the table has no header and no braces.
    pub(crate) fn room(&self, table: &Node) -> Option<Room> {
        match table.form {
            Form::Header => {
                let at = self.next_line(table.value.end);
                let is_last = !self.text[..at].ends_with('\n');
                let before = if is_last { self.newline } else { "" };
                Some(Room {
                    at,
                    before: before.to_owned(),
                    equals: " = ",
                    after: self.newline.to_owned(),
                })
            }
            Form::Braces => {
                let at = table.value.start + 1;
                let is_empty = self.text[at..].trim_start().starts_with('}');
                let comma = if is_empty { "" } else { "," };
                let equals = if self.is_toml() { " = " } else { ": " };
                Some(Room { at, before: " ".to_owned(), equals, after: comma.to_owned() })
            }
            _ => None,
        }
    }

    /// A key as it is written: in quotes where it needs them.
    pub(crate) fn key(&self, key: &str) -> String {
        let is_bare = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if self.is_toml() && !key.is_empty() && key.chars().all(is_bare) {
            key.to_owned()
        } else {
            self.literal(key)
        }
    }

    /// A table of members in one line.
    pub(crate) fn braces(&self, members: &[(&str, &str)]) -> String {
        let equals = if self.is_toml() { " = " } else { ": " };
        let members: Vec<_> = members
            .iter()
            .map(|(key, value)| format!("{}{equals}{value}", self.key(key)))
            .collect();
        format!("{{ {} }}", members.join(", "))
    }

    /// The parts of the file that a byte belongs to: `code.internal`, `status.404`, or a table such as `body`. A
    /// header belongs to the body, too, which has its slots.
    pub(crate) fn scopes(&self, byte: usize) -> Vec<Vec<String>> {
        let Some(node) = self.nodes.iter().rev().find(|node| node.key.start <= byte) else {
            return vec![Vec::new()];
        };
        let depth = if matches!(node.path[0].as_str(), "code" | "status") { 2 } else { 1 };
        let own = node.path.iter().take(depth).cloned().collect();
        let is_header = node.path.iter().any(|key| key == "headers");
        std::iter::once(own).chain(is_header.then(|| vec!["body".to_owned()])).collect()
    }

    /// Where a table of the file begins, and where the next one does that is not inside of it; in TOML.
    pub(crate) fn block(&self, table: &Node) -> Option<Range<usize>> {
        if !self.is_toml() || table.form != Form::Header {
            return None;
        }
        let start = self.text[..table.value.start].rfind('\n').map_or(0, |at| at + 1);
        let next = self.nodes.iter().find(|node| {
            node.form == Form::Header
                && node.value.start > table.value.start
                && !node.path.starts_with(&table.path)
        });
        let end = next.map_or(self.text.len(), |next| {
            self.text[..next.value.start].rfind('\n').map_or(0, |at| at + 1)
        });
        Some(start..end)
    }
}

/// Where a key can be put, and what is written around it.
pub(crate) struct Room {
    pub(crate) at: usize,
    before: String,
    equals: &'static str,
    after: String,
}

impl Room {
    /// The text with a key and its value, and where in it the key begins and where the value does.
    pub(crate) fn text(&self, key: &str, value: &str) -> (String, usize, usize) {
        let Self { before, equals, after, .. } = self;
        let key_at = before.len();
        let value_at = key_at + key.len() + equals.len();
        (format!("{before}{key}{equals}{value}{after}"), key_at, value_at)
    }
}

fn is_inside(node: &Node, outer: &Node) -> bool {
    node.path.len() == outer.path.len() + 1 && node.path.starts_with(&outer.path)
}

const TEXTS: [&str; 6] = ["title", "message", "description", "action", "user_message", "when"];

/// Whether a node is a text in one locale.
pub(crate) fn is_text(node: &Node) -> bool {
    let is_fact = |key: &String| TEXTS.contains(&key.as_str());
    let path = &node.path[..];
    if node.form != Form::Text {
        return false;
    }
    match path[0].as_str() {
        "catalog" => path[1] == "title",
        "defaults" => is_fact(&path[1]),
        "status" | "code" if path.len() > 2 => {
            is_fact(&path[2]) || path[2] == "causes" && path.len() > 4 && is_fact(&path[4])
        }
        _ => false,
    }
}
