//! The enum of codes.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{Ident, Visibility};

use super::docs;
use super::expansion::{Expansion, place_of};
use crate::item::{Codes, Item};

pub(super) fn definition(expansion: &Expansion<'_>) -> TokenStream {
    let Item { vis, codes, krate, .. } = expansion.item;
    let doc = docs::codes(expansion.catalog);
    let stand_for = expansion.variants();
    let variants = expansion.catalog.codes().map(|entry| {
        let doc = docs::code(entry);
        // Declared at the variant of the same name: it leads there, and a variant to it.
        let variant = stand_for.get(&entry.number()).filter(|ident| **ident == entry.variant());
        let place = variant.map_or_else(Span::call_site, |ident| place_of(ident));
        let ident = Ident::new(entry.variant(), place);
        let deprecated = entry.is_retired().then(|| {
            let note =
                format!("the code `{}` is retired: it is read, and no longer sent", entry.name());
            quote!(#[deprecated(note = #note)])
        });
        quote!(#[doc = #doc] #deprecated #ident)
    });
    let attributes = attributes(krate);
    quote! {
        #[doc = #doc]
        #attributes
        #vis enum #codes { #(#variants,)* }
    }
}

/// The attributes of an enum of codes.
pub(super) fn attributes(krate: &Ident) -> TokenStream {
    quote! {
        #[derive(
            #krate::__private_1::core::clone::Clone,
            #krate::__private_1::core::marker::Copy,
            #krate::__private_1::core::cmp::PartialEq,
            #krate::__private_1::core::cmp::Eq,
            #krate::__private_1::core::cmp::PartialOrd,
            #krate::__private_1::core::cmp::Ord,
            #krate::__private_1::core::hash::Hash,
        )]
        #[allow(dead_code)]
        #[non_exhaustive]
    }
}

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let Item { vis, codes, body, .. } = expansion.item;
    let fingerprint = expansion.encoded.fingerprint();
    let entries = || expansion.catalog.codes();
    let all = entries().map(|entry| Ident::new(entry.variant(), Span::call_site()));
    let entry = if entries().len() == 0 {
        quote!(match self {})
    } else {
        quote!(CATALOG.entry(self as __private::u16))
    };
    let count = entries().len();
    let (facts, traits) = (facts(vis), traits(codes, body, fingerprint));
    quote! {
        // A static, named by the enum and not by `Self`: the compiler checks it in a third of the time.
        #[allow(deprecated)]
        static ALL: [#codes; #count] = [#(#codes::#all),*];

        #[automatically_derived]
        #[allow(dead_code)]
        impl #codes {
            /// Every code, those of status rows first, then in the order of the catalog.
            #vis const ALL: &'static [Self] = &ALL;

            /// The catalog.
            #vis const CATALOG: &'static __private::Catalog<'static> = CATALOG;

            /// The first entry with a code or an alias; `None` where the catalog has none.
            #[inline]
            #[must_use]
            #vis const fn from_code(code: &__private::str) -> __private::Option<Self> {
                match CATALOG.from_code(code) {
                    __private::Some(entry) => __private::Some(ALL[entry.number() as __private::usize]),
                    __private::None => __private::None,
                }
            }

            /// Each entry with a code or an alias, in the order of the catalog.
            #[inline]
            #vis fn all_from_code(
                code: &__private::str,
            ) -> impl __private::core::iter::Iterator<Item = Self> + use<> {
                <Self as __private::CatalogCode>::all_from_code(code)
            }

            /// Everything the catalog says of the entry.
            #[inline]
            #[must_use]
            #vis const fn entry(self) -> __private::Entry<'static> {
                #entry
            }

            #facts

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

/// The facts of an entry that need no other one.
fn facts(vis: &Visibility) -> TokenStream {
    quote! {
        /// The name of the entry, which no other has.
        #[inline]
        #[must_use]
        #vis const fn name(self) -> &'static __private::str {
            self.entry().name()
        }

        /// The code as it travels, which other entries may have too; the digits of the status where the
        /// API sends none with it.
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

        /// What to tell the person who uses the app; `None` where the catalog has no such text.
        #[inline]
        #[must_use]
        #vis const fn user_message(self, locale: &__private::str) -> __private::Option<&'static __private::str> {
            self.entry().user_message(locale)
        }

        /// Whether sending the request again can help; `None` where the catalog does not say.
        #[inline]
        #[must_use]
        #vis const fn retry(self) -> __private::Option<__private::fact::Retry> {
            self.entry().retry()
        }

        /// Who has to act.
        #[inline]
        #[must_use]
        #vis const fn actor(self) -> __private::Option<__private::fact::Actor> {
            self.entry().actor()
        }

        /// Whether a request that got the code may have taken effect; where the catalog does not
        /// say, what the status says.
        #[inline]
        #[must_use]
        #vis const fn effect(self) -> __private::fact::Effect {
            self.entry().effect()
        }

        /// The code of gRPC; where the catalog does not say, that of the status.
        #[inline]
        #[must_use]
        #vis const fn grpc(self) -> __private::fact::GrpcCode {
            self.entry().grpc()
        }
    }
}

/// What the enum has in common with others.
fn traits(codes: &Codes, body: &Ident, fingerprint: u64) -> TokenStream {
    quote! {
        #[automatically_derived]
        impl __private::code::DerivedFromCatalog for #codes {}

        #[automatically_derived]
        impl __private::CatalogCode for #codes {
            // The static, not `Self::ALL`, which would be checked once more.
            const ALL: &'static [Self] = &ALL;
            const CATALOG: &'static __private::Catalog<'static> = CATALOG;
            type Body<'a> = #body<'a>;
            type __Itself = Self;
            const __PREFIXES: &'static __private::Prefixes<'static> = PREFIXES;
            const __STATUSES: &'static [__private::StatusRow<'static>] = STATUSES;
            const __FINGERPRINT: __private::u64 = #fingerprint;

            #[inline]
            fn entry(self) -> __private::Entry<'static> {
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

        /// The first entry with a code or an alias, or else the one of that name.
        #[automatically_derived]
        impl __private::core::str::FromStr for #codes {
            type Err = __private::ParseCodeError;

            fn from_str(text: &__private::str) -> __private::Result<Self, __private::ParseCodeError> {
                __private::parse_code(text)
            }
        }

        __private::if_serde! {
            /// The name of the entry.
            #[automatically_derived]
            impl __private::Serialize for #codes {
                fn serialize<S: __private::Serializer>(
                    &self,
                    serializer: S,
                ) -> __private::Result<S::Ok, S::Error> {
                    __private::serialize_code(*self, serializer)
                }
            }

            /// By the name of the entry.
            #[automatically_derived]
            impl<'de> __private::Deserialize<'de> for #codes {
                fn deserialize<D: __private::Deserializer<'de>>(
                    deserializer: D,
                ) -> __private::Result<Self, D::Error> {
                    __private::deserialize_code(deserializer)
                }
            }
        }
    }
}
