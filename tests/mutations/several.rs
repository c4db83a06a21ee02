//! Several mistakes in a file: all of them are found.

use std::collections::BTreeSet;

use fastrand::Rng;

use crate::file::{Encoding, File};
use crate::kind::{Expected, Kind, Part};
use crate::measure;
use crate::mistake::{Broken, Mistake};

/// Which mistakes stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mix {
    /// Those in what a catalog says.
    Meaning,
    /// Those, and one or two in the syntax.
    WithSyntax,
}

/// What came of files with several mistakes.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) files: usize,
    /// Files of which every mistake is reported.
    pub(crate) complete: usize,
    pub(crate) mistakes: usize,
    pub(crate) reported: usize,
    /// Findings beyond one for each mistake.
    pub(crate) surplus: usize,
    pub(crate) panics: usize,
    pub(crate) examples: Vec<String>,
    /// How often each kind was not reported.
    pub(crate) missed: Vec<(String, usize)>,
}

/// The most mistakes in a file; two are the fewest.
const MOST: usize = 12;

/// Makes so many files with several mistakes each.
pub(crate) fn run(kinds: &[Kind], files: &[File], mix: Mix, count: usize, seed: u64) -> Tally {
    let mut rng = Rng::with_seed(seed ^ (mix as u64 + 1));
    let mut tally = Tally::default();
    let of = |part| {
        let is_one = move |kind: &&Kind| {
            kind.part == part && kind.is_local && kind.expected != Expected::Anything
        };
        kinds.iter().filter(is_one).collect::<Vec<_>>()
    };
    let (meaning, syntax) = (of(Part::Meaning), of(Part::Syntax));
    // Where all stands on one line, nothing says where something that was lost should have ended.
    let is_line = |file: &&File| matches!(file.encoding, Encoding::OneLine | Encoding::WideLine);
    let all: Vec<_> = files.iter().filter(|file| mix == Mix::Meaning || !is_line(file)).collect();
    if all.is_empty() {
        return tally;
    }
    for _ in 0..count * 4 {
        if tally.files == count {
            break;
        }
        let file = all[rng.usize(..all.len())];
        let mut planted = Planted::default();
        if mix == Mix::WithSyntax {
            planted.add(file, &syntax, rng.usize(1..=2), &mut rng);
        }
        let has_syntax = !planted.mistakes.is_empty();
        planted.add(file, &meaning, rng.usize(2..=MOST), &mut rng);
        let is_mixed = mix == Mix::Meaning || has_syntax;
        if is_mixed && planted.mistakes.len() > 1 {
            tally.add(file, &planted);
        }
    }
    tally.missed.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    tally
}

/// Mistakes that have nothing to do with each other: each is in a table of its own.
#[derive(Default)]
struct Planted<'k> {
    kinds: Vec<&'k Kind>,
    mistakes: Vec<Mistake>,
    scopes: BTreeSet<Vec<String>>,
}

impl<'k> Planted<'k> {
    fn add(&mut self, file: &File, kinds: &[&'k Kind], count: usize, rng: &mut Rng) {
        let (mut left, mut tries) = (count, 0);
        while left > 0 && tries < 6 * count && !kinds.is_empty() {
            tries += 1;
            let kind = kinds[rng.usize(..kinds.len())];
            if !kind.is_in(file.format) {
                continue;
            }
            let Some(mistake) = (kind.plant)(file, rng) else { continue };
            let scopes: BTreeSet<_> =
                mistake.edits.iter().flat_map(|edit| file.scopes(edit.at.start)).collect();
            let is_apart = self.scopes.is_disjoint(&scopes)
                && !self.mistakes.iter().any(|known| known.overlaps(&mistake));
            if is_apart {
                self.scopes.extend(scopes);
                self.kinds.push(kind);
                self.mistakes.push(mistake);
                left -= 1;
            }
        }
    }
}

impl Tally {
    fn add(&mut self, file: &File, planted: &Planted<'_>) {
        let broken = Broken::new(&file.text, &planted.mistakes);
        self.files += 1;
        self.mistakes += planted.mistakes.len();
        let Some(report) = measure::read(file, &broken) else {
            self.panics += 1;
            return;
        };
        let is_found = |places| report.findings.iter().any(|finding| finding.is_in(places));
        let missed: Vec<_> =
            (0..planted.mistakes.len()).filter(|at| !is_found(&broken.places[*at])).collect();
        let reported = planted.mistakes.len() - missed.len();
        self.reported += reported;
        self.surplus += report.findings.len().saturating_sub(reported);
        self.complete += usize::from(missed.is_empty());
        for at in &missed {
            let name = &planted.kinds[*at].name;
            match self.missed.iter_mut().find(|(known, _)| known == name) {
                Some((_, count)) => *count += 1,
                None => self.missed.push((name.clone(), 1)),
            }
        }
        if let Some(first) = missed.first() {
            let names = planted.kinds.iter().map(|kind| kind.name.as_str());
            let names = names.collect::<Vec<_>>().join("; ");
            let place = broken.places[*first].first().map_or(0, |place| place.start);
            self.examples.push(format!(
                "{} {:?} with {names}\n    not reported: {}, at {}: {}",
                file.name,
                file.encoding,
                planted.kinds[*first].name,
                measure::show(&broken.text, place),
                measure::surroundings(&broken.text, place),
            ));
        }
    }
}
