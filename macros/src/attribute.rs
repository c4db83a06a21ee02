//! `#[catalog(…)]` on the enum and on its variants.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitStr, Path, Token};

use crate::errors::Errors;

const ON_ENUM: &str = "`#[catalog(\"file.toml\")]` on the enum takes `codes = Name` and `crate = path` behind the file";
const ON_VARIANT: &str = "`#[catalog(…)]` on a variant takes `code = \"…\"` or `rest`";

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
}

enum EnumArgument {
    Path(LitStr),
    Codes(Ident, Ident),
    Crate(Ident, Path),
}

impl Parse for EnumArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return Ok(Self::Path(input.parse()?));
        }
        let key = input.call(Ident::parse_any).map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected the path of a catalog in quotes, `\"errors.toml\"`",
            )
        })?;
        if key == "codes" {
            input.parse::<Token![=]>()?;
            Ok(Self::Codes(key, input.parse()?))
        } else if key == "crate" {
            input.parse::<Token![=]>()?;
            Ok(Self::Crate(key, input.call(Path::parse_mod_style)?))
        } else {
            Err(syn::Error::new(key.span(), format!("unknown key `{key}`: {ON_ENUM}")))
        }
    }
}

impl Parse for OnVariant {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input
            .call(Ident::parse_any)
            .map_err(|error| syn::Error::new(error.span(), ON_VARIANT))?;
        if key == "code" {
            input.parse::<Token![=]>()?;
            Ok(Self::Code(input.parse()?))
        } else if key == "rest" {
            Ok(Self::Rest(key))
        } else {
            Err(syn::Error::new(key.span(), format!("unknown key `{key}`: {ON_VARIANT}")))
        }
    }
}

/// The arguments of every `#[catalog(…)]` among some attributes.
fn arguments<T: Parse>(attributes: &[Attribute], errors: &mut Errors) -> Vec<T> {
    let list = Punctuated::<T, Token![,]>::parse_terminated;
    let ours = attributes.iter().filter(|attribute| attribute.path().is_ident("catalog"));
    ours.filter_map(|attribute| errors.ok(attribute.parse_args_with(list))).flatten().collect()
}

/// Reads the enum's attribute; `None` where no file is named, which is reported.
pub(crate) fn on_enum(
    attributes: &[Attribute],
    ident: &Ident,
    errors: &mut Errors,
) -> Option<OnEnum> {
    let (mut path, mut codes, mut krate) = (None, None, None);
    let broken = errors.count();
    for argument in arguments(attributes, errors) {
        match argument {
            EnumArgument::Path(literal) => {
                once(&mut path, "the catalog", literal.span(), literal, errors);
            }
            EnumArgument::Codes(key, name) => once(&mut codes, "`codes`", key.span(), name, errors),
            EnumArgument::Crate(key, path) => once(&mut krate, "`crate`", key.span(), path, errors),
        }
    }
    if path.is_none() && errors.count() == broken {
        errors.at(
            ident,
            format!("`{ident}` names no catalog: add `#[catalog(\"errors.toml\")]`, the path relative to the folder of Cargo.toml"),
        );
    }
    Some(OnEnum { path: path?, codes, krate })
}

/// Reads a variant's attribute; `None` where there is none.
pub(crate) fn on_variant(attributes: &[Attribute], errors: &mut Errors) -> Option<OnVariant> {
    let mut found = None;
    for argument in arguments(attributes, errors) {
        let span = match &argument {
            OnVariant::Code(code) => code.span(),
            OnVariant::Rest(key) => key.span(),
        };
        once(&mut found, "the variant’s code", span, argument, errors);
    }
    found
}

/// Sets what has not been set yet.
fn once<T>(place: &mut Option<T>, what: &str, span: Span, value: T, errors: &mut Errors) {
    if place.is_some() {
        errors.add(syn::Error::new(span, format!("{what} is given twice; leave one out")));
    } else {
        *place = Some(value);
    }
}
