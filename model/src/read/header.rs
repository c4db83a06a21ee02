//! `[catalog]`

use super::keys::Keys;
use super::values::DocumentReader;
use crate::diagnostic::Diagnostic;
use crate::document::{Header, Missing};
use crate::source::{Span, Spanned};
use crate::tree::{SourceValue, ValueKind};

const KEYS: [&str; 7] = ["name", "locales", "title", "docs", "version", "missing", "extends"];

impl DocumentReader<'_> {
    pub(super) fn header(&mut self, node: Option<&SourceValue<'_>>, start: Span) -> Header {
        let mut header = Header::default();
        let Some(node) = node else {
            self.diagnostics.missing(
                Diagnostic::error(start, "the catalog has no `[catalog]` table")
                    .help("add `[catalog]` with `name = \"…\"` and `locales = [\"en\"]`"),
            );
            return header;
        };
        let Some(table) = self.table(node, "a table with `name` and `locales`") else {
            return header;
        };

        let keys = Keys::new(table, &[&KEYS]);
        header.name = keys.get("name").and_then(|node| self.string(node));
        header.locales = keys.get("locales").map(|node| self.locale_list(node)).unwrap_or_default();
        self.locales = header.locales.iter().map(|locale| locale.value.clone()).collect();
        header.title = keys.get("title").map(|node| self.text(node));
        header.docs = keys.get("docs").and_then(|node| self.string(node));
        header.version = keys.get("version").and_then(|node| self.string(node));
        header.missing = keys.get("missing").and_then(|node| self.choice(node, &Missing::ALL));
        // `extends` is the loader's, which has read it in each of the files.
        keys.finish("`[catalog]`", self.diagnostics);

        for (key, line) in [("name", "name = \"my-api\""), ("locales", "locales = [\"en\"]")] {
            if keys.get(key).is_none_or(is_empty_list) {
                self.diagnostics.missing(
                    Diagnostic::error(node.span, format!("the catalog has no `{key}`"))
                        .help(format!("add `{line}`")),
                );
            }
        }
        header
    }

    fn locale_list(&mut self, node: &SourceValue<'_>) -> Vec<Spanned<String>> {
        let wanted = "a list of language tags";
        let items = match &node.kind {
            // Reported as no list, and understood all the same.
            ValueKind::String(_) => {
                self.list(node, wanted);
                std::slice::from_ref(node)
            }
            _ => self.list(node, wanted),
        };
        items.iter().filter_map(|item| self.string(item)).collect()
    }
}

fn is_empty_list(node: &SourceValue<'_>) -> bool {
    matches!(&node.kind, ValueKind::Array(items) if items.is_empty())
}
