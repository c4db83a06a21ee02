//! The parameters that entries declare.

use api_error_catalog_core::json;
use api_error_catalog_core::slot::{KnownSlot, SlotSource, SlotType};
use heck::ToSnakeCase as _;

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::document::{Document, ParameterTable};
use crate::finding::Subject;
use crate::names;
use crate::source::Spanned;

fn declared(document: &Document) -> impl Iterator<Item = &ParameterTable> {
    document.codes.iter().flat_map(|code| &code.parameters)
}

/// A parameter becomes a method of the body and a field of a variant, as a placeholder does.
pub(super) fn parameters_can_be_methods_and_fields(check: &mut Check<'_>) {
    for ParameterTable { name: Spanned { value: name, span }, .. } in declared(check.document) {
        let diagnostic = if !names::is_name(name) {
            let meant = name.to_snake_case();
            let meant = if names::is_name(&meant) { meant } else { "account_id".to_owned() };
            Diagnostic::error(*span, format!("`{name}` cannot be the name of a parameter"))
                .help(format!("a parameter is named in snake_case: `{meant}`"))
        } else if let Some(reserved) = names::reserved(name) {
            let message = format!("no parameter can be called `{name}`: {}", reserved.reason);
            Diagnostic::error(*span, message).help("choose another name")
        } else if KnownSlot::find(name).is_some_and(|known| known.source != SlotSource::Caller) {
            Diagnostic::error(*span, format!("`{name}` is a slot that the catalog fills"))
                .help("give the parameter a name of its own")
        } else {
            continue;
        };
        check.diagnostics.add(diagnostic.explains(Subject::SlotType(*span)));
    }
}

/// A setter, and a slot of the same name, take one type.
pub(super) fn a_parameter_has_one_type(check: &mut Check<'_>) {
    let types = check.document.parameter_types();
    for parameter in declared(check.document) {
        let Some(Spanned { value: own, span }) = parameter.parameter_type else { continue };
        let name = &parameter.name.value;
        let Some(known) = types.get(name.as_str()).filter(|known| known.value != own) else {
            continue;
        };
        check.diagnostics.add(
            Diagnostic::error(span, format!("`{name}` has another type elsewhere"))
                .label(format!("{} here", own.as_str()))
                .other(known.span, format!("{} here", known.value.as_str()))
                .help("write the same type, or give one of the two another name")
                .rests_on(Subject::SlotType(parameter.name.span)),
        );
    }
}

pub(super) fn examples_have_the_type_of_their_parameter(check: &mut Check<'_>) {
    let types = check.document.parameter_types();
    for parameter in declared(check.document) {
        let Some(example) = &parameter.example else { continue };
        let own = parameter.parameter_type.as_ref();
        let known = own.or_else(|| types.get(parameter.name.value.as_str()));
        let known = known.map_or(SlotType::String, |known| known.value);
        if !fits(known, &example.value) {
            let (name, known) = (&parameter.name.value, known.as_str());
            let message = format!("`{name}` has the type {known}, and this is no such value");
            check.diagnostics.add(
                Diagnostic::error(example.span, message)
                    .help("write an example of that type, or another `type` beside it"),
            );
        }
    }
}

/// Whether some JSON has a type.
fn fits(parameter_type: SlotType, example: &str) -> bool {
    let first = example.as_bytes().first().copied().unwrap_or_default();
    match parameter_type {
        SlotType::String => first == b'"',
        SlotType::Integer => json::is_integer(example),
        SlotType::Number => json::is_number(example),
        SlotType::Delay => first.is_ascii_digit(),
        SlotType::Time => first == b'"' || json::is_integer(example),
        SlotType::Boolean => matches!(first, b't' | b'f'),
        SlotType::Array => first == b'[',
        SlotType::Object => first == b'{',
        _ => true,
    }
}
