//! The annotated enum's variants held against the catalog's codes, in both directions.

use std::collections::HashMap;

use api_error_catalog_model::{
    Reading, ResolvedEntry, Slot, SlotSource, SlotType, Suggestions, nearest,
};

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
        codes: &reading.partial_catalog().entries,
        slots: &reading.partial_catalog().shape.slots,
        is_whole: !reading.has_errors(),
        taken: HashMap::new(),
        variant_names: None,
        code_names: None,
        errors,
    };
    let arms: Vec<_> = item.variants.iter().map(|variant| reader.arm(variant)).collect();
    reader.uncovered(&arms);
    arms
}

struct Reader<'r> {
    item: &'r Item<'r>,
    codes: &'r [ResolvedEntry],
    slots: &'r [Slot],
    /// Whether the catalog is free of errors, so that what it lacks is really not there.
    is_whole: bool,
    /// The variant that stands for each code.
    taken: HashMap<usize, &'r Variant<'r>>,
    /// Suggestions for the names of variants, once there is one that no code has.
    variant_names: Option<Suggestions<'r>>,
    /// The same for codes.
    code_names: Option<Suggestions<'r>>,
    errors: &'r mut Errors,
}

impl<'r> Reader<'r> {
    fn arm(&mut self, variant: &'r Variant<'r>) -> Arm {
        let number = match &variant.kind {
            Kind::Rest => return self.rest(variant),
            Kind::SameName => self.number_of_name(variant),
            Kind::Code(code) => self.number_of_code(code),
            Kind::Broken => None,
        };
        let Some(number) = number else { return Arm::Broken };
        let code = &self.codes[number];
        if let Some(first) = self.taken.insert(number, variant) {
            self.errors.at(
                variant.ident,
                format!(
                    "`{}` stands for the code `{}` already; leave one of the two out",
                    first.ident, code.code
                ),
            );
        }
        if code.retired {
            self.errors.at(
                variant.ident,
                format!(
                    "the code `{}` is retired, read and never sent; leave its variant out",
                    code.code
                ),
            );
        } else {
            self.fields(variant, code);
        }
        Arm::Code(number)
    }

