//! What makes an enum with variants an error type.

use api_error_catalog_core::Entry;
use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Generics, Ident, Type};

use super::expansion::{Expansion, place_of};
use super::fields::{at_type, binding, filled, member};
use super::rest;
use crate::attribute::WrittenShape;
use crate::coverage::Coverage;
use crate::item::{Item, Variant};

pub(super) fn impls(expansion: &Expansion<'_>) -> TokenStream {
    let (inherent, catalog_error, error) =
        (inherent(expansion), catalog_error(expansion), error(expansion));
    quote!(#inherent #catalog_error #error)
}

fn inherent(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, vis, generics, codes, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let answer = answer(expansion);
    let stand_for = expansion.variants();
    let list = sent(expansion).into_iter().map(|entry| {
        let variant = stand_for.get(&entry.number());
        expansion.code(entry, variant.map_or_else(Span::call_site, |ident| place_of(ident)))
    });
    let list = quote!(&[#(#list),*]);
    let list = if expansion.is_shared() { quote!({ CHECKED; #list }) } else { list };
    let code = if expansion.item.is_composed() {
        let code = expansion.code_at(&quote!(number));
        quote! {
            /// The code of this error; `None` where it is an error of another catalog, whose
            /// [`entry`](Self::entry) is there.
            #[must_use]
            #vis fn code(&self) -> __private::Option<#codes> {
                __private::number_in(CATALOG, self.entry()).map(|number| #code)
            }
        }
    } else {
        let code = expansion.code_at(&quote!(self.entry().number()));
        quote! {
            /// The code of this error.
            #[inline]
            #[must_use]
            #vis fn code(&self) -> #codes {
                #code
            }
        }
    };
    quote! {
        #[automatically_derived]
        #[allow(dead_code)]
        impl #impl_generics #ident #type_generics #where_clause {
            /// The codes of the variants, in the order of the catalog, without those of errors that a
            /// transparent variant holds.
            #[allow(deprecated)]
            #vis const CODES: &'static [#codes] = #list;

            /// Everything that the catalog says of this error.
            #[inline]
            #[must_use]
            #vis fn entry(&self) -> __private::Entry<'static> {
                __private::CatalogError::entry(self)
            }

            #code

            /// The HTTP status, 100 to 599.
            #[inline]
            #[must_use]
            #vis fn status(&self) -> __private::u16 {
                self.entry().status()
            }

            __private::if_http! {
                /// The HTTP status.
                #[inline]
                #[must_use]
                #vis fn status_code(&self) -> __private::StatusCode {
                    __private::status_code(self.entry())
                }
            }

            #answer

            /// The message, with this error's fields in it, in the locale that suits a BCP 47 tag
            /// best. `Display` gives it in the catalog's default.
            #[inline]
            #[must_use]
            #vis fn display(&self, locale: &__private::str) -> __private::Message<'_> {
                let mut body = __private::CatalogError::__written(self).body;
                body.set_locale(locale);
                __private::Message(body)
            }

            /// The text for logs and each cause behind it, separated by `: `, in one line. Nothing of it is
            /// for the caller.
            #[must_use]
            #vis fn report(&self) -> __private::String {
                __private::CatalogError::report(self)
            }

            /// The first error of this type in a chain: the error itself, or one of its causes; `None` where
            /// there is none. With anyhow, `find_in(error.as_ref())`.
            #[must_use]
            #vis fn find_in<'error>(
                error: &'error (dyn __private::core::error::Error + 'static),
            ) -> __private::Option<&'error Self>
            where
                Self: 'static,
            {
                __private::find_in(error)
            }
        }
    }
}

/// What the error is answered with.
fn answer(expansion: &Expansion<'_>) -> TokenStream {
    let vis = expansion.item.vis;
    let body = expansion.on_codes(&quote!(Body<'_>));
    quote! {
        /// The `Content-Type` of the body.
        #[must_use]
        #vis fn media_type(&self) -> &'static __private::str {
            __private::CatalogError::media_type(self)
        }

        /// The headers to send with the body, name and value, without `Content-Type`; those that lack a
        /// value are not there.
        #[must_use]
        #vis fn headers(
            &self,
            context: &__private::BodyContext<'_>,
        ) -> __private::Vec<(__private::Cow<'static, __private::str>, __private::String)> {
            __private::CatalogError::headers(self, context)
        }

        /// The error body, with this error's fields in it. Causes and private fields are not: they are
        /// for logs.
        #[inline]
        #vis fn body(&self) -> #body {
            let body = __private::CatalogError::__written(self).body.numbered_by(CATALOG);
            __private::CatalogBody::__new(body)
        }

        /// Appends the body as JSON, with what the request knows.
        #vis fn write_body(
            &self,
            context: &__private::BodyContext<'_>,
            out: &mut __private::Vec<__private::u8>,
        ) {
            __private::CatalogError::write_body(self, context, out);
        }

        __private::if_http! {
            /// The whole answer: the status, the `Content-Type` and the headers, and the body as JSON, with
            /// what the request knows.
            #[must_use]
            #vis fn to_response(
                &self,
                context: &__private::BodyContext<'_>,
            ) -> __private::Response<__private::Vec<__private::u8>> {
                __private::CatalogError::to_response(self, context)
            }
        }
    }
}

