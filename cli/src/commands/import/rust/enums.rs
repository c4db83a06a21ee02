//! The error enums of a file, as far as thiserror's attributes tell.

use std::rc::Rc;

use heck::ToSnakeCase as _;
use syn::spanned::Spanned as _;
use syn::{Attribute, Fields, Item, ItemEnum, Type};

use super::message::{self, Message};
use super::uses::Use;
use crate::commands::import::imported::Place;
use crate::commands::import::placeholders::usable_name;

/// An enum that is an error.
#[derive(Debug)]
pub(super) struct ErrorEnum {
    pub(super) file: Rc<str>,
    pub(super) name: String,
    /// `pub enum ApiError<T>`, as it is written.
    pub(super) head: String,
    /// The traits that it derives besides those of errors.
    pub(super) derives: Vec<String>,
    /// Those that stay, documentation included.
    pub(super) attributes: Vec<String>,
    pub(super) variants: Vec<ErrorVariant>,
    /// Where variants are mapped to statuses or codes.
    pub(super) mappings: Vec<Place>,
}

#[derive(Debug)]
pub(super) struct ErrorVariant {
    pub(super) name: String,
    pub(super) place: Place,
    /// Those that stay, documentation included.
    pub(super) attributes: Vec<String>,
    pub(super) message: Message,
    pub(super) fields: Vec<ErrorField>,
    pub(super) status: Option<u16>,
    pub(super) code: Option<String>,
    /// The name of the entry that it stands for; `None` where it is an error of another enum, or before that
    /// is known.
    pub(super) entry: Option<String>,
}

/// A field, which has a name in any case: that of a tuple's is made of its type.
#[derive(Debug)]
pub(super) struct ErrorField {
    pub(super) name: String,
    /// The name as it is written; `None` in a tuple.
    pub(super) written: Option<String>,
    /// The type, as it is written.
    pub(super) type_text: String,
    /// The last name in the path of the type, where it is a path: `CacheError`.
    pub(super) type_name: Option<String>,
    pub(super) cause: Option<Cause>,
    /// Those that stay.
    pub(super) attributes: Vec<String>,
    /// Whether a message shows it by `Debug`.
    pub(super) is_debug: bool,
}

/// What says that a field is the cause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    Source,
    From,
}

impl ErrorVariant {
    pub(super) fn is_transparent(&self) -> bool {
        matches!(self.message, Message::Transparent)
    }

    pub(super) fn field(&self, name: &str) -> Option<&ErrorField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// Those enums that thiserror derives the error of.
pub(super) fn find(file: &Rc<str>, items: &[Item], uses: &[Use], found: &mut Vec<ErrorEnum>) {
    for item in items {
        match item {
            Item::Enum(item) => found.extend(error_enum(file, item, uses)),
            Item::Mod(module) => {
                let items = module.content.iter().flat_map(|(_, items)| items);
                find(file, &items.cloned().collect::<Vec<_>>(), uses, found);
            }
            _ => {}
        }
    }
}

/// Whether a derive is thiserror's, by whatever name.
fn is_derive_of_error(derive: &str, uses: &[Use]) -> bool {
    let is_renamed = |one: &Use| one.name == derive && one.path.starts_with("thiserror::Error as ");
    matches!(derive, "Error" | "thiserror::Error") || uses.iter().any(is_renamed)
}

fn derives(attributes: &[Attribute]) -> Vec<String> {
    let mut derives = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("derive")) {
        // What is no path, the compiler does not take either.
        let _ = attribute.parse_nested_meta(|meta| {
            let segments = meta.path.segments.iter().map(|segment| segment.ident.to_string());
            derives.push(segments.collect::<Vec<_>>().join("::"));
            Ok(())
        });
    }
    derives
}

