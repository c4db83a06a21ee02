//! The texts for translators: a PO file of gettext, from the default locale to another one.
//!
//! The context of a message is where its text stands, `code.insufficient-funds.message`. A text that is not
//! translated has the default one, and is fuzzy; `errcat import --from po` leaves it out.

use std::path::Path;

use api_error_catalog_core::template;

use super::Exported;
use crate::catalogs::texts;
use crate::failure::Failure;

/// # Errors
///
/// Where it is not clear which locale is meant.
pub(super) fn po(exported: &Exported<'_>) -> Result<String, Failure> {
    let all: Vec<_> = exported.catalog.locales().collect();
    let locale = match (exported.locale, all.as_slice()) {
        (Some(locale), [default, ..]) if locale == *default => {
            return Err(Failure::new(format!("`{locale}` is the locale that is translated from")));
        }
        (Some(locale), _) => locale,
        (None, [_, other]) => *other,
        (None, _) => {
            let locales = all.join(", ");
            return Err(Failure::new(format!(
                "`--to po` is of one locale: name it with `--locale`; there are: {locales}"
            )));
        }
    };
    let number = all.iter().position(|known| *known == locale).unwrap_or_default();
    let reading = &exported.file.reading;
    let version = exported.catalog.version().unwrap_or_default();
    let header = format!(
        "Project-Id-Version: {} {version}\nLanguage: {locale}\nMIME-Version: 1.0\n\
         Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n",
        exported.catalog.name(),
    );
    let mut out = format!("msgid \"\"\n{}", string("msgstr", &header.replace(" \n", "\n")));
    for text in texts(reading.document()) {
        let source = reading.sources.get(text.text.span.file);
        let version = |number: usize| text.text.versions.get(number)?.as_ref();
        // What a ready-made base says is translated there.
        let Some(original) = version(0).filter(|_| source.is_file()) else { continue };
        let file = Path::new(&source.path).file_name().unwrap_or_default().to_string_lossy();
        out += &format!("\n#: {file}:{}\n", source.position(text.text.span.start).line);
        let translated = version(number);
        let mut flags = Vec::new();
        if translated.is_none() {
            flags.push("fuzzy");
        }
        // What is in braces stays, as in Python, whose messages translators' tools know.
        if template::has_braces(&original.value) {
            flags.push("python-brace-format");
        }
        if !flags.is_empty() {
            out += &format!("#, {}\n", flags.join(", "));
        }
        out += &string("msgctxt", &text.key());
        out += &string("msgid", &original.value);
        out += &string("msgstr", &translated.unwrap_or(original).value);
    }
    Ok(out)
}

/// A keyword and its string; one of several lines has each on its own.
fn string(keyword: &str, text: &str) -> String {
    let lines: Vec<_> = text.split_inclusive('\n').map(quoted).collect();
    match lines.as_slice() {
        [] => format!("{keyword} \"\"\n"),
        [line] => format!("{keyword} {line}\n"),
        lines => format!("{keyword} \"\"\n{}\n", lines.join("\n")),
    }
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out += "\\\"",
            '\\' => out += "\\\\",
            '\n' => out += "\\n",
            '\r' => out += "\\r",
            '\t' => out += "\\t",
            character => out.push(character),
        }
    }
    out + "\""
}
