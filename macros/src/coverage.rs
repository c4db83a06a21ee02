//! Which entry each variant of the annotated enum stands for, checked in both directions: variants
//! against entries, and fields against parameters.

use std::collections::HashMap;

use api_error_catalog_core::slot::{SlotSource, SlotType};
use api_error_catalog_core::template::placeholders;
use api_error_catalog_core::{Catalog, Entry, Parameter};
use api_error_catalog_model::{Suggestions, is_usable_name, nearest};

use crate::errors::Errors;
use crate::item::{Cause, Field, Item, Kind, Variant};

/// What a variant stands for.
pub(crate) enum Coverage {
    /// One entry, by its number.
    Entry(u16),
    /// The codes without a variant of their own.
    Rest,
    /// Nothing, which has been reported.
    Broken,
}

/// What each variant stands for. Where the catalog has errors, what it lacks may be what is broken, and
/// is not reported.
pub(crate) fn check(
    item: &Item<'_>,
    catalog: &Catalog<'_>,
    is_partial: bool,
    errors: &mut Errors,
) -> Vec<Coverage> {
    let mut checker = Checker {
        item,
        catalog,
        by_variant: catalog.codes().map(|entry| (entry.variant(), entry)).collect(),
        is_whole: !is_partial,
        taken: HashMap::new(),
        variant_names: None,
        entry_names: None,
        errors,
    };
    let coverage: Vec<_> = item.variants.iter().map(|variant| checker.variant(variant)).collect();
    checker.uncovered(&coverage);
    coverage
}

struct Checker<'r> {
    item: &'r Item<'r>,
    catalog: &'r Catalog<'r>,
    by_variant: HashMap<&'r str, Entry<'r>>,
    /// Whether the catalog is free of errors, so that what it lacks is really not there.
    is_whole: bool,
    /// The variant that stands for each entry, by the entry's number.
    taken: HashMap<u16, &'r Variant<'r>>,
    /// Suggestions for the names of variants, once there is one that no entry has.
    variant_names: Option<Suggestions<'r>>,
    /// The same for the names of entries.
    entry_names: Option<Suggestions<'r>>,
    errors: &'r mut Errors,
}

impl<'r> Checker<'r> {
    fn variant(&mut self, variant: &'r Variant<'r>) -> Coverage {
        let entry = match &variant.kind {
            Kind::Rest => return self.rest(variant),
            Kind::SameName => self.entry_of_name(variant),
            Kind::Code(name) => self.entry_of_attribute(name),
            Kind::Broken => None,
        };
        let Some(entry) = entry else { return Coverage::Broken };
        if let Some(first) = self.taken.insert(entry.number(), variant) {
            self.errors.at(
                variant.ident,
                format!(
                    "`{}` stands for the code `{}` already; leave one of the two out",
                    first.ident,
                    entry.name()
                ),
            );
        }
        if entry.is_retired() {
            self.errors.at(
                variant.ident,
                format!(
                    "the code `{}` is retired: it is read, and no longer sent; leave its variant out",
                    entry.name()
                ),
            );
        } else {
            self.fields(variant, entry);
        }
        Coverage::Entry(entry.number())
    }

    fn entry_of_name(&mut self, variant: &Variant<'_>) -> Option<Entry<'r>> {
        let name = syn::ext::IdentExt::unraw(variant.ident).to_string();
        let entry = self.by_variant.get(name.as_str()).copied();
        if entry.is_none() && self.is_whole {
            let path = self.item.path.value();
            let names = || self.catalog.codes().map(Entry::variant);
            let names = self.variant_names.get_or_insert_with(|| Suggestions::new(names()));
            let help = match names.nearest(&name) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("name one with `#[catalog(code = \"…\")]`, or add it to `{path}`"),
            };
            self.errors.at(
                variant.ident,
                format!("no code of `{path}` becomes the variant `{name}`; {help}"),
            );
        }
        entry
    }

