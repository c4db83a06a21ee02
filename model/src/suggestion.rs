//! Did you mean …?

/// The candidate nearest to a name, if one is near enough to have been meant.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    nearest_of(name, &mut candidates.into_iter())
}

fn nearest_of<'c>(name: &str, candidates: &mut dyn Iterator<Item = &'c str>) -> Option<&'c str> {
    let plain = |text: &str| text.to_lowercase().replace(['-', '_', ' '], "");
    let wanted = plain(name);
    let mut allowed = (wanted.chars().count() / 3).max(1);
    let mut nearest = None;
    for candidate in candidates {
        let distance = distance(&wanted, &plain(candidate));
        if distance < allowed || (distance == allowed && nearest.is_none()) {
            allowed = distance;
            nearest = Some(candidate);
        }
    }
    nearest
}

/// How many characters have to be added, left out, replaced or swapped with their neighbour to make
/// one text of another (optimal string alignment).
fn distance(from: &str, to: &str) -> usize {
    let to: Vec<char> = to.chars().collect();
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    let mut neighbour = None;
    for (at, character) in from.chars().enumerate() {
        let mut row = vec![at + 1];
        for (column, other) in to.iter().enumerate() {
            let replaced = last[column] + usize::from(character != *other);
            let mut fewest = replaced.min(last[column + 1] + 1).min(row[column] + 1);
            if column > 0 && neighbour == Some(*other) && to[column - 1] == character {
                fewest = fewest.min(before_last[column - 1] + 1);
            }
            row.push(fewest);
        }
        before_last = std::mem::replace(&mut last, row);
        neighbour = Some(character);
    }
    last[to.len()]
}

/// The locale that a tag was meant for: one that is spelt alike, or else of the same language.
pub(crate) fn nearest_locale<'c>(tag: &str, locales: &[&'c str]) -> Option<&'c str> {
    let language = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let same = || locales.iter().copied().find(|locale| language(locale) == language(tag));
    nearest(tag, locales.iter().copied()).or_else(same)
}

/// "did you mean `x`?", or else the whole choice.
pub(crate) fn help(name: &str, candidates: &[&str], choice: &str) -> String {
    match nearest(name, candidates.iter().copied()) {
        Some(candidate) => format!("did you mean `{candidate}`?"),
        None => format!("{choice}: {}", list(candidates)),
    }
}

/// `a`, `b` and `c`
pub(crate) fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => format!("`{only}`"),
        [most @ .., last] => format!("`{}` and `{last}`", most.join("`, `")),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::distance;

    proptest! {
        #[test]
        fn distances_are_those_of_the_reference(from in "[abé]{0,8}", to in "[abé]{0,8}") {
            prop_assert_eq!(distance(&from, &to), strsim::osa_distance(&from, &to));
        }
    }
}
