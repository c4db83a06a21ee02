//! Which version number a change asks for (Semantic Versioning 2.0.0).

use super::Class;
use super::change::Change;

/// The part of the version number that has to go up; `None` where nothing has changed. An accepted change
/// breaks clients no less.
pub(super) fn version(changes: &[Change]) -> Option<&'static str> {
    Some(match changes.iter().map(|change| change.rule.class).min()? {
        Class::Clients | Class::Servers => "major",
        Class::Compatible => "minor",
        Class::Texts => "patch",
    })
}

/// How many changes there are of which class, and the advice.
pub(super) fn summary(changes: &[Change]) -> String {
    let Some(version) = version(changes) else { return "nothing has changed".to_owned() };
    let count = |class| {
        let of_class = |change: &&Change| change.rule.class == class && change.accepted.is_none();
        changes.iter().filter(of_class).count()
    };
    let words = [
        (count(Class::Clients), "breaks clients", "break clients"),
        (count(Class::Servers), "breaks servers", "break servers"),
        (count(Class::Compatible), "is compatible", "are compatible"),
        (count(Class::Texts), "is in texts", "are in texts"),
        (changes.iter().filter(|c| c.accepted.is_some()).count(), "is accepted", "are accepted"),
    ];
    let words: Vec<_> = words
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, several)| format!("{count} {}", if count == 1 { one } else { several }))
        .collect();
    format!("{}; the next version is a {version} one", words.join(", "))
}
