//! Which entry stands for an answer that is no error of a catalog, and with which parameters.

use alloc::format;
use alloc::string::String;
use core::any::Any;

use api_error_catalog_core::{Catch, Entry};

use super::asked::Asked;
use super::rejected::Rejected;
use super::settings::Settings;
use crate::caught::Caught;

/// Marks a response that stays as it is, whatever its status: the answer of another service that is handed on.
///
/// It goes into the extensions of the response.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PassThrough;

/// What a framework answered.
pub(crate) struct Foreign {
    /// Its status.
    pub(crate) status: u16,
    /// What rejected the request, where that is known.
    pub(crate) by: Option<Catch>,
    /// Its sentence.
    pub(crate) sentence: Option<String>,
    /// What is wrong in the request.
    pub(crate) field: Option<String>,
    /// How many bytes there may be, where an extractor knows it.
    pub(crate) limit: Option<usize>,
}

impl Foreign {
    /// An answer with a status, and what an extractor has said where it is that.
    pub(crate) fn new(status: u16, rejected: Option<Rejected>) -> Self {
        match rejected {
            Some(Rejected { by, sentence, field, limit }) => {
                Self { status, by: Some(by), sentence: Some(sentence), field, limit }
            }
            None => Self { status, by: None, sentence: None, field: None, limit: None },
        }
    }

    /// The error that stands for it, of the [entry](Self::entry) that does.
    ///
    /// The sentence is for the log. It is sent where the entry's message has `{detail}`, and never in a 5xx:
    /// there, it is about the service.
    pub(crate) fn catch(
        self,
        entry: Entry<'static>,
        asked: &Asked<'_>,
        settings: &Settings,
    ) -> Caught {
        let mut caught = Caught::new(entry, settings.prefixes)
            .with("path", String::from(asked.path()))
            .with("method", String::from(asked.method));
        if let Some(limit) = self.limit.or(settings.body_limit) {
            caught = caught.with("limit", limit);
        }
        if let Some(media_type) = asked.media_type {
            caught = caught.with("media_type", String::from(media_type));
        }
        if let Some(field) = self.field {
            caught = caught.with("field", field);
        }
        match self.sentence {
            Some(sentence) if self.status < 500 && caught.says("detail") => {
                caught.with("detail", sentence)
            }
            Some(sentence) => caught.because(sentence),
            None => caught,
        }
    }

    /// The entry that stands for it: that of what is special first, and of the status behind it; `None` where
    /// the catalog has none, so that it stays as it is. The class of the status stays. A 422 is a 400 that says
    /// more (RFC 9110 §15.5.21); extractors of frameworks send both.
    pub(crate) fn entry(&self, settings: &Settings) -> Option<Entry<'static>> {
        let status = Catch::Status(self.status);
        let general = Catch::Status(400);
        let of = match self.by {
            by if self.status == 422 => [Some(status), by, Some(general)],
            Some(by) if self.status == by.status() => [Some(by), Some(status), None],
            _ => [Some(status), None, None],
        };
        let mut entries = of.into_iter().flatten().filter_map(|of| settings.catalog.catch(of));
        entries.find(|entry| entry.status() / 100 == self.status / 100)
    }
}

/// The error that stands for a panic; `None` where the catalog has none, so that the panic goes on.
pub(crate) fn catch_panic(
    panic: &(dyn Any + Send),
    asked: &Asked<'_>,
    settings: &Settings,
) -> Option<Caught> {
    let text = panic.downcast_ref::<&str>().copied();
    let text = text.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    let sentence = Some(format!("panic: {}", text.unwrap_or_default()));
    let panic = Foreign { sentence, by: Some(Catch::Panic), ..Foreign::new(500, None) };
    let entry = panic.entry(settings)?;
    Some(panic.catch(entry, asked, settings))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::Cow;

    use api_error_catalog_core::builder::{CatalogDef, CatchDef, EntryDef, encode};
    use api_error_catalog_core::{Catalog, Prefixes};

    /// The name of the entry that stands for something in a catalog with some keys, each with an entry that
    /// is called as it is.
    fn caught(keys: &[&str], status: u16, by: Option<Catch>) -> Option<&'static str> {
        let of = |key: &&str| Catch::find(key).expect("a key");
        let entry = |key: &&str| EntryDef::new(*key, "E", of(key).status());
        let catch = (0..).zip(keys).map(|(entry, key)| CatchDef { of: of(key), entry });
        let catalog = CatalogDef {
            locales: alloc::vec!["en".into()],
            entries: keys.iter().map(entry).collect(),
            catch: catch.collect(),
            ..CatalogDef::default()
        };
        // Catalogs of errors are for the whole program.
        let encoded: &'static _ =
            alloc::boxed::Box::leak(alloc::boxed::Box::new(encode(&catalog).expect("a catalog")));
        let catalog: &'static Catalog<'_> =
            alloc::boxed::Box::leak(alloc::boxed::Box::new(encoded.catalog()));
        let prefixes = alloc::boxed::Box::new(Prefixes::open(&encoded.prefixes));
        let settings = Settings::new(catalog, alloc::boxed::Box::leak(prefixes));
        let asked = Asked {
            method: "GET",
            target: "/a?b",
            accept_language: Cow::Borrowed(""),
            request_id: None,
            traceparent: None,
            media_type: None,
        };
        let foreign = Foreign { by, ..Foreign::new(status, None) };
        let entry = foreign.entry(&settings)?;
        let caught = foreign.catch(entry, &asked, &settings);
        Some(crate::CatalogError::entry(&caught).name())
    }

    #[test]
    fn what_is_special_comes_first() {
        let all = &["json", "path", "query", "form", "panic", "400", "404", "422", "500"];
        let json = Some(Catch::Json);
        assert_eq!(caught(all, 400, json), Some("json"));
        assert_eq!(caught(all, 422, json), Some("422"));
        assert_eq!(caught(&["json", "400"], 422, json), Some("json"));
        assert_eq!(caught(&["400"], 422, json), Some("400"));
        assert_eq!(caught(&["400"], 400, Some(Catch::Path)), Some("400"));
        assert_eq!(caught(all, 500, Some(Catch::Path)), Some("500"));
        assert_eq!(caught(all, 500, Some(Catch::Panic)), Some("panic"));
        assert_eq!(caught(&["500"], 500, Some(Catch::Panic)), Some("500"));
        assert_eq!(caught(all, 404, None), Some("404"));
        // No other status says what this one says.
        assert_eq!(caught(all, 415, json), None);
        assert_eq!(caught(all, 422, None), Some("422"));
        assert_eq!(caught(&["400"], 422, None), Some("400"));
        assert_eq!(caught(&["400"], 415, None), None);
        assert_eq!(caught(&["404"], 500, Some(Catch::Panic)), None);
    }
}