fn error_enum(file: &Rc<str>, item: &ItemEnum, uses: &[Use]) -> Option<ErrorEnum> {
    let (of_errors, derives): (Vec<_>, Vec<_>) =
        derives(&item.attrs).into_iter().partition(|derive| is_derive_of_error(derive, uses));
    if of_errors.is_empty() {
        return None;
    }
    let visibility = source(&item.vis);
    let generics = source(&item.generics);
    let bounds = item.generics.where_clause.as_ref().map(|bounds| format!(" {}", source(bounds)));
    let bounds = bounds.unwrap_or_default();
    let head = format!("{visibility} enum {}{generics}{bounds}", item.ident);
    Some(ErrorEnum {
        file: Rc::clone(file),
        name: item.ident.to_string(),
        head: head.trim_start().to_owned(),
        derives,
        attributes: attributes(&item.attrs, &["derive", "error"]),
        variants: item.variants.iter().map(|variant| error_variant(file, variant)).collect(),
        mappings: Vec::new(),
    })
}

fn error_variant(file: &Rc<str>, variant: &syn::Variant) -> ErrorVariant {
    let mut fields = fields(&variant.fields);
    let message = message::read(&variant.attrs, &mut fields);
    if let (Message::Transparent, [field]) = (&message, &mut fields[..]) {
        field.cause = field.cause.or(Some(Cause::Source));
    }
    ErrorVariant {
        name: variant.ident.to_string(),
        place: Place::new(file, variant.ident.span().start().line),
        attributes: attributes(&variant.attrs, &["error"]),
        message,
        fields,
        status: None,
        code: None,
        entry: None,
    }
}

fn fields(fields: &Fields) -> Vec<ErrorField> {
    let mut named: Vec<ErrorField> = Vec::new();
    for field in fields {
        let has = |name: &str| field.attrs.iter().any(|attribute| attribute.path().is_ident(name));
        let is_named_source = field.ident.as_ref().is_some_and(|name| name == "source");
        let cause = match () {
            () if has("from") => Some(Cause::From),
            () if has("source") || is_named_source => Some(Cause::Source),
            () => None,
        };
        let name = match &field.ident {
            Some(name) => name.to_string(),
            None if cause.is_some() => distinct("cause", &named),
            None => distinct(&name_of_type(&field.ty), &named),
        };
        named.push(ErrorField {
            name,
            written: field.ident.as_ref().map(ToString::to_string),
            type_text: source(&field.ty),
            type_name: type_name(&field.ty),
            cause,
            attributes: attributes(&field.attrs, &["from", "source", "backtrace"]),
            is_debug: false,
        });
    }
    named
}

/// A name that no other field has.
fn distinct(name: &str, others: &[ErrorField]) -> String {
    let numbered = (2..).map(|number| format!("{name}{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    let is_free = |name: &String| others.iter().all(|field| field.name != *name);
    names.find(is_free).expect("there are more numbers than fields")
}

/// What a field is called that has no name: as its type, `OrderId` is `order_id`; what may be anything is
/// `value`.
fn name_of_type(field: &Type) -> String {
    const ANYTHING: [&str; 8] = ["String", "Box", "Cow", "Option", "Vec", "Arc", "Rc", "Value"];
    let name = type_name(field).filter(|name| !ANYTHING.contains(&&**name));
    // Primitive types begin with a small letter.
    let name = name.filter(|name| name.starts_with(char::is_uppercase));
    name.map_or_else(|| "value".to_owned(), |name| usable_name(&name.to_snake_case()))
}

fn type_name(field: &Type) -> Option<String> {
    match field {
        Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// The attributes as they are written, documentation included, without those of some names.
fn attributes(all: &[Attribute], without: &[&str]) -> Vec<String> {
    let stays =
        |attribute: &&Attribute| !without.iter().any(|name| attribute.path().is_ident(name));
    all.iter().filter(stays).map(source).collect()
}

/// A part of the file as it is written.
pub(super) fn source(part: &impl quote::ToTokens) -> String {
    part.span().source_text().unwrap_or_else(|| part.to_token_stream().to_string())
}
