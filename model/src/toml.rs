//! Parses TOML into a tree. The grammar is `toml_parser`'s; which key lands in which table, and that none
//! is defined twice, is decided here, where both places of a duplicate are known.

mod syntax;
mod tables;

use std::borrow::Cow;
use std::collections::HashSet;

use toml_parser::ParseError;
use toml_parser::decoder::{Encoding, ScalarKind};
use toml_parser::parser::{Event, EventKind, RecursionGuard, ValidateWhitespace, parse_document};

use crate::control::{self, Allowed};
use crate::diagnostic::Diagnostics;
use crate::source::{FileId, Span, Spanned, offset};
use crate::tree::{DEEPEST, Key, SourceValue, Table, TableKind, ValueKind};
use syntax::span;
use tables::{Path, descend, insert, open_table};

/// The file's table, as far as it could be read. The places of its comments are added to `comments`.
pub(crate) fn parse<'s>(
    text: &'s str,
    file: FileId,
    diagnostics: &mut Diagnostics,
    comments: &mut Vec<Span>,
) -> Table<'s> {
    let source = toml_parser::Source::new(text);
    let mut errors = Vec::new();
    let events = events(source, &mut errors);
    for event in &events {
        if event.kind() == EventKind::Comment {
            comments.push(span(event.span(), file));
        }
    }

    let root = Table::default();
    let open_brackets = syntax::open_brackets(&errors);
    let mut builder = Builder {
        source,
        file,
        errors,
        diagnostics,
        root,
        current: Some(Vec::new()),
        open_brackets,
        is_lost: false,
    };
    builder.document(&mut Events { events: &events, next: 0 });
    let Builder { errors, root, .. } = builder;
    for diagnostic in syntax::diagnostics(&errors, text, file) {
        diagnostics.unreadable(diagnostic);
    }
    root
}

fn events(source: toml_parser::Source<'_>, errors: &mut Vec<ParseError>) -> Vec<Event> {
    let tokens = source.lex().into_vec();
    let mut events = Vec::with_capacity(tokens.len());
    let mut receiver = ValidateWhitespace::new(&mut events, source);
    let mut receiver = RecursionGuard::new(&mut receiver, DEEPEST);
    parse_document(&tokens, &mut receiver, errors);
    events
}

struct Events<'e> {
    events: &'e [Event],
    next: usize,
}

impl<'e> Events<'e> {
    fn peek(&self) -> Option<&'e Event> {
        self.events.get(self.next)
    }

    fn skip_blank(&mut self) {
        use EventKind::{Comment, Newline, Whitespace};
        while self.peek().is_some_and(|e| matches!(e.kind(), Comment | Newline | Whitespace)) {
            self.next += 1;
        }
    }
}

impl<'e> Iterator for Events<'e> {
    type Item = &'e Event;

    fn next(&mut self) -> Option<&'e Event> {
        let event = self.peek();
        self.next += 1;
        event
    }
}

struct Builder<'s, 'f> {
    source: toml_parser::Source<'s>,
    file: FileId,
    errors: Vec<ParseError>,
    diagnostics: &'f mut Diagnostics,
    root: Table<'s>,
    /// Where the keys that follow belong, as entry numbers from the root down; `None` under a header
    /// that was refused.
    current: Option<Vec<usize>>,
    /// The offsets of opening brackets that are never closed.
    open_brackets: HashSet<usize>,
    /// A bracket that is never closed has swallowed the lines behind it, headers too.
    is_lost: bool,
}

