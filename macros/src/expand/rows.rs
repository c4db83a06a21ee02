//! The facts of codes and statuses as rows of bytes, as the runtime's `tables` reads them.

use std::collections::HashMap;

use api_error_catalog_model::{ResolvedEntry, ResolvedStatus, Retry};
use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::texts::TextTable;

/// What a row says instead of a code's number.
const NO_CODE: u16 = u16::MAX;

/// A row on its way into bytes. The texts are in the order of the runtime's `Fact`.
struct Row {
    texts: [u32; 11],
    status: u16,
    code: Option<usize>,
    retry: Option<Retry>,
    flags: [bool; 3],
}

impl Row {
    fn of_code(code: &ResolvedEntry, texts: &mut TextTable) -> Self {
        Self {
            texts: [
                texts.plain(&code.code),
                texts.plain(&code.variant),
                texts.localized(code.title()),
                texts.localized(code.message()),
                texts.localized(code.description()),
                texts.localized_or_none(code.action()),
                texts.plain_or_none(code.reason),
                texts.plain_or_none(code.docs()),
                texts.plain_or_none(code.type_uri.as_deref()),
                texts.plain(&code.assumed().join(" ")),
                0,
            ],
            status: code.status.value,
            code: code.parent,
            retry: code.retry(),
            flags: [code.is_sent, code.retired, code.is_template()],
        }
    }

    fn of_status(row: &ResolvedStatus, texts: &mut TextTable) -> Self {
        Self {
            texts: [
                0,
                0,
                texts.localized(row.title()),
                0,
                texts.localized_or_none(row.description()),
                texts.localized_or_none(row.action()),
                texts.plain_or_none(row.reason),
                texts.plain_or_none(row.docs()),
                0,
                texts.plain(&row.assumed().join(" ")),
                texts.plain(&row.headers.join(" ")),
            ],
            status: row.status,
            code: row.entry,
            retry: row.retry(),
            flags: [false; 3],
        }
    }

    /// The texts from a number on as counted from there: codes that differ in nothing else are then
    /// of one kind.
    fn with_own_texts_from(mut self, own: u32) -> Self {
        /// The bit that says so.
        const OWN: u32 = 1 << 31;
        for text in self.texts.iter_mut().filter(|text| **text >= own) {
            *text = (*text - own) | OWN;
        }
        self
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(self.texts.len() * 4 + 6);
        for text in self.texts {
            bytes.extend_from_slice(&text.to_le_bytes());
        }
        bytes.extend_from_slice(&self.status.to_le_bytes());
        let code = self.code.and_then(|code| u16::try_from(code).ok()).unwrap_or(NO_CODE);
        bytes.extend_from_slice(&code.to_le_bytes());
        // 0 for nothing, else 1 + the place in the runtime's list, which has the same order.
        let place = |retry| Retry::ALL.iter().position(|(_, known)| *known == retry);
        let retry = self.retry.and_then(place).map_or(0, |place| place + 1);
        bytes.push(u8::try_from(retry).unwrap_or(0));
        bytes.push((0..).zip(self.flags).map(|(bit, flag)| u8::from(flag) << bit).sum());
        bytes
    }
}

/// The codes, each as where its own texts begin and which kind it is of, and the kinds.
pub(super) fn codes(codes: &[ResolvedEntry], texts: &mut TextTable) -> TokenStream {
    let (mut bytes, mut kinds) = (Vec::new(), Vec::new());
    let mut known = HashMap::new();
    for code in codes {
        let own = texts.next();
        let row = Row::of_code(code, texts).with_own_texts_from(own).bytes();
        let count = u16::try_from(known.len()).unwrap_or(u16::MAX);
        let kind = *known.entry(row).or_insert_with_key(|row| {
            kinds.extend(row);
            count
        });
        bytes.extend_from_slice(&own.to_le_bytes());
        bytes.extend_from_slice(&kind.to_le_bytes());
    }
    let (codes, kinds) = (Literal::byte_string(&bytes), Literal::byte_string(&kinds));
    quote!(__private::Codes::new(#codes, #kinds))
}

pub(super) fn statuses(statuses: &[ResolvedStatus], texts: &mut TextTable) -> TokenStream {
    let rows: Vec<_> = statuses.iter().flat_map(|row| Row::of_status(row, texts).bytes()).collect();
    let rows = Literal::byte_string(&rows);
    quote!(__private::Rows::new(#rows))
}
