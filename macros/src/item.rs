//! The annotated enum, as far as it can be understood without its catalog.

use std::collections::HashMap;

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{
    Attribute, Data, DeriveInput, Fields, Generics, Ident, LitStr, Path, Type, TypeParamBound,
    Visibility,
};

use crate::attribute::{self, FieldArgument, Meaning, OnVariant, WrittenShape};
use crate::errors::{Errors, with_help};
use crate::lints;

/// An enum with `#[derive(ApiErrorCatalog)]`.
pub(crate) struct Item<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) vis: &'i Visibility,
    pub(crate) generics: &'i Generics,
    /// The levels that it sets for the lint of its catalog's warnings.
    pub(crate) levels: Vec<TokenStream>,
    /// Whether it expects that lint, which sees nothing of them.
    pub(crate) expects_warnings: bool,
    /// For the items of the expansion that name what the enum names, which may be deprecated.
    pub(crate) lints: Option<TokenStream>,
    /// The catalog's path, as written.
    pub(crate) path: LitStr,
    /// The enum of the codes.
    pub(crate) codes: Codes,
    /// The name of the body type, where it is generated.
    pub(crate) body: Ident,
    /// The name of the enum of codes without a variant.
    pub(crate) rest: Ident,
    /// Where the runtime is, as the attribute has it.
    pub(crate) runtime: Path,
    /// The name that the expansion has for the runtime.
    pub(crate) krate: Ident,
    /// Whether the enum has the impls of frameworks itself.
    pub(crate) has_own_responses: bool,
    pub(crate) variants: Vec<Variant<'i>>,
    /// Whether something was wrong with its attribute, which has been reported.
    pub(crate) is_broken: bool,
}

/// The enum of the codes.
pub(crate) enum Codes {
    /// It is generated, with this name.
    Generated(Ident),
    /// Another enum of the same catalog has made it: `of = path`.
    Shared(Path),
}

impl ToTokens for Codes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::Generated(name) => name.to_tokens(tokens),
            Self::Shared(path) => path.to_tokens(tokens),
        }
    }
}

/// Whether the enum of codes has a name of its own; reported where not.
fn names_another(codes: &Ident, ident: &Ident, errors: &mut Errors) -> bool {
    if codes == ident {
        errors.at(
            codes,
            with_help(
                format!("`codes` names the enum that is generated, and `{ident}` is this one"),
                format!("write another name, such as `codes = {ident}Code`"),
            ),
        );
    }
    codes != ident
}

/// A variant of the annotated enum.
pub(crate) struct Variant<'i> {
    pub(crate) ident: &'i Ident,
    pub(crate) kind: Kind,
    /// `log = "…"`
    pub(crate) log: Option<LitStr>,
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
    /// Whatever the error that it holds stands for, which may be one of another catalog.
    Transparent(WrittenShape),
    /// Its attribute does not say, which has been reported.
    Broken,
}

/// A field of a variant.
pub(crate) struct Field<'i> {
    /// Its name without `r#`; `None` in a tuple.
    pub(crate) name: Option<String>,
    pub(crate) field: &'i syn::Field,
    pub(crate) role: Role,
}

/// What a field is for.
pub(crate) enum Role {
    /// It fills the parameter or the slot of its name.
    Value(Conversion),
    /// It is for logs.
    Private,
    /// It is the cause of the error.
    Source,
    /// The same, and a way to make the error.
    From,
    /// Its attribute does not say, which has been reported.
    Broken,
}

/// How a field becomes the value of a parameter or a slot.
pub(crate) enum Conversion {
    /// By the type of the parameter or the slot: text by `Display`, JSON by `Serialize`.
    ByType,
    /// As text, by `Debug`.
    Debug,
    /// As text, by a function that gives something that is `Display`.
    With(Path),
    /// As JSON, by `Serialize`.
    Json,
}

