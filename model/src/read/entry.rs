//! `[defaults]`, `[status.404]` and `[code.insufficient-funds]`

use api_error_catalog_core::fact::{ByTextFact, ByWordFact, Word, WordFact};
use api_error_catalog_core::status::VALID_STATUSES;

use super::keys::Keys;
use super::values::{DocumentReader, owned};
use crate::diagnostic::Diagnostic;
use crate::document::{CodeTable, DefaultsTable, Facts, PossibleCause, StatusTable};
use crate::finding::Subject;
use crate::known_keys;
use crate::source::{Span, Spanned};
use crate::tree::{Key, SourceValue, Table, TableKind, ValueKind};

impl DocumentReader<'_> {
    pub(super) fn defaults(&mut self, node: &SourceValue<'_>) -> Option<DefaultsTable> {
        let table = self.table(node, "a table of facts, such as `status = 400`")?;
        let keys = Keys::new(table, known_keys::DEFAULTS);
        let status = self.status_or_stand_in(&keys, node.span);
        let variant_prefix =
            self.or_unread(keys.get("variant_prefix"), Subject::VariantPrefix, Self::string);
        let facts = self.facts(&keys, node.span);
        if table.has_unread {
            self.diagnostics.unread(Subject::Defaults);
        }
        keys.finish("`[defaults]`", self.diagnostics);
        Some(DefaultsTable { status, variant_prefix, facts })
    }

    pub(super) fn status(&mut self, key: &Key<'_>, node: &SourceValue<'_>) -> Option<StatusTable> {
        let Some(table) = self.table(node, "a table such as `{ title = \"…\" }`") else {
            self.diagnostics.unread(Subject::UnregisteredRows);
            self.diagnostics.unread(Subject::Entries);
            return None;
        };
        let keys = Keys::new(table, known_keys::STATUS);
        let also = keys.get("also").map(|node| self.list(node, "a list of statuses"));
        let also =
            also.unwrap_or_default().iter().filter_map(|item| self.status_value(item)).collect();
        let code = self.or_unread(keys.get("code"), Subject::Entries, Self::string);
        let headers = keys.get("headers").map(|node| self.headers(node)).unwrap_or_default();
        let unregistered =
            // One that cannot be read was meant to be there.
            keys.get("unregistered").and_then(|node| self.boolean(node).unwrap_or(true).then_some(node.span));
        let facts = self.facts(&keys, key.span);
        keys.finish("a status row", self.diagnostics);

        let number = key.value.parse().ok().filter(|status| VALID_STATUSES.contains(status));
        if let Some(status) = number.filter(|status| key.value != status.to_string()) {
            let message = format!("`{}` is the status {status} in another spelling", key.value);
            let help = format!("write `{status}`");
            self.diagnostics.add(Diagnostic::error(key.span, message).help(help));
        }
        let Some(status) = number else {
            self.diagnostics.add(
                Diagnostic::error(key.span, format!("`{}` is not an HTTP status", key.value))
                    .help("a row is named by a number from 100 to 599, as in `[status.404]`"),
            );
            if unregistered.is_some() || table.has_unread {
                self.diagnostics.unread(Subject::UnregisteredRows);
            }
            if code.is_some() {
                self.diagnostics.unread(Subject::Entries);
            }
            return None;
        };
        let status = Spanned { value: status, span: key.span };
        Some(StatusTable { status, also, code, headers, unregistered, facts })
    }

    pub(super) fn code(&mut self, key: &Key<'_>, node: &SourceValue<'_>) -> Option<CodeTable> {
        let Some(table) = self.table(node, "a table with `status` and `message`") else {
            self.diagnostics.unread(Subject::Entries);
            return None;
        };
        if let Some(dotted) = dotted_code(key, table) {
            for diagnostic in dotted {
                self.diagnostics.add(diagnostic.explains(Subject::Entries));
            }
            return None;
        }
        let keys = Keys::new(table, known_keys::CODE);
        let code = self.or_unread(keys.get("code"), Subject::Entries, Self::string);
        let parent = self.or_unread(keys.get("parent"), Subject::Parents, Self::string);
        let status = self.status_or_stand_in(&keys, key.span);
        let aliases = keys.get("aliases").map(|node| self.strings(node)).unwrap_or_default();
        let causes = keys.get("causes").map(|node| self.causes(node)).unwrap_or_default();
        let retired = keys.get("retired").and_then(|node| self.boolean(node)?.then_some(node.span));
        let replaced_by = keys.get("replaced_by").and_then(|node| self.string(node));
        let parameters = self.parameters(keys.get("parameters"));
        let facts = self.facts(&keys, key.span);
        keys.finish("a code", self.diagnostics);
        if table.has_unread {
            self.diagnostics.unread(Subject::Contents(key.span));
        }
        Some(CodeTable {
            name: owned(key),
            code,
            status,
            parent,
            aliases,
            causes,
            retired,
            replaced_by,
            parameters,
            facts,
        })
    }

    fn causes(&mut self, node: &SourceValue<'_>) -> Vec<PossibleCause> {
        let items = self.list(node, "a list of causes");
        items.iter().filter_map(|item| self.cause(item)).collect()
    }

    fn cause(&mut self, node: &SourceValue<'_>) -> Option<PossibleCause> {
        let table = self.table(node, "a cause, which is a table with `when` and `action`")?;
        let keys = Keys::new(table, &[&known_keys::CAUSE]);
        let [when, action] = known_keys::CAUSE.map(|key| match keys.get(key) {
            Some(text) => Some(self.text(text)),
            None => {
                self.diagnostics.add(
                    Diagnostic::error(node.span, format!("this cause has no `{key}`"))
                        .help("a cause says when it is behind the error, and what to do then")
                        .rests_on(Subject::Contents(node.span)),
                );
                None
            }
        });
        keys.finish("a cause", self.diagnostics);
        Some(PossibleCause { when: when?, action: action? })
    }

    /// What codes and status rows can both say. The defaults can say some of it. `owner` is the place that
    /// the table is known by.
    fn facts(&mut self, keys: &Keys<'_, '_>, owner: Span) -> Facts {
        Facts {
            written: keys.facts(),
            variant: self.or_unread(keys.get("variant"), Subject::Variant(owner), Self::string),
            texts: ByTextFact::new(|fact| Some(self.text(keys.get(fact.key())?))),
            words: ByWordFact::new(|fact| self.word_fact(keys.get(fact.key())?, fact)),
            docs: keys.get("docs").and_then(|node| self.string(node)),
            problem_type: keys.get("type").and_then(|node| self.string(node)),
            set: keys.get("set").map(|node| self.set(node)).unwrap_or_default(),
            assumed: keys.get("assumed").map(|node| self.strings(node)).unwrap_or_default(),
        }
    }

    fn word_fact(&mut self, node: &SourceValue<'_>, fact: WordFact) -> Option<Spanned<Word>> {
        let value = Word::new(fact, self.word(node, fact.words())?)?;
        Some(Spanned { value, span: node.span })
    }

    /// One that cannot be read is not said to be missing too.
    fn status_or_stand_in(&mut self, keys: &Keys<'_, '_>, owner: Span) -> Option<Spanned<u16>> {
        let node = keys.get("status")?;
        let status = self.or_unread(Some(node), Subject::Fact(owner, "status"), Self::status_value);
        Some(status.unwrap_or(Spanned { value: 500, span: node.span }))
    }

    fn status_value(&mut self, node: &SourceValue<'_>) -> Option<Spanned<u16>> {
        match &node.kind {
            ValueKind::Integer(number) => {
                let status = u16::try_from(*number).ok();
                if let Some(value) = status.filter(|status| VALID_STATUSES.contains(status)) {
                    return Some(Spanned { value, span: node.span });
                }
                self.no_status(node, &number.to_string());
            }
            ValueKind::Number(number) => self.no_status(node, number),
            ValueKind::String(text) if text.parse().is_ok_and(|s| VALID_STATUSES.contains(&s)) => {
                let status = text.trim_start_matches(['+', '0']);
                let help = format!("write it without quotes: `{status}`");
                self.wrong_type(node, "an HTTP status", help);
            }
            _ => self.wrong_type(node, "an HTTP status", "write one number, such as `404`"),
        }
        None
    }

    fn no_status(&mut self, node: &SourceValue<'_>, written: &str) {
        self.diagnostics.add(
            Diagnostic::error(node.span, format!("`{written}` is not an HTTP status"))
                .help("statuses go from 100 to 599"),
        );
    }

    pub(super) fn strings(&mut self, node: &SourceValue<'_>) -> Vec<Spanned<String>> {
        let items = self.list(node, "a list of strings");
        items.iter().filter_map(|item| self.string(item)).collect()
    }
}

/// The diagnostics for `[code.account.not-found]`, which TOML reads as a table in a table.
fn dotted_code(key: &Key<'_>, table: &Table<'_>) -> Option<Vec<Diagnostic>> {
    let is_header = |node: &SourceValue<'_>| matches!(&node.kind, ValueKind::Table(table) if matches!(table.kind, TableKind::Header | TableKind::Implicit));
    let is_dotted = table.kind == TableKind::Implicit
        && table.entries().iter().all(|entry| {
            is_header(&entry.value)
                && entry.key.value != "parameters"
                && !known_keys::FACTS.iter().any(|keys| keys.contains(&entry.key.value.as_ref()))
        });
    let diagnostic = |inner: &Key<'_>| {
        let code = format!("{}.{}", key.value, inner.value);
        Diagnostic::error(inner.span, format!("the code `{code}` has a dot in it and no quotes"))
            .help(format!("write `[code.\"{code}\"]`"))
    };
    is_dotted.then(|| table.entries().iter().map(|entry| diagnostic(&entry.key)).collect())
}
