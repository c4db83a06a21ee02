//! Messages that differ only in what varies.

use api_error_catalog_core::template::escape;

/// The words of a message, and where they differ between answers.
#[derive(Debug)]
pub(super) struct Text {
    words: Vec<Word>,
}

#[derive(Debug, PartialEq)]
enum Word {
    Fixed(String),
    /// A word that varies, with the marks around it that do not.
    Varies {
        before: String,
        behind: String,
    },
}

impl Text {
    pub(super) fn new(message: &str) -> Self {
        Self { words: words(message).map(|word| Word::Fixed(word.to_owned())).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.iter().all(|word| matches!(word, Word::Fixed(text) if text.is_empty()))
    }

    pub(super) fn varies(&self) -> bool {
        self.words.iter().any(|word| matches!(word, Word::Varies { .. }))
    }

    /// Learns what varies from another message; `false` where most of it does, or it has more or fewer words.
    pub(super) fn takes(&mut self, message: &str) -> bool {
        let others: Vec<_> = words(message).collect();
        if others.len() != self.words.len() {
            return false;
        }
        let differs = |(word, other): &(&Word, &&str)| match word {
            Word::Fixed(text) => text != **other,
            Word::Varies { .. } => true,
        };
        let different = self.words.iter().zip(&others).filter(differs).count();
        if different * 2 > self.words.len() {
            return false;
        }
        for (word, other) in self.words.iter_mut().zip(others) {
            if let Word::Fixed(text) = word
                && text != other
            {
                *word = varying(text, other);
            }
        }
        true
    }

    pub(super) fn template(&self) -> String {
        let mut number = 0;
        let words = self.words.iter().map(|word| match word {
            Word::Fixed(text) => escape(text),
            Word::Varies { before, behind } => {
                number += 1;
                format!("{}{{arg{number}}}{}", escape(before), escape(behind))
            }
        });
        words.collect::<Vec<_>>().join(" ")
    }
}

fn words(message: &str) -> impl Iterator<Item = &str> {
    message.trim().split(' ')
}

/// The marks at both ends that two words have in common: in `'a',` and `'b',`, what is in quotes varies.
fn varying(one: &str, other: &str) -> Word {
    let is_mark = |c: &char| !c.is_alphanumeric();
    let common = |one: &mut dyn Iterator<Item = char>, other: &mut dyn Iterator<Item = char>| {
        let pairs = one.zip(other).take_while(|(a, b)| a == b && is_mark(a));
        pairs.map(|(mark, _)| mark).collect::<String>()
    };
    let before = common(&mut one.chars(), &mut other.chars());
    let behind = common(&mut one.chars().rev(), &mut other.chars().rev());
    let overlaps = before.len() + behind.len() >= one.len().min(other.len());
    let behind = if overlaps { String::new() } else { behind.chars().rev().collect() };
    Word::Varies { before, behind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_varies() {
        let mut text = Text::new("There is no order 'a7', try {again}.");
        assert!(text.takes("There is no order 'b9', try {again}."));
        assert_eq!(text.template(), "There is no order '{arg1}', try {{again}}.");
        assert!(text.varies());
        assert!(!text.takes("There is nothing."));
        assert!(!text.takes("We have a 'c' which is not ok."));
        assert!(text.takes("There is no order 'x', try {again}."));
    }

    #[test]
    fn the_same_does_not_vary() {
        let mut text = Text::new("Slow down.");
        assert!(text.takes("Slow down."));
        assert!(!text.takes("Break down now."));
        assert!(!text.varies() && !text.is_empty());
        assert!(Text::new("").is_empty());
    }
}
