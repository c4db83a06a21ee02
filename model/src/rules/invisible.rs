//! Characters that nobody sees, in all that the files say and in their comments: what is read is not what
//! is there.

use super::check::Check;
use crate::diagnostic::Diagnostic;
use crate::finding::Subject;
use crate::invisible::{self, Unseen};
use crate::literal;
use crate::source::{FileId, Span, Spanned, offset};

/// The first of each line of a string. An escape such as `\u202E` is seen, and meant.
pub(super) fn no_file_has_invisible_characters(check: &mut Check<'_>) {
    let (document, sources) = (check.document, check.sources);
    for (file, source) in sources.files() {
        let text = source.text.as_str();
        let mut found = invisible::first(text, 0);
        if found.is_none() {
            continue;
        }
        let comments: Vec<_> = document.comments.iter().filter(|span| span.file == file).collect();
        while let Some((at, character, unseen)) = found {
            let before = comments.partition_point(|comment| comment.range().start <= at);
            let is_in_comment = before > 0 && comments[before - 1].range().contains(&at);
            let help = is_in_comment.then_some("leave it out");
            let message = match unseen {
                Unseen::Invisible => "nobody sees this character",
                Unseen::Reordering => "what follows this character is shown in another order",
            };
            report(check, file, at, character, message, help);
            let end = text[at..].find(['\n', '"']).map_or(text.len(), |length| at + length);
            found = invisible::first(text, end);
        }
    }
}

/// Scripts and emoji need marks and joiners, and no code does.
pub(super) fn no_code_and_no_name_has_marks(check: &mut Check<'_>) {
    for (_, Spanned { value, span }) in check.document.names() {
        let Some((at, mark)) = invisible::first_mark(value) else { continue };
        let place = literal::place(check.sources, *span, at..at + mark.len_utf8());
        // Otherwise, it is an escape.
        if check.sources.text(place).starts_with(mark) {
            let at = place.range().start;
            report(check, place.file, at, mark, "nobody sees this character", None);
        }
    }
}

fn report(
    check: &mut Check<'_>,
    file: FileId,
    at: usize,
    character: char,
    message: &str,
    help: Option<&str>,
) {
    let place = Span { file, start: offset(at), end: offset(at + character.len_utf8()) };
    let (number, called) = (u32::from(character), invisible::called(character));
    let help = help.map_or_else(
        || format!("leave it out, or write it as `\\u{number:04X}` in double quotes"),
        str::to_owned,
    );
    let message = format!("{message}: U+{number:04X}, {called}");
    let error = Diagnostic::error(place, message).help(help);
    check.diagnostics.add(error.rests_on(Subject::Spelling(place)));
}
