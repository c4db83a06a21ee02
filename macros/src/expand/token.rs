//! Looking for a token among others.

use proc_macro2::{TokenStream, TokenTree};

/// Whether one of some tokens is wanted, or one in their groups.
pub(super) fn any(tokens: TokenStream, is_wanted: &dyn Fn(&TokenTree) -> bool) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Group(group) => any(group.stream(), is_wanted),
        token => is_wanted(&token),
    })
}
