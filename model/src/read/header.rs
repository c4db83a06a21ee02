//! `[catalog]`

use super::keys::Keys;
use super::values::DocumentReader;
use crate::diagnostic::Diagnostic;
use crate::document::{Header, Missing};
use crate::finding::Subject;
use crate::known_keys;
use crate::source::Span;
use crate::tree::{SourceValue, ValueKind};

impl DocumentReader<'_> {
    pub(super) fn header(&mut self, node: Option<&SourceValue<'_>>, start: Span) -> Header {
        let mut header = Header::default();
        let Some(node) = node else {
            self.diagnostics.add(
                Diagnostic::error(start, "the catalog has no `[catalog]` table")
                    .help("add `[catalog]` with `name = \"…\"` and `locales = [\"en\"]`")
                    .rests_on(Subject::Contents(start)),
            );
            return header;
        };
        let Some(table) = self.table(node, "a table with `name` and `locales`") else {
            return header;
        };

        let keys = Keys::new(table, known_keys::CATALOG);
        header.name = keys.get("name").and_then(|node| self.string(node));
        header.locales = keys.get("locales").map(|node| self.locale_list(node)).unwrap_or_default();
        header.title = keys.get("title").map(|node| self.text(node));
        header.docs = keys.get("docs").and_then(|node| self.string(node));
        header.version = keys.get("version").and_then(|node| self.string(node));
        header.missing = self.or_unread(keys.get("missing"), Subject::Locales, |reader, node| {
            reader.choice(node, &Missing::ALL)
        });
        // `extends` is the loader's, which has read it in each of the files.
        keys.finish("`[catalog]`", self.diagnostics);

        for (key, line) in [("name", "name = \"my-api\""), ("locales", "locales = [\"en\"]")] {
            if keys.get(key).is_none_or(is_empty_list) {
                self.diagnostics.add(
                    Diagnostic::error(node.span, format!("the catalog has no `{key}`"))
                        .help(format!("add `{line}`"))
                        .rests_on(Subject::Contents(node.span)),
                );
            }
        }
        header
    }
}

fn is_empty_list(node: &SourceValue<'_>) -> bool {
    matches!(&node.kind, ValueKind::Array(items) if items.is_empty())
}
