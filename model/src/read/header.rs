//! `[catalog]`

use super::{Keys, Reader};
use crate::draft::{Header, Missing};
use crate::finding::Finding;
use crate::source::{Span, Spanned};
use crate::tree::{Node, Value};

impl Reader<'_> {
    pub(super) fn header(&mut self, node: Option<&Node<'_>>, start: Span) -> Header {
        let mut header = Header {
            span: node.map_or(start, |node| node.span),
            name: None,
            locales: Vec::new(),
            title: None,
            docs: None,
            version: None,
            missing: Missing::default(),
        };
        let Some(node) = node else {
            self.findings.missing(
                Finding::error(start, "the catalog has no `[catalog]` table")
                    .help("add `[catalog]` with `name = \"…\"` and `locales = [\"en\"]`"),
            );
            return header;
        };
        let Some(table) = self.table(node, "a table") else { return header };

        let mut keys = Keys::new(table);
        header.name = keys.take("name").and_then(|node| self.string(node));
        if let Some(node) = keys.take("locales") {
            header.locales = self.locale_list(node);
        }
        self.locales = header.locales.iter().map(|locale| locale.value.clone()).collect();
        header.title = keys.take("title").and_then(|node| self.text(node));
        header.docs = keys.take("docs").and_then(|node| self.string(node));
        header.version = keys.take("version").and_then(|node| self.string(node));
        header.missing = keys
            .take("missing")
            .and_then(|node| self.choice(node, &Missing::ALL))
            .map_or_else(Missing::default, |missing| missing.value);
        // Its files are part of the tree by now.
        keys.take("extends");
        keys.finish("`[catalog]`", self.findings);

        for (key, absent, line) in [
            ("name", header.name.is_none(), "name = \"my-api\""),
            ("locales", header.locales.is_empty(), "locales = [\"en\"]"),
        ] {
            if absent && table.get(key).is_none_or(|entry| is_empty_list(&entry.node)) {
                self.findings.missing(
                    Finding::error(node.span, format!("the catalog has no `{key}`"))
                        .help(format!("add `{line}`")),
                );
            }
        }
        header
    }

    fn locale_list(&mut self, node: &Node<'_>) -> Vec<Spanned<String>> {
        let items = self.list(node, "a list of language tags");
        items.iter().filter_map(|item| self.string(item)).collect()
    }
}

fn is_empty_list(node: &Node<'_>) -> bool {
    matches!(&node.value, Value::Array(items) if items.is_empty())
}
