//! `errcat docs`: the reference of an API's errors, as a site.

mod address;
mod catalog_page;
mod code_page;
mod endpoint_row;
mod endpoints;
mod example;
mod frame;
mod index_page;
mod layout;
mod markdown;
mod paste;
mod program;
mod search;
mod segment;
mod site;
mod texts;
mod words;
mod write;

use std::path::Path;

use askama::Template as _;
use clap::Args;

use self::catalog_page::CatalogPage;
use self::code_page::CodePage;
use self::endpoints::Endpoints;
use self::index_page::IndexPage;
use self::layout::{DECODER, Folder, PROGRAM, PROGRAM_SCHEMA, SCRIPT, SEARCH, STYLE};
use self::site::Site;
use self::write::{Files, Plan};
use crate::arguments::CatalogArguments;
use crate::catalogs::CompiledCatalog;
use crate::failure::Failure;
use crate::output::{Report, Status};

/// Writes the reference of an API’s errors: a site that any server can serve, and a browser can open
///
/// It has a page for each catalog and for each code, in each language, with Markdown beside it, and all of it
/// as JSON. Where a catalog has a `type_base`, and the site is served there, the type of a problem is the
/// address of its page; what leads elsewhere is said, and the exit status is 1.
///
/// With `--openapi`, pages say which endpoint answers with which codes: those that the schemas of its responses
/// list, and those of its examples. What the document says and no catalog does is said, too.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat docs errors.toml --out site
  errcat docs catalogs/ --out site --url https://api.example/errors/ --force
  errcat docs errors.toml --openapi openapi.yaml --out site
  errcat docs errors.toml --out site --check")]
pub(crate) struct Docs {
    #[command(flatten)]
    catalogs: CatalogArguments,

    /// The folder of the site
    #[arg(long, short, value_name = "DIR")]
    out: String,

    /// Where the site is published: types and links that begin so have to lead to its pages
    #[arg(long, value_name = "URL")]
    url: Option<String>,

    /// A document of `openapi: 3`, YAML or JSON, whose endpoints are shown with their codes; may be repeated
    #[arg(long, value_name = "FILE")]
    openapi: Vec<String>,

    /// Replace files that differ, and remove those of an earlier run that the site has no more
    #[arg(long)]
    force: bool,

    /// Write nothing, and exit with status 1 where the folder is not what would be written
    #[arg(long, conflicts_with = "force")]
    check: bool,
}

impl Docs {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let read = self.catalogs.read()?.into_iter().map(|file| {
            let compiled = CompiledCatalog::new(file.path.clone(), &file.reading);
            let path = &file.path;
            let compiled = compiled.ok_or_else(|| {
                Failure::new(format!("`{path}` has errors; `errcat check {path}` shows them"))
            })?;
            Ok((file, compiled))
        });
        let catalogs = read.collect::<Result<Vec<_>, Failure>>()?;
        let mut site = Site::new(&catalogs);
        site.endpoints = Endpoints::read(&self.openapi, &site)?;
        let files =
            files(&site).map_err(|error| Failure::new(format!("a page failed: {error}")))?;
        let plan = Plan::new(Path::new(&self.out), files)?;
        let mut report = if self.check {
            plan.checked(&self.out)
        } else {
            plan.carry_out(&self.out, self.force)?
        };
        for note in site.endpoints.notes(&site) {
            report.remarks += &format!("{note}\n");
        }
        let mut findings = address::findings(&site, self.url.as_deref());
        findings.extend(site.endpoints.findings.iter().cloned());
        for finding in findings {
            report.remarks += &format!("{finding}\n");
            report.status = Status::Found;
        }
        Ok(report)
    }
}

/// What pages do beyond being read.
const SITE_SCRIPT: &str = concat!(
    include_str!("../../templates/docs/site.js"),
    "\n",
    include_str!("../../templates/docs/paste.js"),
);

/// Every file of a site.
fn files(site: &Site<'_>) -> askama::Result<Files> {
    let mut files = Files::new();
    files.insert(STYLE.to_owned(), include_str!("../../templates/docs/style.css").to_owned());
    files.insert(SCRIPT.to_owned(), SITE_SCRIPT.to_owned());
    files.insert(DECODER.to_owned(), paste::script(site));
    files.insert(PROGRAM.to_owned(), program::program(site));
    files.insert(PROGRAM_SCHEMA.to_owned(), program::SCHEMA.to_owned());
    for locale in 0..site.layout.locales.len() {
        let top = site.layout.top(locale);
        files.insert(top.file(SEARCH), search::search(site, locale));
        if site.layout.has_index() {
            let page = IndexPage::new(site, locale);
            insert(&mut files, top, &page.render()?, &page.markdown()?);
        }
        for (number, catalog) in site.catalogs.iter().enumerate() {
            let page = CatalogPage::new(site, locale, number);
            let folder = site.layout.catalog(locale, number);
            insert(&mut files, &folder, &page.render()?, &page.markdown()?);
            for entry in 0..catalog.resolved.entries.len() {
                let page = CodePage::new(site, locale, number, entry);
                let folder = site.layout.entry(locale, number, entry);
                insert(&mut files, &folder, &page.render()?, &page.markdown()?);
            }
        }
    }
    Ok(files)
}

/// A page, and its Markdown beside it.
fn insert(files: &mut Files, folder: &Folder, html: &str, markdown: &str) {
    files.insert(folder.file("index.html"), format!("{}\n", html.trim_end()));
    files.insert(folder.file("index.md"), format!("{}\n", markdown.trim_end()));
}
