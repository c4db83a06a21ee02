//! The `match`es that map variants to statuses and codes.

use std::rc::Rc;

use api_error_catalog_core::status::{VALID_STATUSES, reason};
use heck::ToShoutySnakeCase as _;
use syn::visit::{self, Visit};
use syn::{
    Arm, Expr, ExprMatch, File, ImplItemFn, ItemFn, ItemImpl, Lit, Pat, Path, Signature, Type,
};

use super::enums::{ErrorEnum, source};
use crate::commands::import::imported::{Imported, Place};

/// Looks for the statuses and codes of variants in a file, and writes them into the enums.
pub(super) fn read(
    file: &Rc<str>,
    syntax: &File,
    enums: &mut [ErrorEnum],
    imported: &mut Imported,
) {
    let mut search = Search { file, enums, imported, own: None, function: Function::default() };
    search.visit_file(syntax);
}

struct Search<'a> {
    file: &'a Rc<str>,
    enums: &'a mut [ErrorEnum],
    imported: &'a mut Imported,
    /// What `Self` is.
    own: Option<String>,
    function: Function,
}

/// What the name and the result of a function say of the values in it.
#[derive(Clone, Debug, Default)]
struct Function {
    /// Numbers in it are statuses.
    gives_status: bool,
    /// Words and numbers in it are codes.
    gives_code: bool,
}

impl Function {
    fn of(signature: &Signature) -> Self {
        let name = signature.ident.to_string();
        let result = source(&signature.output);
        Self {
            gives_status: name.contains("status") || result.contains("Status"),
            gives_code: ["code", "kind", "slug"].iter().any(|word| name.contains(word))
                && !result.contains("Status"),
        }
    }
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
            let mut values = Values {
                function: &self.function,
                statuses: Vec::new(),
                codes: Vec::new(),
                texts: Vec::new(),
            };
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
        let owner = &segments.next()?.ident;
        let owner = if owner == "Self" { self.own.clone()? } else { owner.to_string() };
        let number = self.enums.iter().position(|one| one.name == owner)?;
        let variants = &self.enums[number].variants;
        Some((number, variants.iter().position(|one| variant == &one.name)?))
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

/// The statuses and codes in what an arm gives.
struct Values<'f> {
    function: &'f Function,
    statuses: Vec<u16>,
    codes: Vec<String>,
    /// What is no code: sentences.
    texts: Vec<String>,
}

impl<'ast> Visit<'ast> for Values<'_> {
    fn visit_path(&mut self, path: &'ast Path) {
        let mut segments = path.segments.iter().rev();
        let (last, owner) = (segments.next(), segments.next());
        if let (Some(last), Some(owner)) = (last, owner) {
            let owner = owner.ident.to_string();
            if owner.contains("Status") || owner == "status" || owner == "HttpResponse" {
                self.statuses.extend(status_of_name(&last.ident.to_string()));
            }
        }
        visit::visit_path(self, path);
    }

    fn visit_expr(&mut self, expression: &'ast Expr) {
        match expression {
            // The last word of a pair is its code, where the first is a status.
            Expr::Lit(literal) => self.literal(&literal.lit),
            expression => visit::visit_expr(self, expression),
        }
    }
}

impl Values<'_> {
    fn literal(&mut self, literal: &Lit) {
        match literal {
            Lit::Int(number) => {
                let status = number.base10_parse().ok().filter(|n| VALID_STATUSES.contains(n));
                match status {
                    Some(status) if self.function.gives_status => self.statuses.push(status),
                    _ if self.function.gives_code => {
                        self.codes.push(number.base10_digits().to_owned());
                    }
                    _ => {}
                }
            }
            Lit::Str(text) => {
                let text = text.value();
                let is_word = !text.is_empty() && !text.contains(char::is_whitespace);
                if is_word && (self.function.gives_code || !self.statuses.is_empty()) {
                    self.codes.push(text);
                } else if text.contains(char::is_whitespace) {
                    self.texts.push(text);
                }
            }
            _ => {}
        }
    }
}

/// The status that a constant of `http` or of another crate is named after: `NOT_FOUND`, `NotFound`.
fn status_of_name(name: &str) -> Option<u16> {
    // The names of RFC 7231, which crates keep.
    const OLDER: [(&str, u16); 4] = [
        ("PAYLOAD_TOO_LARGE", 413),
        ("UNPROCESSABLE_ENTITY", 422),
        ("IM_A_TEAPOT", 418),
        ("REQUEST_ENTITY_TOO_LARGE", 413),
    ];
    let name = name.to_shouty_snake_case();
    let older = OLDER.iter().find(|(older, _)| *older == name);
    let has_name =
        |status: &u16| reason(*status).is_some_and(|reason| reason.to_shouty_snake_case() == name);
    older.map(|(_, status)| *status).or_else(|| VALID_STATUSES.into_iter().find(has_name))
}
