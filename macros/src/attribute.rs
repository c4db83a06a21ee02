//! `#[catalog(…)]` on the enum, on its variants and on their fields.

use api_error_catalog_model::nearest;
use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Meta, Path, Token};

use crate::errors::{Errors, with_help};

const QUOTED: &str = "the path of the catalog goes in quotes: `#[catalog(\"errors.toml\")]`";

/// What stands on the enum.
pub(crate) struct OnEnum {
    pub(crate) path: LitStr,
    pub(crate) codes: Option<Ident>,
    pub(crate) of: Option<Path>,
    pub(crate) krate: Option<Path>,
    /// Whether the enum has the impls of frameworks itself: `own_responses`.
    pub(crate) has_own_responses: bool,
    /// Whether something was wrong, which has been reported.
    pub(crate) is_broken: bool,
}

/// What stands on a variant.
pub(crate) struct OnVariant {
    pub(crate) meaning: Option<Meaning>,
    pub(crate) log: Option<LitStr>,
    /// Whether something was wrong, which has been reported.
    pub(crate) is_broken: bool,
}

/// What a variant stands for, by its attribute.
pub(crate) enum Meaning {
    /// `code = "…"`
    Code(LitStr),
    /// `rest`
    Rest,
    /// `transparent`
    Transparent(WrittenShape),
}

/// Whose shape a transparent variant is written in.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrittenShape {
    /// That of the enum.
    Outer,
    /// `shape = "inner"`: that of the error it holds.
    Inner,
}

/// What stands on a field.
#[derive(Default)]
pub(crate) struct OnField {
    /// The argument, and its key.
    pub(crate) argument: Option<(Ident, FieldArgument)>,
    /// Whether something was wrong, which has been reported.
    pub(crate) is_broken: bool,
}

enum EnumArgument {
    Path(LitStr),
    Codes(Ident, Ident),
    Of(Ident, Path),
    Crate(Ident, Path),
    OwnResponses(Ident),
}

enum VariantArgument {
    Code(Ident, LitStr),
    Rest(Ident),
    Transparent(Ident),
    Shape(Ident, WrittenShape),
    Log(Ident, LitStr),
}

/// An argument on a field.
pub(crate) enum FieldArgument {
    /// `private`: for logs.
    Private,
    /// `display = "debug"`
    Debug,
    /// `display = path`: a function that gives something that is `Display`.
    With(Path),
    /// `json`: by `Serialize`.
    Json,
}

/// An argument on a field, and its key.
struct KeyedFieldArgument(Ident, FieldArgument);

/// One of the arguments in `#[catalog(…)]`.
trait Argument: Parse {
    /// Where the attribute stands.
    const PLACE: &str;
    /// The keys that it has there.
    const KEYS: &[&str];
    /// How it is written there.
    const USAGE: &str;
}

impl Argument for EnumArgument {
    const PLACE: &str = "the enum";
    const KEYS: &[&str] = &["codes", "of", "crate", "own_responses"];
    const USAGE: &str = "`#[catalog(\"errors.toml\")]`, with `codes = Name`, `of = path`, `crate = path` and `own_responses` behind the file";
}

impl Argument for VariantArgument {
    const PLACE: &str = "a variant";
    const KEYS: &[&str] = &["code", "rest", "transparent", "shape", "log"];
    const USAGE: &str = "`#[catalog(code = \"…\")]`, `#[catalog(transparent)]` or `#[catalog(rest)]`, and `log = \"…\"`";
}

impl Argument for KeyedFieldArgument {
    const PLACE: &str = "a field";
    const KEYS: &[&str] = &["private", "display", "json"];
    const USAGE: &str =
        "`#[catalog(private)]`, `#[catalog(display = \"debug\")]` or `#[catalog(json)]`";
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
        } else if key == "of" {
            let takes = "`of` takes the path of an enum of codes without quotes: `of = crate::ApiErrorCode`";
            let path = value(&key, input, Path::parse_mod_style, takes)?;
            Ok(Self::Of(key, path))
        } else if key == "crate" {
            let takes = "`crate` takes a path without quotes: `crate = my_api::errors`";
            let path = value(&key, input, Path::parse_mod_style, takes)?;
            Ok(Self::Crate(key, path))
        } else if key == "own_responses" {
            let usage = "`#[catalog(\"errors.toml\", own_responses)]`";
            alone(&key, input, usage).map(|()| Self::OwnResponses(key))
        } else if input.peek(Token![=]) {
            Err(unknown::<Self>(&key))
        } else {
            Err(syn::Error::new(key.span(), QUOTED))
        }
    }
}

