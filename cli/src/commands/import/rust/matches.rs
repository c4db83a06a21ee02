//! The `match`es that map variants to statuses and codes.

use std::rc::Rc;

use syn::visit::{self, Visit};
use syn::{Arm, ExprMatch, File, Ident, ImplItemFn, ItemFn, ItemImpl, Pat, Path, Type};

use super::enums::ErrorEnum;
use super::names::Names;
use super::values::{Function, Values};
use crate::commands::import::imported::{Imported, Place};

/// Looks for the statuses and codes of variants in a file, and writes them into the enums.
pub(super) fn read(
    file: &Rc<str>,
    syntax: &File,
    names: &Names<'_>,
    enums: &mut [ErrorEnum],
    imported: &mut Imported,
) {
    let function = Function::default();
    let mut search = Search { file, names, enums, imported, own: None, function };
    search.visit_file(syntax);
}

struct Search<'a> {
    file: &'a Rc<str>,
    names: &'a Names<'a>,
    enums: &'a mut [ErrorEnum],
    imported: &'a mut Imported,
    /// What `Self` is.
    own: Option<String>,
    function: Function,
}

impl<'ast> Visit<'ast> for Search<'_> {
    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let name = match &*item.self_ty {
            Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
            _ => None,
        };
        self.note_response(item, name.as_deref());
        let outer = std::mem::replace(&mut self.own, name);
        visit::visit_item_impl(self, item);
        self.own = outer;
    }

    fn visit_impl_item_fn(&mut self, item: &'ast ImplItemFn) {
        self.function = Function::of(&item.sig);
        // `impl From<ApiError> for StatusCode`
        self.function.gives_status |= self.own.as_ref().is_some_and(|own| own.contains("Status"));
        visit::visit_impl_item_fn(self, item);
        self.function = Function::default();
    }

    fn visit_item_fn(&mut self, item: &'ast ItemFn) {
        self.function = Function::of(&item.sig);
        visit::visit_item_fn(self, item);
        self.function = Function::default();
    }

    fn visit_expr_match(&mut self, item: &'ast ExprMatch) {
        self.read_match(item);
        visit::visit_expr_match(self, item);
    }
}

