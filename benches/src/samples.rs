//! What was measured, round by round.

/// The figures of one contender, one for each round.
#[derive(Clone, Debug)]
pub struct Samples {
    /// What they are figures of.
    pub unit: Unit,
    /// The figures, in the order of the rounds.
    pub rounds: Vec<f64>,
}

/// What a figure counts.
#[derive(Clone, Copy, Debug)]
pub enum Unit {
    /// Nanoseconds.
    Nanoseconds,
    /// Seconds.
    Seconds,
    /// Bytes, of memory or of a file.
    Bytes,
}

/// How one contender's figures relate to another's.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    /// Of the medians.
    pub median: f64,
    /// The lowest of a round.
    pub lowest: f64,
    /// The highest of a round.
    pub highest: f64,
}

impl Samples {
    /// The figure in the middle.
    ///
    /// # Panics
    ///
    /// Without a round.
    pub fn median(&self) -> f64 {
        let mut sorted = self.rounds.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        if sorted.len() % 2 == 1 {
            return sorted[middle];
        }
        f64::midpoint(sorted[middle - 1], sorted[middle])
    }

    /// How these figures relate to another contender's of the same rounds.
    pub fn ratio(&self, theirs: &Self) -> Ratio {
        let rounds = self.rounds.iter().zip(&theirs.rounds).map(|(ours, theirs)| ours / theirs);
        Ratio {
            median: self.median() / theirs.median(),
            lowest: rounds.clone().fold(f64::INFINITY, f64::min),
            highest: rounds.fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

impl Unit {
    /// A figure with its unit, as a reader wants it.
    pub fn show(self, figure: f64) -> String {
        match self {
            Self::Nanoseconds if figure < 1_000.0 => format!("{figure:.1} ns"),
            Self::Nanoseconds if figure < 1_000_000.0 => format!("{:.2} µs", figure / 1_000.0),
            Self::Nanoseconds => format!("{:.1} ms", figure / 1_000_000.0),
            Self::Seconds => format!("{figure:.2} s"),
            Self::Bytes if figure < 10_000.0 => format!("{figure:.1} B"),
            Self::Bytes => format!("{:.0} MiB", figure / 1024.0 / 1024.0),
        }
    }
}
