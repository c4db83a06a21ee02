//! `errcat diff`: what a change of a catalog does to those who use it.

mod accepted;
mod advice;
mod change;
mod contract;
mod formats;
mod renames;
mod rules;
mod texts;
mod version;

use std::fs;

use clap::{Args, ValueEnum};

use self::accepted::Accepted;
use self::change::Change;
pub(crate) use self::rules::{Class, RULES, Rule};
use self::version::Version;
use crate::catalogs::GitRevision;
use crate::failure::Failure;
use crate::output::{Report, Status};

/// Says what has changed for clients, for servers, and in texts
///
/// A version is a catalog, or its golden file, which has no texts. Each change has the name of a rule, which
/// `errcat explain` explains. A comment in the new catalog accepts a change, `# errcat-accept: <rule>
/// <subject>: <reason>`.
///
/// The exit status is 1 where clients break, 3 where servers do and clients do not, and 0 otherwise; what
/// is accepted does not count.
#[derive(Args, Debug)]
#[command(override_usage = "\
errcat diff [OPTIONS] OLD NEW
       errcat diff [OPTIONS] --git REVISION FILE
       errcat diff --rules")]
#[command(after_help = "\
Examples:
  errcat diff released.toml errors.toml
  errcat diff --git main errors.toml --format md
  errcat diff tests/errors.golden errors.toml")]
pub(crate) struct Diff {
    /// The old version and the new one; with `--git`, the file
    #[arg(value_names = ["OLD", "NEW"], num_args = 1..=2, required_unless_present = "rules")]
    versions: Vec<String>,

    /// The old version is the file at this revision: a commit, a branch, a tag
    #[arg(long, value_name = "REVISION")]
    git: Option<String>,

    /// A file with changes to accept, a line `<rule> <subject>: <reason>` each
    #[arg(long, value_name = "FILE")]
    accept: Option<String>,

    /// How it is shown
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,

    /// List the rules instead
    #[arg(long)]
    rules: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON object, for programs
    Json,
    /// Workflow commands, which GitHub shows beside the lines of a change
    Github,
    /// Markdown, for the description of a change
    Md,
}

impl Diff {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        if self.rules {
            return Ok(Report { text: formats::rules(), ..Report::default() });
        }
        let (before, after, path) = self.versions()?;
        let mut changes = changes(&before, &after);
        let unused = accepted::mark(&self.accepted(&after)?, &mut changes);
        let comparison = Comparison { changes, after: &after, path };
        let text = match self.format {
            Format::Text => formats::text(&comparison),
            Format::Json => formats::json(&comparison),
            Format::Github => formats::github(&comparison),
            Format::Md => formats::markdown(&comparison),
        };
        let mut remarks = unused;
        if let Format::Text | Format::Github = self.format {
            remarks.push(advice::summary(&comparison.changes));
        }
        let remarks = remarks.into_iter().map(|line| line + "\n").collect();
        Ok(Report { text, remarks, status: status(&comparison.changes) })
    }

    /// Both versions, and the path of the new one.
    fn versions(&self) -> Result<(Version, Version, &str), Failure> {
        match (&self.git, &*self.versions) {
            (None, [old, new]) => Ok((Version::of_file(old)?, Version::of_file(new)?, new)),
            (Some(revision), [file]) => {
                let loader = GitRevision::new(revision)?;
                let name = format!("{revision}:{file}");
                let before = Version::of_catalog(&loader, file, &name)?;
                Ok((before, Version::of_file(file)?, file))
            }
            (None, _) => {
                Err(Failure::new("a new version is missing; name two files, or one with `--git`"))
            }
            (Some(_), _) => {
                Err(Failure::new("with `--git`, one file is compared with itself; name one"))
            }
        }
    }

    fn accepted(&self, after: &Version) -> Result<Vec<Accepted>, Failure> {
        let mut accepted = Accepted::in_comments(after.comments())?;
        if let Some(path) = &self.accept {
            let text = fs::read_to_string(path);
            let text = text.map_err(|error| Failure::of_file(path, "read", &error))?;
            accepted.extend(Accepted::in_lines(&text)?);
        }
        Ok(accepted)
    }
}

/// What has changed, and in what.
struct Comparison<'v> {
    changes: Vec<Change>,
    after: &'v Version,
    /// The path of the new version.
    path: &'v str,
}

impl Comparison<'_> {
    /// The changes that are not accepted and of a class.
    fn of_class(&self, class: Class) -> impl Iterator<Item = &Change> {
        let counts =
            move |change: &&Change| change.rule.class == class && change.accepted.is_none();
        self.changes.iter().filter(counts)
    }

    fn accepted(&self) -> impl Iterator<Item = (&Change, &str)> {
        self.changes.iter().filter_map(|change| Some((change, change.accepted.as_deref()?)))
    }
}

/// All changes: those of golden files, then those of texts, where both versions have any.
fn changes(before: &Version, after: &Version) -> Vec<Change> {
    let (before, after) = (before.compared(), after.compared());
    let mut changes = contract::changes(&before, &after);
    if let (Some(before), Some(after)) = (&before.catalog, &after.catalog) {
        changes.extend(texts::changes(before, after));
    }
    changes
}

/// By the class that matters most.
fn status(changes: &[Change]) -> Status {
    let counts = changes.iter().filter(|change| change.accepted.is_none());
    match counts.map(|change| change.rule.class).min() {
        Some(Class::Clients) => Status::Found,
        Some(Class::Servers) => Status::FoundForServers,
        Some(Class::Compatible | Class::Texts) | None => Status::Well,
    }
}
