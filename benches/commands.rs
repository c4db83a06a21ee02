//! What a list of 5,000 errors takes from end to end: `errcat` brings it in, checks it, documents it and hands it
//! out. It is a target of the command's package, from which the program is found.

#![forbid(unsafe_code)]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use api_error_catalog_benches::facts::{Fact, facts};
use api_error_catalog_benches::samples::{Samples, Unit};
use api_error_catalog_benches::table::Took;
use api_error_catalog_benches::{is_wanted, table};
use wait4::Wait4 as _;

const ENTRIES: usize = 5_000;
const ROUNDS: usize = 3;

/// The steps in turn: what each is called, and the arguments that it is started with.
const STEPS: [(&str, &str); 9] = [
    ("import --from csv", "import --from csv errors.csv --out errors.toml"),
    ("check", "check --deny-warnings errors.toml"),
    ("docs", "docs errors.toml --out reference"),
    ("export --to csv", "export --to csv errors.toml --out out.csv"),
    ("export --to json-schema", "export --to json-schema errors.toml --out out.schema.json"),
    ("export --to openapi", "export --to openapi errors.toml --out out.json"),
    ("export --to po", "export --to po --locale fr errors.toml --out out.po"),
    ("export --to python", "export --to python errors.toml --out out.py"),
    ("export --to typescript", "export --to typescript errors.toml --out out.ts"),
];

/// What a step took.
#[derive(Clone, Copy)]
struct Cost {
    /// Seconds by the clock.
    time: f64,
    /// Bytes of memory at the peak.
    memory: f64,
}

fn main() -> ExitCode {
    if !is_wanted() {
        return ExitCode::SUCCESS;
    }
    match measure() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Each round has a folder of its own, and all are removed at the end: where thousands of files have just been
/// removed, a file system takes up to ten times as long to make as many new ones.
fn measure() -> Result<(), Box<dyn Error>> {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("commands");
    if all.exists() {
        fs::remove_dir_all(&all)?;
    }
    let rounds = (0..ROUNDS).map(|number| round(&all.join(number.to_string())));
    print(&rounds.collect::<Result<Vec<_>, _>>()?);
    Ok(fs::remove_dir_all(&all)?)
}

/// Goes through all steps, in a folder that is not there yet.
fn round(folder: &Path) -> Result<[Cost; STEPS.len()], Box<dyn Error>> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("errors.csv"), list(&facts(ENTRIES)))?;
    let mut costs = [Cost { time: 0.0, memory: 0.0 }; STEPS.len()];
    for (cost, (_, arguments)) in costs.iter_mut().zip(STEPS) {
        *cost = run(folder, arguments)?;
    }
    let pages = fs::read_dir(folder.join("reference"))?.count();
    if pages < ENTRIES {
        return Err(format!("{pages} pages of {ENTRIES} entries").into());
    }
    Ok(costs)
}

/// Runs the command, which has to find nothing wrong.
fn run(folder: &Path, arguments: &str) -> Result<Cost, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
    command.args(arguments.split(' ')).current_dir(folder).stdout(Stdio::null());
    command.stderr(fs::File::create(folder.join("remarks"))?);
    let start = Instant::now();
    let done = command.spawn()?.wait4()?;
    let time = start.elapsed().as_secs_f64();
    if !done.status.success() {
        let remarks = fs::read_to_string(folder.join("remarks"))?;
        return Err(format!("errcat {arguments}: {}\n{remarks}", done.status).into());
    }
    #[expect(clippy::cast_precision_loss, reason = "memory is far below 2^52 bytes")]
    let memory = done.rusage.maxrss as f64;
    Ok(Cost { time, memory })
}

/// The errors as a table, with texts in both locales.
fn list(facts: &[Fact]) -> String {
    let mut list = "code;status;message;message.fr;action;action.fr\n".to_owned();
    for Fact {
        code, status, message: [message, french], action: [action, french_action], ..
    } in facts
    {
        list += &format!("{code};{status};{message};{french};{action};{french_action}\n");
    }
    list
}

/// A row for each step, and one for all of them, which this project wants something of.
fn print(rounds: &[[Cost; STEPS.len()]]) {
    table::begin_steps("Commands");
    let took = |time: &dyn Fn(&[Cost]) -> f64, memory: &dyn Fn(&[Cost]) -> f64| {
        let samples = |unit, figure: &dyn Fn(&[Cost]) -> f64| {
            let rounds = rounds.iter().map(|costs| figure(costs)).collect();
            Samples { unit, rounds }
        };
        Took { time: samples(Unit::Seconds, time), memory: samples(Unit::Bytes, memory) }
    };
    for (at, (name, _)) in STEPS.iter().enumerate() {
        let took = took(&|costs| costs[at].time, &|costs| costs[at].memory);
        table::step(&format!("`errcat {name}`"), &took);
    }
    let together = took(&|costs| costs.iter().map(|cost| cost.time).sum(), &|costs| {
        costs.iter().map(|cost| cost.memory).fold(0.0, f64::max)
    });
    let steps = "import → check → docs → export on 5,000 entries";
    table::all_steps(steps, &together, 10.0, 500e6);
}
