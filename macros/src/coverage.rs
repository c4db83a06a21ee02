//! Which entry each variant of the annotated enum stands for, checked in both directions: variants
//! against entries, and fields against parameters.

use std::collections::{HashMap, HashSet};

use api_error_catalog_core::slot::Slot;
use api_error_catalog_core::template::placeholders;
use api_error_catalog_core::{Catalog, Entry};
use api_error_catalog_model::{Suggestions, nearest};

use crate::attribute::WrittenShape;
use crate::errors::{Errors, with_help};
use crate::item::{Conversion, Field, Item, Kind, Role, Variant};
use crate::log;
use crate::needed::{self, is_filled_by_fields, needed};
use crate::uncovered;

/// What a variant stands for.
pub(crate) enum Coverage {
    /// One entry, by its number.
    Entry(u16),
    /// The codes without a variant of their own.
    Rest,
    /// Whatever the error that it holds stands for.
    Transparent(WrittenShape),
    /// Nothing, which has been reported.
    Broken,
}

/// What the variants stand for.
pub(crate) struct Covered {
    /// Of each variant.
    pub(crate) variants: Vec<Coverage>,
    /// The fields that the text for logs of each variant names; `None` where it has no text.
    pub(crate) log_arguments: Vec<Option<Vec<usize>>>,
    /// Entries that an error which a variant holds has to stand for, as nothing else does.
    pub(crate) left_to_held: Vec<u16>,
}

/// What the variants stand for. Where the catalog has errors, what it lacks may be what is broken, and
/// is not reported.
pub(crate) fn check(
    item: &Item<'_>,
    catalog: &Catalog<'_>,
    is_partial: bool,
    errors: &mut Errors,
) -> Covered {
    let mut checker = Checker {
        item,
        catalog,
        by_variant: catalog.codes().map(|entry| (entry.variant(), entry)).collect(),
        is_whole: !is_partial,
        covered: HashSet::new(),
        variant_names: None,
        entry_names: None,
        errors,
    };
    let variants: Vec<_> = item.variants.iter().map(|variant| checker.variant(variant)).collect();
    let left_to_held = checker.uncovered(&variants);
    let arguments = |variant: &Variant<'_>| match &variant.log {
        Some(text) if !matches!(variant.kind, Kind::Transparent(_)) => {
            log::arguments(text, variant, checker.errors)
        }
        _ => None,
    };
    let log_arguments = item.variants.iter().map(arguments).collect();
    Covered { variants, log_arguments, left_to_held }
}

