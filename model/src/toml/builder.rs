//! Makes the tree of a file from the events of its syntax.

use std::borrow::Cow;

use toml_parser::parser::{Event, EventKind};

use super::scalar;
use super::syntax::Syntax;
use super::tables::{Path, descend, insert, open_table};
use crate::finding::Findings;
use crate::source::{FileId, Span, Spanned, offset};
use crate::tree::{Key, KeyValue, SourceValue, Table, TableKind, ValueKind};

pub(super) struct Builder<'s, 'f> {
    source: toml_parser::Source<'s>,
    file: FileId,
    /// Takes the mistakes in strings, numbers and words, which the parser of events has not looked at.
    syntax: &'f mut Syntax,
    diagnostics: &'f mut Findings,
    root: Table<'s>,
    /// Where the keys that follow belong, as entry numbers from the root down; `None` under a header
    /// that was refused.
    current: Option<Vec<usize>>,
}

impl<'s, 'f> Builder<'s, 'f> {
    pub(super) fn new(
        text: &'s str,
        file: FileId,
        syntax: &'f mut Syntax,
        diagnostics: &'f mut Findings,
    ) -> Self {
        let source = toml_parser::Source::new(text);
        let (root, current) = (Table::default(), Some(Vec::new()));
        Self { source, file, syntax, diagnostics, root, current }
    }

    pub(super) fn document(mut self, events: &[Event]) -> Table<'s> {
        let mut events = Events { events, next: 0 };
        while let Some(event) = events.next() {
            match event.kind() {
                EventKind::StdTableOpen | EventKind::ArrayTableOpen => {
                    self.header(event, &mut events);
                }
                EventKind::SimpleKey => match self.key_value(event, &mut events) {
                    Some((path, value)) => self.insert(path, value),
                    None => self.leave_unread(),
                },
                EventKind::Error => self.leave_unread(),
                _ => {}
            }
        }
        self.root
    }

    /// Something under the last header cannot be read, whose key is not known.
    fn leave_unread(&mut self) {
        if let Some(current) = &self.current {
            descend(&mut self.root, current).has_unread = true;
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
        let path = path.filter(Path::is_complete);
        let opened = path.map(|path| open_table(&mut self.root, path, place, of_list));
        self.current = match opened {
            Some(Ok(current)) => Some(current),
            Some(Err(duplicate)) => {
                self.diagnostics.add(duplicate);
                None
            }
            None => {
                self.root.has_unread = true;
                None
            }
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
        let value = self.value(events);
        path.leads_somewhere().then_some((path, value))
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
        let place = event.span();
        let start = place.start();
        let value = if self.syntax.is_mended(start) || self.syntax.is_unclosed(start) {
            Cow::Borrowed(scalar::without_quotes(self.source, event))
        } else {
            let (key, mistake) = scalar::key(self.source, event);
            self.syntax.add_second(mistake);
            key
        };
        Spanned { value, span: span(place, self.file) }
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
        let (span, start) = (span(event.span(), self.file), event.span().start());
        if self.syntax.is_unclosed(start) {
            return SourceValue { kind: ValueKind::Broken, span };
        }
        if self.syntax.is_mended(start) {
            return SourceValue { kind: scalar::mended(self.source, event), span };
        }
        let (kind, mistake) = scalar::value(self.source, event);
        self.syntax.add_second(mistake);
        SourceValue { kind, span }
    }

    fn array(&mut self, events: &mut Events<'_>) -> SourceValue<'s> {
        let open = events.next().expect("peeked").span();
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
        // One value in a bracket that has no other: either may be the mistake.
        let is_doubtful = open.is_empty() || self.syntax.is_unclosed(open.start());
        if is_doubtful && items.len() <= 1 {
            return SourceValue { kind: ValueKind::Broken, span };
        }
        SourceValue { kind: ValueKind::Array(items), span }
    }

    fn inline_table(&mut self, events: &mut Events<'_>) -> SourceValue<'s> {
        let open = events.next().expect("peeked").span();
        let mut span = span(open, self.file);
        let mut table = Table::new(TableKind::Inline);
        table.has_unread = self.syntax.is_unclosed(open.start());
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
                        match self.key_value(event, events) {
                            None => table.has_unread = true,
                            Some((path, value)) => {
                                if let Err(duplicate) = insert(&mut table, path, value) {
                                    self.diagnostics.add(duplicate);
                                }
                            }
                        }
                    }
                    EventKind::Error | EventKind::KeyValSep => {
                        table.has_unread = true;
                        events.next += 1;
                    }
                    EventKind::Scalar | EventKind::ArrayOpen | EventKind::InlineTableOpen => {
                        table.has_unread = true;
                        self.value(events);
                    }
                    EventKind::ValueSep => events.next += 1,
                    _ => break,
                },
            }
        }
        let has_value = |entry: &KeyValue<'_>| !matches!(entry.value.kind, ValueKind::Broken);
        if self.syntax.is_unclosed(open.start()) && !table.entries().iter().any(has_value) {
            return SourceValue { kind: ValueKind::Broken, span };
        }
        // Dotted keys inside the braces are closed with them.
        table.close();
        SourceValue { kind: ValueKind::Table(table), span }
    }
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

/// A span of the parser's as one of ours.
pub(super) fn span(span: toml_parser::Span, file: FileId) -> Span {
    Span { file, start: offset(span.start()), end: offset(span.end()) }
}
