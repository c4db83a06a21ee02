//! `errcat import`: what others have, into a catalog.

mod po;

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::output::{self, Report, Status};

/// Brings into a catalog what others have
///
/// What cannot be carried over is listed with its line, and the exit status is 1 then. Comments and all else that
/// stands in the catalog stay.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat export --to po --locale fr errors.toml --out fr.po
  errcat import --from po fr.po --into errors.toml")]
pub(crate) struct Import {
    /// The file
    #[arg(value_name = "FILE")]
    file: String,

    /// What it is
    #[arg(long, value_enum, value_name = "FORMAT")]
    from: Format,

    /// The catalog that it is brought into
    #[arg(long, value_name = "CATALOG")]
    into: String,
}

/// What can be brought into a catalog. Each is a file of `import/`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// Translations, which `export --to po` has written for a translator
    Po,
}

/// What an import came to.
pub(crate) struct Imported {
    /// The catalog as it is then.
    pub(crate) catalog: String,
    /// How much of it is new.
    pub(crate) carried: usize,
    /// What could not be carried over, in the order of the file.
    pub(crate) left_out: Vec<LeftOut>,
}

/// Something that could not be carried over.
pub(crate) struct LeftOut {
    /// Its line in the file, which counts from 1.
    pub(crate) line: usize,
    pub(crate) what: String,
    pub(crate) why: String,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let text = std::fs::read_to_string(&self.file)
            .map_err(|error| Failure::of_file(&self.file, "read", &error))?;
        let Imported { catalog, carried, left_out } = match self.from {
            Format::Po => po::import(&self.file, &text, &self.into)?,
        };
        let mut remarks = String::new();
        if carried > 0 {
            output::write(&self.into, &catalog, true)?;
            remarks += &format!("wrote `{}`, with {carried} new\n", self.into);
        } else {
            remarks += &format!("nothing is new for `{}`\n", self.into);
        }
        let lines = left_out.iter().map(|LeftOut { line, what, why }| {
            let line = format!("{}:{line} {what}: {why}", self.file);
            // What the file says is other people's: nothing in it acts on a terminal.
            line.chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect()
        });
        let lines: Vec<String> = lines.collect();
        let text = lines.iter().map(|line| format!("{line}\n")).collect::<Vec<_>>().concat();
        Ok(Report { text, remarks, status: Status::found(!left_out.is_empty()) })
    }
}
