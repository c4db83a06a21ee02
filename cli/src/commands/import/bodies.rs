//! Bodies that an API has sent: their shape is learned, and the code, the status and the message of each.

pub(super) mod json;
mod roles;
mod shape;
mod texts;

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use api_error_catalog_core::status::VALID_STATUSES;
use api_error_catalog_core::template::escape;

use self::json::Json;
use self::roles::Roles;
use self::texts::Text;
use super::imported::{Imported, ImportedEntry, Member, Place};
use crate::failure::Failure;
use crate::received;

/// An answer with a body that is a JSON object.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) place: Place,
    pub(super) status: Option<u16>,
    pub(super) body: Json,
}

/// Reads the answers in files, and in the files of folders, each a body or what `curl -i` prints.
///
/// # Errors
///
/// Where a file cannot be read.
pub(super) fn read(paths: &[String], locale: &str, imported: &mut Imported) -> Result<(), Failure> {
    let mut files = Vec::new();
    for path in paths {
        find(Path::new(path), &mut files)
            .map_err(|error| Failure::of_file(path, "read", &error))?;
    }
    let mut answers = Vec::new();
    for file in files {
        let shown = file.to_string_lossy().into_owned();
        let bytes = fs::read(&file).map_err(|error| Failure::of_file(&shown, "read", &error))?;
        answers.extend(answer(&shown, &bytes, imported));
    }
    learn(&answers, locale, imported);
    Ok(())
}

/// Makes entries and the body of answers.
pub(super) fn learn(answers: &[Answer], locale: &str, imported: &mut Imported) {
    let bodies: Vec<_> = answers.iter().map(|answer| (&answer.body, answer.status)).collect();
    let roles = Roles::find(&bodies);
    push_entries(answers, &roles, locale, imported);
    imported.body = Some(body(answers, &roles));
}

/// The body that all answers fit.
fn body(answers: &[Answer], roles: &Roles) -> Vec<Member> {
    let bodies: Vec<_> = answers.iter().map(|answer| &answer.body).collect();
    shape::members(&bodies, roles)
}

/// The body that all of these fit, without an entry of any.
pub(super) fn body_of(answers: &[Answer]) -> Vec<Member> {
    let bodies: Vec<_> = answers.iter().map(|answer| (&answer.body, answer.status)).collect();
    body(answers, &Roles::find(&bodies))
}

/// The files that a path leads to, in the order of their names.
fn find(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    let entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path()));
    let mut entries = entries.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort();
    entries.iter().try_for_each(|entry| find(entry, files))
}

/// An answer in a file. Where the file has no head, the number that its name begins with may be the status.
fn answer(file: &str, bytes: &[u8], imported: &mut Imported) -> Option<Answer> {
    let received = received::parse(bytes, None);
    let head = bytes.len() - received.body.len();
    let line = bytes[..head].split(|byte| *byte == b'\n').count();
    let place = Place::new(&Rc::from(file), line);
    let status = received.status.or_else(|| status_of_name(file));
    match serde_json::from_slice(&received.body) {
        Ok(body @ Json::Object(_)) => Some(Answer { place, status, body }),
        Ok(_) => {
            imported.note(&place, "this is JSON, and no object: it is left out");
            None
        }
        Err(_) => {
            imported
                .note(&place, "this is no JSON: such answers are read by the row of their status");
            None
        }
    }
}

/// `404-no-account.json`
fn status_of_name(file: &str) -> Option<u16> {
    let name = Path::new(file).file_name()?.to_str()?;
    let digits = name.split(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok().filter(|status| digits.len() == 3 && VALID_STATUSES.contains(status))
}

/// An entry for each code and status. Nothing of it is documented.
fn push_entries(answers: &[Answer], roles: &Roles, locale: &str, imported: &mut Imported) {
    let mut texts: Vec<Text> = Vec::new();
    let first = imported.entries.len();
    for Answer { place, status, body } in answers {
        let status = status.or_else(|| roles.status_in(body));
        let Some(code) = roles.code_in(body) else {
            imported.note(place, "this body has no code, and becomes no entry");
            continue;
        };
        let message = roles.message_in(body);
        let mut known = imported.entries[first..].iter();
        let known = known.position(|entry| entry.code == code && entry.status == status);
        if let Some(at) = known {
            if let Some(message) = message.filter(|message| !texts[at].takes(message)) {
                let entry = &imported.entries[first + at];
                let message = format!(
                    "`{code}`, which is at {}, has another message here, which is left out: {message}",
                    entry.place
                );
                imported.note(place, message);
            }
            continue;
        }
        let mut entry = ImportedEntry::new(code, place.clone());
        entry.status = status;
        entry.assumed = if status.is_some() { vec!["status"] } else { Vec::new() };
        if let Some(problem_type) = roles.type_in(body) {
            entry.strings.insert("type", problem_type);
        }
        if let Some(title) = roles.title_in(body) {
            entry.set_text("title", locale, escape(title));
            entry.assumed.push("title");
        }
        texts.push(Text::new(message.unwrap_or_default()));
        imported.entries.push(entry);
    }
    for (at, text) in texts.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        let entry = &mut imported.entries[first + at];
        entry.set_text("message", locale, text.template());
        entry.assumed.insert(0, "message");
        if text.varies() {
            let message = format!("the message of `{}` varies: {}", entry.code, text.template());
            let place = entry.place.clone();
            imported.note(&place, message);
        }
    }
}