    fn entry_of_attribute(&mut self, literal: &syn::LitStr) -> Option<Entry<'r>> {
        let name = literal.value();
        let entry = self.catalog.from_name(&name);
        if entry.is_none() && self.is_whole {
            let path = self.item.path.value();
            // Not by an alias, which is only read.
            let of_code = self.catalog.all_from_code(&name).filter(|entry| entry.as_str() == name);
            let of_code: Vec<_> =
                of_code.take(4).map(|entry| format!("`{}`", entry.name())).collect();
            if !of_code.is_empty() {
                self.errors.at(
                    literal,
                    format!(
                        "`{path}` has no entry `{name}`; that is the code of {}, and an entry goes by its name",
                        of_code.join(", ")
                    ),
                );
                return None;
            }
            let names = || self.catalog.codes().map(Entry::name);
            let names = self.entry_names.get_or_insert_with(|| Suggestions::new(names()));
            let help = match names.nearest(&name) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add `[code.{name}]` to it"),
            };
            self.errors.at(literal, format!("`{path}` has no code `{name}`; {help}"));
        }
        entry
    }

    fn rest(&mut self, variant: &Variant<'_>) -> Coverage {
        let is_one = variant.is_tuple && variant.fields.len() == 1;
        if !is_one || variant.fields[0].cause != Cause::No {
            self.errors.at(
                variant.ident,
                format!(
                    "the variant for the rest holds a code and nothing else: `{}({})`",
                    variant.ident, self.item.rest
                ),
            );
            return Coverage::Broken;
        }
        let is_rest = variant.fields[0].type_name().is_some_and(|name| *name == self.item.rest);
        if !is_rest {
            let rest = &self.item.rest;
            self.errors.at(
                &variant.fields[0].field.ty,
                format!("the variant for the rest holds `{rest}`, the codes without a variant, none of them retired; write `{}({rest})`", variant.ident),
            );
            return Coverage::Broken;
        }
        let mut rests = self.item.variants.iter().filter(|v| matches!(v.kind, Kind::Rest));
        if let Some(first) = rests.next().filter(|first| first.ident != variant.ident) {
            self.errors.at(
                variant.ident,
                format!("`{}` holds the rest already; leave one of the two out", first.ident),
            );
        }
        Coverage::Rest
    }

    /// Fields are the placeholders of the message, slots of the body, and the cause.
    fn fields(&mut self, variant: &Variant<'_>, entry: Entry<'_>) {
        let given: Vec<_> =
            variant.fields.iter().filter(|field| field.cause == Cause::No).collect();
        if let Some(unnamed) = given.iter().find(|field| field.name.is_none()) {
            self.unnamed(unnamed, variant, entry);
            return;
        }
        let named: Vec<_> = given.iter().filter_map(|f| Some((*f, f.name.as_deref()?))).collect();
        let has = |name: &str| named.iter().any(|(_, known)| *known == name);
        let parameters: Vec<_> = parameters(entry).map(|parameter| parameter.name).collect();
        let mut missing: Vec<_> = parameters.iter().copied().filter(|name| !has(name)).collect();
        let mut unknown = Vec::new();
        for (field, name) in &named {
            if !parameters.contains(name) && !self.is_slot(name) {
                let meant = nearest(name, missing.iter().copied());
                missing.retain(|name| Some(*name) != meant);
                unknown.push((*field, *name, meant));
            }
        }
        self.missing(&missing, variant, entry);
        for (field, name, meant) in unknown {
            self.unknown(field, name, meant, variant, entry);
        }
    }

    fn unnamed(&mut self, field: &Field<'_>, variant: &Variant<'_>, entry: Entry<'_>) {
        if self.is_whole {
            self.errors.at(
                field.field,
                format!(
                    "a field without a name fills nothing; {}, or mark a cause with `#[source]`",
                    wanted(variant, entry)
                ),
            );
        }
    }

    fn missing(&mut self, missing: &[&str], variant: &Variant<'_>, entry: Entry<'_>) {
        let (parameters, fields) = match missing {
            [] => return,
            [_] => ("parameter", "no such field"),
            _ => ("parameters", "no such fields"),
        };
        let (name, wanted) = (entry.name(), wanted(variant, entry));
        let is_in_message =
            |name: &&str| placeholders(entry.message("")).any(|known| known == *name);
        let message = if missing.iter().all(is_in_message) {
            format!("the message of `{name}` has `{{{}}}`", missing.join("}` and `{"))
        } else {
            format!("`{name}` has the {parameters} `{}`", missing.join("` and `"))
        };
        self.errors.at(variant.ident, format!("{message}, and the variant has {fields}; {wanted}"));
    }

    fn unknown(
        &mut self,
        field: &Field<'_>,
        name: &str,
        meant: Option<&str>,
        variant: &Variant<'_>,
        entry: Entry<'_>,
    ) {
        if !self.is_whole {
            return;
        }
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("{}, or mark a cause with `#[source]`", wanted(variant, entry)),
        };
        self.errors.at(
            &field.field.ident,
            format!(
                "the message of `{}` has no `{{{name}}}`, and the body no such slot to fill; {help}",
                entry.name()
            ),
        );
    }

    /// Whether a body has a slot of that name which callers fill.
    fn is_slot(&self, name: &str) -> bool {
        self.catalog.slots().any(|slot| slot.name == name && slot.source == SlotSource::Caller)
    }

    /// Codes without a variant, as lines to paste.
    fn uncovered(&mut self, coverage: &[Coverage]) {
        let has_rest = coverage.iter().any(|coverage| !matches!(coverage, Coverage::Entry(_)));
        if !self.item.is_error() || has_rest || !self.is_whole {
            return;
        }
        let is_uncovered =
            |entry: &Entry<'_>| !entry.is_retired() && !self.taken.contains_key(&entry.number());
        let uncovered = self.catalog.codes().filter(is_uncovered);
        let uncovered: Vec<_> = uncovered.map(|entry| format!("\n    {},", line(entry))).collect();
        if !uncovered.is_empty() {
            let Item { ident, rest, path, .. } = self.item;
            self.errors.at(
                ident,
                format!(
                    "`{ident}` has no variant for {} of `{}`; add{}\nor one for all the rest:\n    #[catalog(rest)]\n    Other({rest}),",
                    if uncovered.len() == 1 { "one code".to_owned() } else { format!("{} codes", uncovered.len()) },
                    path.value(),
                    uncovered.concat(),
                ),
            );
        }
    }
}

