//! One mistake in a file: it is one finding, at its place.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use fastrand::Rng;

use crate::file::{File, Format};
use crate::kind::{Expected, Kind};
use crate::measure::{self, show};
use crate::mistake::Broken;

/// What came of one kind in one format.
pub(crate) struct Tally {
    pub(crate) kind: usize,
    pub(crate) format: Format,
    pub(crate) made: usize,
    /// With the exact place in the first finding.
    pub(crate) exact: usize,
    /// With one finding.
    pub(crate) one: usize,
    /// With no finding, or with none that keeps the catalog from being used where one has to.
    pub(crate) silent: usize,
    pub(crate) findings: usize,
    pub(crate) panics: usize,
    pub(crate) examples: Vec<String>,
}

/// How many examples of a kind are kept.
const EXAMPLES: usize = 20;

/// Makes so many mistakes, as many of each kind.
pub(crate) fn run(kinds: &[Kind], files: &[File], mutations: usize, seed: u64) -> Vec<Tally> {
    let pairs: Vec<_> = [Format::Toml, Format::Json]
        .into_iter()
        .flat_map(|format| (0..kinds.len()).map(move |kind| (kind, format)))
        .filter(|(kind, format)| kinds[*kind].is_in(*format))
        .collect();
    let each = mutations.div_ceil(pairs.len().max(1)).max(1);
    let (next, tallies) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        while let Some((kind, format)) = pairs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let tally = tally(*kind, &kinds[*kind], *format, files, each, seed);
            tallies.lock().expect("no panic").push(tally);
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(work);
        }
    });
    let mut tallies = tallies.into_inner().expect("no panic");
    tallies.sort_by_key(|tally| (tally.format == Format::Json, tally.kind));
    tallies
}

fn tally(
    number: usize,
    kind: &Kind,
    format: Format,
    files: &[File],
    each: usize,
    seed: u64,
) -> Tally {
    // Its own numbers for each kind, so that another kind changes nothing here.
    let name: u64 =
        kind.name.bytes().fold(seed, |hash, byte| hash.wrapping_mul(31) + u64::from(byte));
    let mut rng = Rng::with_seed(name ^ u64::from(format == Format::Json));
    let mut tally = Tally {
        kind: number,
        format,
        made: 0,
        exact: 0,
        one: 0,
        silent: 0,
        findings: 0,
        panics: 0,
        examples: Vec::new(),
    };
    let mut turn: Vec<&File> = files.iter().filter(|file| file.format == format).collect();
    let mut tries = 0;
    while tally.made < each && tries < each * 40 {
        rng.shuffle(&mut turn);
        for file in &turn {
            tries += 1;
            let Some(mistake) = (kind.plant)(file, &mut rng) else { continue };
            let broken = Broken::new(&file.text, &[mistake]);
            if broken.text != file.text {
                tally.add(kind, file, &broken);
            }
            if tally.made == each {
                break;
            }
        }
    }
    tally
}

impl Tally {
    fn add(&mut self, kind: &Kind, file: &File, broken: &Broken) {
        self.made += 1;
        let places = &broken.places[0];
        let Some(report) = measure::read(file, broken) else {
            self.panics += 1;
            return self.example(file, broken, "a panic");
        };
        let findings = &report.findings;
        self.findings += findings.len();
        let is_silent = match kind.expected {
            Expected::Error => !findings.iter().any(|finding| finding.is_error),
            Expected::Finding | Expected::Anything => findings.is_empty(),
        };
        let is_exact = findings.first().is_some_and(|first| first.is_in(places));
        let is_one = findings.len() == 1;
        self.silent += usize::from(is_silent);
        self.exact += usize::from(is_exact);
        self.one += usize::from(is_one);
        if is_silent || !is_exact || !is_one {
            let texts = findings.iter().take(3).map(|finding| finding.text.as_str());
            let texts = texts.collect::<Vec<_>>().join("\n");
            let what = match findings.len() {
                0 => "nothing is said".to_owned(),
                1 if is_silent => format!("a warning only\n{texts}"),
                1 => format!("elsewhere\n{texts}"),
                count if is_exact => format!("{count} findings\n{texts}"),
                count => format!("{count} findings, the first elsewhere\n{texts}"),
            };
            self.example(file, broken, &what);
        }
    }

    fn example(&mut self, file: &File, broken: &Broken, what: &str) {
        if self.examples.len() < EXAMPLES {
            let places = &broken.places[0];
            let first = places.first().map_or(0, |place| place.start);
            let wanted: Vec<_> = places
                .iter()
                .map(|place| {
                    let start = show(&broken.text, place.start);
                    if place.len() == 1 {
                        start
                    } else {
                        format!("{start} to {}", show(&broken.text, place.end - 1))
                    }
                })
                .collect();
            let line = measure::surroundings(&broken.text, first);
            self.examples.push(format!(
                "{} {:?}, wanted at {}: {what}\n    {line}",
                file.name,
                file.encoding,
                wanted.join(" or "),
            ));
        }
    }
}
