//! The enum of codes.

use api_error_catalog_model::Reading;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::Ident;

use super::docs;
use crate::item::Item;

pub(super) fn definition(item: &Item<'_>, reading: &Reading) -> TokenStream {
    let Item { vis, codes, krate, .. } = item;
    let catalog = reading.partial_catalog();
    let doc = docs::codes(catalog);
    let variants = catalog.entries.iter().map(|code| {
        let doc = docs::code(code);
        let ident = Ident::new(&code.variant, Span::call_site());
        quote!(#[doc = #doc] #ident)
    });
    let unread = is_unread(reading).then(|| {
        quote!(
            #[doc(hidden)]
            __Unread
        )
    });
    quote! {
        #[doc = #doc]
        #[derive(
            #krate::__private::core::clone::Clone,
            #krate::__private::core::marker::Copy,
            #krate::__private::core::cmp::PartialEq,
            #krate::__private::core::cmp::Eq,
            #krate::__private::core::cmp::PartialOrd,
            #krate::__private::core::cmp::Ord,
            #krate::__private::core::hash::Hash,
        )]
        #[allow(dead_code)]
        #[non_exhaustive]
        #vis enum #codes { #(#variants,)* #unread }
    }
}

/// Whether a catalog with errors has lost all its codes. Without a variant, the enum would make the
/// compiler call code unreachable that is not.
fn is_unread(reading: &Reading) -> bool {
    reading.partial_catalog().entries.is_empty() && reading.has_errors()
}

pub(super) fn impls(item: &Item<'_>, reading: &Reading) -> TokenStream {
    let Item { vis, codes, .. } = item;
    let catalog = reading.partial_catalog();
    let all = catalog.entries.iter().map(|code| Ident::new(&code.variant, Span::call_site()));
    let entry = if catalog.entries.is_empty() && !is_unread(reading) {
        quote!(match self {})
    } else {
        quote!(CATALOG.entry(self as __private::u16))
    };
    let count = catalog.entries.len();
    let traits = traits(codes);
    quote! {
        // Outside of the constant, and by the enum's own name: the compiler takes a third of the time.
        static ALL: [#codes; #count] = [#(#codes::#all),*];

        #[automatically_derived]
        #[allow(dead_code)]
        impl #codes {
            /// Every code, those of status rows first, then in the order of the catalog.
            #vis const ALL: &'static [Self] = &ALL;

            /// The code of that name or alias; `None` where the catalog has none.
            #[inline]
            #[must_use]
            #vis const fn from_code(code: &__private::str) -> __private::Option<Self> {
                match CATALOG.find(code) {
                    __private::Some(number) => __private::Some(ALL[number as __private::usize]),
                    __private::None => __private::None,
                }
            }

            /// Everything the catalog says of the code.
            #[inline]
            #[must_use]
            #vis const fn entry(self) -> __private::Entry {
                #entry
            }

            /// The code as it travels; the digits of the status where the API sends none with it.
            #[inline]
            #[must_use]
            #vis const fn as_str(self) -> &'static __private::str {
                self.entry().as_str()
            }

            /// The HTTP status that the code travels with, 100 to 599.
            #[inline]
            #[must_use]
            #vis const fn status(self) -> __private::u16 {
                self.entry().status()
            }

            /// A short name, in the locale that suits a BCP 47 tag best.
            #[inline]
            #[must_use]
            #vis const fn title(self, locale: &__private::str) -> &'static __private::str {
                self.entry().title(locale)
            }

            /// The text that travels, as the template it is, with `{placeholders}` for what varies.
            #[inline]
            #[must_use]
            #vis const fn message(self, locale: &__private::str) -> &'static __private::str {
                self.entry().message(locale)
            }

            /// What the code means; where the catalog does not say, the message with `…` for what
            /// varies.
            #[inline]
            #[must_use]
            #vis const fn description(self, locale: &__private::str) -> &'static __private::str {
                self.entry().description(locale)
            }

            /// What to do next; `None` where the catalog does not say.
            #[inline]
            #[must_use]
            #vis const fn action(self, locale: &__private::str) -> __private::Option<&'static __private::str> {
                self.entry().action(locale)
            }

            /// Whether sending the request again can help; `None` where the catalog does not say.
            #[inline]
            #[must_use]
            #vis const fn retry(self) -> __private::Option<__private::Retry> {
                self.entry().retry()
            }

            /// The more general code that this one is sent under.
            #[inline]
            #[must_use]
            #vis const fn parent(self) -> __private::Option<Self> {
                match self.entry().parent() {
                    __private::Some(parent) => __private::Some(ALL[parent.number() as __private::usize]),
                    __private::None => __private::None,
                }
            }

            __private::if_http! {
                /// The HTTP status that the code travels with.
                #[inline]
                #[must_use]
                #vis fn status_code(self) -> __private::StatusCode {
                    __private::status_code(self.entry())
                }
            }
        }

        #traits
    }
}

/// What the enum has in common with others.
fn traits(codes: &Ident) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __private::CatalogCode for #codes {
            // Not by way of `Self::ALL`: the compiler would look every code over once more.
            const ALL: &'static [Self] = &ALL;
            const CATALOG: &'static __private::Catalog = &CATALOG;

            #[inline]
            fn entry(self) -> __private::Entry {
                Self::entry(self)
            }
        }

        #[automatically_derived]
        impl __private::core::fmt::Debug for #codes {
            #[inline]
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                f.write_str(self.entry().variant())
            }
        }

        #[automatically_derived]
        impl __private::core::fmt::Display for #codes {
            #[inline]
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
    }
}
