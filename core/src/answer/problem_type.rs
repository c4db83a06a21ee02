//! Problem types as they are compared (RFC 9457 §3.1.1).

use crate::catalog::Catalog;
use crate::entry::Entry;

/// The entry of a problem type. Where the catalog does not have the URI itself, one of the two may be
/// relative: it is resolved against the URI of the API, whose host neither of them has to say, so that
/// they are the same if their paths are.
pub(super) fn find<'c>(catalog: &'c Catalog<'c>, uri: &str) -> Option<Entry<'c>> {
    catalog.find_type(uri).or_else(|| {
        if is_relative(uri) {
            catalog.find_type_path(uri)
        } else {
            // A relative type in the catalog is its own path.
            catalog.find_type(path(uri)?)
        }
    })
}

/// The path, query and fragment of an absolute problem type; `None` where it is relative, or where it
/// has none.
pub(crate) fn path_of_type(uri: &str) -> Option<&str> {
    if is_relative(uri) { None } else { path(uri) }
}

fn is_relative(uri: &str) -> bool {
    uri.starts_with('/') && !uri.starts_with("//")
}

/// What stands behind the authority; `None` where there is none.
fn path(uri: &str) -> Option<&str> {
    let (scheme, behind) = uri.split_once("//")?;
    (scheme.is_empty() || scheme.ends_with(':')).then_some(())?;
    behind.find('/').map(|at| &behind[at..])
}

#[cfg(test)]
mod tests {
    use super::path_of_type;

    #[test]
    fn absolute_types_have_paths() {
        assert_eq!(path_of_type("https://api.example/errors/a"), Some("/errors/a"));
        assert_eq!(path_of_type("//api.example/errors/a"), Some("/errors/a"));
        assert_eq!(path_of_type("/errors/a"), None);
        assert_eq!(path_of_type("tag:api.example,2026:a"), None);
        assert_eq!(path_of_type("about:blank"), None);
        assert_eq!(path_of_type("https://api.example"), None);
    }
}
