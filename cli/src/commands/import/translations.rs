//! Translations that are brought into a catalog, whose comments and all else stay.

use super::po;
use crate::failure::Failure;
use crate::output::{self, Report, Status};

/// What a file of translations came to.
pub(super) struct Translated {
    /// The catalog as it is then.
    pub(super) catalog: String,
    /// How much of it is new.
    pub(super) carried: usize,
    /// What could not be carried over, in the order of the file.
    pub(super) left_out: Vec<LeftOut>,
}

/// Something that could not be carried over.
pub(super) struct LeftOut {
    /// Its line in the file, which counts from 1.
    pub(super) line: usize,
    pub(super) what: String,
    pub(super) why: String,
}

/// Brings the files into a catalog, one after the other, or says where `only_checks` whether there is anything to
/// bring. What cannot be carried over is listed with its line.
pub(super) fn bring(files: &[String], into: &str, only_checks: bool) -> Result<Report, Failure> {
    let mut report = Report::default();
    for file in files {
        let text = std::fs::read_to_string(file);
        let text = text.map_err(|error| Failure::of_file(file, "read", &error))?;
        let Translated { catalog, carried, left_out } = po::import(file, &text, into)?;
        if carried > 0 && only_checks {
            report.remarks += &format!("`{into}` lacks {carried} of `{file}`\n");
            report.status = Status::Found;
        } else if carried > 0 {
            output::write(into, &catalog, true)?;
            report.remarks += &format!("wrote `{into}`, with {carried} new\n");
        } else {
            report.remarks += &format!("nothing is new for `{into}`\n");
        }
        for LeftOut { line, what, why } in &left_out {
            let line = format!("{file}:{line} {what}: {why}");
            // What the file says is other people's: nothing in it acts on a terminal.
            let shown = line.chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign });
            report.text.extend(shown.chain(['\n']));
        }
        if !left_out.is_empty() {
            report.status = Status::Found;
        }
    }
    Ok(report)
}
