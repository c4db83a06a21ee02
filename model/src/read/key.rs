//! The keys of a shape: names, a question mark for what may be left out, and slots.

/// A key taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) key: Name,
    /// Whether it ends with a question mark.
    pub(super) is_optional: bool,
}

/// What a member is called.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Name {
    /// The name that is written, and others that are read: `a|b`.
    Fixed(Vec<String>),
    /// The value of a slot: `{field}`.
    Slot(String),
    /// The names of nested objects, joined in a slot: `{field...}`.
    Path(String),
}

/// What is wrong with a key.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mistake {
    pub(super) message: &'static str,
    pub(super) help: &'static str,
}

const LONE: Mistake = Mistake {
    message: "a brace in this key has no counterpart",
    help: "write `{{` or `}}` for a brace, and `\"{field}\"` for a member of any name",
};

const AROUND: Mistake = Mistake {
    message: "this key is a slot, and there is text around it",
    help: "write the slot alone: `\"{field}\"`",
};

const EMPTY: Mistake = Mistake {
    message: "one of these names is empty",
    help: "write names with one `|` between them, and `||` for a bar",
};

/// Takes a key apart. `{`, `}`, `|` and `?` are themselves when they are doubled.
pub(super) fn parse(key: &str) -> Result<Key, Mistake> {
    let mut names = vec![String::new()];
    let mut slot = None;
    let mut is_optional = false;
    let mut rest = key.chars().peekable();
    while let Some(character) = rest.next() {
        let is_doubled = rest.peek() == Some(&character);
        match character {
            '{' | '}' | '|' | '?' if is_doubled => {
                rest.next();
                push(&mut names, character);
            }
            '{' => {
                let mut name = String::new();
                loop {
                    match rest.next() {
                        Some('}') => break,
                        Some(inside) if inside != '{' => name.push(inside),
                        _ => return Err(LONE),
                    }
                }
                if slot.replace(name).is_some() {
                    return Err(AROUND);
                }
            }
            '}' => return Err(LONE),
            '|' => names.push(String::new()),
            '?' if rest.peek().is_none() => is_optional = true,
            other => push(&mut names, other),
        }
    }
    let key = match slot {
        Some(_) if names != [""] => return Err(AROUND),
        Some(slot) => match slot.strip_suffix("...") {
            Some(slot) => Name::Path(slot.to_owned()),
            None => Name::Slot(slot),
        },
        None if names.len() > 1 && names.contains(&String::new()) => return Err(EMPTY),
        None => Name::Fixed(names),
    };
    Ok(Key { key, is_optional })
}

fn push(names: &mut [String], character: char) {
    if let Some(name) = names.last_mut() {
        name.push(character);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(names: &[&str], is_optional: bool) -> Key {
        let names = names.iter().map(ToString::to_string).collect();
        Key { key: Name::Fixed(names), is_optional }
    }

    #[test]
    fn keys_are_taken_apart() {
        assert_eq!(parse("code"), Ok(fixed(&["code"], false)));
        assert_eq!(parse("details?"), Ok(fixed(&["details"], true)));
        assert_eq!(parse("message|Message?"), Ok(fixed(&["message", "Message"], true)));
        assert_eq!(parse("a||b"), Ok(fixed(&["a|b"], false)));
        assert_eq!(parse("why??"), Ok(fixed(&["why?"], false)));
        assert_eq!(parse("a?b"), Ok(fixed(&["a?b"], false)));
        assert_eq!(parse("{{a}}"), Ok(fixed(&["{a}"], false)));
        assert_eq!(parse(""), Ok(fixed(&[""], false)));
        let slot = Name::Slot("field".to_owned());
        assert_eq!(parse("{field}"), Ok(Key { key: slot, is_optional: false }));
        let path = Name::Path("field".to_owned());
        assert_eq!(parse("{field...}?"), Ok(Key { key: path, is_optional: true }));
    }

    #[test]
    fn what_is_no_key() {
        assert_eq!(parse("{a"), Err(LONE));
        assert_eq!(parse("a}"), Err(LONE));
        assert_eq!(parse("x{a}"), Err(AROUND));
        assert_eq!(parse("{a}{b}"), Err(AROUND));
        assert_eq!(parse("a|"), Err(EMPTY));
    }
}
