//! Where the pages of a site are.

use api_error_catalog_model::ResolvedCatalog;

use super::segment::Segments;

/// Files at the top of a site that are no pages.
pub(super) const STYLE: &str = "style.css";
pub(super) const SCRIPT: &str = "site.js";
/// The decoder, and the catalogs that it reads by; for whoever pastes a body.
pub(super) const DECODER: &str = "decoder.js";
pub(super) const PROGRAM: &str = "errors.json";
pub(super) const PROGRAM_SCHEMA: &str = "errors.schema.json";
pub(super) const MANIFEST: &str = "errcat-site.json";
/// What is searched; one in each language.
pub(super) const SEARCH: &str = "search.js";

/// A folder that a page is in, from the top of the site: empty, or with a slash at its end. The page is
/// `index.html` in it, and `index.md` is its Markdown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folder(String);

impl Folder {
    fn top() -> Self {
        Self(String::new())
    }

    fn below(&self, segment: &str) -> Self {
        Self(format!("{}{segment}/", self.0))
    }

    /// The path of a file in it.
    pub(super) fn file(&self, name: &str) -> String {
        format!("{}{name}", self.0)
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of a file from a page in this folder, as short as it may be.
    pub(super) fn link_to(&self, file: &str) -> String {
        let same: usize = self
            .0
            .split_inclusive('/')
            .zip(file.split_inclusive('/'))
            .take_while(|(own, other)| own == other)
            .map(|(own, _)| own.len())
            .sum();
        "../".repeat(self.0[same..].matches('/').count()) + &file[same..]
    }
}

/// The folders of a site: in each language the same ones below the folder of the language.
#[derive(Debug)]
pub(super) struct Layout {
    /// The languages: those of the catalogs, in their order. The first one is at the top.
    pub(super) locales: Vec<String>,
    tops: Vec<Folder>,
    catalogs: Vec<CatalogLayout>,
}

#[derive(Debug)]
struct CatalogLayout {
    /// The folder's name; `None` for a catalog alone, which is the site.
    segment: Option<String>,
    entries: Vec<String>,
}

impl Layout {
    /// Where the pages of these catalogs are.
    pub(super) fn new(catalogs: &[&ResolvedCatalog]) -> Self {
        let mut locales: Vec<String> = Vec::new();
        for locale in catalogs.iter().flat_map(|catalog| &catalog.locales) {
            if !locales.iter().any(|known| known.eq_ignore_ascii_case(locale)) {
                locales.push(locale.clone());
            }
        }
        let taken = [
            STYLE,
            SCRIPT,
            DECODER,
            PROGRAM,
            PROGRAM_SCHEMA,
            MANIFEST,
            SEARCH,
            "index.html",
            "index.md",
        ];
        let mut top = Segments::with(taken);
        let mut tops = vec![Folder::top()];
        tops.extend(locales.iter().skip(1).map(|locale| Folder::top().below(&top.take(locale))));
        let catalogs = match catalogs {
            [catalog] => vec![CatalogLayout { segment: None, entries: entries(catalog, &mut top) }],
            catalogs => catalogs
                .iter()
                .map(|catalog| {
                    let segment = Some(top.take(&catalog.name));
                    let mut inside = Segments::with(["index.html", "index.md"]);
                    CatalogLayout { segment, entries: entries(catalog, &mut inside) }
                })
                .collect(),
        };
        Self { locales, tops, catalogs }
    }

    /// Whether there is a page above those of the catalogs.
    pub(super) fn has_index(&self) -> bool {
        self.catalogs.len() != 1
    }

    /// The first page, by the number of its language.
    pub(super) fn top(&self, locale: usize) -> &Folder {
        &self.tops[locale]
    }

    pub(super) fn catalog(&self, locale: usize, catalog: usize) -> Folder {
        match &self.catalogs[catalog].segment {
            Some(segment) => self.top(locale).below(segment),
            None => self.top(locale).clone(),
        }
    }

    pub(super) fn entry(&self, locale: usize, catalog: usize, entry: usize) -> Folder {
        self.catalog(locale, catalog).below(&self.catalogs[catalog].entries[entry])
    }
}

/// A type that is made of `type_base` ends in the name, and so does the page's address.
fn entries(catalog: &ResolvedCatalog, taken: &mut Segments) -> Vec<String> {
    catalog.entries.iter().map(|entry| taken.take(&entry.name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_as_short_as_they_may_be() {
        let folder = Folder::top().below("fr").below("hub2").below("declined");
        assert_eq!(folder.link_to("fr/hub2/expired/index.html"), "../expired/index.html");
        assert_eq!(folder.link_to("fr/hub2/index.html"), "../index.html");
        assert_eq!(folder.link_to("hub2/declined/index.html"), "../../../hub2/declined/index.html");
        assert_eq!(folder.link_to("fr/hub2/declined/index.md"), "index.md");
        assert_eq!(Folder::top().link_to("style.css"), "style.css");
    }
}
