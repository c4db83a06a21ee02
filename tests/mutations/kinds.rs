//! All kinds of mistakes, topic by topic.

mod keys;
mod syntax;

use crate::kind::Kind;

/// Every kind.
pub(crate) fn kinds() -> Vec<Kind> {
    [syntax::kinds(), keys::kinds()].into_iter().flatten().collect()
}