/// The entries that the variants stand for, in the order of the catalog.
pub(super) fn sent<'e>(expansion: &'e Expansion<'_>) -> Vec<Entry<'e>> {
    let own = expansion.covered.variants.iter().filter_map(|coverage| match coverage {
        Coverage::Entry(number) => Some(*number),
        _ => None,
    });
    let mut numbers: Vec<_> = own.chain(rest::numbers(expansion)).collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers.into_iter().map(|number| expansion.catalog.entry(number)).collect()
}

fn catalog_error(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, generics, variants, .. } = expansion.item;
    let (impl_generics, type_generics, _) = generics.split_for_impl();
    let where_clause = where_error(generics);
    let covered = || variants.iter().zip(&expansion.covered.variants);
    let entry_arms = covered().map(|(variant, coverage)| entry(variant, coverage));
    let body_arms = covered().map(|(variant, coverage)| written(variant, coverage, expansion));
    let write_log = write_log(expansion);
    quote! {
        #[automatically_derived]
        impl #impl_generics __private::CatalogError for #ident #type_generics #where_clause {
            #[inline]
            fn entry(&self) -> __private::Entry<'static> {
                match self { #(#entry_arms)* }
            }

            fn __written(&self) -> __private::Written<'_> {
                #[allow(unused_imports)]
                use __private::DisplayField as _;
                match self { #(#body_arms)* }
            }

            #write_log
        }
    }
}

