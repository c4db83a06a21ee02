//! The grammar of PO files. It is ours since a finding has to name the line that it is about, which the libraries do
//! not keep.

/// A message of a PO file.
#[derive(Debug, Default)]
pub(super) struct Message {
    /// The line of its first keyword, which counts from 1.
    pub(super) line: usize,
    pub(super) context: Option<String>,
    pub(super) id: String,
    /// The translation; empty where there is none.
    pub(super) text: String,
    pub(super) is_fuzzy: bool,
    pub(super) is_plural: bool,
}

impl Message {
    /// Whether it is the one without an id, whose text is about the file.
    pub(super) fn is_header(&self) -> bool {
        self.id.is_empty() && self.context.is_none()
    }
}

/// What a string belongs to.
#[derive(Clone, Copy, PartialEq)]
enum Field {
    None,
    Context,
    Id,
    Plural,
    Text,
}

/// The messages of a file, without obsolete ones.
///
/// # Errors
///
/// The first line that is none of a PO file.
pub(super) fn parse(file: &str) -> Result<Vec<Message>, usize> {
    let mut messages = Vec::new();
    let mut message = Message::default();
    let mut field = Field::None;
    for (number, line) in (1..).zip(file.trim_start_matches('\u{feff}').lines()) {
        let line = line.trim();
        // A message ends where the next one begins: at a comment or a keyword behind its text.
        let begins =
            line.starts_with('#') || line.starts_with("msgctxt") || line.starts_with("msgid ");
        if field == Field::Text && begins {
            messages.push(std::mem::take(&mut message));
            field = Field::None;
        }
        if line.is_empty() {
            continue;
        }
        if let Some(comment) = line.strip_prefix('#') {
            let flags = comment.strip_prefix(',').into_iter().flat_map(|flags| flags.split(','));
            message.is_fuzzy |= flags.map(str::trim).any(|flag| flag == "fuzzy");
            continue;
        }
        let (keyword, string) = line.split_at(line.find('"').ok_or(number)?);
        field = match keyword.trim() {
            "" => field,
            "msgctxt" => Field::Context,
            "msgid" => Field::Id,
            "msgid_plural" => Field::Plural,
            keyword if keyword.starts_with("msgstr") => Field::Text,
            _ => return Err(number),
        };
        if message.line == 0 {
            message.line = number;
        }
        let string = unquoted(string).ok_or(number)?;
        match field {
            Field::None => return Err(number),
            Field::Context => message.context.get_or_insert_default().push_str(&string),
            Field::Id => message.id.push_str(&string),
            Field::Plural => message.is_plural = true,
            Field::Text => message.text.push_str(&string),
        }
    }
    if field == Field::Text {
        messages.push(message);
    }
    Ok(messages)
}

/// What stands between quotation marks; `None` where there is no such string.
fn unquoted(string: &str) -> Option<String> {
    let inside = string.strip_prefix('"')?.strip_suffix('"')?;
    let mut text = String::new();
    let mut characters = inside.chars();
    while let Some(character) = characters.next() {
        text.push(match character {
            '"' => return None,
            '\\' => match characters.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                sign @ ('"' | '\\') => sign,
                _ => return None,
            },
            character => character,
        });
    }
    Some(text)
}
