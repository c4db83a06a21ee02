//! Entries that have another name.

use std::collections::{BTreeMap, BTreeSet};

use api_error_catalog_core::golden::{Golden, Subject};

use super::rules::{self, Rule};
use super::version::Compared;

/// That an entry has become another one.
pub(super) struct Rename {
    pub(super) rule: &'static Rule,
    old: String,
    new: String,
    /// The codes that they are sent with; `None` where none is sent.
    codes: [Option<String>; 2],
}

impl Rename {
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

/// The renames of a change.
pub(super) struct Renames {
    by_new: BTreeMap<String, Rename>,
    old: BTreeSet<String>,
}

impl Renames {
    pub(super) fn is_old(&self, name: &str) -> bool {
        self.old.contains(name)
    }

    pub(super) fn of_new(&self, name: &str) -> Option<&Rename> {
        self.by_new.get(name)
    }

    /// The entries that are gone, each with the one that it has become: one that is sent with the same code, reads
    /// the old code as an alias, or says the same. All else that programs go by has to be as it was.
    pub(super) fn between<'v>(before: &'v Compared<'v>, after: &'v Compared<'v>) -> Self {
        let mut renames = Self { by_new: BTreeMap::new(), old: BTreeSet::new() };
        let mut candidates = Candidates::new(only_in(after, before));
        for old in only_in(before, after) {
            let Some(new) = candidates.take(&old) else { continue };
            let codes = [&old, &new].map(|entry| entry.code.map(str::to_owned));
            let rule =
                if codes[0] == codes[1] { &rules::ENTRY_RENAMED } else { &rules::CODE_RENAMED };
            let (old, new) = (old.name.to_owned(), new.name.to_owned());
            renames.old.insert(old.clone());
            renames.by_new.insert(new.clone(), Rename { rule, old, new, codes });
        }
        renames
    }
}

/// An entry that only one of the versions has.
struct Lone<'g> {
    name: &'g str,
    code: Option<&'g str>,
    aliases: Vec<&'g str>,
    message: Option<&'g str>,
    rest: Rest<'g>,
}

/// What programs go by besides the name: each fact with its value.
type Rest<'g> = Vec<(&'g str, &'g str)>;

fn only_in<'g>(version: &'g Compared<'g>, other: &Compared<'_>) -> Vec<Lone<'g>> {
    let golden = version.golden;
    let others: BTreeSet<_> = other.golden.subjects().collect();
    let only = golden.subjects().filter(|subject| !others.contains(subject));
    let only = only.filter_map(|subject| match subject {
        Subject::Entry(name) => Some(Lone::new(golden, subject, name, version.message(name))),
        _ => None,
    });
    only.collect()
}

impl<'g> Lone<'g> {
    fn new(golden: &'g Golden, subject: &Subject, name: &'g str, message: Option<&'g str>) -> Self {
        let mut entry = Self { name, code: None, aliases: Vec::new(), message, rest: Vec::new() };
        for (key, value) in golden.facts(subject) {
            match (key, key.strip_prefix("alias ")) {
                ("code", _) => entry.code = Some(value),
                ("type", _) => {}
                (_, Some(alias)) => entry.aliases.push(alias),
                (_, None) => entry.rest.push((key, value)),
            }
        }
        entry
    }
}

/// What an old entry and a new one may have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Sign<'g> {
    Code(&'g str),
    /// What the new one reads as its code.
    Alias(&'g str),
    Message(&'g str),
}

/// The entries that old ones may have become, each only once.
struct Candidates<'g> {
    entries: Vec<Option<Lone<'g>>>,
    /// The numbers of those with a sign, among those that programs take for alike; the first ones last.
    with_sign: BTreeMap<Rest<'g>, BTreeMap<Sign<'g>, Vec<usize>>>,
}

impl<'g> Candidates<'g> {
    fn new(entries: Vec<Lone<'g>>) -> Self {
        let mut with_sign: BTreeMap<_, BTreeMap<_, Vec<_>>> = BTreeMap::new();
        for (number, entry) in entries.iter().enumerate().rev() {
            let alike = with_sign.entry(entry.rest.clone()).or_default();
            let signs = entry.code.map(Sign::Code).into_iter();
            let signs = signs.chain(entry.message.map(Sign::Message));
            for sign in signs.chain(entry.aliases.iter().copied().map(Sign::Alias)) {
                alike.entry(sign).or_default().push(number);
            }
        }
        Self { entries: entries.into_iter().map(Some).collect(), with_sign }
    }

    /// The first of those that the old entry may have become, which no other one becomes then.
    fn take(&mut self, old: &Lone<'g>) -> Option<Lone<'g>> {
        let alike = self.with_sign.get_mut(&old.rest)?;
        let signs =
            [old.code.map(Sign::Code), old.code.map(Sign::Alias), old.message.map(Sign::Message)];
        let firsts = signs.into_iter().flatten().filter_map(|sign| {
            let numbers = alike.get_mut(&sign)?;
            while numbers.pop_if(|number| self.entries[*number].is_none()).is_some() {}
            numbers.last().copied()
        });
        let first = firsts.min()?;
        self.entries[first].take()
    }
}
