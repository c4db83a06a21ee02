//! Parameters that a server has set no value for.

use alloc::vec::Vec;

use super::AnswerError;
use crate::entry::Entry;
use crate::template::UNFILLED;

impl<'c> AnswerError<'_, 'c> {
    /// The parameters that a message of the error, or one around it, has [`UNFILLED`] for: nothing was set
    /// for them. None where a message is none of the entry's or of its parents', or has been cut.
    pub fn unfilled_parameters(self) -> Vec<&'c str> {
        let Self { answer, .. } = self;
        let messages = answer.around(self.element()).flat_map(|element| answer.messages(element));
        let mut names: Vec<_> = messages.flat_map(|message| self.unfilled_in(&message)).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    fn unfilled_in(self, message: &str) -> Vec<&'c str> {
        let catalog = self.answer.catalog;
        let templates = |entry: Entry<'c>| {
            (0..catalog.locale_count()).filter_map(move |locale| entry.template(locale))
        };
        let mut templates = self.entry().into_iter().flat_map(Entry::lineage).flat_map(templates);
        let values = templates.find_map(|template| template.extract(message));
        let unfilled = values.into_iter().flatten().filter(|(_, value)| *value == UNFILLED);
        unfilled.map(|(number, _)| catalog.parameter_name(number)).collect()
    }
}