/// For an impl of a trait that demands what an error is, such as `Debug`: where the enum is none, the compiler
/// says so at the impl of `Error` alone. With `for`, it does not look at the bound by itself.
pub(super) fn where_error(generics: &Generics) -> TokenStream {
    let bounds = generics.where_clause.iter().flat_map(|bounds| &bounds.predicates);
    quote!(where #(#bounds,)* for<'any> Self: __private::core::error::Error)
}

/// The text for logs; nothing where it is that of the message for all variants.
fn write_log(expansion: &Expansion<'_>) -> Option<TokenStream> {
    let covered = expansion.item.variants.iter().zip(&expansion.covered.variants);
    let arms = covered
        .zip(&expansion.covered.log_arguments)
        .filter_map(|((variant, coverage), arguments)| log(variant, coverage, arguments.as_ref()));
    let arms: Vec<_> = arms.collect();
    (!arms.is_empty()).then(|| {
        quote! {
            fn __write_log(
                &self,
                f: &mut __private::core::fmt::Formatter<'_>,
            ) -> __private::Option<__private::core::fmt::Result> {
                #[allow(unreachable_patterns)]
                match self {
                    #(#arms)*
                    _ => __private::None,
                }
            }
        }
    })
}

fn error(expansion: &Expansion<'_>) -> TokenStream {
    let Item { ident, generics, variants, .. } = expansion.item;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let covered = variants.iter().zip(&expansion.covered.variants);
    let source_arms = covered.map(|(variant, coverage)| source(variant, coverage, generics));
    // An error of another catalog would be in the default of its own.
    let own_default = expansion.catalog.locales().next().filter(|_| expansion.item.is_composed());
    let locale = own_default.unwrap_or_default();
    quote! {
        #[automatically_derived]
        impl #impl_generics __private::core::fmt::Display for #ident #type_generics #where_clause {
            #[inline]
            fn fmt(&self, f: &mut __private::core::fmt::Formatter<'_>) -> __private::core::fmt::Result {
                __private::core::fmt::Display::fmt(&self.display(#locale), f)
            }
        }

        #[automatically_derived]
        impl #impl_generics __private::core::error::Error for #ident #type_generics #where_clause {
            #[inline]
            fn source(&self) -> __private::Option<&(dyn __private::core::error::Error + 'static)> {
                match self { #(#source_arms)* }
            }
        }
    }
}

/// What a variant holds, in a pattern, and where its type is.
fn held(variant: &Variant<'_>) -> (TokenStream, Span) {
    let field = &variant.fields[0];
    let (name, member) = (variant.ident, member(0, field));
    (quote!(Self::#name { #member: held }), at_type(field))
}

/// The number of the entry of `rest`. A type that is another rest is reported at the field.
fn number_of_rest(variant: &Variant<'_>) -> TokenStream {
    let place = at_type(&variant.fields[0]);
    let rest = Ident::new("rest", place);
    quote_spanned!(place=> rest_number(*#rest))
}

fn entry(variant: &Variant<'_>, coverage: &Coverage) -> TokenStream {
    let name = variant.ident;
    match coverage {
        Coverage::Entry(number) => {
            let number = Literal::u16_unsuffixed(*number);
            quote!(Self::#name { .. } => CATALOG.entry(#number),)
        }
        Coverage::Rest => {
            let number = number_of_rest(variant);
            quote!(Self::#name(rest) => CATALOG.entry(#number),)
        }
        Coverage::Transparent(_) => {
            let (pattern, place) = held(variant);
            let held = Ident::new("held", place);
            let entry = quote_spanned!(place=> __private::CatalogError::entry(#held));
            quote!(#pattern => #entry,)
        }
        Coverage::Broken => quote!(Self::#name { .. } => __private::core::unreachable!(),),
    }
}

/// The body of a variant: its fields as slots of the shape and parameters of the message.
fn written(variant: &Variant<'_>, coverage: &Coverage, expansion: &Expansion<'_>) -> TokenStream {
    let krate = &expansion.item.krate;
    let name = variant.ident;
    match coverage {
        Coverage::Entry(number) => {
            let filled = filled(variant, expansion.catalog);
            let patterns = filled.iter().map(|filled| {
                let (ident, binding) = (&filled.field.field.ident, &filled.binding);
                quote!(#ident: #binding)
            });
            let setters = filled.iter().map(|filled| filled.set(krate));
            let number = Literal::u16_unsuffixed(*number);
            quote! {
                Self::#name { #(#patterns,)* .. } => {
                    #[allow(unused_mut)]
                    let mut body = __private::Body::new(CATALOG.entry(#number));
                    #(#setters)*
                    __private::Written { body, prefixes: PREFIXES }
                }
            }
        }
        Coverage::Rest => {
            let number = number_of_rest(variant);
            quote! {
                Self::#name(rest) => __private::Written {
                    body: __private::Body::new(CATALOG.entry(#number)),
                    prefixes: PREFIXES,
                },
            }
        }
        Coverage::Transparent(shape) => {
            let (pattern, place) = held(variant);
            let held = Ident::new("held", place);
            let written = quote_spanned!(place=> __private::CatalogError::__written(#held));
            match shape {
                WrittenShape::Outer => {
                    quote!(#pattern => __private::held_in(#written, CATALOG, PREFIXES),)
                }
                WrittenShape::Inner => quote!(#pattern => #written,),
            }
        }
        Coverage::Broken => quote!(Self::#name { .. } => __private::core::unreachable!(),),
    }
}

/// The text for logs; `None` where it is the message.
fn log(
    variant: &Variant<'_>,
    coverage: &Coverage,
    arguments: Option<&Vec<usize>>,
) -> Option<TokenStream> {
    let name = variant.ident;
    if let Coverage::Transparent(_) = coverage {
        let (pattern, place) = held(variant);
        let held = Ident::new("held", place);
        let log = quote_spanned!(place=> __private::CatalogError::__write_log(#held, f));
        return Some(quote!(#pattern => #log,));
    }
    let (text, arguments) = (variant.log.as_ref()?, arguments?);
    let fields = || arguments.iter().map(|at| (*at, &variant.fields[*at]));
    let idents: Vec<_> = fields().map(|(_, field)| field.field.ident.as_ref()).collect();
    let bindings: Vec<_> = fields().map(|(at, _)| binding(at)).collect();
    // A type that cannot be formatted is reported at the field.
    let values = fields().map(|(at, field)| Ident::new(&binding(at).to_string(), at_type(field)));
    Some(quote! {
        Self::#name { #(#idents: #bindings,)* .. } => {
            __private::Some(__private::core::write!(f, #text, #(#idents = #values),*))
        }
    })
}

fn source(variant: &Variant<'_>, coverage: &Coverage, generics: &Generics) -> TokenStream {
    let name = variant.ident;
    if let Coverage::Transparent(_) = coverage {
        let (pattern, place) = held(variant);
        let held = Ident::new("held", place);
        let source = quote_spanned!(place=> __private::CatalogError::__source(#held));
        return quote!(#pattern => #source,);
    }
    let Some((at, field)) = variant.cause() else {
        return quote!(Self::#name { .. } => __private::None,);
    };
    let member = member(at, field);
    let place = at_type(field);
    let cause = Ident::new("cause", place);
    let as_source = if is_parameter(field.option().unwrap_or(&field.field.ty), generics) {
        // The compiler looks for what derefs to an error among the bounds, and says nothing of the trait.
        quote_spanned!(place=> __private::AsSource::as_source(#cause))
    } else {
        quote_spanned!(place=> (*#cause).find_source())
    };
    let source = if field.option().is_some() {
        quote! {
            match cause {
                __private::Some(cause) => __private::Some(#as_source),
                __private::None => __private::None,
            }
        }
    } else {
        quote!(__private::Some(#as_source))
    };
    quote!(Self::#name { #member: cause, .. } => {
        #[allow(unused_imports)]
        use __private::cause::FindSource as _;
        #source
    })
}

fn is_parameter(ty: &Type, generics: &Generics) -> bool {
    matches!(ty, Type::Path(path) if generics.type_params().any(|p| path.path.is_ident(&p.ident)))
}
