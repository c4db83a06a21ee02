//! Parses TOML into a tree. The grammar is `toml_parser`'s; which key lands in which table, and that none
//! is defined twice, is decided here, where both places of a duplicate are known.

mod builder;
mod candidates;
mod mistake;
mod recover;
mod repair;
mod scalar;
mod statements;
mod syntax;
mod tables;

use toml_parser::lexer::{Token, TokenKind};
use toml_parser::parser::{Event, EventKind};

use crate::finding::Findings;
use crate::source::{FileId, Span};
use crate::tree::Table;
use builder::{Builder, span};
use syntax::Syntax;

/// The file's table, as far as it could be read. The places of its comments are added to `comments`.
pub(crate) fn parse<'s>(
    text: &'s str,
    file: FileId,
    diagnostics: &mut Findings,
    comments: &mut Vec<Span>,
) -> Table<'s> {
    let mut syntax = Syntax::default();
    let events = events(text, &mut syntax);
    for event in &events {
        if event.kind() == EventKind::Comment {
            comments.push(span(event.span(), file));
        }
    }
    let root = Builder::new(text, file, &mut syntax, diagnostics).document(&events);
    for mistake in syntax.into_mistakes() {
        diagnostics.add(mistake.finding(file));
    }
    root
}

/// What stands in the file. Where the parser refuses it, it is read again statement by statement, so that
/// each mistake ends with its own one.
fn events(text: &str, syntax: &mut Syntax) -> Vec<Event> {
    let source = toml_parser::Source::new(text);
    let tokens = source.lex().into_vec();
    let mut events = Vec::with_capacity(tokens.len());
    let errors = syntax::events(source, &tokens, &mut events);
    if errors.is_empty() && !ends_in_open_lines(text, &tokens) {
        return events;
    }
    events.clear();
    recover::read(text, &mut events, syntax);
    events
}

/// Whether the file ends in a string of several lines that is not closed: it has swallowed the rest.
fn ends_in_open_lines(text: &str, tokens: &[Token]) -> bool {
    let last = tokens.iter().rev().find(|token| token.kind() != TokenKind::Eof);
    last.is_some_and(|last| is_of_lines(last.kind()) && !is_closed(text, last))
}

fn is_of_lines(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::MlBasicString | TokenKind::MlLiteralString)
}

/// Whether a token is no string, or one with its closing quotes.
fn is_closed(text: &str, token: &Token) -> bool {
    let quotes = match token.kind() {
        TokenKind::BasicString => "\"",
        TokenKind::LiteralString => "'",
        TokenKind::MlBasicString => "\"\"\"",
        TokenKind::MlLiteralString => "'''",
        _ => return true,
    };
    let raw = text.get(token.span().start()..token.span().end()).unwrap_or_default();
    let Some(inner) = raw.strip_prefix(quotes).and_then(|raw| raw.strip_suffix(quotes)) else {
        return false;
    };
    let backslashes = inner.bytes().rev().take_while(|byte| *byte == b'\\').count();
    quotes.starts_with('\'') || backslashes % 2 == 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use toml::de::{DeTable, DeValue};

    use super::*;
    use crate::source::Sources;
    use crate::tree::ValueKind;

    /// Our tree and the reference's, or nothing where each refuses the text.
    fn both(text: &str) -> (Option<String>, Option<String>) {
        let mut diagnostics = Findings::default();
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
