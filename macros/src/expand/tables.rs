//! The static tables.

use api_error_catalog_model::{Catalog, Code, Filling, Retry, Shape, Slot, Status, registered};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::lookup::lookup;
use super::shape;
use super::texts::TextTable;

pub(super) fn tables(catalog: &Catalog) -> TokenStream {
    let mut texts = TextTable::new(catalog.locales.len());
    let title = number(texts.localized_or_none(catalog.title.as_ref()));
    let codes: Vec<_> = catalog.codes.iter().map(|code| code_row(code, &mut texts)).collect();
    let names = names(catalog, &mut texts);
    let types = types(catalog, &mut texts);
    let statuses: Vec<_> = catalog.statuses.iter().map(|row| status_row(row, &mut texts)).collect();
    let texts = texts.into_tokens();
    let shape = shape::shape(&catalog.shape);
    let docs = option(catalog.docs.as_ref());
    let reasons = reasons(&catalog.shape);
    let version = option(catalog.version.as_ref());
    let Catalog { name, locales, .. } = catalog;
    quote! {
        static CATALOG: __private::Catalog = __private::Catalog::new(__private::Tables {
            name: #name,
            title: #title,
            docs: #docs,
            version: #version,
            locales: &[#(#locales),*],
            texts: #texts,
            codes: &[#(#codes),*],
            names: #names,
            types: #types,
            statuses: &[#(#statuses),*],
            shape: #shape,
            reasons: &[#(#reasons),*],
        });
    }
}

fn code_row(code: &Code, texts: &mut TextTable) -> TokenStream {
    let name = number(texts.plain(&code.code));
    let variant = number(texts.plain(&code.variant));
    let title = number(texts.localized(&code.title));
    let message = number(texts.localized(&code.message));
    let description = number(texts.localized(&code.description));
    let action = number(texts.localized_or_none(code.action.as_ref()));
    let reason = number(texts.plain_or_none(code.reason));
    let docs = number(texts.plain_or_none(code.docs.as_deref()));
    let type_uri = number(texts.plain_or_none(code.type_uri.as_deref()));
    let assumed = number(texts.plain(&code.assumed.join(" ")));
    let status = Literal::u16_unsuffixed(code.status);
    let parent = code_number(code.parent);
    let retry = retry(code.retry);
    let Code { is_sent, retired, .. } = code;
    let is_template = code.message.iter().any(|text| text.contains(['{', '}']));
    quote! {
        __private::CodeRow {
            code: #name, variant: #variant, title: #title, message: #message,
            description: #description, action: #action, reason: #reason, docs: #docs,
            type_uri: #type_uri, assumed: #assumed, status: #status, parent: #parent,
            retry: #retry, is_sent: #is_sent, retired: #retired, is_template: #is_template,
        }
    }
}

fn names(catalog: &Catalog, texts: &mut TextTable) -> TokenStream {
    let names = (0..).zip(&catalog.codes).flat_map(|(at, code)| {
        std::iter::once(&code.code).chain(&code.aliases).map(move |name| (name.as_str(), at))
    });
    lookup(&names.collect::<Vec<_>>(), texts)
}

fn types(catalog: &Catalog, texts: &mut TextTable) -> TokenStream {
    let types = (0..).zip(&catalog.codes);
    let types = types.filter_map(|(at, code)| Some((code.type_uri.as_deref()?, at)));
    lookup(&types.collect::<Vec<_>>(), texts)
}

fn status_row(row: &Status, texts: &mut TextTable) -> TokenStream {
    let title = number(texts.localized(&row.title));
    let description = number(texts.localized_or_none(row.description.as_ref()));
    let action = number(texts.localized_or_none(row.action.as_ref()));
    let reason = number(texts.plain_or_none(row.reason));
    let docs = number(texts.plain_or_none(row.docs.as_deref()));
    let assumed = number(texts.plain(&row.assumed.join(" ")));
    let headers = number(texts.plain(&row.headers.join(" ")));
    let status = Literal::u16_unsuffixed(row.status);
    let code = code_number(row.code);
    let retry = retry(row.retry);
    quote! {
        __private::StatusRow {
            title: #title, description: #description, action: #action, reason: #reason,
            docs: #docs, headers: #headers, assumed: #assumed, status: #status, code: #code,
            retry: #retry,
        }
    }
}

/// All reason phrases, where the shape has a slot for one: a caller may set any status. The title of
/// a problem without a type is one too.
fn reasons(shape: &Shape) -> Vec<TokenStream> {
    let needs = |slot: &Slot| matches!(slot.filling, Filling::Reason | Filling::Type);
    if !shape.slots.iter().any(needs) {
        return Vec::new();
    }
    let row = |(status, reason): &(u16, &str)| {
        let status = Literal::u16_unsuffixed(*status);
        quote!((#status, #reason))
    };
    registered().iter().map(row).collect()
}

fn number(id: u32) -> Literal {
    Literal::u32_unsuffixed(id)
}

fn code_number(code: Option<usize>) -> TokenStream {
    match code.and_then(|code| u16::try_from(code).ok()) {
        None => quote!(__private::NO_CODE),
        Some(code) => {
            let code = Literal::u16_unsuffixed(code);
            quote!(#code)
        }
    }
}

/// 0 for nothing, else 1 + the place in the runtime's list, which has the same order.
fn retry(retry: Option<Retry>) -> Literal {
    let place = |retry| Retry::ALL.iter().position(|(_, known)| *known == retry);
    let number = retry.and_then(place).map_or(0, |place| place + 1);
    Literal::usize_unsuffixed(number)
}

pub(super) fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(__private::Some(#text)),
        None => quote!(__private::None),
    }
}
