//! The TOML that messages and helps quote, as JSON: a finding in a JSON file speaks the file's language.

use std::borrow::Cow;

use api_error_catalog_core::json::quoted;

use crate::diagnostic::Diagnostic;
use crate::finding::Findings;
use crate::source::FileId;
use crate::toml;
use crate::tree::{SourceValue, Table, ValueKind};

/// Translates what a diagnostic of a JSON file has in backticks, where that is TOML.
pub(crate) fn translate(diagnostic: Diagnostic, file: FileId) -> Diagnostic {
    let Diagnostic { message, help, .. } = &diagnostic;
    // In a sentence about what there is, a table is named by its path.
    let message = snippets(message, |snippet| header(snippet, file).map(|path| path.join(".")));
    let help = help.as_ref().map(|help| {
        snippets(help, |snippet| match header(snippet, file) {
            Some(path) => Some(nested(&path)),
            None => key_values(snippet, file),
        })
    });
    Diagnostic { message, help, ..diagnostic }
}

/// The sentence with each snippet in backticks replaced for which there is something else.
fn snippets(sentence: &str, translated: impl Fn(&str) -> Option<String>) -> String {
    let pieces = sentence.split('`').enumerate().map(|(number, piece)| match number % 2 {
        1 => translated(piece).map_or(Cow::Borrowed(piece), Cow::Owned),
        _ => Cow::Borrowed(piece),
    });
    pieces.collect::<Vec<_>>().join("`")
}

/// The keys of `[a.b]`.
fn header(snippet: &str, file: FileId) -> Option<Vec<String>> {
    let inside = snippet.strip_prefix('[')?.strip_suffix(']')?;
    if !inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let inside = inside.replace('…', "\"…\"");
    let text = format!("[{inside}]");
    let mut table = &parse(&text, file)?;
    let mut path = Vec::new();
    while let [entry] = table.entries() {
        path.push(entry.key.value.clone().into_owned());
        let ValueKind::Table(inner) = &entry.value.kind else { return None };
        table = inner;
    }
    Some(path)
}

/// `"a": { "b": { … } }`
fn nested(path: &[String]) -> String {
    let (open, close): (Vec<_>, Vec<_>) =
        path.iter().map(|key| (format!("{}: {{ ", quoted(key)), " }")).unzip();
    format!("{}…{}", open.concat(), close.concat())
}

/// `key = value`, several of them, or a table of them.
fn key_values(snippet: &str, file: FileId) -> Option<String> {
    if !snippet.contains(" = ") {
        return None;
    }
    let is_table = snippet.starts_with('{');
    let value = snippet.replace(" = …", " = \"\u{1a}\"").replace('\u{1a}', "\\u001a");
    let text = if is_table { format!("it = {value}") } else { format!("it = {{ {value} }}") };
    let root = parse(&text, file)?;
    let table = json(&root.entries().first()?.value)?;
    let json = if is_table { &table } else { table.strip_prefix("{ ")?.strip_suffix(" }")? };
    Some(json.replace("\"\\u001a\"", "…"))
}

fn parse(text: &str, file: FileId) -> Option<Table<'_>> {
    let mut findings = Findings::default();
    let table = toml::parse(text, file, &mut findings, &mut Vec::new());
    findings.is_empty().then_some(table)
}

fn json(value: &SourceValue<'_>) -> Option<String> {
    Some(match &value.kind {
        ValueKind::String(text) => quoted(text),
        ValueKind::Integer(number) => number.to_string(),
        ValueKind::Number(number) => number.to_string(),
        ValueKind::Boolean(value) => value.to_string(),
        ValueKind::Array(items) => {
            let items: Option<Vec<_>> = items.iter().map(json).collect();
            format!("[{}]", items?.join(", "))
        }
        ValueKind::Table(table) => {
            let members = table.entries().iter().map(|entry| {
                Some(format!("{}: {}", quoted(&entry.key.value), json(&entry.value)?))
            });
            let members: Option<Vec<_>> = members.collect();
            format!("{{ {} }}", members?.join(", "))
        }
        ValueKind::Datetime | ValueKind::Null | ValueKind::Broken => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::translate;
    use crate::diagnostic::Diagnostic;
    use crate::source::Sources;

    fn translated(message: &str, help: &str) -> (String, String) {
        let file = Sources::default().add("test.json".to_owned(), String::new());
        let diagnostic = Diagnostic::without_place(message).help(help);
        let diagnostic = translate(diagnostic, file);
        (diagnostic.message, diagnostic.help.expect("a help"))
    }

    #[test]
    fn keys_and_values_become_members() {
        for (toml, json) in [
            ("add `status = 400`", r#"add `"status": 400`"#),
            ("add `en = \"…\", fr = \"…\"`", r#"add `"en": "…", "fr": "…"`"#),
            ("write `{ en = \"…\" }`", r#"write `{ "en": "…" }`"#),
            ("`variant = \"A\"` here", r#"`"variant": "A"` here"#),
            ("write `name = …`", r#"write `"name": …`"#),
            ("write `extends = [\"a\", \"b\"]`", r#"write `"extends": ["a", "b"]`"#),
            ("did you mean `status`?", "did you mean `status`?"),
            ("write `\"{inner?}\"`", "write `\"{inner?}\"`"),
            ("`[\"en\"]`", "`[\"en\"]`"),
        ] {
            assert_eq!(translated("", toml).1, json);
        }
    }

    #[test]
    fn headers_become_paths_and_objects() {
        let (message, help) =
            translated("there is no `[body.inner]`", "add `[code.\"a.b\"]`, or `[status.404]`");
        assert_eq!(message, "there is no `body.inner`");
        assert_eq!(help, r#"add `"code": { "a.b": { … } }`, or `"status": { "404": { … } }`"#);
    }
}
