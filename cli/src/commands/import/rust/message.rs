//! `#[error("…")]`: format strings as templates of a catalog.

use std::collections::HashMap;

use api_error_catalog_core::template::{TemplatePart, parts};
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Expr, ExprAssign, LitStr, Member, Meta, Token};

use super::enums::ErrorField;
use crate::commands::import::placeholders::usable_name;

/// What a variant says.
#[derive(Debug)]
pub(super) enum Message {
    Text {
        template: String,
        /// What stood there, and what stands there now.
        changes: Vec<(String, String)>,
    },
    /// The error that is held speaks for it.
    Transparent,
    /// It says nothing, or a function says it.
    Unknown,
}

/// Reads the message of a variant, and learns how it shows its fields.
pub(super) fn read(attributes: &[Attribute], fields: &mut [ErrorField]) -> Message {
    let attribute = attributes.iter().find(|attribute| attribute.path().is_ident("error"));
    let Some(Meta::List(list)) = attribute.map(|attribute| &attribute.meta) else {
        return Message::Unknown;
    };
    if list.tokens.to_string() == "transparent" {
        return Message::Transparent;
    }
    match list.parse_args::<Format>() {
        Ok(format) => Template::of(&format, fields),
        Err(_) => Message::Unknown,
    }
}

/// `"…", .0, name = .field`
struct Format {
    text: LitStr,
    arguments: Vec<Expr>,
    named: HashMap<String, Expr>,
}

impl Parse for Format {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let text = input.parse()?;
        let mut format = Self { text, arguments: Vec::new(), named: HashMap::new() };
        if !input.is_empty() {
            input.parse::<Token![,]>()?;
        }
        let arguments = Punctuated::<Argument, Token![,]>::parse_terminated(input)?;
        for Argument(argument) in arguments {
            match argument {
                Expr::Assign(ExprAssign { left, right, .. }) => {
                    format.named.insert(super::enums::source(&left), *right);
                }
                argument => format.arguments.push(argument),
            }
        }
        Ok(format)
    }
}

/// An expression, where `.0` and `.field` stand for `self.0` and `self.field`.
struct Argument(Expr);

impl Parse for Argument {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = if input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]) {
            let name: syn::Ident = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        let value: Expr = if input.peek(Token![.]) {
            input.parse::<Token![.]>()?;
            let rest: proc_macro2::TokenStream = until_comma(input)?;
            syn::parse2(quote::quote!(self.#rest))?
        } else {
            input.parse()?
        };
        Ok(Self(match name {
            Some(name) => syn::parse2(quote::quote!(#name = #value))?,
            None => value,
        }))
    }
}

fn until_comma(input: ParseStream<'_>) -> syn::Result<proc_macro2::TokenStream> {
    let mut tokens = proc_macro2::TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<proc_macro2::TokenTree>()?]);
    }
    Ok(tokens)
}

/// A template that is being written.
struct Template<'f> {
    format: &'f Format,
    fields: &'f mut [ErrorField],
    /// How many `{}` there were.
    next: usize,
    /// Whether a bracket was left out whose counterpart comes.
    is_open: bool,
    out: String,
    changes: Vec<(String, String)>,
}

impl<'f> Template<'f> {
    fn of(format: &'f Format, fields: &'f mut [ErrorField]) -> Message {
        let mut template = Self {
            format,
            fields,
            next: 0,
            is_open: false,
            out: String::new(),
            changes: Vec::new(),
        };
        let text = format.text.value();
        for part in parts(&text).unwrap_or_default() {
            match part {
                TemplatePart::Text(text) => template.text(text),
                TemplatePart::Placeholder { name, .. } => {
                    template.placeholder(name);
                }
            }
        }
        let Self { out, changes, .. } = template;
        Message::Text { template: out.trim().to_owned(), changes }
    }

    /// Text, without the bracket that closes one around a cause.
    fn text(&mut self, text: &str) {
        let is_closed = std::mem::take(&mut self.is_open);
        let rest = text.strip_prefix(')').filter(|_| is_closed).unwrap_or(text);
        self.out.push_str(rest);
    }

    fn placeholder(&mut self, written: &str) {
        let (argument, spec) = match written.split_once(':') {
            Some((argument, spec)) => (argument.trim(), spec),
            None => (written.trim(), ""),
        };
        let before = format!("{{{written}}}");
        if let Some(at) = self.field_of(argument) {
            let field = &mut self.fields[at];
            if field.cause.is_some() {
                // Nobody but the log is told of a cause.
                self.is_open = self.out.ends_with('(');
                let kept = self.out.trim_end_matches([' ', ':', '-', ',', '(']).len();
                self.out.truncate(kept);
                self.changes
                    .push((before, "nothing: it is the cause, which is for logs".to_owned()));
                return;
            }
            field.is_debug |= spec.contains('?');
            let name = usable_name(&field.name);
            field.name.clone_from(&name);
            self.push(&before, &name);
            return;
        }
        let name = match argument.parse::<usize>() {
            Ok(number) => format!("arg{}", number + 1),
            Err(_) if argument.is_empty() => format!("arg{}", self.next),
            Err(_) => usable_name(argument),
        };
        self.push(&before, &name);
    }

    fn push(&mut self, before: &str, name: &str) {
        let after = format!("{{{name}}}");
        self.out.push_str(&after);
        if before != after {
            self.changes.push((before.to_owned(), format!("`{after}`")));
        }
    }

    /// The field that an argument of the format string is.
    fn field_of(&mut self, argument: &str) -> Option<usize> {
        let value = match argument {
            "" => {
                self.next += 1;
                Some(self.format.arguments.get(self.next - 1)?)
            }
            name => self.format.named.get(name),
        };
        let member = match value {
            Some(Expr::Field(field)) if super::enums::source(&field.base) == "self" => {
                match &field.member {
                    Member::Named(name) => name.to_string(),
                    Member::Unnamed(index) => index.index.to_string(),
                }
            }
            Some(_) => return None,
            None => argument.to_owned(),
        };
        match member.parse::<usize>() {
            Ok(at) if self.fields.get(at).is_some_and(|field| field.written.is_none()) => Some(at),
            Ok(_) => None,
            Err(_) => self.fields.iter().position(|f| f.written.as_ref() == Some(&member)),
        }
    }
}
