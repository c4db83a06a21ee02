//! `errcat import`: a catalog of what there is already, and translations into one.

mod bodies;
mod catalog;
mod csv;
mod imported;
mod json;
pub(super) mod openapi;
mod placeholders;
mod po;
mod row;
mod rust;
mod settle;
mod translations;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::rc::Rc;

use api_error_catalog_model::{Side, read_text, render};
use clap::{Args, ValueEnum};

use self::catalog::Header;
use self::imported::Imported;
use self::rust::RustErrors;
use crate::failure::Failure;
use crate::output::{OutputArguments, Report, Status};

/// Makes a catalog of a list of errors that there is already
///
/// What cannot be carried over as it is goes to standard error, with its file and line: a code with several
/// statuses or messages, names that collide, placeholders without names, HTML.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat import --from csv errors.csv --name wallet --out errors.toml
  errcat import --from json errors.json | less
  errcat import --from rust src/error.rs --out errors.toml --enum src/errors.rs
  errcat import --from bodies captured/ --name wallet
  errcat import --from openapi openapi.yaml
  errcat import --from po fr.po --into errors.toml")]
pub(crate) struct Import {
    /// What the files are
    #[arg(long, value_enum)]
    from: Form,

    /// What the catalog is called [default: the name of the first file]
    #[arg(long)]
    name: Option<String>,

    /// The language of the texts that do not say theirs, which is the catalog's default
    #[arg(long, value_name = "TAG", default_value = "en")]
    locale: String,

    /// Write the enums with the derive, too (with `--from rust`)
    #[arg(long = "enum", value_name = "FILE")]
    enum_file: Option<String>,

    /// The catalog that translations are brought into (with `--from po`)
    #[arg(long, value_name = "CATALOG", required_if_eq("from", "po"))]
    into: Option<String>,

    /// The files
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,

    #[command(flatten)]
    output: OutputArguments,
}

/// What there is already. Each is a file of `import/`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// A table with the columns code, status, message, message.fr, description, action, retry, …
    Csv,
    /// A list of objects with such keys, or an object of them by code
    Json,
    /// Source files with enums of thiserror, and the `match`es that map them to statuses and codes
    Rust,
    /// Files or folders of bodies that an API has sent, or of what `curl -i` printed
    Bodies,
    #[value(
        name = "openapi",
        help = "An OpenAPI document in YAML or JSON: the examples of its responses, and the codes that their schemas list"
    )]
    OpenApi,
    /// Translations, which `export --to po` has written for a translator
    Po,
}

impl Import {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        match (self.from, &self.into) {
            (Form::Po, Some(catalog)) => return self.bring_translations(catalog),
            (_, Some(_)) => return Err(Failure::new("`--into` is for `--from po`")),
            (_, None) => {}
        }
        let mut imported = Imported::default();
        let rust = self.read(&mut imported)?;
        if imported.entries.is_empty() {
            let files = self.files.join("`, `");
            return Err(Failure::new(format!("there are no errors in `{files}`")));
        }
        let locales = self.locales(&imported);
        imported.settle(&locales);
        let enums = match (&self.enum_file, rust) {
            (Some(path), Some(rust)) => {
                let catalog = self.output.file().unwrap_or("errors.toml");
                Some((path, rust.text(catalog, &mut imported)?))
            }
            (Some(_), None) => return Err(Failure::new("`--enum` is for `--from rust`")),
            (None, _) => None,
        };
        imported.sort_notes(&self.files);
        let extends = matches!(self.from, Form::Rust).then_some("http");
        let header = Header { name: &self.name(), locales, extends };
        let text = catalog::text(&header, &imported);
        let found = findings(&text);
        let mut report = self.output.deliver(text, None)?;
        if let Some((path, text)) = enums {
            let enums = self.output.deliver_to(&text, path)?;
            report.remarks += &enums.remarks;
            report.status =
                if report.status == Status::Well { enums.status } else { report.status };
        }
        if !found.is_empty() {
            report.status = Status::Found;
        }
        Ok(Report { remarks: remarks(&imported) + &found + &report.remarks, ..report })
    }

    fn bring_translations(&self, catalog: &str) -> Result<Report, Failure> {
        if self.output.file().is_some() {
            return Err(Failure::new("`--from po` writes the catalog that `--into` names"));
        }
        if self.enum_file.is_some() {
            return Err(Failure::new("`--enum` is for `--from rust`"));
        }
        translations::bring(&self.files, catalog, self.output.only_checks())
    }

    /// Reads the files; where they are Rust, their enums are also given.
    fn read(&self, imported: &mut Imported) -> Result<Option<RustErrors>, Failure> {
        if let Form::Bodies = self.from {
            bodies::read(&self.files, &self.locale, imported)?;
            return Ok(None);
        }
        let mut files = Vec::new();
        for path in &self.files {
            let text = fs::read_to_string(path);
            let text = text.map_err(|error| Failure::of_file(path, "read", &error))?;
            files.push((Rc::from(path.as_str()), text));
        }
        if let Form::Rust = self.from {
            return rust::read(&files, &self.locale, imported).map(Some);
        }
        for (file, text) in &files {
            match self.from {
                Form::Csv => csv::read(file, text, &self.locale, imported)?,
                Form::Json => json::read(file, text, &self.locale, imported)?,
                Form::OpenApi => openapi::read(file, text, &self.locale, imported)?,
                Form::Rust | Form::Bodies | Form::Po => {}
            }
        }
        Ok(None)
    }

    /// The locales of the texts, the default first.
    fn locales(&self, imported: &Imported) -> Vec<String> {
        let texts = imported.entries.iter().flat_map(|entry| entry.texts.values());
        let others: BTreeSet<_> = texts.flat_map(|text| text.keys().cloned()).collect();
        let others = others.into_iter().filter(|locale| *locale != self.locale);
        std::iter::once(self.locale.clone()).chain(others).collect()
    }

    fn name(&self) -> String {
        let stem = || Path::new(&self.files[0]).file_stem().unwrap_or_default().to_string_lossy();
        self.name.clone().unwrap_or_else(|| stem().into_owned())
    }
}

/// What a person has to look at, and how much was carried over.
fn remarks(imported: &Imported) -> String {
    let mut text = String::new();
    for note in &imported.notes {
        text.push_str(&format!("{note}\n"));
    }
    let entries = match imported.entries.len() {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    let to_look_at = match imported.notes.len() {
        0 => String::new(),
        1 => "; 1 thing to look at".to_owned(),
        count => format!("; {count} things to look at"),
    };
    text + &format!("{entries}{to_look_at}\n")
}

/// What is wrong in the catalog all the same, as `errcat check` shows it.
fn findings(text: &str) -> String {
    let reading = read_text("catalog.toml", text, Side::Client);
    let shown = reading.errors().map(|error| render(error, &reading.sources).to_string() + "\n");
    shown.collect()
}
