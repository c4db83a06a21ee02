//! `[status.404]` and `[code.insufficient-funds]`

use super::{Keys, Reader, owned};
use crate::catalog::Retry;
use crate::draft::{Code, Facts, Status};
use crate::finding::Finding;
use crate::source::Spanned;
use crate::status;
use crate::tree::{Key, Node, Origin, Table, Value};

const ROW: [&str; 4] = ["also", "code", "headers", "unregistered"];
const CODE: [&str; 4] = ["status", "parent", "aliases", "retired"];
/// The keys that codes and status rows both have.
const FACTS: [&str; 9] =
    ["variant", "title", "message", "description", "action", "retry", "docs", "type", "assumed"];

impl Reader<'_> {
    pub(super) fn status(&mut self, key: &Key<'_>, node: &Node<'_>) -> Option<Status> {
        let table = self.table(node, "a table such as `{ title = \"…\" }`")?;
        let keys = Keys::new(table, &[&ROW, &FACTS]);
        let also = keys.get("also").map(|node| self.list(node, "a list of statuses"));
        let also =
            also.unwrap_or_default().iter().filter_map(|item| self.status_value(item)).collect();
        let code = keys.get("code").and_then(|node| self.string(node));
        let headers = keys.get("headers").map(|node| self.strings(node)).unwrap_or_default();
        let unregistered =
            keys.get("unregistered").and_then(|node| self.boolean(node).then_some(node.span));
        let facts = self.facts(&keys);
        keys.finish("a status row", self.findings);

        let number = key.value.parse().ok().filter(|status| status::VALID.contains(status));
        let Some(status) = number else {
            self.findings.add(
                Finding::error(key.span, format!("`{}` is not an HTTP status", key.value))
                    .help("a row is named by a number from 100 to 599, as in `[status.404]`"),
            );
            return None;
        };
        let status = Spanned { value: status, span: key.span };
        Some(Status { status, also, code, headers, unregistered, facts })
    }

    pub(super) fn code(&mut self, key: &Key<'_>, node: &Node<'_>) -> Option<Code> {
        let table = self.table(node, "a table with `status` and `message`")?;
        if let Some(dotted) = dotted_code(key, table) {
            for finding in dotted {
                self.findings.add(finding);
            }
            return None;
        }
        let keys = Keys::new(table, &[&CODE, &FACTS]);
        let parent = keys.get("parent").and_then(|node| self.string(node));
        // One that cannot be read is not said to be missing too.
        let status = keys.get("status").map(|node| {
            let stand_in = Spanned { value: 500, span: node.span };
            self.status_value(node).unwrap_or(stand_in)
        });
        let aliases = keys.get("aliases").map(|node| self.strings(node)).unwrap_or_default();
        let retired = keys.get("retired").is_some_and(|node| self.boolean(node));
        let facts = self.facts(&keys);
        keys.finish("a code", self.findings);
        Some(Code { code: owned(key), status, parent, aliases, retired, facts })
    }

    /// What codes and status rows can both say.
    fn facts(&mut self, keys: &Keys<'_, '_>) -> Facts {
        Facts {
            variant: keys.get("variant").and_then(|node| self.string(node)),
            title: keys.get("title").map(|node| self.text(node)),
            message: keys.get("message").map(|node| self.text(node)),
            description: keys.get("description").map(|node| self.text(node)),
            action: keys.get("action").map(|node| self.text(node)),
            retry: keys.get("retry").and_then(|node| self.choice(node, &Retry::ALL)),
            docs: keys.get("docs").and_then(|node| self.string(node)),
            type_uri: keys.get("type").and_then(|node| self.string(node)),
            assumed: keys.get("assumed").map(|node| self.strings(node)).unwrap_or_default(),
        }
    }

    fn status_value(&mut self, node: &Node<'_>) -> Option<Spanned<u16>> {
        match &node.value {
            Value::Integer(number) => {
                let status = u16::try_from(*number).ok();
                if let Some(value) = status.filter(|status| status::VALID.contains(status)) {
                    return Some(Spanned { value, span: node.span });
                }
                self.no_status(node, &number.to_string());
            }
            Value::Number(number) => self.no_status(node, number),
            Value::String(text) if text.parse().is_ok_and(|s| status::VALID.contains(&s)) => {
                let help = format!("write it without quotes: `{text}`");
                self.wrong_type_with(node, "an HTTP status", Some(help));
            }
            _ => self.wrong_type(node, "an HTTP status, a number such as `404`"),
        }
        None
    }

    fn no_status(&mut self, node: &Node<'_>, written: &str) {
        self.findings.add(
            Finding::error(node.span, format!("`{written}` is not an HTTP status"))
                .help("statuses go from 100 to 599"),
        );
    }

    fn strings(&mut self, node: &Node<'_>) -> Vec<Spanned<String>> {
        let items = self.list(node, "a list of strings");
        items.iter().filter_map(|item| self.string(item)).collect()
    }
}

/// The findings for `[code.account.not-found]`, which TOML reads as a table in a table.
fn dotted_code(key: &Key<'_>, table: &Table<'_>) -> Option<Vec<Finding>> {
    let is_header = |node: &Node<'_>| matches!(&node.value, Value::Table(table) if matches!(table.origin, Origin::Header | Origin::Implicit));
    let is_dotted = table.origin == Origin::Implicit
        && table
            .entries()
            .iter()
            .all(|entry| is_header(&entry.node) && !FACTS.contains(&entry.key.value.as_ref()));
    let finding = |inner: &Key<'_>| {
        let code = format!("{}.{}", key.value, inner.value);
        Finding::error(inner.span, format!("the code `{code}` has a dot in it and no quotes"))
            .help(format!("write `[code.\"{code}\"]`"))
    };
    is_dotted.then(|| table.entries().iter().map(|entry| finding(&entry.key)).collect())
}
