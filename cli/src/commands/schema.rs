//! `errcat schema`: what editors know of catalogs.

use api_error_catalog_model::SCHEMA;
use clap::Args;

use crate::failure::Failure;
use crate::output::{OutputArguments, Report};

/// Prints the JSON Schema of catalog files, for editors
///
/// A catalog in TOML names it in its first line, `#:schema ./catalog.schema.json`; one in JSON has a key
/// `"$schema"`.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat schema --out catalog.schema.json
  errcat schema --out catalog.schema.json --check")]
pub(crate) struct Schema {
    #[command(flatten)]
    output: OutputArguments,
}

impl Schema {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        self.output.deliver(SCHEMA.to_owned(), None)
    }
}
