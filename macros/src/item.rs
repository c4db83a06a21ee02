//! The annotated enum, as far as it can be understood without its catalog.

use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Generics, Ident, LitStr, Path, Type, Visibility};

use crate::attribute::{self, OnVariant};
use crate::errors::Errors;

/// An enum with `#[derive(ApiErrorCatalog)]`.
pub(crate) struct Item<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) vis: &'i Visibility,
    pub(crate) generics: &'i Generics,
    /// The catalog's path, as written.
    pub(crate) path: LitStr,
    /// The name of the code enum.
    pub(crate) codes: Ident,
    /// The name of the body type.
    pub(crate) body: Ident,
    /// The name of the enum of codes without a variant.
    pub(crate) rest: Ident,
    /// Where the runtime is.
    pub(crate) krate: Path,
    pub(crate) variants: Vec<Variant<'i>>,
}

/// Whether the enum of codes has a name of its own; reported where not.
fn names_another(codes: &Ident, ident: &Ident, errors: &mut Errors) -> bool {
    if codes == ident {
        errors.at(
            codes,
            format!("`codes` names the enum that is generated, and `{ident}` is this one; write another name, such as `codes = {ident}Code`"),
        );
    }
    codes != ident
}

/// A variant of the annotated enum.
pub(crate) struct Variant<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) kind: Kind,
    pub(crate) fields: Vec<Field<'i>>,
    pub(crate) is_tuple: bool,
}

/// Which code a variant stands for.
pub(crate) enum Kind {
    /// The one whose variant has the same name.
    SameName,
    /// The one that is named.
    Code(LitStr),
    /// Those that have no variant of their own.
    Rest,
    /// Its attribute does not say, which has been reported.
    Broken,
}

/// A field of a variant.
pub(crate) struct Field<'i> {
    /// Its name without `r#`; `None` in a tuple.
    pub(crate) name: Option<String>,
    pub(crate) field: &'i syn::Field,
    pub(crate) cause: Cause,
}

/// Whether a field is the cause of its error.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    No,
    Source,
    /// And a way to make the error.
    From,
}

impl<'i> Item<'i> {
    /// Reads the item; `None`, and errors, where nothing can be made of it.
    pub(crate) fn read(input: &'i DeriveInput, errors: &mut Errors) -> Option<Self> {
        let ident = &input.ident;
        let attribute = attribute::on_enum(&input.attrs, ident, errors);
        let variants = match &input.data {
            Data::Enum(data) => data.variants.iter().map(|v| Variant::read(v, errors)).collect(),
            _ => {
                errors.at(
                    ident,
                    format!(
                        "`{ident}` is no enum, and a catalog becomes one; write `enum {ident} {{}}`"
                    ),
                );
                return None;
            }
        };
        let attribute = attribute?;
        let codes = attribute.codes.filter(|codes| names_another(codes, ident, errors));
        let item = Self {
            ident,
            vis: &input.vis,
            generics: &input.generics,
            codes: codes.unwrap_or_else(|| format_ident!("{}Code", ident.unraw())),
            body: format_ident!("{}Body", ident.unraw()),
            rest: format_ident!("{}Rest", ident.unraw()),
            krate: attribute.krate.unwrap_or_else(|| syn::parse_quote!(::api_error_catalog)),
            path: attribute.path,
            variants,
        };
        if !item.is_error() && !item.generics.params.is_empty() {
            errors.at(
                item.generics,
                format!("`{ident}` has no variants, so it takes no parameters; leave them out"),
            );
        }
        Some(item)
    }

    /// Whether the enum is an error type, with variants of its own.
    pub(crate) fn is_error(&self) -> bool {
        !self.variants.is_empty()
    }
}

impl<'i> Variant<'i> {
    fn read(variant: &'i syn::Variant, errors: &mut Errors) -> Self {
        let kind = match attribute::on_variant(&variant.attrs, errors) {
            None => Kind::SameName,
            Some(OnVariant::Code(code)) => Kind::Code(code),
            Some(OnVariant::Rest(_)) => Kind::Rest,
            Some(OnVariant::Broken) => Kind::Broken,
        };
        let fields: Vec<_> =
            variant.fields.iter().map(|field| Field::read(field, errors)).collect();
        Self::check_causes(&fields, errors);
        let is_tuple = matches!(variant.fields, Fields::Unnamed(_));
        Self { ident: &variant.ident, kind, fields, is_tuple }
    }

    fn check_causes(fields: &[Field<'_>], errors: &mut Errors) {
        let mut causes = fields.iter().filter(|field| field.cause != Cause::No);
        let Some(first) = causes.next() else { return };
        let mut is_only = true;
        for second in causes {
            is_only = false;
            errors.at(second.mark(), "a variant has one cause; leave one of the two marks out");
        }
        if is_only && first.cause == Cause::From && fields.len() > 1 {
            errors.at(
                first.mark(),
                "`#[from]` makes the variant from this field alone, and there are others; write `#[source]`",
            );
        }
    }
}

impl<'i> Field<'i> {
    fn read(field: &'i syn::Field, errors: &mut Errors) -> Self {
        let marked =
            |name: &str| field.attrs.iter().find(|attribute| attribute.path().is_ident(name));
        for attribute in ["source", "from"].into_iter().filter_map(marked) {
            if attribute.meta.require_path_only().is_err() {
                let mark = attribute.path();
                errors.at(
                    attribute,
                    format!("`#[{0}]` takes no arguments; write `#[{0}]`", quote!(#mark)),
                );
            }
        }
        for attribute in field.attrs.iter().filter(|a: &&Attribute| a.path().is_ident("catalog")) {
            errors.at(
                attribute,
                "`#[catalog(…)]` belongs on the enum or on a variant, not on a field",
            );
        }
        let cause = match (marked("from"), marked("source")) {
            (Some(_), _) => Cause::From,
            (None, Some(_)) => Cause::Source,
            (None, None) => Cause::No,
        };
        Self { name: field.ident.as_ref().map(|ident| ident.unraw().to_string()), field, cause }
    }

    /// The attribute that makes it the cause.
    fn mark(&self) -> Option<&'i Attribute> {
        let marks = ["from", "source"];
        self.field.attrs.iter().find(|a| marks.iter().any(|mark| a.path().is_ident(mark)))
    }

    /// The last part of the type's path; `None` where it has none.
    pub(crate) fn type_name(&self) -> Option<&'i Ident> {
        let mut ty = &self.field.ty;
        // A type that a macro hands on.
        while let Type::Group(group) = ty {
            ty = &group.elem;
        }
        let Type::Path(path) = ty else { return None };
        path.path.segments.last().map(|segment| &segment.ident)
    }

    /// The type inside `Option<…>`, where the field is one.
    pub(crate) fn option(&self) -> Option<&'i Type> {
        let Type::Path(path) = &self.field.ty else { return None };
        let last = path.path.segments.last().filter(|segment| segment.ident == "Option")?;
        match &last.arguments {
            syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
                syn::GenericArgument::Type(inner) => Some(inner),
                _ => None,
            },
            _ => None,
        }
    }
}
