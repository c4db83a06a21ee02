//! The parameters of an answer, and the message of its entry with them.

use alloc::string::{String, ToString as _};

use super::parameter_value::ParameterValue;
use super::{Answer, found, scan};
use crate::body::Body;
use crate::entry::Entry;
use crate::slot::SlotSource;
use crate::slot_value::SlotValue;
use crate::template::UNFILLED;

impl<'c> Answer<'c> {
    /// The value of a parameter as text: from the object of all parameters, `{parameters}`, or read back
    /// from the message by the template of the [`entry`](Self::entry) in whichever locale fits, or that
    /// of the slot of the same name; `None` where there is none.
    pub fn parameter(&self, name: &str) -> Option<String> {
        self.parameter_of(self.primary_element(), self.entry(), name).map(ParameterValue::into_text)
    }

    /// The value of a parameter as JSON text; see [`parameter`](Self::parameter). What is read back from a
    /// message is of the parameter's type where it looks so, and a string otherwise.
    pub fn parameter_value(&self, name: &str) -> Option<String> {
        self.parameter_of(self.primary_element(), self.entry(), name).map(ParameterValue::into_json)
    }

    /// The message of the [`entry`](Self::entry) in a locale, with what [`parameter`](Self::parameter) gives
    /// for each parameter filled in; `None` where the catalog does not know the code.
    ///
    /// A parameter that was not received is what the entry itself puts into the slot of the same name, or
    /// else [`…`](crate::template::UNFILLED). The words are always the catalog's; those that were received
    /// are in [`message`](Self::message).
    ///
    /// ```
    /// # mod example {
    /// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
    /// # }
    /// # use example::wallet;
    /// use api_error_catalog_core::builder::encode;
    ///
    /// let encoded = encode(&wallet())?;
    /// let catalog = encoded.catalog();
    ///
    /// let body = br#"{"code":"insufficient-funds","message":"Account acc_7 holds too little."}"#;
    /// let answer = catalog.decode(402, body);
    /// let message = answer.localized_message("fr-CI");
    /// assert_eq!(message.as_deref(), Some("Le compte acc_7 n’est pas assez fourni."));
    ///
    /// // In other words than the catalog's, of which nothing is read.
    /// let answer = catalog.decode(402, br#"{"code":"insufficient-funds","message":"No funds."}"#);
    /// assert_eq!(answer.localized_message("en").as_deref(), Some("Account … holds too little."));
    ///
    /// assert_eq!(catalog.decode(402, br#"{"code":"card-expired"}"#).localized_message("en"), None);
    /// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
    /// ```
    pub fn localized_message(&self, locale: &str) -> Option<String> {
        Some(self.localized_message_of(self.primary_element(), self.entry()?, locale))
    }

    /// The message of an entry, with the parameters that were received in an element.
    pub(super) fn localized_message_of(
        &self,
        element: u32,
        entry: Entry<'c>,
        locale: &str,
    ) -> String {
        let mut body = Body::new(entry);
        body.set_locale(locale);
        for number in entry.parameter_numbers() {
            let name = self.catalog.parameter_name(number);
            let value = self.parameter_of(element, Some(entry), name);
            let text = value.map(ParameterValue::into_text);
            body.set_parameter(number, text.map(SlotValue::from));
        }
        body.message().to_string()
    }

    pub(super) fn parameter_of(
        &self,
        element: u32,
        entry: Option<Entry<'c>>,
        name: &str,
    ) -> Option<ParameterValue> {
        let all = self.around(element).flat_map(|element| {
            self.found(element, |found| {
                self.catalog.slot(found.slot).source() == SlotSource::Parameters
            })
        });
        let of_object = all.into_iter().find_map(|found| {
            let object = self.received.json(found, self.catalog.slot(found.slot))?;
            let is_name = |key: &[u8]| found::text(key).is_some_and(|key| key == name);
            ParameterValue::of_json(scan::member(object.as_bytes(), is_name)?)
        });
        of_object.or_else(|| self.parameter_of_message(element, entry?, name)).or_else(|| {
            let slot = self.slot_of(element, name)?;
            ParameterValue::of_json(slot.as_bytes())
        })
    }

    fn parameter_of_message(
        &self,
        element: u32,
        entry: Entry<'c>,
        name: &str,
    ) -> Option<ParameterValue> {
        let number = self.catalog.parameter_number(name)?;
        // An unknown code deeper in the body has a message of its own, which is not this entry's.
        let messages = self.around(element).flat_map(|element| self.messages(element));
        messages.into_iter().find_map(|message| {
            (0..self.catalog.locale_count()).find_map(|locale| {
                let values = entry.template(locale)?.extract(&message)?;
                let value = values.into_iter().find(|(found, _)| *found == number)?.1;
                let slot_type = self.catalog.parameter_type(number);
                (value != UNFILLED).then(|| ParameterValue::of_text(value, slot_type))
            })
        })
    }
}