/// The parameters of an entry; of a catalog with errors, those that can be fields.
fn parameters(entry: Entry<'_>) -> impl Iterator<Item = Parameter<'_>> {
    entry.parameters().filter(|parameter| is_usable_name(parameter.name))
}

/// A variant as one would write it for an entry.
fn line(entry: Entry<'_>) -> String {
    let fields = parameters(entry).map(|parameter| {
        let field_type = match parameter.parameter_type {
            SlotType::Integer => "i64",
            SlotType::Number => "f64",
            SlotType::Boolean => "bool",
            SlotType::Array => "Vec<String>",
            SlotType::Object => "api_error_catalog::Map<String, api_error_catalog::Value>",
            SlotType::Any => "api_error_catalog::Value",
            SlotType::Delay => "core::time::Duration",
            _ => "String",
        };
        format!("{}: {field_type}", field_name(parameter.name))
    });
    let fields: Vec<_> = fields.collect();
    if fields.is_empty() {
        entry.variant().to_owned()
    } else {
        format!("{} {{ {} }}", entry.variant(), fields.join(", "))
    }
}

/// A field as one writes it, also where its name is a keyword.
fn field_name(name: &str) -> String {
    let is_keyword = syn::parse_str::<syn::Ident>(name).is_err();
    if is_keyword { format!("r#{name}") } else { name.to_owned() }
}

/// What a variant's fields should be.
fn wanted(variant: &Variant<'_>, entry: Entry<'_>) -> String {
    let name = &variant.ident;
    let fields: Vec<_> =
        parameters(entry).map(|parameter| format!("{}: …", field_name(parameter.name))).collect();
    if fields.is_empty() {
        format!("write `{name}`")
    } else {
        format!("write `{name} {{ {} }}`", fields.join(", "))
    }
}