impl<'i> Item<'i> {
    /// Reads the item; `None`, and errors, where nothing can be made of it.
    pub(crate) fn read(input: &'i DeriveInput, errors: &mut Errors) -> Option<Self> {
        let ident = &input.ident;
        let attribute = attribute::on_enum(&input.attrs, ident, errors);
        let variants = match &input.data {
            Data::Enum(data) => Variant::read_all(data.variants.iter(), errors),
            _ => {
                errors.at(
                    ident,
                    with_help(
                        format!("`{ident}` is no enum, and a catalog becomes one"),
                        format!("write `enum {ident} {{}}`"),
                    ),
                );
                return None;
            }
        };
        let attribute = attribute?;
        let named = attribute.codes.filter(|codes| names_another(codes, ident, errors));
        let codes = match attribute.of {
            Some(path) => Codes::Shared(path),
            None => {
                Codes::Generated(named.unwrap_or_else(|| format_ident!("{}Code", ident.unraw())))
            }
        };
        let item = Self {
            ident,
            vis: &input.vis,
            generics: &input.generics,
            levels: lints::levels(&input.attrs),
            expects_warnings: lints::expects(&input.attrs),
            lints: lints::may_be_deprecated(input).then(|| quote!(#[allow(deprecated)])),
            codes,
            body: format_ident!("{}Body", ident.unraw()),
            rest: format_ident!("{}Rest", ident.unraw()),
            has_own_responses: attribute.has_own_responses,
            runtime: attribute.krate.unwrap_or_else(|| syn::parse_quote!(::api_error_catalog)),
            krate: format_ident!("__{}Runtime", ident.unraw(), span = Span::call_site()),
            path: attribute.path,
            variants,
            is_broken: attribute.is_broken,
        };
        if let (Codes::Shared(of), false) = (&item.codes, item.is_error()) {
            errors.at(
                of,
                with_help(
                    format!(
                        "`{ident}` has no variants, so there is nothing that `of` could be for"
                    ),
                    "add variants, or leave `of` out",
                ),
            );
        }
        if !item.is_error() && !item.generics.params.is_empty() {
            errors.at(
                item.generics,
                with_help(
                    format!("`{ident}` has no variants, so it takes no parameters"),
                    "leave them out",
                ),
            );
        }
        Some(item)
    }

    /// Whether the enum is an error type, with variants of its own.
    pub(crate) fn is_error(&self) -> bool {
        !self.variants.is_empty()
    }

    /// Whether another enum has made the codes.
    pub(crate) fn is_shared(&self) -> bool {
        matches!(self.codes, Codes::Shared(_))
    }

    /// Whether a variant holds an error that may be of another catalog.
    pub(crate) fn is_composed(&self) -> bool {
        self.variants.iter().any(|variant| matches!(variant.kind, Kind::Transparent(_)))
    }
}

impl<'i> Variant<'i> {
    fn read_all(
        variants: impl Iterator<Item = &'i syn::Variant>,
        errors: &mut Errors,
    ) -> Vec<Self> {
        let mut variants: Vec<_> = variants.map(|variant| Self::read(variant, errors)).collect();
        Self::check_conversions(&mut variants, errors);
        variants
    }

    fn read(variant: &'i syn::Variant, errors: &mut Errors) -> Self {
        let holds_one = matches!(&variant.fields, Fields::Unnamed(held) if held.unnamed.len() == 1);
        let marks = variant.fields.iter().filter(|_| holds_one).flat_map(|field| &field.attrs);
        let marks = marks.filter(|mark| attribute::is_of_variant(mark));
        let attributes: Vec<_> = variant.attrs.iter().chain(marks).collect();
        let OnVariant { meaning, log, is_broken } = attribute::on_variant(&attributes, errors);
        let kind = match meaning {
            _ if is_broken => Kind::Broken,
            None => Kind::SameName,
            Some(Meaning::Code(code)) => Kind::Code(code),
            Some(Meaning::Rest) => Kind::Rest,
            Some(Meaning::Transparent(shape)) => Kind::Transparent(shape),
        };
        let mut fields: Vec<_> =
            variant.fields.iter().map(|field| Field::read(field, holds_one, errors)).collect();
        // One that holds a single thing has no other fields, which is checked with the catalog.
        if !matches!(kind, Kind::Rest | Kind::Transparent(_)) {
            Self::check_causes(&fields, errors);
        }
        if fields.len() > 1 {
            fields.iter_mut().for_each(Field::make_nothing);
        }
        let is_tuple = matches!(variant.fields, Fields::Unnamed(_));
        Self { ident: &variant.ident, kind, log, fields, is_tuple }
    }

    fn check_causes(fields: &[Field<'_>], errors: &mut Errors) {
        let mut causes = fields.iter().filter(|field| field.is_cause());
        let Some(first) = causes.next() else { return };
        let mut is_only = true;
        for second in causes {
            is_only = false;
            errors.at(
                second.mark(),
                with_help("a variant has one cause", "leave one of the two marks out"),
            );
        }
        if is_only && matches!(first.role, Role::From) && fields.len() > 1 {
            errors.at(
                first.mark(),
                with_help(
                    "`#[from]` makes the variant from this field alone, and there are others",
                    "write `#[source]`",
                ),
            );
        }
    }

    /// `?` makes one variant of a type. The same type by another name is for the compiler to report.
    fn check_conversions(variants: &mut [Self], errors: &mut Errors) {
        let mut made = HashMap::new();
        for Self { ident, kind, fields, .. } in variants {
            let Some(field) = fields.iter_mut().find(|field| matches!(field.role, Role::From))
            else {
                continue;
            };
            let ty = field.field.ty.to_token_stream().to_string();
            let Some(first) = made.insert(ty, *ident) else { continue };
            let (help, role) = match kind {
                Kind::Transparent(_) => ("leave it out", Role::Value(Conversion::ByType)),
                _ => ("write `#[source]`", Role::Source),
            };
            errors.at(
                field.mark(),
                with_help(
                    format!("`#[from]` makes `{first}` of this type already"),
                    format!("{help} on one of the two"),
                ),
            );
            field.role = role;
        }
    }

    /// The field that is the cause, and its index.
    pub(crate) fn cause(&self) -> Option<(usize, &Field<'i>)> {
        self.fields.iter().enumerate().find(|(_, field)| field.is_cause())
    }
}

impl<'i> Field<'i> {
    /// The only one of its variant may say in the mark of a cause what the variant is.
    fn read(field: &'i syn::Field, is_only: bool, errors: &mut Errors) -> Self {
        let marked =
            |name: &str| field.attrs.iter().find(|attribute| attribute.path().is_ident(name));
        for attribute in ["source", "from"].into_iter().filter_map(marked) {
            let is_of_variant = is_only && attribute::is_of_variant(attribute);
            if !is_of_variant && attribute.meta.require_path_only().is_err() {
                let mark = attribute.path();
                errors.at(
                    attribute,
                    with_help(
                        format!("`#[{0}]` takes no arguments", quote!(#mark)),
                        format!("write `#[{0}]`", quote!(#mark)),
                    ),
                );
            }
        }
        let on_field = attribute::on_field(&field.attrs, errors);
        let mark = marked("from").or_else(|| marked("source"));
        let role = match (mark, on_field.argument) {
            _ if on_field.is_broken => Role::Broken,
            (Some(_), Some((key, _))) => {
                errors.at(
                    &key,
                    with_help(
                        "a cause is for logs already, and fills nothing",
                        "leave `#[catalog(…)]` out",
                    ),
                );
                Role::Broken
            }
            (Some(mark), None) if mark.path().is_ident("from") => Role::From,
            (Some(_), None) => Role::Source,
            (None, Some((_, FieldArgument::Private))) => Role::Private,
            (None, Some((_, FieldArgument::Debug))) => Role::Value(Conversion::Debug),
            (None, Some((_, FieldArgument::With(path)))) => Role::Value(Conversion::With(path)),
            (None, Some((_, FieldArgument::Json))) => Role::Value(Conversion::Json),
            (None, None) => Role::Value(Conversion::ByType),
        };
        Self { name: field.ident.as_ref().map(|ident| ident.unraw().to_string()), field, role }
    }

    /// Nothing is made from it alone.
    fn make_nothing(&mut self) {
        if matches!(self.role, Role::From) {
            self.role = Role::Source;
        }
    }

    /// Whether it is the cause of the error.
    pub(crate) fn is_cause(&self) -> bool {
        matches!(self.role, Role::Source | Role::From)
    }

    /// How it becomes a value; `None` where it fills nothing.
    pub(crate) fn conversion(&self) -> Option<&Conversion> {
        match &self.role {
            Role::Value(conversion) => Some(conversion),
            _ => None,
        }
    }

    /// The attribute that makes it the cause.
    fn mark(&self) -> Option<&'i Attribute> {
        let marks = ["from", "source"];
        self.field.attrs.iter().find(|a| marks.iter().any(|mark| a.path().is_ident(mark)))
    }

    /// The first attribute that says what the field is for.
    pub(crate) fn attribute(&self) -> Option<&'i Attribute> {
        let names = ["catalog", "from", "source"];
        self.field.attrs.iter().find(|a| names.iter().any(|name| a.path().is_ident(name)))
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

    /// Whether the type is written as a box of any error.
    pub(crate) fn is_any_error(&self) -> bool {
        let Some(Type::TraitObject(object)) = self.inside(&["Box", "Arc", "Rc"]) else {
            return false;
        };
        object.bounds.iter().any(|bound| match bound {
            TypeParamBound::Trait(bound) => {
                bound.path.segments.last().is_some_and(|last| last.ident == "Error")
            }
            _ => false,
        })
    }

    /// The type inside `Option<…>`, where the field is one.
    pub(crate) fn option(&self) -> Option<&'i Type> {
        self.inside(&["Option"])
    }

    /// The type in angle brackets, where the field is of a type with one of some names.
    fn inside(&self, names: &[&str]) -> Option<&'i Type> {
        let Type::Path(path) = &self.field.ty else { return None };
        let last = path.path.segments.last()?;
        if !names.iter().any(|name| last.ident == name) {
            return None;
        }
        match &last.arguments {
            syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
                syn::GenericArgument::Type(inner) => Some(inner),
                _ => None,
            },
            _ => None,
        }
    }
}
