//! The arguments that all commands have in common, and which commands there are.

use api_error_catalog_model::Side;
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::catalogs;
use crate::catalogs::CatalogFile;
use crate::commands::check::Check;
use crate::commands::completions::Completions;
use crate::commands::diff::Diff;
use crate::commands::docs::Docs;
use crate::commands::explain::Explain;
use crate::commands::export::Export;
use crate::commands::import::Import;
use crate::commands::man::Man;
use crate::commands::new::New;
use crate::commands::schema::Schema;
use crate::commands::stats::Stats;
use crate::failure::Failure;
use crate::output::Report;

/// Checks and explains the catalogs of an API's errors.
#[derive(Debug, Parser)]
#[command(
    name = "errcat",
    bin_name = "errcat",
    version,
    max_term_width = 100,
    arg_required_else_help = true
)]
#[command(after_help = "\
Examples:
  errcat check errors.toml
  errcat explain insufficient-funds
  curl -si https://api.example/payments/7 | errcat explain -

Exit status: 0 where all is well, 1 where something was found, 2 where errcat could not do it, 3 where
`errcat diff` found what breaks servers and no clients.")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// A command, with its arguments. Each is a file of `commands/`.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(Check),
    Diff(Diff),
    Docs(Docs),
    Explain(Explain),
    Export(Export),
    Import(Import),
    Stats(Stats),
    New(New),
    Schema(Schema),
    Completions(Completions),
    Man(Man),
}

impl Command {
    /// Does what was asked for.
    pub(crate) fn run(self) -> Result<Report, Failure> {
        match self {
            Self::Check(check) => check.run(),
            Self::Diff(diff) => diff.run(),
            Self::Docs(docs) => docs.run(),
            Self::Explain(explain) => explain.run(),
            Self::Export(export) => export.run(),
            Self::Import(import) => import.run(),
            Self::Stats(stats) => stats.run(),
            Self::New(new) => new.run(),
            Self::Schema(schema) => schema.run(),
            Self::Completions(completions) => completions.run(),
            Self::Man(man) => man.run(),
        }
    }
}

/// Which catalogs, and for whom they are.
#[derive(Args, Debug)]
pub(crate) struct CatalogArguments {
    /// Catalog files, folders to look for them in, or patterns [default: the current folder]
    #[arg(value_name = "FILES")]
    files: Vec<String>,

    /// What the catalogs are for: who sends errors has to see to the headers that go with them
    #[arg(long, value_enum, default_value_t = SideArgument::Client)]
    side: SideArgument,
}

impl CatalogArguments {
    /// Reads them.
    pub(crate) fn read(&self) -> Result<Vec<CatalogFile>, Failure> {
        catalogs::read(&self.files, self.side())
    }

    pub(crate) fn side(&self) -> Side {
        self.side.into()
    }
}

/// [`Side`] as an argument.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum SideArgument {
    /// A program that sends the errors, as an error enum with variants does
    Server,
    /// A program that receives them, as an empty enum does
    Client,
}

impl From<SideArgument> for Side {
    fn from(side: SideArgument) -> Self {
        match side {
            SideArgument::Server => Self::Server,
            SideArgument::Client => Self::Client,
        }
    }
}
