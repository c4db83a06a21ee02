//! `errcat export`: a catalog as other tools and other languages have it.

mod csv;
mod json_schema;
mod openapi;
mod po;
mod python;
mod typescript;

use api_error_catalog_core::Catalog;
use api_error_catalog_model::Side;
use clap::{Args, ValueEnum};

use crate::catalogs::{self, CatalogFile, CompiledCatalog};
use crate::failure::Failure;
use crate::output::{OutputArguments, Report};

/// Writes a catalog as other tools and other languages have it
///
/// The same catalog gives the same text at any time and on any machine; `--check` says whether a file that was
/// written is still that.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat export --to typescript errors.toml --out src/errors.ts
  errcat export --to typescript errors.toml --out src/errors.ts --check
  errcat export --to openapi errors.toml --out errors.openapi.json
  errcat export --to csv --locale fr catalogs/ --out errors.csv
  errcat export --to po --locale fr errors.toml --out fr.po
  errcat export --to python errors.toml --out errors.py")]
pub(crate) struct Export {
    /// Catalog files, folders to look for them in, or patterns [default: the current folder]
    #[arg(value_name = "FILES")]
    files: Vec<String>,

    /// What it becomes
    #[arg(long, value_enum, value_name = "FORMAT")]
    to: Format,

    /// The texts in one locale, instead of all that the catalog has
    #[arg(long, value_name = "TAG")]
    locale: Option<String>,

    #[command(flatten)]
    output: OutputArguments,
}

/// What a catalog becomes. Each is a file of `export/`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A module with the codes, a table of the entries, and a decoder of answers
    #[value(name = "typescript")]
    TypeScript,
    #[value(
        name = "openapi",
        help = "An OpenAPI 3.1 document of components: schemas, and a response for each status, with examples"
    )]
    OpenApi,
    /// The JSON Schema of bodies
    JsonSchema,
    /// A table, a row for each entry and locale; a cell that begins as a formula does has a ' before it
    Csv,
    /// Texts for a translator, from the default locale to another; `errcat import` brings them back
    Po,
    /// A module of Python 3.11, with an enumeration of the entries
    Python,
}

/// A catalog that is exported.
struct Exported<'c> {
    file: &'c CatalogFile,
    catalog: Catalog<'c>,
    /// The locales whose texts are wanted, those of the catalog or one of them.
    locales: Vec<&'c str>,
    /// The one that was asked for.
    locale: Option<&'c str>,
}

impl Export {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let files = catalogs::read(&self.files, Side::Client)?;
        let compiled = files.iter().map(compile).collect::<Result<Vec<_>, _>>()?;
        let exported = files.iter().zip(&compiled);
        let exported = exported.map(|(file, compiled)| self.choose(file, compiled));
        let exported = exported.collect::<Result<Vec<_>, _>>()?;
        let text = match self.to {
            Format::TypeScript => typescript::typescript(self.only(&exported)?),
            Format::OpenApi => openapi::openapi(self.only(&exported)?),
            Format::JsonSchema => json_schema::json_schema(self.only(&exported)?),
            Format::Csv => csv::csv(&exported),
            Format::Po => po::po(self.only(&exported)?)?,
            Format::Python => python::python(self.only(&exported)?),
        };
        self.output.deliver(text, None)
    }

    fn choose<'c>(
        &self,
        file: &'c CatalogFile,
        compiled: &'c CompiledCatalog,
    ) -> Result<Exported<'c>, Failure> {
        let catalog = compiled.open();
        let locales: Vec<_> = catalog.locales().collect();
        let Some(tag) = &self.locale else {
            return Ok(Exported { file, catalog, locales, locale: None });
        };
        let locale = locales.iter().find(|known| known.eq_ignore_ascii_case(tag)).copied();
        match locale {
            Some(locale) => {
                Ok(Exported { file, catalog, locales: vec![locale], locale: Some(locale) })
            }
            None => Err(Failure::new(format!(
                "`{}` has no texts in `{tag}`; it has: {}",
                file.path,
                locales.join(", ")
            ))),
        }
    }

    /// The catalog, where a format takes one.
    fn only<'e, 'c>(&self, exported: &'e [Exported<'c>]) -> Result<&'e Exported<'c>, Failure> {
        match exported {
            [exported] => Ok(exported),
            several => {
                let format = self.to.to_possible_value().expect("none is hidden");
                Err(Failure::new(format!(
                    "`--to {}` takes one catalog, and there are {}",
                    format.get_name(),
                    several.len()
                )))
            }
        }
    }
}

fn compile(file: &CatalogFile) -> Result<CompiledCatalog, Failure> {
    let path = &file.path;
    CompiledCatalog::new(path.clone(), &file.reading).ok_or_else(|| {
        Failure::new(format!("`{path}` has errors; `errcat check {path}` shows them"))
    })
}
