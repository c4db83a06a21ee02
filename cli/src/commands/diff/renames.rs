//! Entries that have another name.

use api_error_catalog_core::golden::{Golden, Subject};

use super::rules::{self, Rule};

/// That an entry has become another one.
pub(super) struct Rename {
    pub(super) rule: &'static Rule,
    old: String,
    new: String,
    /// The codes that they are sent with; `None` where none is sent.
    codes: [Option<String>; 2],
}

impl Rename {
    pub(super) fn of_old<'r>(renames: &'r [Self], name: &str) -> Option<&'r Self> {
        renames.iter().find(|rename| rename.old == name)
    }

    pub(super) fn of_new<'r>(renames: &'r [Self], name: &str) -> Option<&'r Self> {
        renames.iter().find(|rename| rename.new == name)
    }

    pub(super) fn message(&self) -> String {
        let Self { old, new, .. } = self;
        match &self.codes {
            [Some(before), Some(after)] if before != after => {
                format!("the entry `{old}` is `{new}` now: `code` was `{before}`, is `{after}`")
            }
            _ => format!("the entry `{old}` is `{new}` now, with the same code"),
        }
    }
}

/// The entries that are gone, each with the one that it has become: one that is sent with the same code, reads
/// the old code as an alias, or says the same. All else that programs go by has to be as it was.
pub(super) fn renames(
    before: &Golden,
    after: &Golden,
    same_message: impl Fn(&str, &str) -> bool,
) -> Vec<Rename> {
    let without = |golden: &Golden, other: &Golden| -> Vec<_> {
        let only = golden.subjects().filter(|subject| !other.subjects().any(|o| o == *subject));
        only.cloned().collect()
    };
    let mut candidates = without(after, before);
    let mut renames = Vec::new();
    for old in without(before, after) {
        let fits = |new: &&Subject| {
            rest(before, &old) == rest(after, new)
                && is_same(before, &old, after, new, &same_message)
        };
        let Some(new) = candidates.iter().find(fits).cloned() else { continue };
        candidates.retain(|candidate| *candidate != new);
        let codes = [code(before, &old), code(after, &new)];
        let rule = if codes[0] == codes[1] { &rules::ENTRY_RENAMED } else { &rules::CODE_RENAMED };
        renames.extend(name(&old).zip(name(&new)).map(|(old, new)| Rename {
            rule,
            old: old.to_owned(),
            new: new.to_owned(),
            codes,
        }));
    }
    renames
}

fn is_same(
    before: &Golden,
    old: &Subject,
    after: &Golden,
    new: &Subject,
    same_message: impl Fn(&str, &str) -> bool,
) -> bool {
    let old_code = code(before, old);
    let is_sent_alike = old_code.is_some() && old_code == code(after, new);
    let alias = old_code.map(|code| format!("alias {code}"));
    let is_alias = after.facts(new).any(|(key, _)| Some(key) == alias.as_deref());
    let says_the_same =
        || name(old).zip(name(new)).is_some_and(|(old, new)| same_message(old, new));
    is_sent_alike || is_alias || says_the_same()
}

/// What programs go by besides the name.
fn rest<'g>(golden: &'g Golden, subject: &Subject) -> Vec<(&'g str, &'g str)> {
    let is_name = |key: &str| key == "code" || key == "type" || key.starts_with("alias ");
    golden.facts(subject).filter(|(key, _)| !is_name(key)).collect()
}

fn code(golden: &Golden, subject: &Subject) -> Option<String> {
    let code = golden.facts(subject).find(|(key, _)| *key == "code");
    code.map(|(_, value)| value.to_owned())
}

fn name(subject: &Subject) -> Option<&str> {
    match subject {
        Subject::Entry(name) => Some(name),
        _ => None,
    }
}
