//! A catalog of what was imported, as TOML.

use api_error_catalog_core::status::reason;
use toml_writer::{ToTomlKey as _, ToTomlValue as _, TomlKeyBuilder, TomlStringBuilder};

use super::imported::{Imported, ImportedEntry, Member, MemberValue, STRINGS, TEXTS};

/// What the catalog is called, and its languages, the first the default.
#[derive(Debug)]
pub(super) struct Header<'a> {
    pub(super) name: &'a str,
    pub(super) locales: Vec<String>,
    /// What the catalog extends.
    pub(super) extends: Option<&'a str>,
}

/// The catalog. Entries have names and variants that are distinct.
pub(super) fn text(header: &Header<'_>, imported: &Imported) -> String {
    let mut out = String::from(
        "#:schema catalog.schema.json\n\n\
         # `errcat schema --out catalog.schema.json` writes the schema, for editors.\n\n\
         [catalog]\n",
    );
    let locales: Vec<_> = header.locales.iter().map(|locale| string(locale)).collect();
    let mut lines = vec![
        ("name".to_owned(), string(header.name)),
        ("locales".to_owned(), format!("[{}]", locales.join(", "))),
    ];
    lines.extend(header.extends.map(|base| ("extends".to_owned(), string(base))));
    if lacks_texts(imported, header.locales.len()) {
        lines.push(("missing".to_owned(), string("warn")));
    }
    push_lines(&mut out, &lines);
    body(&mut out, imported);
    statuses(&mut out, imported);
    for entry in &imported.entries {
        push_table(&mut out, &["code", entry.name()]);
        push_lines(&mut out, &entry_lines(entry, header));
    }
    out
}

/// Whether a text is not in every locale.
fn lacks_texts(imported: &Imported, locales: usize) -> bool {
    let texts = imported.entries.iter().flat_map(|entry| entry.texts.values());
    texts.into_iter().any(|text| text.len() < locales)
}

fn body(out: &mut String, imported: &Imported) {
    let slot = |key: &str, template: &str| Member {
        key: key.to_owned(),
        value: MemberValue::Slot { template: template.to_owned(), slot_type: None },
    };
    let has_messages = imported.entries.iter().all(ImportedEntry::has_message);
    let message = if has_messages { "{message}" } else { "{message?}" };
    let usual = || {
        let request_id = slot("request_id", "{request_id?}");
        vec![slot("code", "{code}"), slot("message", message), request_id]
    };
    let mut members = imported.body.clone().unwrap_or_else(usual);
    if !has_messages {
        leave_out_messages(&mut members);
    }
    push_members(out, &["body", "members"], &members);
    let mut types = Vec::new();
    slot_types(&members, &mut types);
    if !types.is_empty() {
        push_table(out, &["body", "slots"]);
        push_lines(out, &types);
    }
}

/// A table of members, those inside of others in one line with them: so they stay in the order of the wire.
fn push_members(out: &mut String, path: &[&str], members: &[Member]) {
    push_table(out, path);
    let lines = members.iter().map(|member| (key(&member.key), inline(&member.value)));
    let lines: Vec<_> = lines.collect();
    push_lines(out, &lines);
}

/// Lets the message be left out, which some entries do not have.
fn leave_out_messages(members: &mut [Member]) {
    for Member { value, .. } in members {
        match value {
            MemberValue::Slot { template, .. } if template == "{message}" => {
                template.insert(8, '?');
            }
            MemberValue::Slot { .. } => {}
            MemberValue::Object(members) | MemberValue::List(members) => {
                leave_out_messages(members);
            }
        }
    }
}

/// A value in one line.
fn inline(value: &MemberValue) -> String {
    let object = |members: &[Member]| {
        let members = members.iter().map(|m| format!("{} = {}", key(&m.key), inline(&m.value)));
        format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
    };
    match value {
        MemberValue::Slot { template, .. } => string(template),
        MemberValue::Object(members) => object(members),
        MemberValue::List(members) => format!("[{}]", object(members)),
    }
}

/// The slots whose types are not the usual ones.
fn slot_types(members: &[Member], types: &mut Vec<(String, String)>) {
    for Member { value, .. } in members {
        match value {
            MemberValue::Slot { template, slot_type: Some(slot_type) } => {
                let name = template.trim_matches(['{', '}', '?']);
                let line = (key(name), format!("{{ type = {} }}", string(slot_type)));
                if !types.contains(&line) {
                    types.push(line);
                }
            }
            MemberValue::Slot { .. } => {}
            MemberValue::Object(members) | MemberValue::List(members) => slot_types(members, types),
        }
    }
}

/// Rows of the statuses that nobody has registered.
fn statuses(out: &mut String, imported: &Imported) {
    let mut statuses: Vec<_> = imported.entries.iter().filter_map(|entry| entry.status).collect();
    statuses.sort_unstable();
    statuses.dedup();
    for status in statuses.into_iter().filter(|status| reason(*status).is_none()) {
        push_table(out, &["status", &status.to_string()]);
        push_lines(out, &[("unregistered".to_owned(), "true".to_owned())]);
    }
}

fn entry_lines(entry: &ImportedEntry, header: &Header<'_>) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    let mut push = |key: &str, value: String| lines.push((key.to_owned(), value));
    if entry.name.is_some() {
        push("code", string(&entry.code));
    }
    if let Some(status) = entry.status {
        push("status", status.to_string());
    }
    for text in TEXTS {
        let Some(versions) = entry.texts.get(text) else { continue };
        if let [_] = header.locales[..] {
            for version in versions.values() {
                push(text, string(version));
            }
            continue;
        }
        for locale in &header.locales {
            if let Some(version) = versions.get(locale) {
                push(&format!("{text}.{}", key(locale)), string(version));
            }
        }
    }
    for name in STRINGS {
        if let Some(value) = entry.strings.get(name) {
            push(name, string(value));
        }
    }
    if entry.is_retired {
        push("retired", "true".to_owned());
    }
    if !entry.assumed.is_empty() {
        let assumed: Vec<_> = entry.assumed.iter().map(|key| string(key)).collect();
        push("assumed", format!("[{}]", assumed.join(", ")));
    }
    lines
}

/// The head of a table, behind an empty line.
fn push_table(out: &mut String, path: &[&str]) {
    let path: Vec<_> = path.iter().map(|name| key(name)).collect();
    out.push_str(&format!("\n[{}]\n", path.join(".")));
}

/// Keys and values, the values below each other.
fn push_lines(out: &mut String, lines: &[(String, String)]) {
    let width = lines.iter().map(|(key, _)| key.chars().count()).max().unwrap_or(0);
    for (key, value) in lines {
        out.push_str(&format!("{key:width$} = {value}\n"));
    }
}

fn key(name: &str) -> String {
    let key = TomlKeyBuilder::new(name);
    key.as_unquoted().unwrap_or_else(|| key.as_basic()).to_toml_key()
}

fn string(text: &str) -> String {
    let string = TomlStringBuilder::new(text);
    let literal = || string.as_literal();
    string.as_basic_pretty().or_else(literal).unwrap_or_else(|| string.as_basic()).to_toml_value()
}
