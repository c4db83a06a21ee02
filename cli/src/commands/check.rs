//! `errcat check`: what the compiler says of a catalog, without the compiler.

mod fix;
mod github;
mod json;
mod text;

use std::collections::BTreeSet;

use api_error_catalog_model::{Diagnostic, Severity, Sources, render};
use clap::{Args, ValueEnum};

use crate::arguments::CatalogArguments;
use crate::catalogs::CatalogFile;
use crate::failure::Failure;
use crate::output::{Report, Status};

/// Finds mistakes in catalogs, as the compiler does
///
/// Says what the derive of `api-error-catalog` says of each catalog and of the files that it extends. The
/// exit status is 1 where there are errors.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat check errors.toml
  errcat check --fix errors.toml
  errcat check --format github --deny-warnings catalogs/")]
pub(crate) struct Check {
    #[command(flatten)]
    catalogs: CatalogArguments,

    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// Write what findings have one sure way out of into the files, and check again; comments stay
    #[arg(long)]
    fix: bool,

    /// Exit with status 1 where there are warnings, too
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// With the lines that they are about, for people
    Text,
    /// One JSON object, for programs
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
}

impl Check {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let mut catalogs = self.catalogs.read()?;
        let mut fixed = String::new();
        if self.fix {
            fixed = fix::fix(&catalogs, self.catalogs.side())?;
            catalogs = self.catalogs.read()?;
        }
        let findings = findings(&catalogs);
        let count = Count::of(&findings, catalogs.len());
        let (text, remarks) = match self.format {
            Format::Text => (text::text(&findings), format!("{count}\n")),
            Format::Json => (json::text(&findings, &count), String::new()),
            Format::Github => (github::text(&findings), format!("{count}\n")),
        };
        let remarks = fixed + &remarks;
        let is_found = count.errors > 0 || self.deny_warnings && count.warnings > 0;
        Ok(Report { text, remarks, status: Status::found(is_found) })
    }
}

/// A finding, with what it takes to show it.
struct Finding<'c> {
    diagnostic: &'c Diagnostic,
    sources: &'c Sources,
    /// The catalog that was checked; the finding may be in a file that it extends.
    catalog: &'c str,
}

/// All findings, in the order of the catalogs. One in a file that several catalogs extend is there once.
fn findings(catalogs: &[CatalogFile]) -> Vec<Finding<'_>> {
    let mut seen = BTreeSet::new();
    let all = catalogs.iter().flat_map(|CatalogFile { path, reading }| {
        let sources = &reading.sources;
        reading.diagnostics.iter().map(move |diagnostic| Finding {
            diagnostic,
            sources,
            catalog: path,
        })
    });
    all.filter(|finding| seen.insert(render(finding.diagnostic, finding.sources).to_string()))
        .collect()
}

/// What a severity is called.
fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// How much was found in how many catalogs.
struct Count {
    errors: usize,
    warnings: usize,
    catalogs: usize,
}

impl Count {
    fn of(findings: &[Finding<'_>], catalogs: usize) -> Self {
        let of = |severity| findings.iter().filter(|f| f.diagnostic.severity == severity).count();
        Self { errors: of(Severity::Error), warnings: of(Severity::Warning), catalogs }
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let of = |count, thing| match count {
            1 => format!("1 {thing}"),
            count => format!("{count} {thing}s"),
        };
        match (self.errors, self.warnings) {
            (0, 0) => f.write_str("no errors")?,
            (errors, 0) => f.write_str(&of(errors, "error"))?,
            (0, warnings) => f.write_str(&of(warnings, "warning"))?,
            (errors, warnings) => {
                write!(f, "{} and {}", of(errors, "error"), of(warnings, "warning"))?;
            }
        }
        write!(f, " in {}", of(self.catalogs, "catalog"))
    }
}
