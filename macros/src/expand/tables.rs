//! The compiled catalog as literals, or as the tables of another enum of the same catalog.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;

use super::expansion::{Expansion, place};
use crate::item::Codes;

pub(super) fn tables(expansion: &Expansion<'_>) -> TokenStream {
    match &expansion.item.codes {
        Codes::Generated(_) => literals(expansion),
        Codes::Shared(of) => shared(expansion, of),
    }
}

fn literals(expansion: &Expansion<'_>) -> TokenStream {
    let encoded = expansion.encoded;
    let text = &encoded.text;
    let bytes = Literal::byte_string(&encoded.bytes);
    let prefixes = Literal::byte_string(&encoded.prefixes);
    let count = Literal::u16_unsuffixed(expansion.catalog.status_count());
    quote! {
        static TABLES: __private::Catalog<'static> = __private::Catalog::open(#text, #bytes);
        const CATALOG: &__private::Catalog<'static> = &TABLES;

        // Of its own, so that a program that writes no bodies does not link it.
        static PREFIX_TABLE: __private::Prefixes<'static> = __private::Prefixes::open(#prefixes);
        const PREFIXES: &__private::Prefixes<'static> = &PREFIX_TABLE;

        static STATUS_TABLE: [__private::StatusRow<'static>; #count] =
            __private::status_rows(CATALOG);
        const STATUSES: &[__private::StatusRow<'static>] = &STATUS_TABLE;
    }
}

/// The tables behind an enum of codes that is there already. The numbers in this expansion are those of the
/// file as it is read now, so the enum has to be of the same file; where it is not, nothing else is evaluated.
fn shared(expansion: &Expansion<'_>, of: &Path) -> TokenStream {
    let on_codes = |item| expansion.on_codes(&item);
    let fingerprint = expansion.encoded.fingerprint();
    let made_of = on_codes(quote!(__FINGERPRINT));
    let check = other_file(expansion, of).map(|(place, message)| {
        quote_spanned!(place=> __private::core::assert!(#made_of == #fingerprint, "{}", #message))
    });
    let catalog = on_codes(quote!(CATALOG));
    let prefixes = on_codes(quote!(__PREFIXES));
    let statuses = on_codes(quote!(__STATUSES));
    quote! {
        type __Codes = #of;
        const CHECKED: () = { #check };
        const CATALOG: &__private::Catalog<'static> = { CHECKED; #catalog };
        #[allow(dead_code)]
        const PREFIXES: &__private::Prefixes<'static> = #prefixes;
        const STATUSES: &[__private::StatusRow<'static>] = #statuses;
    }
}

/// What is wrong where the enum of codes is of another file, and where; `None` where it has been said.
fn other_file(expansion: &Expansion<'_>, of: &Path) -> Option<(Span, String)> {
    let path = &expansion.item.path;
    if expansion.is_partial {
        // Those of the same file are shown where the enum was made, which has the same part of it.
        let place = path.span().resolved_at(Span::call_site());
        return (!expansion.untold.is_empty()).then(|| (place, expansion.untold.join("\n\n")));
    }
    let path = path.value();
    let message = format!(
        "the codes that `of` names are not those of `{path}`: name the enum of codes that a derive on `{path}` has made, or its file in this derive"
    );
    Some((place(of), message))
}
