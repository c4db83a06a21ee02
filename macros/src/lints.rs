//! Levels of lints, as attributes of the annotated enum set them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// The lint that warnings of a catalog are of, and the group that it is in.
const LINTS: [&str; 2] = ["deprecated", "warnings"];

/// What the attributes of an enum say of the warnings of its catalog, in their order, as attributes for
/// items beside it.
pub(crate) fn levels(attributes: &[Attribute]) -> Vec<TokenStream> {
    attributes.iter().filter_map(level).collect()
}

fn level(attribute: &Attribute) -> Option<TokenStream> {
    let levels = ["allow", "expect", "warn", "deny", "forbid"];
    let level = levels.iter().find(|level| attribute.path().is_ident(level))?;
    // The compiler looks at the enum alone whether it meets what is expected of it.
    let level = if *level == "expect" { "allow" } else { level };
    let level = Ident::new(level, Span::call_site());
    let named = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated).ok()?;
    let is_ours = |lint: &&Meta| LINTS.iter().any(|known| lint.path().is_ident(known));
    let lints: Vec<_> = named.iter().filter(is_ours).collect();
    (!lints.is_empty()).then(|| quote!(#[#level(#(#lints),*)]))
}

#[cfg(test)]
mod tests {
    use syn::{DeriveInput, parse_quote};

    use super::*;

    #[test]
    fn levels_of_other_lints_are_none_of_a_catalogs_warnings() {
        let input: DeriveInput = parse_quote! {
            #[derive(Debug)]
            #[allow(dead_code)]
            #[deny(warnings, missing_docs)]
            #[expect(clippy::all, deprecated, reason = "an API of others")]
            enum Errors {}
        };
        let levels: TokenStream = levels(&input.attrs).into_iter().collect();
        assert_eq!(levels.to_string(), quote!(#[deny(warnings)] #[allow(deprecated)]).to_string());
    }
}
