//! The text for logs of a variant: `#[catalog(log = "loading order {order_id} from {shard:?}")]`, a format
//! string whose arguments are fields.

use syn::LitStr;

use crate::errors::Errors;
use crate::item::Variant;

/// The fields that the text names, each once, as indices; mistakes are reported.
pub(crate) fn arguments(text: &LitStr, variant: &Variant<'_>, errors: &mut Errors) -> Vec<usize> {
    let mut arguments = Vec::new();
    for name in names(&text.value()) {
        let field = variant.fields.iter().position(|field| field.name.as_deref() == Some(name));
        match field {
            Some(field) if arguments.contains(&field) => {}
            Some(field) => arguments.push(field),
            None if name.is_empty() || name.bytes().all(|byte| byte.is_ascii_digit()) => errors.at(
                text,
                "a placeholder in `log` has the name of a field: `{order_id}`, or `{order_id:?}` for its `Debug`",
            ),
            None => {
                let fields = variant.fields.iter().filter_map(|field| field.name.as_deref());
                let fields: Vec<_> = fields.collect();
                let help = match api_error_catalog_model::nearest(name, fields.iter().copied()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if fields.is_empty() => "the variant has no fields with names".to_owned(),
                    None => format!("its fields are `{}`", fields.join("`, `")),
                };
                errors.at(text, format!("`{}` has no field `{name}`; {help}", variant.ident));
            }
        }
    }
    arguments
}

/// What stands in the braces of a format string, up to a `:`. One that is not closed is for the compiler to
/// report.
fn names(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        rest = &rest[at + 1..];
        if let Some(escaped) = rest.strip_prefix('{') {
            rest = escaped;
        } else if let Some(end) = rest.find('}') {
            let placeholder = &rest[..end];
            names.push(placeholder.split(':').next().unwrap_or_default().trim());
            rest = &rest[end + 1..];
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn names_stand_between_single_braces() {
        assert_eq!(names("order {id} of {{user}} in {shard:?}, {}{0}"), ["id", "shard", "", "0"]);
        assert_eq!(names("{open"), [""; 0]);
        assert_eq!(names("{{{id}}}"), ["id"]);
    }
}
