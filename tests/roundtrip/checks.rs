//! A catalog with its schema, and the way of a generated body: written, validated, read.

use std::path::Path;

use api_error_catalog::{CatalogCode, Decoded, Value};
use api_error_catalog_model::{Code, Filling, Reading, Side, read, schema};
use jsonschema::Validator;
use proptest::test_runner::{Config, TestRunner};

use super::expected::{cut, filled, is_written, travelling};
use super::plain::{make_plain, make_slots_plain, words};
use super::values::{Case, cases};

/// How many bodies are made of each code.
const CASES: u32 = 64;

/// A catalog, and the two ways between a case and its body.
pub(super) struct Catalog<C> {
    reading: Reading,
    validator: Validator,
    write: fn(C, &Case) -> Vec<u8>,
    decode: fn(u16, &[u8]) -> Decoded<C>,
}

impl<C: CatalogCode> Catalog<C> {
    pub(super) fn new(
        folder: &Path,
        file: &str,
        write: fn(C, &Case) -> Vec<u8>,
        decode: fn(u16, &[u8]) -> Decoded<C>,
    ) -> Self {
        let reading = read(folder, file, Side::Client);
        assert!(!reading.has_errors(), "{file}");
        let schema: Value =
            serde_json::from_str(&schema(&reading.catalog.shape)).expect("a schema is JSON");
        jsonschema::draft202012::meta::validate(&schema).expect("a schema by JSON Schema 2020-12");
        let validator = jsonschema::draft202012::new(&schema).expect("a schema");
        assert_eq!(C::ALL.len(), reading.catalog.codes.len());
        Self { reading, validator, write, decode }
    }

    /// Runs a check on many bodies of each code.
    pub(super) fn check(&self, check: impl Fn(&Self, C, &Code, Case)) {
        for (code, known) in C::ALL.iter().zip(&self.reading.catalog.codes) {
            assert_eq!(code.as_str(), known.code);
            let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
            let run = TestRunner::new(config).run(&cases(&self.reading, known), |case| {
                check(self, *code, known, case);
                Ok(())
            });
            if let Err(error) = run {
                panic!("{} of {}: {error}", known.code, self.reading.catalog.name);
            }
        }
    }

    /// Writes a body, holds it against the schema, and reads it.
    fn round_trip(&self, code: C, case: &Case) -> Decoded<C> {
        let json = (self.write)(code, case);
        let value: Value = serde_json::from_slice(&json).expect("JSON");
        if let Err(error) = self.validator.validate(&value) {
            panic!("{error} in {value}");
        }
        let status = case.slot("status").and_then(Value::as_u64);
        let status = status.map_or(code.status(), |status| status.try_into().expect("a status"));
        let decoded = (self.decode)(status, &json);
        assert_eq!(decoded.code(), Some(code));
        assert_eq!(decoded.status(), status);
        assert_eq!(decoded.json(), Some(value));
        decoded
    }

    pub(super) fn all_comes_back(&self, code: C, known: &Code, mut case: Case) {
        let template = code.message(&case.locale);
        make_plain(&words(template), &mut case.parameters);
        let shape = &self.reading.catalog.shape;
        make_slots_plain(&shape.members, &shape.slots, &mut case);
        make_slots_plain(&shape.inner, &shape.slots, &mut case);

        let decoded = self.round_trip(code, &case);
        for (number, slot) in shape.slots.iter().enumerate() {
            let is_written = is_written(&self.reading, known, &case, number);
            let value = case.slot(&slot.name).and_then(|value| travelling(slot, value));
            let found = decoded.slot(&slot.name);
            match (slot.filling, value) {
                (_, Some(value)) if is_written => assert_eq!(found, Some(value), "{}", slot.name),
                (Filling::Caller, _) => assert_eq!(found, None, "{}", slot.name),
                (Filling::Status, None) if is_written => {
                    assert_eq!(found, Some(Value::from(code.status())));
                }
                (Filling::Code, None) => {
                    assert_eq!(found, known.is_sent.then(|| Value::from(code.as_str())));
                }
                (Filling::Type, None) => {
                    assert_eq!(found, known.type_uri.clone().map(Value::from));
                }
                _ => {}
            }
        }

        if case.slot("message").is_some() {
            return;
        }
        let message = filled(template, |name| case.parameter(name));
        assert_eq!(decoded.message().as_deref(), Some(&*cut(&message, self.most())));
        if message.chars().count() > self.most() {
            return;
        }
        for name in &known.placeholders {
            assert_eq!(decoded.parameter(name).as_deref(), case.parameter(name), "{name}");
        }
    }

    /// However a message is split, its pieces make it up.
    pub(super) fn the_message_is_made_up_again(&self, code: C, known: &Code, mut case: Case) {
        case.slots.retain(|(name, _)| name != "message");
        let decoded = self.round_trip(code, &case);
        let message = filled(code.message(&case.locale), |name| case.parameter(name));
        assert_eq!(decoded.message().as_deref(), Some(&*cut(&message, self.most())));
        if message.chars().count() > self.most() {
            return;
        }
        let parameters: Vec<_> =
            known.placeholders.iter().map(|name| (name, decoded.parameter(name))).collect();
        let parameter = |name: &str| {
            parameters
                .iter()
                .find(|(known, _)| *known == name)
                .and_then(|(_, text)| text.as_deref())
        };
        assert_eq!(filled(code.message(&case.locale), parameter), message);
    }

    /// How long a message may be.
    fn most(&self) -> usize {
        let mut slots = self.reading.catalog.shape.slots.iter();
        let message = slots.find(|slot| slot.filling == Filling::Message);
        message.and_then(|slot| slot.max_length).map_or(usize::MAX, |most| most as usize)
    }
}
