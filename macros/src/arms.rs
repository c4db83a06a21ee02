//! The annotated enum's variants held against the catalog's codes, in both directions.

use std::collections::HashMap;

use api_error_catalog_model::{Code, Filling, Reading, Slot, nearest};

use crate::errors::Errors;
use crate::item::{Cause, Field, Item, Kind, Variant};

/// What a variant stands for, in the order of the variants.
pub(crate) enum Arm {
    /// One code, by its number.
    Code(usize),
    /// The code that it holds.
    Rest,
    /// Nothing, which has been reported.
    Broken,
}

pub(crate) fn read(item: &Item<'_>, reading: &Reading, errors: &mut Errors) -> Vec<Arm> {
    let mut reader = Reader {
        item,
        codes: &reading.catalog.codes,
        slots: &reading.catalog.shape.slots,
        is_whole: !reading.has_errors(),
        taken: HashMap::new(),
        errors,
    };
    let arms: Vec<_> = item.variants.iter().map(|variant| reader.arm(variant)).collect();
    reader.uncovered(&arms);
    arms
}

struct Reader<'r> {
    item: &'r Item<'r>,
    codes: &'r [Code],
    slots: &'r [Slot],
    /// Whether the catalog is free of errors, so that what it lacks is really not there.
    is_whole: bool,
    /// The variant that stands for each code.
    taken: HashMap<usize, &'r Variant<'r>>,
    errors: &'r mut Errors,
}

impl<'r> Reader<'r> {
    fn arm(&mut self, variant: &'r Variant<'r>) -> Arm {
        let number = match &variant.kind {
            Kind::Rest => return self.rest(variant),
            Kind::SameName => self.number_of_name(variant),
            Kind::Code(code) => self.number_of_code(code),
        };
        let Some(number) = number else { return Arm::Broken };
        let code = &self.codes[number];
        if code.retired {
            self.errors.at(
                variant.ident,
                format!(
                    "the code `{}` is retired: it is read and never sent, so it has no variant",
                    code.code
                ),
            );
        }
        if let Some(first) = self.taken.insert(number, variant) {
            self.errors.at(
                variant.ident,
                format!("`{}` stands for the code `{}` already", first.ident, code.code),
            );
        }
        self.fields(variant, code);
        Arm::Code(number)
    }

    fn number_of_name(&mut self, variant: &Variant<'_>) -> Option<usize> {
        let name = syn::ext::IdentExt::unraw(variant.ident).to_string();
        let number = self.codes.iter().position(|code| code.variant == name);
        if number.is_none() && self.is_whole {
            let path = self.item.path.value();
            let names = self.codes.iter().map(|code| code.variant.as_str());
            let help = match nearest(&name, names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("name one with `#[catalog(code = \"…\")]`, or add it to `{path}`"),
            };
            self.errors.at(
                variant.ident,
                format!("no code of `{path}` becomes the variant `{name}`; {help}"),
            );
        }
        number
    }

    fn number_of_code(&mut self, literal: &syn::LitStr) -> Option<usize> {
        let name = literal.value();
        let number = self.codes.iter().position(|code| code.code == name);
        if number.is_none() && self.is_whole {
            let path = self.item.path.value();
            let codes = self.codes.iter().map(|code| code.code.as_str());
            let help = match nearest(&name, codes) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("add `[code.{name}]` to it"),
            };
            self.errors.at(literal, format!("`{path}` has no code `{name}`; {help}"));
        }
        number
    }

    fn rest(&mut self, variant: &Variant<'_>) -> Arm {
        let is_one = variant.is_tuple && variant.fields.len() == 1;
        if !is_one || variant.fields[0].cause != Cause::No {
            self.errors.at(
                variant.ident,
                format!(
                    "the variant for the rest holds a code and nothing else: `{}({})`",
                    variant.ident, self.item.codes
                ),
            );
            return Arm::Broken;
        }
        let rests = self.item.variants.iter().filter(|variant| matches!(variant.kind, Kind::Rest));
        if rests.take_while(|other| other.ident != variant.ident).count() > 0 {
            self.errors.at(variant.ident, "one variant is enough for the rest");
        }
        Arm::Rest
    }

    /// Fields are the placeholders of the message, slots of the body, and the cause.
    fn fields(&mut self, variant: &Variant<'_>, code: &Code) {
        let given: Vec<_> =
            variant.fields.iter().filter(|field| field.cause == Cause::No).collect();
        for field in &given {
            match &field.name {
                None => self.errors.at(
                    field.field,
                    format!("a field without a name fills nothing; {}", wanted(variant, code)),
                ),
                Some(name) => self.field(field, name, variant, code),
            }
        }
        let missing: Vec<_> = code
            .placeholders
            .iter()
            .filter(|wanted| !given.iter().any(|field| field.name.as_ref() == Some(wanted)))
            .map(String::as_str)
            .collect();
        let unnamed = given.iter().any(|field| field.name.is_none());
        if !missing.is_empty() && !unnamed {
            self.errors.at(
                variant.ident,
                format!(
                    "the message of `{}` has `{{{}}}`, and the variant has no such field; {}",
                    code.code,
                    missing.join("}`, `{"),
                    wanted(variant, code)
                ),
            );
        }
    }

    fn field(&mut self, field: &Field<'_>, name: &str, variant: &Variant<'_>, code: &Code) {
        if code.placeholders.iter().any(|placeholder| placeholder == name) || self.is_slot(name) {
            return;
        }
        if self.is_whole {
            self.errors.at(
                &field.field.ident,
                format!(
                    "the message of `{}` has no `{{{name}}}`; {}",
                    code.code,
                    wanted(variant, code)
                ),
            );
        }
    }
    /// Whether a body has a slot of that name which callers fill.
    fn is_slot(&self, name: &str) -> bool {
        self.slots.iter().any(|slot| slot.name == name && slot.filling == Filling::Caller)
    }

    /// Codes without a variant, as lines to paste.
    fn uncovered(&mut self, arms: &[Arm]) {
        let has_rest = arms.iter().any(|arm| !matches!(arm, Arm::Code(_)));
        if !self.item.is_error() || has_rest || !self.is_whole {
            return;
        }
        let uncovered: Vec<_> = (0..)
            .zip(self.codes)
            .filter(|(number, code)| !code.retired && !self.taken.contains_key(number))
            .map(|(_, code)| format!("\n    {},", line(code)))
            .collect();
        if !uncovered.is_empty() {
            let Item { ident, codes, path, .. } = self.item;
            self.errors.at(
                ident,
                format!(
                    "`{ident}` has no variant for {} of `{}`; add{}\nor one for all the rest:\n    #[catalog(rest)]\n    Other({codes}),",
                    if uncovered.len() == 1 { "a code".to_owned() } else { format!("{} codes", uncovered.len()) },
                    path.value(),
                    uncovered.concat(),
                ),
            );
        }
    }
}

/// A variant as one would write it for a code.
fn line(code: &Code) -> String {
    if code.placeholders.is_empty() {
        return code.variant.clone();
    }
    let fields: Vec<_> = code.placeholders.iter().map(|name| format!("{name}: String")).collect();
    format!("{} {{ {} }}", code.variant, fields.join(", "))
}

/// What a variant's fields should be.
fn wanted(variant: &Variant<'_>, code: &Code) -> String {
    let name = &variant.ident;
    if code.placeholders.is_empty() {
        format!("write `{name}`")
    } else {
        let fields: Vec<_> = code.placeholders.iter().map(|name| format!("{name}: …")).collect();
        format!("write `{name} {{ {} }}`", fields.join(", "))
    }
}
