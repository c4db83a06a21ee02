//! Codes that nothing stands for, as lines to paste.

use api_error_catalog_core::Entry;
use syn::Ident;

use crate::errors::Errors;
use crate::item::Item;
use crate::needed::{self, needed};

/// How many lines are shown; the other codes are counted.
pub(crate) const SHOWN: usize = 20;

/// Reports the codes of some entries, one at least, which have no variant.
pub(crate) fn report(
    item: &Item<'_>,
    uncovered: &[Entry<'_>],
    has_rest: bool,
    errors: &mut Errors,
) {
    let Item { ident, rest, path, .. } = item;
    let count = match uncovered.len() {
        1 => "one code".to_owned(),
        count => format!("{count} codes"),
    };
    let mut message = format!("`{ident}` has no variant for {count} of `{}`", path.value());
    if has_rest {
        message.push_str(" with parameters, which the rest does not have");
    }
    message.push_str("; add");
    message.extend(uncovered.iter().take(SHOWN).map(|entry| line(*entry)));
    if uncovered.len() > SHOWN {
        message.push_str(&more().join(&(uncovered.len() - SHOWN).to_string()));
    }
    if !has_rest && uncovered.iter().any(|entry| needed(*entry).is_empty()) {
        message.push_str(&or_the_rest(rest));
    }
    errors.at(ident, message);
}

/// The line to add for an entry.
pub(crate) fn line(entry: Entry<'_>) -> String {
    format!("\n    {},", needed::line(entry))
}

/// What stands around the number of those that are not shown.
pub(crate) fn more() -> [&'static str; 2] {
    ["\n    … and ", " more"]
}

/// The variant to add instead of all that need no field.
pub(crate) fn or_the_rest(rest: &Ident) -> String {
    format!("\nor one for all those without parameters:\n    #[catalog(rest)]\n    Other({rest}),")
}