struct Checker<'r> {
    item: &'r Item<'r>,
    catalog: &'r Catalog<'r>,
    by_variant: HashMap<&'r str, Entry<'r>>,
    /// Whether the catalog is free of errors, so that what it lacks is really not there.
    is_whole: bool,
    /// The numbers of the entries that variants stand for.
    covered: HashSet<u16>,
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
            Kind::Transparent(shape) => return self.transparent(variant, *shape),
            Kind::SameName => self.entry_of_name(variant),
            Kind::Code(name) => self.entry_of_attribute(name),
            Kind::Broken => None,
        };
        let Some(entry) = entry else { return Coverage::Broken };
        self.covered.insert(entry.number());
        if entry.is_retired() {
            self.errors.at(
                variant.ident,
                with_help(
                    format!(
                        "the code `{}` is retired: it is read, and no longer sent",
                        entry.name()
                    ),
                    "leave its variant out",
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
                with_help(format!("no code of `{path}` becomes the variant `{name}`"), help),
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
                    with_help(
                        format!("`{path}` has no entry `{name}`"),
                        format!(
                            "that is the code of {}, and an entry goes by its name",
                            of_code.join(", ")
                        ),
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
            self.errors.at(literal, with_help(format!("`{path}` has no code `{name}`"), help));
        }
        entry
    }

    fn rest(&mut self, variant: &Variant<'_>) -> Coverage {
        let is_one = variant.is_tuple && variant.fields.len() == 1;
        if !is_one || variant.fields[0].is_cause() {
            self.errors.at(
                variant.ident,
                format!(
                    "the variant for the rest holds a code and nothing else: `{}({})`",
                    variant.ident, self.item.rest
                ),
            );
            return Coverage::Broken;
        }
        if let Some(attribute) = variant.fields[0].attribute() {
            if !matches!(variant.fields[0].role, Role::Broken) {
                self.errors.at(
                    attribute,
                    with_help(
                        "the field of the rest is the code, and nothing else becomes of it",
                        "leave this out",
                    ),
                );
            }
            return Coverage::Broken;
        }
        let is_rest = variant.fields[0].type_name().is_some_and(|name| *name == self.item.rest);
        if !is_rest {
            let rest = &self.item.rest;
            self.errors.at(
                &variant.fields[0].field.ty,
                with_help(format!("the variant for the rest holds `{rest}`, the codes without a variant, none of them retired"), format!("write `{}({rest})`", variant.ident)),
            );
            return Coverage::Broken;
        }
        let mut rests = self.item.variants.iter().filter(|v| matches!(v.kind, Kind::Rest));
        if let Some(first) = rests.next().filter(|first| first.ident != variant.ident) {
            self.errors.at(
                variant.ident,
                with_help(
                    format!("`{}` holds the rest already", first.ident),
                    "leave one of the two out",
                ),
            );
        }
        Coverage::Rest
    }

    fn transparent(&mut self, variant: &Variant<'_>, shape: WrittenShape) -> Coverage {
        let [field] = &variant.fields[..] else {
            self.errors.at(
                variant.ident,
                format!(
                    "a transparent variant holds another error and nothing else: `{}(OtherError)`",
                    variant.ident
                ),
            );
            return Coverage::Broken;
        };
        if let Some(log) = &variant.log {
            self.errors.at(
                log,
                with_help(
                    "a transparent variant is logged as the error that it holds",
                    "leave `log` out",
                ),
            );
        }
        match &field.role {
            Role::From | Role::Value(Conversion::ByType) if field.is_any_error() => {
                self.errors.at(
                    &field.field.ty,
                    with_help("this may be any error, and a transparent variant holds one of a catalog: an error enum, or `Box<dyn CatalogError + Send + Sync>`", "for any error, name the code that it is sent as: `#[catalog(code = \"…\")]`"),
                );
                Coverage::Broken
            }
            Role::From | Role::Value(Conversion::ByType) => Coverage::Transparent(shape),
            Role::Broken => Coverage::Broken,
            Role::Source | Role::Private | Role::Value(_) => {
                self.errors.at(
                    field.attribute(),
                    with_help(
                        "a transparent variant is the error that it holds",
                        "leave this out, or write `#[from]`",
                    ),
                );
                Coverage::Broken
            }
        }
    }

    /// Fields are the parameters of the entry, slots of the body and of its headers, and the cause.
    fn fields(&mut self, variant: &Variant<'_>, entry: Entry<'_>) {
        let given: Vec<_> =
            variant.fields.iter().filter(|field| field.conversion().is_some()).collect();
        if let Some(unnamed) = given.iter().find(|field| field.name.is_none()) {
            self.unnamed(unnamed, variant, entry);
            return;
        }
        let named: Vec<_> = given.iter().filter_map(|f| Some((*f, f.name.as_deref()?))).collect();
        // Also one whose attribute is broken, so that it is not said to be missing.
        let there: Vec<_> = variant.fields.iter().filter_map(|f| f.name.as_deref()).collect();
        let needed = needed(entry);
        let mut missing: Vec<_> =
            needed.iter().map(|slot| slot.name).filter(|name| !there.contains(name)).collect();
        let mut unknown = Vec::new();
        for (field, name) in &named {
            if needed.iter().all(|slot| slot.name != *name) && !self.is_slot(name) {
                let meant = nearest(name, missing.iter().copied());
                missing.retain(|name| Some(*name) != meant);
                unknown.push((*field, *name, meant));
            }
        }
        self.missing(&missing, variant, entry);
        self.marked(variant, entry);
        for (field, name, meant) in unknown {
            self.unknown(field, name, meant, variant, entry);
        }
    }

    fn unnamed(&mut self, field: &Field<'_>, variant: &Variant<'_>, entry: Entry<'_>) {
        if self.is_whole {
            self.errors.at(
                field.field,
                with_help("a field without a name fills nothing", format!("{}, mark a cause with `#[source]`, or what is for logs with `#[catalog(private)]`", wanted(variant, entry))),
            );
        }
    }

    fn missing(&mut self, missing: &[&str], variant: &Variant<'_>, entry: Entry<'_>) {
        let (parameters, fields) = match missing {
            [] => return,
            [_] => ("parameter", "no such field"),
            _ => ("parameters", "no such fields"),
        };
        let wanted = wanted(variant, entry);
        let message = has(entry, missing, parameters);
        self.errors.at(
            variant.ident,
            with_help(format!("{message}, and the variant has {fields}"), wanted),
        );
    }

    /// Reports what a field has to fill, and one for logs or a cause does not.
    fn marked(&mut self, variant: &Variant<'_>, entry: Entry<'_>) {
        let needed = needed(entry);
        for field in &variant.fields {
            let name = field.name.as_deref().filter(|name| needed.iter().any(|n| n.name == *name));
            let Some(name) = name else { continue };
            let (is, help) = match field.role {
                Role::Private => (
                    "a private field",
                    "leave `#[catalog(private)]` out, or give the private field another name"
                        .to_owned(),
                ),
                Role::Source | Role::From => (
                    "a cause",
                    format!(
                        "give the cause another name, and add `{}: …`",
                        needed::field_name(name)
                    ),
                ),
                Role::Value(_) | Role::Broken => continue,
            };
            let has = has(entry, &[name], "parameter");
            self.errors
                .at(&field.field.ident, with_help(format!("{has}, and {is} fills nothing"), help));
        }
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
            None => format!(
                "{}, or mark a cause with `#[source]`, and what is for logs with `#[catalog(private)]`",
                wanted(variant, entry)
            ),
        };
        self.errors.at(
            &field.field.ident,
            with_help(
                format!(
                    "the message of `{}` has no `{{{name}}}`, and the body no such slot to fill",
                    entry.name()
                ),
                help,
            ),
        );
    }

    /// Whether a field may fill the slot of that name.
    fn is_slot(&self, name: &str) -> bool {
        self.catalog.slots().any(|slot: Slot<'_>| slot.name == name && is_filled_by_fields(&slot))
    }

    /// Reports codes without a variant. Where errors that variants hold may be of the
    /// same catalog, gives the codes that theirs have to be.
    fn uncovered(&mut self, coverage: &[Coverage]) -> Vec<u16> {
        let is_broken = coverage.iter().any(|coverage| matches!(coverage, Coverage::Broken));
        let is_part = self.item.is_shared();
        let is_known = self.is_whole && !self.item.is_broken && !is_broken;
        if !self.item.is_error() || is_part || !is_known {
            return Vec::new();
        }
        let has_rest = coverage.iter().any(|coverage| matches!(coverage, Coverage::Rest));
        let uncovered = self.catalog.codes().filter(|entry| {
            let is_in_rest = || has_rest && needed(*entry).is_empty();
            let is_caught =
                || self.catalog.catches().any(|(_, caught)| caught.number() == entry.number());
            !entry.is_retired()
                && !self.covered.contains(&entry.number())
                && !is_in_rest()
                && !is_caught()
        });
        let uncovered: Vec<_> = uncovered.collect();
        if self.item.is_composed() {
            return uncovered.into_iter().map(Entry::number).collect();
        }
        if !uncovered.is_empty() {
            uncovered::report(self.item, &uncovered, has_rest, self.errors);
        }
        Vec::new()
    }
}

/// What an entry needs fields for, and where it has that.
fn has(entry: Entry<'_>, names: &[&str], parameters: &str) -> String {
    let is_in_message = |name: &&str| placeholders(entry.message("")).any(|known| known == *name);
    let is_header = |name: &&str| entry.header_slots().iter().any(|slot| slot.name == *name);
    let braced = || format!("`{{{}}}`", names.join("}` and `{"));
    if names.iter().all(is_header) {
        format!("a header of the status {} has {}", entry.status(), braced())
    } else if names.iter().all(is_in_message) {
        format!("the message of `{}` has {}", entry.name(), braced())
    } else {
        format!("`{}` has the {parameters} `{}`", entry.name(), names.join("` and `"))
    }
}

/// What a variant's fields should be.
fn wanted(variant: &Variant<'_>, entry: Entry<'_>) -> String {
    let name = &variant.ident;
    let fields = needed(entry).into_iter();
    let fields: Vec<_> =
        fields.map(|slot| format!("{}: …", needed::field_name(slot.name))).collect();
    if fields.is_empty() {
        format!("write `{name}`")
    } else {
        format!("write `{name} {{ {} }}`", fields.join(", "))
    }
}
