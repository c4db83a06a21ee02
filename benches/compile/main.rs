//! What codes take to compile and add to a program: generates crates, builds them in turn several
//! times and prints how they relate.

#![forbid(unsafe_code)]

mod project;
mod side;

use std::process::ExitCode;

use api_error_catalog_benches::facts::{Fact, facts};
use api_error_catalog_benches::samples::{Samples, Unit};
use api_error_catalog_benches::{is_wanted, table};
use project::{Cost, Outcome, Project};
use side::Side;

const OURS: Side = Side::Ours { locales: 2 };
const BESIDE: &str = "strum + thiserror, one locale";

fn main() -> ExitCode {
    if !is_wanted() {
        return ExitCode::SUCCESS;
    }
    table::begin("Compile time and size");
    let rows = check_and_release()
        .and_then(|()| growth())
        .and_then(|()| broken())
        .and_then(|()| cold())
        .and_then(|()| size());
    match rows {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Builds of 5,000 codes.
fn check_and_release() -> Outcome<()> {
    let mut ours = Library::new("ours-5000", OURS, 5_000)?;
    let mut theirs = Library::new("derives-5000", Side::Derives, 5_000)?;
    let check = |library: &mut Library| library.build(&["check"]);
    let release = |library: &mut Library| library.build(&["build", "--release"]);

    let row = |costs: &Costs, work: &str, most: f64| {
        costs.row(&format!("{work}, time"), Unit::Seconds, |cost| cost.time, BESIDE, most);
        costs.row(&format!("{work}, peak memory"), Unit::Bytes, |cost| cost.memory, BESIDE, 0.4);
    };
    let costs = in_turn(5, || ours.first_check(), || theirs.first_check())?;
    row(&costs, "`cargo check` of 5,000 codes, two locales", 0.18);
    let costs = in_turn(5, || check(&mut ours), || check(&mut theirs))?;
    row(&costs, "the same after an edit", 0.25);

    let costs = in_turn(3, || release(&mut ours), || release(&mut theirs))?;
    costs.row("release build of the same", Unit::Seconds, |cost| cost.time, BESIDE, 0.12);
    Ok(())
}

/// Ten times as many codes.
fn growth() -> Outcome<()> {
    let mut many = Library::new("ours-50000", OURS, 50_000)?;
    let mut few = Library::new("ours-5000", OURS, 5_000)?;
    let beside = "itself with 5,000 codes";
    let costs = in_turn(3, || many.first_check(), || few.first_check())?;
    let work = "`cargo check` of 50,000 codes, two locales, time";
    costs.row(work, Unit::Seconds, |cost| cost.time, beside, 12.0);
    let costs = in_turn(3, || many.build(&["check"]), || few.build(&["check"]))?;
    costs.row("the same after an edit, time", Unit::Seconds, |cost| cost.time, beside, 12.0);
    Ok(())
}

/// Checks of 5,000 codes with a mistake that is repeated 300 times: its findings must not take longer
/// than the rest of the check.
fn broken() -> Outcome<()> {
    const CHILDREN: usize = 300;
    let row = |work: &str, mut broken: Library, mut good: Library, finding: &str| -> Outcome<()> {
        let costs = in_turn(3, || broken.first_failing_check(finding), || good.first_check())?;
        let beside = "itself without the mistake";
        costs.row(work, Unit::Seconds, |cost| cost.time, beside, 1.5);
        Ok(())
    };

    let family = |name: &str| {
        let mut library = Library::new(name, OURS, 5_000)?;
        let (parent, others) = library.facts.split_first_mut().expect("facts");
        others[..CHILDREN].iter_mut().for_each(|child| child.parent = Some(parent.code.clone()));
        Outcome::Ok(library)
    };
    let (mut broken, good) = (family("renamed-parent")?, family("good-parent")?);
    let parent = broken.facts[0].code.clone();
    broken.facts[0].code = format!("general-{parent}");
    let work = "`cargo check` of 5,000 codes, 300 of them under a parent that was renamed";
    row(work, broken, good, &parent)?;

    let error = |name: &str, prefix| Library::new(name, Side::Error { prefix }, 5_000);
    let (broken, good) = (error("unknown-variants", "Unknown")?, error("good-variants", "")?);
    let work = "`cargo check` of an error enum over 5,000 codes, 300 variants without a code";
    row(work, broken, good, "Unknown")
}

/// Builds of a crate that does nothing but depend on others.
fn cold() -> Outcome<()> {
    let others = "thiserror = \"2\"\nstrum = { version = \"0.28\", features = [\"derive\"] }\n\
                  phf = { version = \"0.14\", features = [\"macros\"] }\nserde_json = \"1\"";
    let ours = Project::new("cold-ours", "cold-ours", &OURS.dependencies())?;
    let theirs = Project::new("cold-others", "cold-others", others)?;
    let build = |project: &Project| {
        project.write("src/lib.rs", "")?;
        project.clean()?;
        project.cargo(&["build"])
    };
    let costs = in_turn(3, || build(&ours), || build(&theirs))?;
    let beside = "thiserror, strum, phf, serde_json";
    costs.row("cold build of a dependent, CPU time", Unit::Seconds, |cost| cost.cpu, beside, 1.05);
    Ok(())
}

/// What a code adds to a stripped release program, besides its texts. Each program is built once: a
/// size does not vary.
fn size() -> Outcome<()> {
    let ours = bytes_per_code("size-ours", Side::Ours { locales: 1 })?;
    let theirs = bytes_per_code("size-derives", Side::Derives)?;
    let work = "bytes of a release program per code, beyond its texts";
    table::row(work, &ours, "strum + thiserror", &theirs, 0.5);
    Ok(())
}

fn bytes_per_code(name: &str, side: Side) -> Outcome<Samples> {
    const FEW: usize = 500;
    const MANY: usize = 5_000;
    let facts = facts(MANY);
    let program = |count: usize| {
        let project = Project::new(&format!("{name}-{count}"), "shared", &side.dependencies())?;
        side.write_program(&project, &facts[..count])?;
        project.cargo(&["build", "--release"])?;
        project.program_size()
    };
    let added = program(MANY)? - program(FEW)?;
    let text = |fact: &Fact| fact.code.len() + fact.message[0].len() + fact.action[0].len();
    let texts: usize = facts[FEW..].iter().map(text).sum();
    #[expect(clippy::cast_precision_loss, reason = "programs are far below 2^52 bytes")]
    let per_code = (added as f64 - texts as f64) / (MANY - FEW) as f64;
    Ok(Samples { unit: Unit::Bytes, rounds: vec![per_code] })
}

/// A library of facts, one text of which is another each time that it is built.
struct Library {
    project: Project,
    side: Side,
    facts: Vec<Fact>,
    edits: usize,
}

impl Library {
    fn new(name: &str, side: Side, count: usize) -> Outcome<Self> {
        let project = Project::new(name, "shared", &side.dependencies())?;
        Ok(Self { project, side, facts: facts(count), edits: 0 })
    }

    /// A check of which nothing has been done before, but for the dependencies.
    fn first_check(&mut self) -> Outcome<Cost> {
        self.project.forget()?;
        self.build(&["check"])
    }

    /// The same of facts with a mistake, which has to be reported with a text.
    fn first_failing_check(&mut self, text: &str) -> Outcome<Cost> {
        self.project.forget()?;
        self.edit()?;
        self.project.failing_cargo(&["check"], text)
    }

    fn build(&mut self, arguments: &[&str]) -> Outcome<Cost> {
        self.edit()?;
        self.project.cargo(arguments)
    }

    /// Writes the library with another text than before.
    fn edit(&mut self) -> Outcome<()> {
        let middle = self.facts.len() / 2;
        self.facts[middle].message[0] = format!("This text has been edited {} times.", self.edits);
        self.edits += 1;
        self.side.write_library(&self.project, &self.facts)
    }
}

/// What builds of the two sides took, round by round.
struct Costs {
    ours: Vec<Cost>,
    theirs: Vec<Cost>,
}

/// Builds both sides once, for the dependencies and the caches, then in turn.
fn in_turn(
    rounds: usize,
    mut ours: impl FnMut() -> Outcome<Cost>,
    mut theirs: impl FnMut() -> Outcome<Cost>,
) -> Outcome<Costs> {
    ours()?;
    theirs()?;
    let mut costs = Costs { ours: Vec::new(), theirs: Vec::new() };
    for _ in 0..rounds {
        costs.ours.push(ours()?);
        costs.theirs.push(theirs()?);
    }
    Ok(costs)
}

impl Costs {
    fn row(&self, work: &str, unit: Unit, figure: fn(&Cost) -> f64, beside: &str, most: f64) {
        let samples = |costs: &[Cost]| Samples { unit, rounds: costs.iter().map(figure).collect() };
        table::row(work, &samples(&self.ours), beside, &samples(&self.theirs), most);
    }
}
