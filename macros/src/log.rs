//! The text for logs of a variant: `#[catalog(log = "loading order {order_id} from {shard:?}")]`, a format
//! string whose arguments are fields.

use api_error_catalog_model::nearest;
use syn::LitStr;

use crate::errors::{Errors, with_help};
use crate::item::Variant;

/// The fields that the text names, each once, as indices; `None` where it has mistakes, which are reported.
pub(crate) fn arguments(
    text: &LitStr,
    variant: &Variant<'_>,
    errors: &mut Errors,
) -> Option<Vec<usize>> {
    let before = errors.count();
    let mut arguments = Vec::new();
    for placeholder in placeholders(&text.value()) {
        let name = placeholder.name;
        if !is_name(name) {
            errors.at(
                text,
                with_help(format!("`{{{name}}}` in `log` is no field"), example(variant)),
            );
        } else if placeholder.is_of_arguments {
            errors
                .at(text, format!("a width and a precision in `log` are numbers: `{{{name}:8}}`"));
        } else if let Some(field) =
            variant.fields.iter().position(|f| f.name.as_deref() == Some(name))
        {
            if !arguments.contains(&field) {
                arguments.push(field);
            }
        } else {
            errors.at(
                text,
                with_help(
                    format!("`{}` has no field `{name}`", variant.ident),
                    help(name, variant),
                ),
            );
        }
    }
    (errors.count() == before).then_some(arguments)
}

/// What may be written instead of a field that is not there.
fn help(name: &str, variant: &Variant<'_>) -> String {
    let fields = variant.fields.iter().filter_map(|field| field.name.as_deref());
    let fields: Vec<_> = fields.collect();
    match nearest(name, fields.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if !fields.is_empty() => format!("its fields are `{}`", fields.join("`, `")),
        None if variant.cause().is_some() => {
            format!("the cause comes behind the text by itself, so leave `{{{name}}}` out")
        }
        None if variant.fields.is_empty() => {
            format!("add it with `#[catalog(private)]`, or leave `{{{name}}}` out")
        }
        None => format!("its fields have no names, so leave `{{{name}}}` out"),
    }
}

/// A placeholder as one writes it, of a field that is there.
fn example(variant: &Variant<'_>) -> String {
    match variant.fields.iter().find_map(|field| field.name.as_deref()) {
        Some(name) => {
            format!("write the name of one, `{{{name}}}`, or `{{{name}:?}}` for its `Debug`")
        }
        None => "what stands in braces is the name of a field".to_owned(),
    }
}

fn is_name(text: &str) -> bool {
    syn::parse_str::<syn::Ident>(text).is_ok()
        || syn::parse_str::<syn::Ident>(&format!("r#{text}")).is_ok()
}

/// A placeholder of a format string.
#[derive(Debug, PartialEq)]
struct Placeholder<'t> {
    name: &'t str,
    /// Whether its width or its precision is another argument.
    is_of_arguments: bool,
}

/// The placeholders of a format string. A brace that is not closed is for the compiler to report.
fn placeholders(text: &str) -> Vec<Placeholder<'_>> {
    let mut placeholders = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
        } else if let Some(end) = rest.find('}') {
            let (name, format) = rest[..end].split_once(':').unwrap_or((&rest[..end], ""));
            let is_of_arguments = {
                let format = without_fill(format);
                format.contains('$') || format.contains(".*")
            };
            placeholders.push(Placeholder { name: name.trim(), is_of_arguments });
            rest = &rest[end + 1..];
        }
    }
    placeholders
}

/// A format without what stands before its alignment, which is any character.
fn without_fill(format: &str) -> &str {
    match format.char_indices().nth(1) {
        Some((at, '<' | '^' | '>')) => &format[at..],
        _ => format,
    }
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    fn names(text: &str) -> Vec<&str> {
        placeholders(text).into_iter().map(|placeholder| placeholder.name).collect()
    }

    #[test]
    fn names_stand_between_single_braces() {
        assert_eq!(names("order {id} of {{user}} in {shard:?}, {}{0}"), ["id", "shard", "", "0"]);
        assert_eq!(names("{open"), [""; 0]);
        assert_eq!(names("{{{id}}}"), ["id"]);
    }

    #[test]
    fn a_width_may_be_another_argument() {
        let is_of_arguments = |text| placeholders(text)[0].is_of_arguments;
        assert!(is_of_arguments("{id:>width$}") && is_of_arguments("{id:.*}"));
        assert!(!is_of_arguments("{id:>8.3}") && !is_of_arguments("{id:$<8}"));
    }
}
