//! Levels of lints, as attributes of the annotated enum set them.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Data, DeriveInput, Meta, Token};

/// The lint that warnings of a catalog are of, and the group that it is in.
const LINTS: [&str; 2] = ["deprecated", "warnings"];

/// What the attributes of an enum say of the warnings of its catalog, in their order, as attributes for
/// items beside it.
///
/// `expect` says nothing of them: the compiler looks in the enum alone for what is expected there, and would call it
/// unfulfilled.
pub(crate) fn levels(attributes: &[Attribute]) -> Vec<TokenStream> {
    let level = |attribute: &Attribute| {
        let levels = ["allow", "warn", "deny", "forbid"];
        let level = levels.iter().find(|level| attribute.path().is_ident(level))?;
        let (level, lints) = (Ident::new(level, Span::call_site()), lints(attribute));
        (!lints.is_empty()).then(|| quote!(#[#level(#(#lints),*)]))
    };
    attributes.iter().filter_map(level).collect()
}

/// Whether an enum expects the lint of its catalog's warnings.
pub(crate) fn expects(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|a| a.path().is_ident("expect") && !lints(a).is_empty())
}

/// Whether an enum, a variant or a field is deprecated, or may name what is. Of the former the expansion is not
/// warned, then: it names the same.
pub(crate) fn may_be_deprecated(input: &DeriveInput) -> bool {
    let is_allowed = |attribute: &Attribute| {
        let path = attribute.path();
        let sets_level = path.is_ident("allow") || path.is_ident("expect");
        path.is_ident("deprecated") || sets_level && !lints(attribute).is_empty()
    };
    let Data::Enum(data) = &input.data else { return false };
    let fields = data.variants.iter().flat_map(|variant| &variant.fields);
    let attributes = input.attrs.iter().chain(data.variants.iter().flat_map(|v| &v.attrs));
    attributes.chain(fields.flat_map(|field| &field.attrs)).any(is_allowed)
}

/// The lints among those that an attribute names which are ours.
fn lints(attribute: &Attribute) -> Vec<Meta> {
    let named = attribute.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
    let is_ours = |lint: &Meta| LINTS.iter().any(|known| lint.path().is_ident(known));
    named.into_iter().flatten().filter(is_ours).collect()
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
        assert_eq!(levels.to_string(), quote!(#[deny(warnings)]).to_string());
        assert!(expects(&input.attrs));
    }

    #[test]
    fn a_field_may_be_deprecated() {
        let input: DeriveInput = parse_quote! {
            #[warn(deprecated)]
            enum Errors { Internal { #[allow(deprecated)] cause: Old } }
        };
        assert!(may_be_deprecated(&input));
        let input: DeriveInput = parse_quote! {
            #[allow(dead_code)]
            enum Errors { Internal { cause: Old } }
        };
        assert!(!may_be_deprecated(&input));
    }
}
