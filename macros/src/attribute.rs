//! `#[catalog(…)]` on the enum and on its variants.

use api_error_catalog_model::nearest;
use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Meta, Path, Token};

use crate::errors::Errors;

const QUOTED: &str = "the path of the catalog goes in quotes: `#[catalog(\"errors.toml\")]`";

/// What stands on the enum.
pub(crate) struct OnEnum {
    pub(crate) path: LitStr,
    pub(crate) codes: Option<Ident>,
    pub(crate) krate: Option<Path>,
}

/// What stands on a variant.
pub(crate) enum OnVariant {
    /// `code = "…"`
    Code(LitStr),
    /// `rest`
    Rest(Ident),
    /// Something else, which has been reported.
    Broken,
}

enum EnumArgument {
    Path(LitStr),
    Codes(Ident, Ident),
    Crate(Ident, Path),
}

/// One of the arguments in `#[catalog(…)]`.
trait Argument: Parse {
    /// How the attribute is written at this place.
    const USAGE: &str;
}

impl Argument for EnumArgument {
    const USAGE: &str =
        "`#[catalog(\"errors.toml\")]`, with `codes = Name` and `crate = path` behind the file";
}

impl Argument for OnVariant {
    const USAGE: &str = "`#[catalog(code = \"…\")]` or `#[catalog(rest)]`";
}

impl Parse for EnumArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self::Path(input.parse()?));
        }
        let key =
            input.call(Ident::parse_any).map_err(|error| syn::Error::new(error.span(), QUOTED))?;
        if key == "codes" {
            let takes = "`codes` takes a name without quotes: `codes = ErrorCode`";
            let name = value(&key, input, Ident::parse, takes)?;
            Ok(Self::Codes(key, name))
        } else if key == "crate" {
            let takes = "`crate` takes a path without quotes: `crate = my_api::errors`";
            let path = value(&key, input, Path::parse_mod_style, takes)?;
            Ok(Self::Crate(key, path))
        } else if input.peek(Token![=]) {
            Err(unknown(&key, &["codes", "crate"], Self::USAGE))
        } else {
            Err(syn::Error::new(key.span(), QUOTED))
        }
    }
}

impl Parse for OnVariant {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any).map_err(|error| {
            let message = format!("on a variant, write {}", Self::USAGE);
            syn::Error::new(error.span(), message)
        })?;
        if key == "code" {
            let takes = "`code` takes a code in quotes: `code = \"not-found\"`";
            value(&key, input, <LitStr as Parse>::parse, takes).map(Self::Code)
        } else if key == "rest" {
            if input.peek(Token![=]) {
                return Err(syn::Error::new(key.span(), "`rest` stands alone: `#[catalog(rest)]`"));
            }
            Ok(Self::Rest(key))
        } else {
            Err(unknown(&key, &["code", "rest"], Self::USAGE))
        }
    }
}

/// What stands behind a key and its `=`.
fn value<T>(
    key: &Ident,
    input: ParseStream<'_>,
    parse: fn(ParseStream<'_>) -> syn::Result<T>,
    takes: &str,
) -> syn::Result<T> {
    let wrong = || {
        let place = if input.is_empty() { key.span() } else { input.span() };
        syn::Error::new(place, takes)
    };
    if input.parse::<Token![=]>().is_err() {
        return Err(wrong());
    }
    let wrong_value = wrong();
    let value = parse(input).map_err(|_| wrong_value)?;
    if input.is_empty() || input.peek(Token![,]) { Ok(value) } else { Err(wrong()) }
}

fn unknown(key: &Ident, keys: &[&str], usage: &str) -> syn::Error {
    let help = match nearest(&key.to_string(), keys.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write {usage}"),
    };
    syn::Error::new(key.span(), format!("`#[catalog]` has no key `{key}` here; {help}"))
}

/// The arguments of every `#[catalog(…)]` among some attributes, without those that are wrong.
fn arguments<T: Argument>(attributes: &[Attribute], errors: &mut Errors) -> Vec<T> {
    let mut arguments = Vec::new();
    for attribute in ours(attributes) {
        let Meta::List(_) = &attribute.meta else {
            errors.at(attribute, format!("the arguments go in parentheses: {}", T::USAGE));
            continue;
        };
        let list = |input: ParseStream<'_>| {
            list(input, &mut arguments, errors);
            Ok(())
        };
        if let Err(error) = attribute.parse_args_with(list) {
            errors.add(error);
        }
    }
    arguments
}

fn ours(attributes: &[Attribute]) -> impl Iterator<Item = &Attribute> {
    attributes.iter().filter(|attribute| attribute.path().is_ident("catalog"))
}

/// Reads a list to its end, behind a mistake too.
fn list<T: Parse>(input: ParseStream<'_>, arguments: &mut Vec<T>, errors: &mut Errors) {
    while !input.is_empty() {
        if let Some(argument) = errors.ok(input.parse()) {
            arguments.push(argument);
            if !input.is_empty() && !input.peek(Token![,]) {
                errors.add(input.error("expected `,` before this"));
            }
        }
        pass_comma(input);
    }
}

/// Goes on behind the next comma.
fn pass_comma(input: ParseStream<'_>) {
    while let Ok(token) = input.parse::<TokenTree>() {
        if matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ',') {
            break;
        }
    }
}

/// Reads the enum's attribute; `None` where no file is named, which is reported.
pub(crate) fn on_enum(
    attributes: &[Attribute],
    ident: &Ident,
    errors: &mut Errors,
) -> Option<OnEnum> {
    let (mut path, mut codes, mut krate) = (None, None, None);
    let before = errors.count();
    for argument in arguments(attributes, errors) {
        match argument {
            EnumArgument::Path(literal) => {
                once(&mut path, "the catalog", literal.span(), literal, errors);
            }
            EnumArgument::Codes(key, name) => once(&mut codes, "`codes`", key.span(), name, errors),
            EnumArgument::Crate(key, path) => once(&mut krate, "`crate`", key.span(), path, errors),
        }
    }
    if path.is_none() && errors.count() == before {
        let message = format!(
            "`{ident}` names no catalog: write `#[catalog(\"errors.toml\")]`, the path relative to the folder of Cargo.toml"
        );
        match ours(attributes).next() {
            Some(attribute) => errors.at(attribute, message),
            None => errors.at(ident, message),
        }
    }
    Some(OnEnum { path: path?, codes, krate })
}

/// Reads a variant's attribute; `None` where there is none.
pub(crate) fn on_variant(attributes: &[Attribute], errors: &mut Errors) -> Option<OnVariant> {
    let first = ours(attributes).next()?;
    let mut found = None;
    let before = errors.count();
    for argument in arguments(attributes, errors) {
        let span = match &argument {
            OnVariant::Code(code) => code.span(),
            OnVariant::Rest(key) => key.span(),
            OnVariant::Broken => continue,
        };
        once(&mut found, "what the variant stands for", span, argument, errors);
    }
    if found.is_none() && errors.count() == before {
        errors.at(first, format!("on a variant, write {}", OnVariant::USAGE));
    }
    if errors.count() == before { found } else { Some(OnVariant::Broken) }
}

/// Sets what has not been set yet.
fn once<T>(place: &mut Option<T>, what: &str, span: Span, value: T, errors: &mut Errors) {
    if place.is_some() {
        errors.add(syn::Error::new(span, format!("{what} is given twice; leave one out")));
    } else {
        *place = Some(value);
    }
}
