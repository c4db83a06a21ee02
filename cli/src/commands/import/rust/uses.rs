//! What the types of fields are called by: the `use` declarations of a file.

use syn::{Item, UseTree};

/// A name that is in scope, and the path that it stands for: `use std::io as i;` is `i` and `std::io as i`.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use {
    pub(super) path: String,
    pub(super) name: String,
}

pub(super) fn find(items: &[Item], found: &mut Vec<Use>) {
    for item in items {
        if let Item::Use(item) = item {
            let start = if item.leading_colon.is_some() { "::" } else { "" };
            tree(&item.tree, start, found);
        }
    }
}

fn tree(part: &UseTree, path: &str, found: &mut Vec<Use>) {
    let mut push = |end: &str, name: String| {
        let path = match end {
            "self" => path.trim_end_matches("::").to_owned(),
            end => format!("{path}{end}"),
        };
        let name = if name == "self" {
            path.rsplit("::").next().unwrap_or_default().to_owned()
        } else {
            name
        };
        found.push(Use { path, name });
    };
    match part {
        UseTree::Path(inner) => tree(&inner.tree, &format!("{path}{}::", inner.ident), found),
        UseTree::Name(name) => push(&name.ident.to_string(), name.ident.to_string()),
        UseTree::Rename(renamed) => {
            push(&format!("{} as {}", renamed.ident, renamed.rename), renamed.rename.to_string());
        }
        UseTree::Group(group) => group.items.iter().for_each(|part| tree(part, path, found)),
        // Which names these are, the file does not tell.
        UseTree::Glob(_) => {}
    }
}
