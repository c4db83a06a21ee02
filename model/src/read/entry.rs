//! `[status.404]` and `[code.insufficient-funds]`

use super::{Keys, Reader, owned};
use crate::catalog::Retry;
use crate::draft::{Code, Facts, Status};
use crate::finding::Finding;
use crate::source::Spanned;
use crate::status;
use crate::tree::{Key, Node, Value};

impl Reader<'_> {
    pub(super) fn status(&mut self, key: &Key<'_>, node: &Node<'_>) -> Option<Status> {
        let table = self.table(node, "a table")?;
        let mut keys = Keys::new(table);
        let also = keys.take("also").map(|node| self.list(node, "a list of statuses"));
        let also =
            also.unwrap_or_default().iter().filter_map(|item| self.status_value(item)).collect();
        let code = keys.take("code").and_then(|node| self.string(node));
        let headers = keys.take("headers").map(|node| self.strings(node)).unwrap_or_default();
        let unregistered =
            keys.take("unregistered").and_then(|node| self.boolean(node).then_some(node.span));
        let facts = self.facts(&mut keys);
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
        let table = self.table(node, "a table")?;
        let mut keys = Keys::new(table);
        // A status that is wrong is there all the same; any will do until it is mended.
        let status = keys.take("status").map(|node| {
            let stand_in = Spanned { value: 500, span: node.span };
            self.status_value(node).unwrap_or(stand_in)
        });
        let parent = keys.take("parent").and_then(|node| self.string(node));
        let aliases = keys.take("aliases").map(|node| self.strings(node)).unwrap_or_default();
        let retired = keys.take("retired").is_some_and(|node| self.boolean(node));
        let facts = self.facts(&mut keys);
        keys.finish("a code", self.findings);
        Some(Code { code: owned(key), status, parent, aliases, retired, facts })
    }

    /// What codes and status rows can both say.
    fn facts(&mut self, keys: &mut Keys<'_, '_>) -> Facts {
        Facts {
            variant: keys.take("variant").and_then(|node| self.string(node)),
            title: keys.take("title").and_then(|node| self.text(node)),
            message: keys.take("message").and_then(|node| self.text(node)),
            description: keys.take("description").and_then(|node| self.text(node)),
            action: keys.take("action").and_then(|node| self.text(node)),
            retry: keys.take("retry").and_then(|node| self.choice(node, &Retry::ALL)),
            docs: keys.take("docs").and_then(|node| self.string(node)),
            assumed: keys.take("assumed").map(|node| self.strings(node)).unwrap_or_default(),
        }
    }

    fn status_value(&mut self, node: &Node<'_>) -> Option<Spanned<u16>> {
        let Value::Integer(number) = node.value else {
            self.wrong_type(node, "an HTTP status, a number");
            return None;
        };
        let status = u16::try_from(number).ok().filter(|status| status::VALID.contains(status));
        if status.is_none() {
            self.findings.add(
                Finding::error(node.span, format!("`{number}` is not an HTTP status"))
                    .help("statuses go from 100 to 599"),
            );
        }
        Some(Spanned { value: status?, span: node.span })
    }

    fn strings(&mut self, node: &Node<'_>) -> Vec<Spanned<String>> {
        let items = self.list(node, "a list of strings");
        items.iter().filter_map(|item| self.string(item)).collect()
    }
}
