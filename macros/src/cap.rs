//! Which of many findings are shown.

use std::collections::HashMap;

/// The numbers of those that are shown, `most` at most, in their order. Of each kind one is shown before a second of
/// any, so that many of one kind do not hide those of another.
pub(crate) fn shown<'m>(messages: impl Iterator<Item = &'m str>, most: usize) -> Vec<usize> {
    let mut counts: HashMap<String, usize> = HashMap::new();
    let ranks = messages.enumerate().map(|(number, message)| {
        let count = counts.entry(kind(message)).or_default();
        *count += 1;
        (*count, number)
    });
    let mut ranks: Vec<_> = ranks.collect();
    ranks.sort_unstable();
    let mut shown: Vec<_> = ranks.into_iter().take(most).map(|(_, number)| number).collect();
    shown.sort_unstable();
    shown
}

/// What a message says, without the names in it.
fn kind(message: &str) -> String {
    let sentence = message.lines().next().unwrap_or_default();
    sentence.split('`').step_by(2).collect()
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn many_of_one_kind_hide_no_other() {
        let twice = (0..60).map(|n| format!("the key `k{n}` is defined twice\n --> a.toml:{n}:1"));
        let others = ["there is no parent `a`", "a status is missing", "there is no parent `b`"];
        let messages: Vec<_> = twice.chain(others.map(str::to_owned)).collect();
        let expected: Vec<_> = (0..47).chain(60..63).collect();
        assert_eq!(shown(messages.iter().map(String::as_str), 50), expected);
    }

    #[test]
    fn few_are_all_shown() {
        assert_eq!(shown(["b", "a", "a"].into_iter(), 3), [0, 1, 2]);
    }
}
