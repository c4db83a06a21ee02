//! From what the files had to what a catalog can have: names and variants that are distinct, a status for each
//! entry, placeholders that are the same in every locale. What has to give way is noted.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

use api_error_catalog_core::template;
use api_error_catalog_model::variant_name;

use super::imported::{Imported, ImportedEntry, Place};
use super::placeholders::has_html;

/// What stands in for a status that nobody gives.
const UNKNOWN_STATUS: u16 = 500;

impl Imported {
    /// Makes its entries those of a catalog whose first locale is the default.
    pub(super) fn settle(&mut self, locales: &[String]) {
        let entries = std::mem::take(&mut self.entries);
        self.merge(entries);
        let mut entries = std::mem::take(&mut self.entries);
        self.name_variants(&mut entries);
        let names: HashSet<_> = entries.iter().map(|entry| entry.name().to_owned()).collect();
        for entry in &mut entries {
            self.settle_status(entry);
            self.settle_parent(entry, &names);
            self.settle_placeholders(entry, locales);
            self.look_through_texts(entry);
        }
        self.entries = entries;
    }

    /// Puts the notes in the order of files and lines.
    pub(super) fn sort_notes(&mut self, files: &[String]) {
        let order: HashMap<_, _> =
            files.iter().enumerate().map(|(at, file)| (&**file, at)).collect();
        let place = |at: &Place| (order.get(&*at.file).copied(), Rc::clone(&at.file), at.line);
        self.notes.sort_by_key(|note| place(&note.place));
    }

    /// One entry for each name and status; what differs between several of them is noted.
    fn merge(&mut self, entries: Vec<ImportedEntry>) {
        let mut known: HashMap<String, Vec<usize>> = HashMap::new();
        let mut names: HashSet<String> = entries.iter().map(|e| e.name().to_owned()).collect();
        for mut entry in entries {
            let same_name = known.entry(entry.name().to_owned()).or_default();
            let same = same_name.iter().copied().find(|at| {
                let status = self.entries[*at].status;
                entry.status.is_none() || status.is_none() || status == entry.status
            });
            if let Some(at) = same {
                self.merge_into(at, entry);
                continue;
            }
            if let (Some(first), Some(status)) = (same_name.first(), entry.status) {
                let first = &self.entries[*first];
                let name = distinct(&format!("{}-{status}", entry.name()), "-", |name| {
                    !names.contains(name)
                });
                let message = format!(
                    "`{}` has the status {status} here, and {} at {}; this is the entry `{name}`",
                    entry.name(),
                    first.status.unwrap_or(UNKNOWN_STATUS),
                    first.place,
                );
                let place = entry.place.clone();
                self.note(&place, message);
                names.insert(name.clone());
                entry.name = Some(name);
            }
            same_name.push(self.entries.len());
            self.entries.push(entry);
        }
    }

    /// Adds what an entry says to one of the same name. What that one says otherwise stays.
    fn merge_into(&mut self, at: usize, entry: ImportedEntry) {
        let mut notes = Vec::new();
        let first = &mut self.entries[at];
        first.status = first.status.or(entry.status);
        let mut is_new = false;
        for (key, versions) in entry.texts {
            for (locale, text) in versions {
                let known = first.texts.entry(key).or_default().entry(locale);
                match known {
                    std::collections::btree_map::Entry::Vacant(vacant) => {
                        vacant.insert(text);
                        is_new = true;
                    }
                    std::collections::btree_map::Entry::Occupied(known) if *known.get() != text => {
                        is_new = true;
                        notes.push(format!("has another `{key}` here, which is left out: {text}"));
                    }
                    std::collections::btree_map::Entry::Occupied(_) => {}
                }
            }
        }
        for (key, value) in entry.strings {
            let known = first.strings.entry(key).or_insert_with(|| value.clone());
            if *known != value {
                notes.push(format!("has another `{key}` here, which is left out: {value}"));
            }
        }
        if !is_new && notes.is_empty() {
            notes.push("is here again, and says nothing new".to_owned());
        }
        let name = format!("`{}`, which is at {},", first.name(), first.place);
        for note in notes {
            self.note(&entry.place, format!("{name} {note}"));
        }
    }

