//! A catalog that extends another is laid over it, fact by fact.

use crate::tree::{Node, Table, Value};

/// Replaces what `over` says and keeps the rest. A body's members are one fact: half of one shape
/// and half of another is neither.
pub(crate) fn lay_over<'s>(base: &mut Table<'s>, over: Table<'s>) {
    for entry in over.into_entries() {
        let whole = matches!(&*entry.key.value, "members" | "inner");
        match base.find(&entry.key.value) {
            None => {
                base.push(entry.key, entry.node);
            }
            Some(at) => {
                let below = base.at_mut(at);
                match (&mut below.node, entry.node) {
                    (
                        Node { value: Value::Table(below), .. },
                        Node { value: Value::Table(above), .. },
                    ) if !whole => {
                        lay_over(below, above);
                    }
                    (below, above) => *below = above,
                }
                below.key = entry.key;
            }
        }
    }
}
