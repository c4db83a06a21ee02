//! Where the keys and values of a good catalog stand, by the reference readers and not by the one that is
//! measured.

use std::ops::Range;

use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A string.
    Text,
    /// A number, `true`, `false` or `null`.
    Word,
    /// Items in brackets.
    List,
    /// Members in braces.
    Braces,
    /// A table or an item of a list with a header of its own, `[a.b]` or `[[a.b]]`.
    Header,
    /// A table that dotted keys make, or headers of tables in it.
    Dotted,
}

/// A key and its value, or an item of a list.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The keys from the root on, the number of an item for its key.
    pub(crate) path: Vec<String>,
    /// The key with its quotes; empty, at the value, for an item.
    pub(crate) key: Range<usize>,
    /// The value; the header of a table that has one, the first key of a table that dotted keys make.
    pub(crate) value: Range<usize>,
    pub(crate) form: Form,
}

impl Node {
    /// The key itself, without quotes.
    pub(crate) fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// Whether the path is one of a pattern: `*` is any key, `**` at the end any keys, one at least, and
    /// `@` at the start `status` or `code`.
    pub(crate) fn matches(&self, pattern: &str) -> bool {
        let mut keys = self.path.iter();
        for wanted in pattern.split('.') {
            match (wanted, keys.next()) {
                ("**", Some(_)) => return true,
                ("*", Some(_)) => {}
                ("@", Some(key)) if key == "status" || key == "code" => {}
                (wanted, Some(key)) if wanted == key => {}
                _ => return false,
            }
        }
        keys.next().is_none()
    }
}

/// The keys and values of a catalog in TOML, in the order of the text.
pub(crate) fn of_toml(text: &str) -> Vec<Node> {
    let table = DeTable::parse(text).expect("a valid catalog").into_inner();
    let mut nodes = Vec::new();
    members(text, &table, &[], &mut nodes);
    nodes.sort_by_key(|node| (node.key.start, node.path.len()));
    nodes
}

fn members(text: &str, table: &DeTable<'_>, path: &[String], nodes: &mut Vec<Node>) {
    for (key, value) in table {
        let path = [path, &[key.get_ref().to_string()]].concat();
        let form = form(text, value.get_ref(), value.span());
        let place = if form == Form::Dotted { key.span() } else { value.span() };
        nodes.push(Node { path: path.clone(), key: key.span(), value: place, form });
        inside(text, value.get_ref(), &path, nodes);
    }
}

fn inside(text: &str, value: &DeValue<'_>, path: &[String], nodes: &mut Vec<Node>) {
    match value {
        DeValue::Table(table) => members(text, table, path, nodes),
        DeValue::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                let path = [path, &[number.to_string()]].concat();
                let place = item.span();
                let form = form(text, item.get_ref(), place.clone());
                let key = place.start..place.start;
                nodes.push(Node { path: path.clone(), key, value: place, form });
                inside(text, item.get_ref(), &path, nodes);
            }
        }
        _ => {}
    }
}

fn form(text: &str, value: &DeValue<'_>, place: Range<usize>) -> Form {
    let before = text[..place.start].trim_end_matches([' ', '\t']);
    let starts_line = before.is_empty() || before.ends_with('\n');
    let written = &text[place];
    match value {
        DeValue::String(_) => Form::Text,
        DeValue::Array(_) if written.starts_with('[') && !starts_line => Form::List,
        DeValue::Table(_) if written.starts_with('{') => Form::Braces,
        DeValue::Table(_) | DeValue::Array(_) if written.starts_with('[') => Form::Header,
        DeValue::Table(_) | DeValue::Array(_) => Form::Dotted,
        _ => Form::Word,
    }
}

/// The keys and values of a catalog in JSON, in the order of the text.
pub(crate) fn of_json(text: &str) -> Vec<Node> {
    let mut scanner = Scanner { text, at: 0, nodes: Vec::new() };
    scanner.blank();
    scanner.value(&[]);
    scanner.nodes
}

/// Goes through a text that is known to be JSON.
struct Scanner<'t> {
    text: &'t str,
    at: usize,
    nodes: Vec<Node>,
}

impl Scanner<'_> {
    fn blank(&mut self) {
        let rest = &self.text[self.at..];
        self.at += rest.len() - rest.trim_start().len();
    }

    fn peek(&self) -> u8 {
        self.text.as_bytes()[self.at]
    }

    /// Passes a value, and gives its form.
    fn value(&mut self, path: &[String]) -> Form {
        match self.peek() {
            b'"' => {
                self.string();
                Form::Text
            }
            open @ (b'{' | b'[') => {
                self.items(path, open == b'{');
                if open == b'{' { Form::Braces } else { Form::List }
            }
            _ => {
                let rest = &self.text[self.at..];
                let ends = |c: char| matches!(c, ',' | '}' | ']') || c.is_whitespace();
                self.at += rest.find(ends).unwrap_or(rest.len());
                Form::Word
            }
        }
    }

    fn string(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        while self.peek() != b'"' {
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        match serde_json::from_str(&self.text[start..self.at]).expect("a string") {
            Value::String(text) => text,
            other => panic!("{other} is no string"),
        }
    }

    fn items(&mut self, path: &[String], are_members: bool) {
        self.at += 1;
        let mut number = 0;
        loop {
            self.blank();
            if matches!(self.peek(), b'}' | b']') {
                self.at += 1;
                return;
            }
            let start = self.at;
            let (mut key, mut name) = (start..start, number.to_string());
            if are_members {
                name = self.string();
                key.end = self.at;
                self.blank();
                self.at += 1;
                self.blank();
            }
            let path = [path, &[name]].concat();
            let at = self.nodes.len();
            let value = self.at..self.at;
            self.nodes.push(Node { path: path.clone(), key, value, form: Form::Word });
            self.nodes[at].form = self.value(&path);
            self.nodes[at].value.end = self.at;
            self.blank();
            if self.peek() == b',' {
                self.at += 1;
            }
            number += 1;
        }
    }
}
