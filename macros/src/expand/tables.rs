//! The compiled catalog as literals, or as the tables of another enum of the same catalog.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::Path;
use syn::spanned::Spanned as _;

use super::expansion::Expansion;
use crate::item::{Codes, Item};

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
        static PREFIXES: __private::Prefixes<'static> = __private::Prefixes::open(#prefixes);

        static STATUSES: [__private::StatusRow<'static>; #count] = __private::status_rows(CATALOG);
    }
}

/// The tables behind an enum of codes that is there already. The numbers in this expansion are those of the
/// file as it is read now, so the enum has to be of the same file.
fn shared(expansion: &Expansion<'_>, of: &Path) -> TokenStream {
    let Item { krate, path, .. } = expansion.item;
    let fingerprint = expansion.encoded.fingerprint();
    let message = format!(
        "the codes that `of` names are not those of `{}`: name the enum of codes that a derive on this file has made, or this file there, too",
        path.value()
    );
    // A catalog with errors is not the one that the other derive has left behind.
    let check = (!expansion.is_partial).then(|| {
        quote_spanned! {at(of)=>
            const _: () = __private::core::assert!(
                <#of as #krate::CatalogCode>::__FINGERPRINT == #fingerprint,
                "{}",
                #message
            );
        }
    });
    quote! {
        const CATALOG: &__private::Catalog<'static> = <#of as __private::CatalogCode>::CATALOG;
        #check
    }
}

fn at(of: &Path) -> Span {
    of.span().resolved_at(Span::call_site())
}
