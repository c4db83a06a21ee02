//! Tokens: the literals of a compiled catalog, and thin methods over them. The code that reads the
//! literals is in the runtime once.

mod body;
mod codes;
mod conversions;
mod decode;
mod docs;
mod error;
mod expansion;
mod fields;
mod from_decoded;
mod held;
mod integrate;
mod kind;
mod rest;
mod statuses;
mod tables;
mod token;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};

pub(crate) use expansion::Expansion;

use crate::item::Item;

impl Expansion<'_> {
    /// Of a catalog that could not be read, without the types that it becomes. Beside the error that says so,
    /// the compiler says nothing of a type that is not there, nor of what is asked of it; of one without
    /// variants and setters it would say so at each use.
    pub(crate) fn tokens(&self) -> TokenStream {
        let Item { krate, lints, .. } = self.item;
        let (is_read, is_shared) = (!self.is_unread(), self.is_shared());
        // The enum of codes and the bodies, unless another enum of the catalog has made them.
        let made = |make: fn(&Self) -> TokenStream| (is_read && !is_shared).then(|| make(self));
        let codes = made(codes::definition);
        let body = made(body::definition);
        let rest = is_read.then(|| rest::definition(self));
        let tables = tables::tables(self);
        let code_impls = made(codes::impls);
        let body_impls = made(body::impls);
        let decode_impls = decode::impls(self);
        let status_impls = statuses::impls(self);
        let error_impls = self.item.is_error().then(|| {
            let (error, held, decoded) =
                (error::impls(self), held::impls(self), from_decoded::impls(self));
            let integration = integrate::impls(self);
            quote!(#error #held #decoded #integration)
        });
        let rest_impls = rest::impls(self);
        let conversions = conversions::impls(self);
        let tracked = self.tracked();
        let runtime = self.runtime();
        quote! {
            #runtime
            #codes
            #body
            #rest
            #lints
            const _: () = {
                use #krate::__private_1 as __private;
                #tables
                #code_impls
                #body_impls
                #status_impls
                #decode_impls
                #error_impls
                #rest_impls
                #tracked
            };
            #conversions
        }
    }

    /// The name that everything else has for the runtime. Where the runtime is not found, the compiler says so
    /// here, and nothing of what goes by the name of an import that it has reported: neither in the expansion nor in
    /// what uses it.
    fn runtime(&self) -> TokenStream {
        let Item { runtime, krate, .. } = self.item;
        // All of it is as the user's part of it, so that it has a place as a whole.
        let place = runtime.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
        let mut krate = krate.clone();
        krate.set_span(place);
        quote_spanned!(place=> use #runtime::runtime_of_api_error_catalog as #krate;)
    }

    /// Makes the compiler rebuild when a file changes. Inside a function that nobody calls, so that the
    /// files are not in the library; with `env!`, so that the expansion has no path of this machine in
    /// it.
    fn tracked(&self) -> TokenStream {
        let files = self.sources.iter().filter(|source| source.is_file());
        let files = files.map(|source| format!("/{}", source.path));
        quote! {
            #[allow(dead_code)]
            fn tracked() {
                #(
                    let _ = __private::core::include_bytes!(__private::core::concat!(
                        __private::core::env!("CARGO_MANIFEST_DIR"),
                        #files
                    ));
                )*
            }
        }
    }
}
