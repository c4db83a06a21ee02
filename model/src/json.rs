//! Parses JSON (RFC 8259) into a tree, with the span of every key and value. A key that stands twice is
//! an error here, where most readers keep the last and say nothing.

mod brackets;
mod builder;
mod habits;
mod lexer;
mod mistake;
mod quotes;
mod string;
mod token;
mod word;

use crate::diagnostic::Diagnostic;
use crate::finding::Findings;
use crate::source::{FileId, Span, offset};
use crate::tree::Table;
use builder::Builder;
use token::{Bracket, Kind};

/// The file's object, as far as it could be read; what could not has been reported by then.
pub(crate) fn parse<'s>(text: &'s str, file: FileId, diagnostics: &mut Findings) -> Table<'s> {
    let (tokens, mut mistakes) = lexer::tokens(text);
    let tokens = brackets::closed(text, tokens, &mut mistakes);
    let first = tokens.first();
    if first.is_none_or(|first| first.kind != Kind::Open(Bracket::Brace)) {
        let place = first.map_or(text.len()..text.len(), |first| first.place.clone());
        let span = Span { file, start: offset(place.start), end: offset(place.end) };
        diagnostics.unread_file(
            Diagnostic::error(span, "a catalog in JSON is an object, and this is none").help(
                "write `{` and `}` around it, or name the file `.toml` if that is what it is",
            ),
        );
        return Table::default();
    }
    let mut builder = Builder {
        text,
        file,
        tokens: &tokens,
        next: 0,
        depth: 0,
        skipped: Vec::new(),
        mistakes: &mut mistakes,
        diagnostics,
    };
    let root = builder.document();
    let skipped = builder.skipped;
    let is_skipped = |at: usize| {
        let behind = skipped.partition_point(|piece| piece.start <= at);
        behind > 0 && at < skipped[behind - 1].end
    };
    mistakes.retain(|mistake| !is_skipped(mistake.place.start));
    mistakes.sort_by_key(|mistake| mistake.place.start);
    mistakes.dedup_by_key(|mistake| mistake.place.start);
    for mistake in mistakes {
        diagnostics.add(mistake.diagnostic(file));
    }
    root
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::Sources;

    /// Whether the text is an object without a mistake, to us and to the reference.
    fn both(text: &str) -> (bool, bool) {
        let mut diagnostics = Findings::default();
        let file = Sources::default().add("test.json".to_owned(), String::new());
        parse(text, file, &mut diagnostics);
        let ours = diagnostics.is_empty();
        let reference = serde_json::from_str::<serde_json::Value>(text);
        (ours, reference.is_ok_and(|value| value.is_object()))
    }

    #[test]
    fn what_is_valid_is_valid_to_the_reference_too() {
        for text in [
            "{}",
            r#"{"a": [1, -0, 1.5e+3, true, false, null, "\u00e9\ud83d\ude00\/\b"]}"#,
            r#"{"a": 01}"#,
            r#"{"a": 1.}"#,
            r#"{"a": "\x"}"#,
            r#"{"a": "\ud83d"}"#,
            r#"{"a": 1,}"#,
            r#"{"a" 1}"#,
            r#"{"a": 1} x"#,
            r#"{"a": nul}"#,
            "{\"a\": \"\t\"}",
            "[]",
            "",
        ] {
            let (ours, reference) = both(text);
            assert_eq!(ours, reference, "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn anything_like_json_is_judged_as_the_reference_judges_it(
            text in "[{][\\[\\]{}:,\"\\\\abtrue01.e \n-]{0,20}[}]"
        ) {
            let (ours, reference) = both(&text);
            // A key that stands twice is a mistake here only.
            prop_assert!(ours <= reference, "{}", text);
            if !text.contains(',') {
                prop_assert_eq!(ours, reference, "{}", text);
            }
        }
    }
}