impl Search<'_> {
    /// The derive makes errors responses where a framework's feature is on.
    fn note_response(&mut self, item: &ItemImpl, name: Option<&str>) {
        let of_trait = item.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        let Some(of_trait) = of_trait.map(|last| last.ident.to_string()) else { return };
        let is_response = matches!(&*of_trait, "IntoResponse" | "ResponseError");
        if let (true, Some(one)) = (is_response, self.enums.iter().find(|e| Some(&*e.name) == name))
        {
            let name = &one.name;
            let message = format!(
                "`{of_trait}` of `{name}` is derived, too, with the framework’s feature: delete it, or write `own_responses` beside the catalog"
            );
            self.imported.note(&Place::new(self.file, line_of(item)), message);
        }
    }

    fn read_match(&mut self, item: &ExprMatch) {
        let mut named: Vec<(usize, usize)> = Vec::new();
        let mut owner = None;
        let mut is_mapping = false;
        for Arm { pat, body, .. } in &item.arms {
            let mut variants = Vec::new();
            let mut takes_rest = false;
            self.variants(pat, &mut variants, &mut takes_rest);
            owner = owner.or(variants.first().map(|(number, _)| *number));
            if let (true, Some(owner)) = (takes_rest, owner) {
                let all = 0..self.enums[owner].variants.len();
                variants.extend(all.map(|at| (owner, at)).filter(|one| !named.contains(one)));
            }
            let mut values = Values::new(self.function.clone(), self.names, 0);
            values.visit_expr(body);
            let Values { statuses, codes, texts, .. } = values;
            for (number, at) in &variants {
                if !named.contains(&(*number, *at)) {
                    self.set((*number, *at), &statuses, &codes, line_of(body));
                }
            }
            if let (Some((number, at)), false) = (variants.first(), statuses.is_empty()) {
                let name = self.enums[*number].variants[*at].name.clone();
                for text in texts {
                    let message = format!(
                        "`{name}` says `{text}` here, which is left out: its message is that of `#[error]`"
                    );
                    self.imported.note(&Place::new(self.file, line_of(body)), message);
                }
            }
            let has_values = !statuses.is_empty() || !codes.is_empty();
            is_mapping |= has_values && !variants.is_empty();
            if !matches!(pat, Pat::Guard(_)) {
                named.extend(variants);
            }
        }
        if let (true, Some(owner)) = (is_mapping, owner) {
            self.enums[owner].mappings.push(Place::new(self.file, line_of(item)));
        }
    }

    /// The variants that a pattern is of. What takes whatever is left is told apart.
    fn variants(&self, pattern: &Pat, found: &mut Vec<(usize, usize)>, takes_rest: &mut bool) {
        match pattern {
            Pat::Or(or) => or.cases.iter().for_each(|case| self.variants(case, found, takes_rest)),
            Pat::Reference(reference) => self.variants(&reference.pat, found, takes_rest),
            Pat::Guard(guarded) => self.variants(&guarded.pat, found, takes_rest),
            Pat::Paren(paren) => self.variants(&paren.pat, found, takes_rest),
            Pat::Wild(_) => *takes_rest = true,
            Pat::Ident(binding) if self.brought_in(&binding.ident).is_some() => {
                found.extend(self.brought_in(&binding.ident));
            }
            Pat::Ident(binding) if binding.subpat.is_none() => *takes_rest = true,
            Pat::Path(path) => found.extend(self.variant(&path.path)),
            Pat::TupleStruct(tuple) => found.extend(self.variant(&tuple.path)),
            Pat::Struct(named) => found.extend(self.variant(&named.path)),
            _ => {}
        }
    }

    fn variant(&self, path: &Path) -> Option<(usize, usize)> {
        let mut segments = path.segments.iter().rev();
        let variant = &segments.next()?.ident;
        let Some(owner) = segments.next() else { return self.brought_in(variant) };
        let owner = &owner.ident;
        let owner = if owner == "Self" { self.own.clone()? } else { owner.to_string() };
        let owner = self.names.unrenamed(&owner);
        let number = self.enums.iter().position(|one| one.name == owner)?;
        let variants = &self.enums[number].variants;
        Some((number, variants.iter().position(|one| variant == &one.name)?))
    }

    /// The variant that a name without a path is, `use ApiError::*`: one of `Self`, or of the only enum that has it.
    fn brought_in(&self, name: &Ident) -> Option<(usize, usize)> {
        let in_enum = |number: usize| {
            let variants = &self.enums[number].variants;
            Some((number, variants.iter().position(|variant| name == &variant.name)?))
        };
        let own = self.enums.iter().position(|one| Some(&one.name) == self.own.as_ref());
        if let Some(found) = own.and_then(in_enum) {
            return Some(found);
        }
        let mut all = (0..self.enums.len()).filter_map(in_enum);
        all.next().filter(|_| all.next().is_none())
    }

    fn set(&mut self, variant: (usize, usize), statuses: &[u16], codes: &[String], line: usize) {
        let place = Place::new(self.file, line);
        let variant = &mut self.enums[variant.0].variants[variant.1];
        let name = variant.name.clone();
        for status in statuses {
            let known = *variant.status.get_or_insert(*status);
            if known != *status {
                let message = format!(
                    "`{name}` has the status {status} here, and {known} elsewhere; it has {known} now"
                );
                self.imported.note(&place, message);
            }
        }
        for code in codes {
            let known = variant.code.get_or_insert_with(|| code.clone());
            if known != code {
                let message = format!(
                    "`{name}` has the code `{code}` here, and `{known}` elsewhere; it has `{known}` now"
                );
                self.imported.note(&place, message);
            }
        }
    }
}

fn line_of(part: &impl syn::spanned::Spanned) -> usize {
    part.span().start().line
}
