//! What a catalog says of an HTTP status.

use api_error_catalog_core::fact::Effect;
use api_error_catalog_core::{Catalog, status};
use serde::Serialize;

use super::Asked;
use super::listing::Listed;

/// The row of a status, and the entries that are sent with it, in one locale. What the catalog does not say
/// is `null`.
#[derive(Serialize)]
pub(super) struct StatusExplanation {
    pub(super) api: String,
    pub(super) file: String,
    pub(super) locale: String,
    pub(super) status: u16,
    pub(super) reason: Option<&'static str>,
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
    pub(super) action: Option<String>,
    pub(super) user_message: Option<String>,
    pub(super) actor: Option<&'static str>,
    pub(super) retry: Option<&'static str>,
    pub(super) effect: &'static str,
    /// The headers that come with it, by their names.
    pub(super) headers: Vec<String>,
    pub(super) docs: Option<String>,
    /// The keys whose values the documentation of the API does not give.
    pub(super) assumed: Vec<&'static str>,
    pub(super) entries: Vec<Listed>,
}

impl StatusExplanation {
    /// `None` where the catalog says nothing of the status.
    pub(super) fn new(asked: &Asked<'_>, number: u16, locale: &str) -> Option<Self> {
        let catalog: &Catalog<'_> = &asked.catalog;
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let row = catalog.status_row(number);
        let entries = catalog.codes().filter(|entry| entry.status() == number);
        let entries: Vec<_> =
            entries.map(|entry| Listed::new(asked.origin, entry, locale)).collect();
        if row.is_none() && entries.is_empty() {
            return None;
        }
        Some(Self {
            api: catalog.name().to_owned(),
            file: asked.origin.to_owned(),
            locale: catalog.best_locale(locale).to_owned(),
            status: number,
            reason: status::reason(number),
            title: row.map(|row| row.title(locale).to_owned()),
            description: owned(row.and_then(|row| row.description(locale))),
            action: owned(row.and_then(|row| row.action(locale))),
            user_message: owned(row.and_then(|row| row.user_message(locale))),
            actor: row
                .and_then(api_error_catalog_core::StatusRow::actor)
                .map(api_error_catalog_core::fact::Actor::as_str),
            retry: row
                .and_then(api_error_catalog_core::StatusRow::retry)
                .map(api_error_catalog_core::fact::Retry::as_str),
            effect: row
                .map_or(Effect::of_status(number), api_error_catalog_core::StatusRow::effect)
                .as_str(),
            headers: row
                .into_iter()
                .flat_map(api_error_catalog_core::StatusRow::headers)
                .map(str::to_owned)
                .collect(),
            docs: owned(row.and_then(api_error_catalog_core::StatusRow::docs)),
            assumed: row.into_iter().flat_map(api_error_catalog_core::StatusRow::assumed).collect(),
            entries,
        })
    }
}