impl Parse for VariantArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any).map_err(|error| {
            let message = format!("on a variant, write {}", Self::USAGE);
            syn::Error::new(error.span(), message)
        })?;
        match key.to_string().as_str() {
            "code" => {
                let takes = "`code` takes a code in quotes: `code = \"not-found\"`";
                let code = value(&key, input, <LitStr as Parse>::parse, takes)?;
                Ok(Self::Code(key, code))
            }
            "rest" => alone(&key, input, "`#[catalog(rest)]`").map(|()| Self::Rest(key)),
            "transparent" => {
                let usage =
                    "`#[catalog(transparent)]`, or `#[catalog(transparent, shape = \"inner\")]`";
                alone(&key, input, usage).map(|()| Self::Transparent(key))
            }
            "shape" => {
                let takes = "`shape` takes `\"inner\"`: the variant is written in the shape of the error that it holds; without it, in that of this enum";
                let shape = value(&key, input, <LitStr as Parse>::parse, takes)?;
                match shape.value().as_str() {
                    "inner" => Ok(Self::Shape(key, WrittenShape::Inner)),
                    _ => Err(syn::Error::new(shape.span(), takes)),
                }
            }
            "log" => {
                let takes = "`log` takes a text in quotes, with names of fields in braces: `log = \"loading order {order_id}\"`";
                let text = value(&key, input, <LitStr as Parse>::parse, takes)?;
                Ok(Self::Log(key, text))
            }
            _ => Err(unknown::<Self>(&key)),
        }
    }
}

impl Parse for KeyedFieldArgument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any).map_err(|error| {
            let message = format!("on a field, write {}", Self::USAGE);
            syn::Error::new(error.span(), message)
        })?;
        let argument = match key.to_string().as_str() {
            "private" => {
                alone(&key, input, "`#[catalog(private)]`").map(|()| FieldArgument::Private)
            }
            "json" => alone(&key, input, "`#[catalog(json)]`").map(|()| FieldArgument::Json),
            "display" => display(&key, input),
            _ => Err(unknown::<Self>(&key)),
        };
        argument.map(|argument| Self(key, argument))
    }
}

/// What stands behind `display`.
fn display(key: &Ident, input: ParseStream<'_>) -> syn::Result<FieldArgument> {
    let takes = "`display` takes `\"debug\"`, or the path of a function without quotes whose result is `Display`: `display = std::path::Path::display`";
    if !input.peek2(LitStr) {
        return value(key, input, Path::parse_mod_style, takes).map(FieldArgument::With);
    }
    let word = value(key, input, <LitStr as Parse>::parse, takes)?;
    match word.value().as_str() {
        "debug" => Ok(FieldArgument::Debug),
        _ => Err(syn::Error::new(word.span(), takes)),
    }
}

/// Nothing stands behind a key.
fn alone(key: &Ident, input: ParseStream<'_>, usage: &str) -> syn::Result<()> {
    if input.is_empty() || input.peek(Token![,]) {
        return Ok(());
    }
    Err(syn::Error::new(key.span(), format!("`{key}` stands alone: {usage}")))
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

fn unknown<T: Argument>(key: &Ident) -> syn::Error {
    let name = key.to_string();
    let help = match (nearest(&name, T::KEYS.iter().copied()), place_of(&name)) {
        (Some(near), _) => format!("did you mean `{near}`?"),
        (None, Some(place)) => format!("it stands on {place}"),
        (None, None) => format!("write {}", T::USAGE),
    };
    syn::Error::new(key.span(), with_help(format!("`#[catalog]` has no key `{key}` here"), help))
}

/// Where the attribute has a key.
fn place_of(key: &str) -> Option<&'static str> {
    let on_enum = (EnumArgument::PLACE, EnumArgument::KEYS);
    let on_variant = (VariantArgument::PLACE, VariantArgument::KEYS);
    let on_field = (KeyedFieldArgument::PLACE, KeyedFieldArgument::KEYS);
    let places = [on_enum, on_variant, on_field];
    places.into_iter().find_map(|(place, keys)| keys.contains(&key).then_some(place))
}