    fn number_of_name(&mut self, variant: &Variant<'_>) -> Option<usize> {
        let name = syn::ext::IdentExt::unraw(variant.ident).to_string();
        let number = self.codes.iter().position(|code| code.variant == name);
        if number.is_none() && self.is_whole {
            let path = self.item.path.value();
            let names = || self.codes.iter().map(|code| code.variant.as_str());
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
        number
    }

    fn number_of_code(&mut self, literal: &syn::LitStr) -> Option<usize> {
        let name = literal.value();
        let number = self.codes.iter().position(|code| code.code == name);
        if number.is_none() && self.is_whole {
            let path = self.item.path.value();
            let codes = || self.codes.iter().map(|code| code.code.as_str());
            let codes = self.code_names.get_or_insert_with(|| Suggestions::new(codes()));
            let help = match codes.nearest(&name) {
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
        let mut rests = self.item.variants.iter().filter(|v| matches!(v.kind, Kind::Rest));
        if let Some(first) = rests.next().filter(|first| first.ident != variant.ident) {
            self.errors.at(
                variant.ident,
                format!("`{}` holds the rest already; leave one of the two out", first.ident),
            );
        }
        Arm::Rest
    }

    /// Fields are the placeholders of the message, slots of the body, and the cause.
    fn fields(&mut self, variant: &Variant<'_>, code: &ResolvedEntry) {
        let given: Vec<_> =
            variant.fields.iter().filter(|field| field.cause == Cause::No).collect();
        if let Some(unnamed) = given.iter().find(|field| field.name.is_none()) {
            self.unnamed(unnamed, variant, code);
            return;
        }
        let named: Vec<_> = given.iter().filter_map(|f| Some((*f, f.name.as_deref()?))).collect();
        let has = |name: &str| named.iter().any(|(_, known)| *known == name);
        let mut missing: Vec<_> =
            code.placeholders.iter().map(String::as_str).filter(|name| !has(name)).collect();
        let mut unknown = Vec::new();
        for (field, name) in &named {
            if !code.placeholders.iter().any(|known| known == name) && !self.is_slot(name) {
                let meant = nearest(name, missing.iter().copied());
                missing.retain(|name| Some(*name) != meant);
                unknown.push((*field, *name, meant));
            }
        }
        self.missing(&missing, variant, code);
        for (field, name, meant) in unknown {
            self.unknown(field, name, meant, variant, code);
        }
    }

    fn unnamed(&mut self, field: &Field<'_>, variant: &Variant<'_>, code: &ResolvedEntry) {
        if self.is_whole {
            self.errors.at(
                field.field,
                format!(
                    "a field without a name fills nothing; {}, or mark a cause with `#[source]`",
                    wanted(variant, code)
                ),
            );
        }
    }

    fn missing(&mut self, missing: &[&str], variant: &Variant<'_>, code: &ResolvedEntry) {
        let fields = match missing {
            [] => return,
            [_] => "no such field",
            _ => "no such fields",
        };
        self.errors.at(
            variant.ident,
            format!(
                "the message of `{}` has `{{{}}}`, and the variant has {fields}; {}",
                code.code,
                missing.join("}` and `{"),
                wanted(variant, code)
            ),
        );
    }

    fn unknown(
        &mut self,
        field: &Field<'_>,
        name: &str,
        meant: Option<&str>,
        variant: &Variant<'_>,
        code: &ResolvedEntry,
    ) {
        if !self.is_whole {
            return;
        }
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("{}, or mark a cause with `#[source]`", wanted(variant, code)),
        };
        self.errors.at(
            &field.field.ident,
            format!(
                "the message of `{}` has no `{{{name}}}`, and the body no such slot to fill; {help}",
                code.code
            ),
        );
    }

    /// Whether a body has a slot of that name which callers fill.
    fn is_slot(&self, name: &str) -> bool {
        self.slots.iter().any(|slot| slot.name == name && slot.source == SlotSource::Caller)
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
            .map(|(_, code)| format!("\n    {},", self.line(code)))
            .collect();
        if !uncovered.is_empty() {
            let Item { ident, codes, path, .. } = self.item;
            self.errors.at(
                ident,
                format!(
                    "`{ident}` has no variant for {} of `{}`; add{}\nor one for all the rest:\n    #[catalog(rest)]\n    Other({codes}),",
                    if uncovered.len() == 1 { "one code".to_owned() } else { format!("{} codes", uncovered.len()) },
                    path.value(),
                    uncovered.concat(),
                ),
            );
        }
    }

    /// A variant as one would write it for a code.
    fn line(&self, code: &ResolvedEntry) -> String {
        if code.placeholders.is_empty() {
            return code.variant.clone();
        }
        let fields: Vec<_> = code
            .placeholders
            .iter()
            .map(|name| format!("{}: {}", field_name(name), self.field_type(name)))
            .collect();
        format!("{} {{ {} }}", code.variant, fields.join(", "))
    }

    /// A type that fills a placeholder, which may be a slot of the body too.
    fn field_type(&self, name: &str) -> &'static str {
        match self.slots.iter().find(|slot| slot.name == name).map(|slot| slot.slot_type) {
            Some(SlotType::Integer) => "i64",
            Some(SlotType::Number) => "f64",
            Some(SlotType::Boolean) => "bool",
            _ => "String",
        }
    }
}

/// A field as one writes it, also where its name is a keyword.
fn field_name(name: &str) -> String {
    let is_keyword = syn::parse_str::<syn::Ident>(name).is_err();
    if is_keyword { format!("r#{name}") } else { name.to_owned() }
}

/// What a variant's fields should be.
fn wanted(variant: &Variant<'_>, code: &ResolvedEntry) -> String {
    let name = &variant.ident;
    if code.placeholders.is_empty() {
        format!("write `{name}`")
    } else {
        let fields: Vec<_> =
            code.placeholders.iter().map(|name| format!("{}: …", field_name(name))).collect();
        format!("write `{name} {{ {} }}`", fields.join(", "))
    }
}