impl<'s> Builder<'s, '_> {
    fn document(&mut self, events: &mut Events<'_>) {
        while let Some(event) = events.next() {
            match event.kind() {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => self.header(event, events),
                EventKind::SimpleKey => {
                    if let Some((path, value)) = self.key_value(event, events) {
                        self.insert(path, value);
                    }
                    if std::mem::take(&mut self.is_lost) {
                        self.current = None;
                    }
                }
                _ => {}
            }
        }
    }

    /// `[a.b]` or `[[a.b]]`: the keys that follow belong there.
    fn header(&mut self, open: &Event, events: &mut Events<'_>) {
        let mut path: Option<Path<'s>> = None;
        let mut place = span(open.span(), self.file);
        for event in events.by_ref() {
            match event.kind() {
                EventKind::SimpleKey => {
                    let key = self.key(event);
                    match &mut path {
                        Some(path) => path.push(key),
                        None => path = Some(Path::new(key)),
                    }
                }
                EventKind::StdTableClose | EventKind::ArrayTableClose => {
                    place.end = offset(event.span().end());
                    break;
                }
                EventKind::Newline => break,
                _ => {}
            }
        }
        let of_list = open.kind() == EventKind::ArrayTableOpen;
        let opened = path.map(|path| open_table(&mut self.root, path, place, of_list));
        self.current = match opened {
            Some(Ok(current)) => Some(current),
            Some(Err(duplicate)) => {
                self.diagnostics.add(duplicate);
                None
            }
            None => None,
        };
    }

    /// `a.b = value`, from its first key on; `None` where there is no value to speak of.
    fn key_value(
        &mut self,
        first: &Event,
        events: &mut Events<'_>,
    ) -> Option<(Path<'s>, SourceValue<'s>)> {
        let mut path = Path::new(self.key(first));
        loop {
            match events.peek()?.kind() {
                EventKind::SimpleKey => path.push(self.key(events.next()?)),
                EventKind::KeySep | EventKind::Whitespace => events.next += 1,
                EventKind::KeyValSep => break,
                _ => return None,
            }
        }
        events.next += 1;
        Some((path, self.value(events)))
    }

    fn insert(&mut self, path: Path<'s>, value: SourceValue<'s>) {
        let mut refused = Table::default();
        let table = match &self.current {
            Some(current) => descend(&mut self.root, current),
            None => &mut refused,
        };
        if let Err(duplicate) = insert(table, path, value) {
            self.diagnostics.add(duplicate);
        }
    }

    fn key(&mut self, event: &Event) -> Key<'s> {
        let mut value = Cow::Borrowed("");
        match (plain_key(self.source, event), self.source.get(event)) {
            (Some(key), _) => value = Cow::Borrowed(key),
            (None, Some(raw)) => raw.decode_key(&mut value, &mut self.errors),
            (None, None) => {}
        }
        Spanned { value, span: span(event.span(), self.file) }
    }

    fn value(&mut self, events: &mut Events<'_>) -> SourceValue<'s> {
        events.skip_blank();
        match events.peek().map(Event::kind) {
            Some(EventKind::Scalar) => self.scalar(events),
            Some(EventKind::ArrayOpen) => self.array(events),
            Some(EventKind::InlineTableOpen) => self.inline_table(events),
            _ => {
                let here = events.peek().map_or(self.source.input().len(), |e| e.span().start());
                let span = Span { file: self.file, start: offset(here), end: offset(here) };
                SourceValue { kind: ValueKind::Broken, span }
            }
        }
    }

    fn scalar(&mut self, events: &mut Events<'_>) -> SourceValue<'s> {
        let event = events.next().expect("peeked");
        let span = span(event.span(), self.file);
        if let Some(text) = plain_string(self.source, event) {
            return SourceValue { kind: ValueKind::String(Cow::Borrowed(text)), span };
        }
        let mut decoded = Cow::Borrowed("");
        let errors = self.errors.len();
        let kind =
            self.source.get(event).map(|raw| raw.decode_scalar(&mut decoded, &mut self.errors));
        let value = match kind {
            _ if self.errors.len() > errors => ValueKind::Broken,
            None => ValueKind::Broken,
            Some(ScalarKind::String) => ValueKind::String(decoded),
            Some(ScalarKind::Boolean(value)) => ValueKind::Boolean(value),
            Some(ScalarKind::DateTime) => ValueKind::Datetime,
            Some(ScalarKind::Float) => ValueKind::Number(decoded),
            Some(ScalarKind::Integer(radix)) => i64::from_str_radix(&decoded, radix.value())
                .map_or(ValueKind::Number(decoded), ValueKind::Integer),
        };
        SourceValue { kind: value, span }
    }

    fn array(&mut self, events: &mut Events<'_>) -> SourceValue<'s> {
        let open = events.next().expect("peeked").span();
        let is_closed = !self.open_brackets.contains(&open.start());
        let mut span = span(open, self.file);
        let mut items = Vec::new();
        loop {
            events.skip_blank();
            match events.peek() {
                None => break,
                Some(event) => match event.kind() {
                    EventKind::ArrayClose => {
                        span.end = offset(event.span().end());
                        events.next += 1;
                        break;
                    }
                    EventKind::Scalar | EventKind::ArrayOpen | EventKind::InlineTableOpen => {
                        items.push(self.value(events));
                    }
                    EventKind::ValueSep | EventKind::Error => events.next += 1,
                    // Left open; the parser has said so, and what follows is not ours.
                    _ => break,
                },
            }
        }
        // What stands in a list that is not closed was meant to be elsewhere.
        self.is_lost |= !is_closed;
        let value = if is_closed { ValueKind::Array(items) } else { ValueKind::Broken };
        SourceValue { kind: value, span }
    }

    fn inline_table(&mut self, events: &mut Events<'_>) -> SourceValue<'s> {
        let open = events.next().expect("peeked").span();
        let is_closed = !self.open_brackets.contains(&open.start());
        let mut span = span(open, self.file);
        let mut table = Table::new(TableKind::Inline);
        loop {
            events.skip_blank();
            match events.peek() {
                None => break,
                Some(event) => match event.kind() {
                    EventKind::InlineTableClose => {
                        span.end = offset(event.span().end());
                        events.next += 1;
                        break;
                    }
                    EventKind::SimpleKey => {
                        events.next += 1;
                        if let Some((path, value)) = self.key_value(event, events)
                            && let Err(duplicate) = insert(&mut table, path, value)
                        {
                            self.diagnostics.add(duplicate);
                        }
                    }
                    EventKind::ValueSep | EventKind::Error | EventKind::KeyValSep => {
                        events.next += 1;
                    }
                    _ => break,
                },
            }
        }
        // Dotted keys inside the braces are closed with them.
        table.close();
        self.is_lost |= !is_closed;
        let value = if is_closed { ValueKind::Table(table) } else { ValueKind::Broken };
        SourceValue { kind: value, span }
    }
}

/// Fast path: the text of a string without escapes. Decoding is thirty times slower in an unoptimised
/// build, which macros have by default.
fn plain_string<'s>(source: toml_parser::Source<'s>, event: &Event) -> Option<&'s str> {
    if event.encoding() != Some(Encoding::BasicString) {
        return None;
    }
    let text = source.get(event)?.as_str().strip_prefix('"')?.strip_suffix('"')?;
    let is_plain = !text.contains('\\')
        && !text.contains('\r')
        && control::first(text, Allowed::LineBreaks).is_none();
    is_plain.then_some(text)
}

/// Fast path: a key without quotes.
fn plain_key<'s>(source: toml_parser::Source<'s>, event: &Event) -> Option<&'s str> {
    if event.encoding().is_some() {
        return None;
    }
    let key = source.get(event)?.as_str();
    let bytes = key.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !matches!(bytes[at], b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_') {
            return None;
        }
        at += 1;
    }
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::{DeTable, DeValue};

    use super::*;
    use crate::source::Sources;

    /// Our tree and the reference's, or nothing where each refuses the text.
    fn both(text: &str) -> (Option<String>, Option<String>) {
        let mut diagnostics = Diagnostics::default();
        let file = Sources::default().add("test.toml".to_owned(), String::new());
        let ours = parse(text, file, &mut diagnostics, &mut Vec::new());
        let ours = diagnostics.is_empty().then(|| show(&ValueKind::Table(ours)));
        let reference = DeTable::parse(text).ok();
        (ours, reference.map(|table| show_reference(&DeValue::Table(table.into_inner()))))
    }

    fn show(value: &ValueKind<'_>) -> String {
        match value {
            ValueKind::String(text) => format!("{text:?}"),
            ValueKind::Integer(number) => number.to_string(),
            ValueKind::Number(_) => "number".to_owned(),
            ValueKind::Boolean(value) => value.to_string(),
            ValueKind::Datetime => "date".to_owned(),
            ValueKind::Array(items) => {
                format!("[{}]", items.iter().map(|item| show(&item.kind) + ",").collect::<String>())
            }
            ValueKind::Table(table) => {
                let mut entries: Vec<_> = table
                    .entries()
                    .iter()
                    .map(|entry| format!("{:?}={},", entry.key.value, show(&entry.value.kind)))
                    .collect();
                entries.sort();
                format!("{{{}}}", entries.concat())
            }
            ValueKind::Null | ValueKind::Broken => "?".to_owned(),
        }
    }

    fn show_reference(value: &DeValue<'_>) -> String {
        match value {
            DeValue::String(text) => format!("{text:?}"),
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix())
                .map_or("number".to_owned(), |number| number.to_string()),
            DeValue::Float(_) => "number".to_owned(),
            DeValue::Boolean(value) => value.to_string(),
            DeValue::Datetime(_) => "date".to_owned(),
            DeValue::Array(items) => {
                let items = items.iter().map(|item| show_reference(item.get_ref()) + ",");
                format!("[{}]", items.collect::<String>())
            }
            DeValue::Table(table) => {
                let mut entries: Vec<_> = table
                    .iter()
                    .map(|(key, value)| {
                        format!("{:?}={},", key.get_ref(), show_reference(value.get_ref()))
                    })
                    .collect();
                entries.sort();
                format!("{{{}}}", entries.concat())
            }
        }
    }

    #[test]
    fn tables_are_made_as_the_reference_makes_them() {
        for text in [
            "a.b = 1\na.c = 2",
            "[a]\nb = 1\n[a.c]\nd = 1",
            "[a.b]\nc = 1\n[a]\nd = 1",
            "[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 1",
            "a = { b.c = 1, b.d = 2 }",
            "[a]\nb = 0x1F\nc = +1_000\nd = 1979-05-27\ne = 1.5",
            "[a]\n[b]\n[a]",
            "[a]\nb.c = 1\n[a.b]\nd = 1",
            "[a]\nb.c = 1\n[a.b.d]\ne = 1",
            "[a.b.c]\n[a]\nb.d = 1\n[a.b]",
            "[a.b.c]\n[a]\nb.d = 1\n[a.b.e]",
            "a = 1\na.b = 2",
            "a = { b = 1 }\na.c = 2",
            "a = { b = 1 }\n[a.c]",
            "a = []\n[[a]]",
            "[[a]]\n[a]",
            "[a]\n[[a]]",
            "[a.b]\n[[a]]",
            "a = 1\na = 2",
            "a = [1, 2,]\nb = [\n1,\n# c\n2]",
            "= 1",
            "a =",
            "[a",
            "a = [1",
            "a = { b = 1",
            "a = \"b",
            "",
        ] {
            let (ours, reference) = both(text);
            assert_eq!(ours, reference, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn lines_in_any_order_are_read_as_the_reference_reads_them(
            lines in proptest::collection::vec(
                "(\\[[ab](\\.[ab]){0,2}\\]|\\[\\[[ab](\\.[ab])?\\]\\]|[ab](\\.[ab]){0,2} = (1|\"x\"|\\{ [ab](\\.[ab])? = 1 \\}|\\[\\{ a = 1 \\}\\]))",
                0..8,
            )
        ) {
            let text = lines.join("\n");
            let (ours, reference) = both(&text);
            // The reference lets dotted keys reach into a `[[list]]`, which TOML does not.
            if ours.is_some() || !text.contains("[[") {
                prop_assert_eq!(ours, reference, "{}", text);
            }
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            both(&text);
        }

        #[test]
        fn anything_like_toml_is_read_without_a_panic(text in "[\\[\\]{}=.,#\"'\\\\ab1 \n\r\t-]{0,60}") {
            let (ours, reference) = both(&text);
            prop_assert_eq!(ours.is_some(), reference.is_some(), "{}", text);
        }
    }
}