    fn name_variants(&mut self, entries: &mut [ImportedEntry]) {
        let mut taken: HashMap<String, Place> = HashMap::new();
        let given = entries.iter().filter_map(|e| Some((e.strings.get("variant")?, &e.place)));
        taken.extend(given.map(|(variant, place)| (variant.clone(), place.clone())));
        for entry in entries.iter_mut().filter(|entry| !entry.strings.contains_key("variant")) {
            let usual = variant_name(entry.name());
            let other = || variant_name(&format!("code-{}", entry.name()));
            let wanted = usual.clone().or_else(other).unwrap_or_else(|| "Code".to_owned());
            let variant = distinct(&wanted, "", |variant| !taken.contains_key(variant));
            if let Some(first) = taken.get(&wanted) {
                let message = format!(
                    "`{}` and the entry at {first} make the same variant, `{wanted}`; this one is called `{variant}`",
                    entry.name(),
                );
                let place = entry.place.clone();
                self.note(&place, message);
            }
            taken.insert(variant.clone(), entry.place.clone());
            if usual.as_ref() != Some(&variant) {
                entry.strings.insert("variant", variant);
            }
        }
    }

    fn settle_status(&mut self, entry: &mut ImportedEntry) {
        if entry.status.is_none() {
            entry.status = Some(UNKNOWN_STATUS);
            entry.assumed.push("status");
            let name = entry.name();
            self.note(&entry.place, format!("`{name}` has no status; it is assumed to be 500"));
        }
    }

    fn settle_parent(&mut self, entry: &mut ImportedEntry, names: &HashSet<String>) {
        let Some(parent) = entry.strings.get("parent").filter(|name| !names.contains(*name)) else {
            return;
        };
        let message =
            format!("the parent of `{}`, `{parent}`, is no entry, and left out", entry.name());
        self.note(&entry.place, message);
        entry.strings.remove("parent");
    }

    /// Leaves out the messages whose placeholders are not those of the first locale that has one.
    fn settle_placeholders(&mut self, entry: &mut ImportedEntry, locales: &[String]) {
        let name = entry.name().to_owned();
        let Some(versions) = entry.texts.get_mut("message") else { return };
        let first = locales.iter().find_map(|l| Some((l, versions.get(l)?.clone())));
        let Some((first, expected)) = first else { return };
        let expected = placeholders(&expected);
        let mut others = Vec::new();
        versions.retain(|locale, text| {
            let is_same = placeholders(text) == expected;
            if !is_same {
                others.push((locale.clone(), std::mem::take(text)));
            }
            is_same
        });
        for (locale, text) in others {
            let message = format!(
                "the `{locale}` message of `{name}` has other placeholders than that in `{first}`, and is left out: {text}"
            );
            self.note(&entry.place, message);
        }
    }

    fn look_through_texts(&mut self, entry: &mut ImportedEntry) {
        let name = entry.name().to_owned();
        let mut notes = BTreeMap::new();
        for (key, versions) in &mut entry.texts {
            for text in versions.values_mut() {
                if has_html(text) {
                    notes.insert(
                        (key, 0),
                        format!("the `{key}` of `{name}` has HTML in it, which is sent as it is"),
                    );
                }
                let is_unfit = |c: char| c.is_control() && c != '\n';
                if text.contains(is_unfit) {
                    *text = text.replace(is_unfit, " ");
                    notes.insert(
                        (key, 1),
                        format!(
                            "the `{key}` of `{name}` had control characters, which are blanks now"
                        ),
                    );
                }
            }
        }
        for message in notes.into_values() {
            self.note(&entry.place, message);
        }
    }
}

fn placeholders(text: &str) -> BTreeSet<&str> {
    template::placeholders(text).collect()
}

/// A name, with the first number behind it that makes it one that is free.
pub(super) fn distinct(name: &str, separator: &str, is_free: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|number| format!("{name}{separator}{number}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| is_free(name)).expect("there are more numbers than names")
}
