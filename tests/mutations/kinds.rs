//! All kinds of mistakes, topic by topic.

mod facts;
mod http;
mod keys;
mod locales;
mod names;
mod parameters;
mod parents;
mod placeholders;
mod shape;
mod slots;
mod statuses;
mod syntax;
mod texts;
mod types;
mod words;

use crate::kind::Kind;

/// Every kind.
pub(crate) fn kinds() -> Vec<Kind> {
    [
        syntax::kinds(),
        keys::kinds(),
        types::kinds(),
        words::kinds(),
        names::kinds(),
        facts::kinds(),
        statuses::kinds(),
        parents::kinds(),
        locales::kinds(),
        texts::kinds(),
        placeholders::kinds(),
        parameters::kinds(),
        shape::kinds(),
        slots::kinds(),
        http::kinds(),
    ]
    .into_iter()
    .flatten()
    .collect()
}
