//! Merges a catalog into those that it extends, key by key.

use crate::tree::{SourceValue, Table, ValueKind};

/// Replaces the keys that `over` has and keeps the others. `name` is the key of the tables, empty for
/// whole files.
pub(crate) fn lay_over<'s>(base: &mut Table<'s>, over: Table<'s>, name: &str) {
    base.has_unread |= over.has_unread;
    for entry in over.into_entries() {
        let key = entry.key.value.clone();
        let Some(at) = base.find(&key) else {
            base.push(entry.key, entry.value);
            continue;
        };
        let below = base.at_mut(at);
        below.key = entry.key;
        match (&mut below.value, entry.value) {
            (
                SourceValue { kind: ValueKind::Table(below), span },
                SourceValue { kind: ValueKind::Table(above), span: above_span },
            ) if !is_one_fact(name, &key) => {
                // What the two lack together is said where it can be added.
                *span = above_span;
                lay_over(below, above, &key);
            }
            (below, above) => *below = above,
        }
    }
}

/// A body's members belong together: half of one shape and half of another is neither.
fn is_one_fact(table: &str, key: &str) -> bool {
    table == "body" && matches!(key, "members" | "inner")
}
