//! Reading back a string of which some pieces may be left out, such as
//! `Bearer realm="{realm}"[, error="{code}"][, scope="{scope}"]`.

use alloc::vec::Vec;

use super::{Piece, Pieces};

/// How many attempts a string is worth. One that needs more does not fit.
const MOST_ATTEMPTS: u32 = 20_000;

/// What stands at each number in a text that was made of the pieces; `None` where the text does not
/// fit, or where one number would have two values.
///
/// A value is as short as it can be, in a text whose values are all good if there is a way, and in any
/// otherwise. Pieces that may be left out and stand side by side are found in any order.
pub(super) fn extract<'t>(
    pieces: Pieces<'_>,
    text: &'t str,
    is_good: &dyn Fn(u16, &str) -> bool,
) -> Option<Vec<(u16, &'t str)>> {
    let pieces: Vec<_> = pieces.iter().collect();
    let steps = steps(&pieces);
    let find = |is_good| {
        let mut matcher = Matcher { steps: &steps, is_good, attempts: 0, found: Vec::new() };
        matcher.matches(0, 0, text).then_some(matcher.found)
    };
    find(is_good).or_else(|| find(&|_, _| true))
}

/// A part of what a text has to be.
enum Step<'p> {
    Text(&'p str),
    Number(u16),
    /// Pieces that may be left out, side by side.
    Optional(Vec<Vec<Step<'p>>>),
}

fn steps<'p>(pieces: &'p [Piece<'p>]) -> Vec<Step<'p>> {
    let mut steps = Vec::new();
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        if !piece.opens {
            push(piece, &mut steps);
            at += 1;
            continue;
        }
        let mut inside = Vec::new();
        while let Some(piece) = pieces.get(at) {
            push(piece, &mut inside);
            at += 1;
            if piece.closes {
                break;
            }
        }
        match steps.last_mut() {
            Some(Step::Optional(beside)) => beside.push(inside),
            _ => steps.push(Step::Optional(Vec::from([inside]))),
        }
    }
    steps
}

fn push<'p>(piece: &Piece<'p>, steps: &mut Vec<Step<'p>>) {
    if !piece.text.is_empty() {
        steps.push(Step::Text(piece.text));
    }
    steps.extend(piece.number.map(Step::Number));
}

struct Matcher<'s, 'p, 't> {
    steps: &'s [Step<'p>],
    is_good: &'s dyn Fn(u16, &str) -> bool,
    attempts: u32,
    found: Vec<(u16, &'t str)>,
}

impl<'s, 'p, 't> Matcher<'s, 'p, 't> {
    /// Whether a text is what the steps from a number on make. Of the pieces that may be left out at
    /// that number, `used` has a bit for each that was there already.
    fn matches(&mut self, at: usize, used: u64, text: &'t str) -> bool {
        let steps: &'s [Step<'p>] = self.steps;
        match steps.get(at) {
            None => text.is_empty(),
            Some(Step::Optional(beside)) => {
                for (number, inside) in (0..64).zip(beside) {
                    if used >> number & 1 == 0
                        && self.inside(inside, text, &mut |matcher, rest| {
                            matcher.matches(at, used | 1 << number, rest)
                        })
                    {
                        return true;
                    }
                }
                self.matches(at + 1, 0, text)
            }
            Some(step) => {
                self.step(step, text, &mut |matcher, rest| matcher.matches(at + 1, 0, rest))
            }
        }
    }

    /// Whether a text begins as some steps in a row do, and goes on as `then` says.
    fn inside(
        &mut self,
        steps: &'s [Step<'p>],
        text: &'t str,
        then: &mut dyn FnMut(&mut Self, &'t str) -> bool,
    ) -> bool {
        match steps {
            [] => then(self, text),
            [first, others @ ..] => {
                self.step(first, text, &mut |matcher, rest| matcher.inside(others, rest, then))
            }
        }
    }

    fn step(
        &mut self,
        step: &'s Step<'p>,
        text: &'t str,
        then: &mut dyn FnMut(&mut Self, &'t str) -> bool,
    ) -> bool {
        match step {
            Step::Text(fixed) => {
                self.attempts += 1;
                self.attempts <= MOST_ATTEMPTS
                    && text.strip_prefix(fixed).is_some_and(|rest| then(self, rest))
            }
            Step::Number(number) => {
                let ends = text.char_indices().map(|(at, _)| at).chain([text.len()]);
                // A value has at least one character.
                for end in ends.skip(1) {
                    self.attempts += 1;
                    if self.attempts > MOST_ATTEMPTS {
                        return false;
                    }
                    let (value, rest) = text.split_at(end);
                    let other = self.found.iter().find(|(known, _)| known == number);
                    let is_other = other.is_some_and(|(_, known)| *known != value);
                    if is_other || !(self.is_good)(*number, value) {
                        continue;
                    }
                    let before = self.found.len();
                    self.found.push((*number, value));
                    if then(self, rest) {
                        return true;
                    }
                    self.found.truncate(before);
                }
                false
            }
            // There are none inside of others.
            Step::Optional(_) => then(self, text),
        }
    }
}
