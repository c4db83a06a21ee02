//! Headers whose values are none of what the catalog says.

use alloc::format;
use alloc::string::String;

use super::Answer;
use super::headers::extract;
use crate::header::Header;

/// A header that was received with a value that is none of what the catalog says.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct MisfitHeader<'a> {
    /// Its name, as the catalog writes it.
    pub name: &'a str,
    /// Its value, the first where there are several.
    pub value: &'a str,
    /// What the catalog says, with its slots in braces, and in brackets what may be left out.
    pub form: String,
}

impl Answer<'_> {
    /// The headers that the catalog has a value for, for answers of every status or of this one, and that
    /// were received with other values alone: nothing was read from them. Those that were not received are
    /// not among them.
    pub fn misfit_headers(&self) -> impl Iterator<Item = MisfitHeader<'_>> {
        let row = self.catalog.status_row(self.status);
        let headers = self.catalog.headers_with_row(row).filter(|header| header.has_value());
        headers.filter_map(|header| {
            let value = self.headers.all(header.name()).next()?;
            let fits = |value| extract(header.pieces(), value).is_some();
            let is_misfit = !self.headers.all(header.name()).any(fits);
            is_misfit.then(|| MisfitHeader { name: header.name(), value, form: self.form(header) })
        })
    }

    /// The value of a header as the catalog says it.
    fn form(&self, header: Header<'_>) -> String {
        let mut form = String::new();
        for piece in header.pieces().iter() {
            form += if piece.opens { "[" } else { "" };
            form += piece.text;
            if let Some(slot) = piece.number {
                let name = self.catalog.texts.get(self.catalog.slot(slot).name());
                form += &format!("{{{name}}}");
            }
            form += if piece.closes { "]" } else { "" };
        }
        form
    }
}
