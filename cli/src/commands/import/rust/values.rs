//! What an arm of a `match` gives: statuses and codes.

use api_error_catalog_core::status::{VALID_STATUSES, reason};
use heck::ToShoutySnakeCase as _;
use syn::punctuated::Punctuated;
use syn::visit::{self, Visit};
use syn::{Expr, Lit, Macro, Path, Signature, Token};

use super::enums::source;
use super::names::Names;

/// What the name and the result of a function say of the values in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Function {
    /// Numbers in it are statuses.
    pub(super) gives_status: bool,
    /// Words and numbers in it are codes.
    gives_code: bool,
}

impl Function {
    pub(super) fn of(signature: &Signature) -> Self {
        let name = signature.ident.to_string();
        let result = source(&signature.output);
        Self {
            gives_status: name.contains("status")
                || result.contains("Status")
                || result.contains("(u16"),
            gives_code: ["code", "kind", "slug"].iter().any(|word| name.contains(word))
                && !result.contains("Status"),
        }
    }
}

/// The statuses and codes in what an arm gives.
pub(super) struct Values<'n> {
    function: Function,
    names: &'n Names<'n>,
    /// How many constants and functions lead here.
    depth: usize,
    pub(super) statuses: Vec<u16>,
    pub(super) codes: Vec<String>,
    /// What is no code: sentences.
    pub(super) texts: Vec<String>,
}

/// How many constants and functions are followed from an arm, so that one that leads to itself ends.
const DEEPEST: usize = 4;

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
            Expr::Path(path) => {
                self.follow_constant(&path.path);
                visit::visit_expr(self, expression);
            }
            Expr::Call(call) => match &*call.func {
                Expr::Path(path) if makes_status(&path.path) => {
                    let outer = std::mem::replace(&mut self.function.gives_status, true);
                    call.args.iter().for_each(|argument| self.visit_expr(argument));
                    self.function.gives_status = outer;
                }
                Expr::Path(path) => {
                    self.follow_function(&path.path);
                    visit::visit_expr(self, expression);
                }
                _ => visit::visit_expr(self, expression),
            },
            // What `expect` says is for nobody.
            Expr::MethodCall(call) if call.method == "expect" => self.visit_expr(&call.receiver),
            Expr::Macro(call) => self.follow_macro(&call.mac),
            expression => visit::visit_expr(self, expression),
        }
    }
}

/// `StatusCode::from_u16(409)`
fn makes_status(path: &Path) -> bool {
    let mut segments = path.segments.iter().rev();
    let (Some(function), Some(owner)) = (segments.next(), segments.next()) else { return false };
    let is_maker = ["from_u16", "try_from", "from", "new"].iter().any(|f| function.ident == f);
    is_maker && owner.ident.to_string().contains("Status")
}

impl<'n> Values<'n> {
    pub(super) fn new(function: Function, names: &'n Names<'n>, depth: usize) -> Self {
        let (statuses, codes, texts) = Default::default();
        Self { function, names, depth, statuses, codes, texts }
    }

    /// What stands for a constant of the files: `const FULL: StatusCode = StatusCode::CONFLICT;`
    fn follow_constant(&mut self, path: &Path) {
        let Some(last) = path.segments.last().filter(|_| self.depth < DEEPEST) else { return };
        if let Some(value) = self.names.constant(&last.ident.to_string()) {
            self.depth += 1;
            self.visit_expr(value);
            self.depth -= 1;
        }
    }

    /// The status and the code that a function gives, where it gives one whatever it is called with.
    fn follow_function(&mut self, path: &Path) {
        let Some(last) = path.segments.last().filter(|_| self.depth < DEEPEST) else { return };
        let Some((signature, body)) = self.names.function(&last.ident.to_string()) else { return };
        let mut given = Values::new(Function::of(signature), self.names, self.depth + 1);
        given.visit_block(body);
        given.statuses.dedup();
        if let [status] = given.statuses[..] {
            self.statuses.push(status);
            if let [code] = &given.codes[..] {
                self.codes.push(code.clone());
            }
        }
    }

    /// The statuses that a macro is called with, `refuse!(422)`; what else it makes of them, only it knows.
    fn follow_macro(&mut self, call: &Macro) {
        let list = Punctuated::<Expr, Token![,]>::parse_terminated;
        let Ok(arguments) = call.parse_body_with(list) else { return };
        let mut given = Values::new(self.function.clone(), self.names, self.depth);
        arguments.iter().for_each(|argument| given.visit_expr(argument));
        self.statuses.extend(given.statuses);
    }

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