/// The arguments of every `#[catalog(…)]` among some attributes, without those that are wrong.
fn arguments<T: Argument>(attributes: &[&Attribute], errors: &mut Errors) -> Vec<T> {
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

fn ours<'a>(attributes: &[&'a Attribute]) -> impl Iterator<Item = &'a Attribute> {
    let is_ours =
        |attribute: &&Attribute| attribute.path().is_ident("catalog") || is_of_variant(attribute);
    attributes.iter().copied().filter(is_ours)
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
    let attributes: &[_] = &attributes.iter().collect::<Vec<_>>();
    let (mut path, mut codes, mut of, mut krate) = (None, None, None, None);
    let mut own_responses = None;
    let before = errors.count();
    for argument in arguments(attributes, errors) {
        match argument {
            EnumArgument::Path(literal) => {
                once(&mut path, "the catalog", literal.span(), literal, errors);
            }
            EnumArgument::Codes(key, name) => once(&mut codes, "`codes`", key.span(), name, errors),
            EnumArgument::Of(key, path) => once(&mut of, "`of`", key.span(), path, errors),
            EnumArgument::Crate(key, path) => once(&mut krate, "`crate`", key.span(), path, errors),
            EnumArgument::OwnResponses(key) => {
                once(&mut own_responses, "`own_responses`", key.span(), (), errors);
            }
        }
    }
    if let (Some(codes), Some(of)) = (&codes, &of) {
        let of = of.segments.last().map_or_else(String::new, |last| last.ident.to_string());
        errors.at(
            codes,
            with_help(format!("`codes` names an enum that is generated, and `of` says that `{of}` is there already"), "leave one of the two out"),
        );
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
    let has_own_responses = own_responses.is_some();
    let is_broken = errors.count() > before;
    Some(OnEnum { path: path?, codes, of, krate, has_own_responses, is_broken })
}

/// Whether the mark of a cause says what the variant is: `#[from(code = "internal")]`.
pub(crate) fn is_of_variant(mark: &Attribute) -> bool {
    let Meta::List(list) = &mark.meta else { return false };
    let first = list.tokens.clone().into_iter().next();
    let is_key = |first: &Ident| VariantArgument::KEYS.iter().any(|key| first == key);
    ["from", "source"].iter().any(|name| mark.path().is_ident(name))
        && matches!(first, Some(TokenTree::Ident(first)) if is_key(&first))
}

/// Reads a variant's attributes.
pub(crate) fn on_variant(attributes: &[&Attribute], errors: &mut Errors) -> OnVariant {
    let (mut meaning, mut shape, mut log) = (None, None, None);
    let before = errors.count();
    let mut is_empty = true;
    for argument in arguments(attributes, errors) {
        is_empty = false;
        let (key, stands_for) = match argument {
            VariantArgument::Code(key, code) => (key, Meaning::Code(code)),
            VariantArgument::Rest(key) => (key, Meaning::Rest),
            VariantArgument::Transparent(key) => (key, Meaning::Transparent(WrittenShape::Outer)),
            VariantArgument::Shape(key, written) => {
                once(&mut shape, "`shape`", key.span(), (key, written), errors);
                continue;
            }
            VariantArgument::Log(key, text) => {
                once(&mut log, "`log`", key.span(), text, errors);
                continue;
            }
        };
        only(&mut meaning, key, stands_for, "what the variant stands for", errors);
    }
    if let Some(first) = ours(attributes).next().filter(|_| is_empty && errors.count() == before) {
        errors.at(first, format!("on a variant, write {}", VariantArgument::USAGE));
    }
    let mut meaning = meaning.map(|(_, meaning)| meaning);
    match (&mut meaning, shape) {
        (_, None) => {}
        (Some(Meaning::Transparent(written)), Some((_, shape))) => *written = shape,
        (_, Some((key, _))) => errors.at(
            key,
            "`shape` belongs to an error of another catalog: `#[catalog(transparent, shape = \"inner\")]`",
        ),
    }
    OnVariant { meaning, log, is_broken: errors.count() > before }
}

/// Reads a field's attributes.
pub(crate) fn on_field(attributes: &[Attribute], errors: &mut Errors) -> OnField {
    let is_ours = |attribute: &&Attribute| attribute.path().is_ident("catalog");
    let attributes: &[_] = &attributes.iter().filter(is_ours).collect::<Vec<_>>();
    let mut found = None;
    let before = errors.count();
    let Some(first) = attributes.first() else { return OnField::default() };
    for KeyedFieldArgument(key, argument) in arguments(attributes, errors) {
        only(&mut found, key, argument, "what becomes of the field", errors);
    }
    if found.is_none() && errors.count() == before {
        errors.at(first, format!("on a field, write {}", KeyedFieldArgument::USAGE));
    }
    OnField { argument: found, is_broken: errors.count() > before }
}

/// Sets what has not been set yet.
fn once<T>(place: &mut Option<T>, what: &str, span: Span, value: T, errors: &mut Errors) {
    if place.is_some() {
        errors.add(syn::Error::new(
            span,
            with_help(format!("{what} is given twice"), "leave one out"),
        ));
    } else {
        *place = Some(value);
    }
}

/// Sets what one of several keys says, and none has said yet.
fn only<T>(place: &mut Option<(Ident, T)>, key: Ident, value: T, what: &str, errors: &mut Errors) {
    match place {
        None => *place = Some((key, value)),
        Some((first, _)) if *first == key => {
            errors.at(&key, with_help(format!("`{key}` is given twice"), "leave one out"));
        }
        Some((first, _)) => errors.at(
            &key,
            with_help(format!("`{first}` and `{key}` both say {what}"), "leave one of the two out"),
        ),
    }
}
