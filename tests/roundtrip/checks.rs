//! A catalog with its schema, and the way of a generated body: written, validated, read.

use api_error_catalog::{CatalogCode, Decoded, SlotSource, Value};
use api_error_catalog_core::fact::TextFact;
use api_error_catalog_core::{schema, template};
use api_error_catalog_model::{Disk, Reading, ResolvedCatalog, ResolvedEntry, Side, read};
use api_error_catalog_tests::case::{Case, cases, placeholders, telling_cases};
use api_error_catalog_tests::derived::{Derived, Written};
use api_error_catalog_tests::root;
use jsonschema::Validator;
use proptest::strategy::BoxedStrategy;
use proptest::test_runner::{Config, TestRunner};

use super::expected::{Expected, cut, filled};
use super::plain::{make_plain, make_slots_plain};

/// How many bodies are made of each code.
const CASES: u32 = 64;

/// Whether a code is read as this entry, whatever else is in the body.
fn is_first_of_its_code<C: CatalogCode>(code: C) -> bool {
    C::from_code(code.as_str()).is_none_or(|first| first == code)
}

/// A catalog as the model resolves it, beside what was derived from it.
pub(super) struct Checks<D: Derived> {
    reading: Reading,
    validator: Validator,
    codes: &'static [D::Code],
}

impl<D: Derived> Checks<D> {
    pub(super) fn new() -> Self {
        let reading = read(&Disk::new(root()), D::FILE, Side::Client);
        assert!(!reading.has_errors(), "{}", D::FILE);
        let schema: Value =
            serde_json::from_str(&schema(D::Code::CATALOG)).expect("a schema is JSON");
        jsonschema::draft202012::meta::validate(&schema).expect("a schema by JSON Schema 2020-12");
        let validator = jsonschema::draft202012::new(&schema).expect("a schema");
        Self { reading, validator, codes: D::Code::ALL }
    }

    fn catalog(&self) -> &ResolvedCatalog {
        self.reading.catalog().expect("a catalog without errors")
    }

    /// A body is what the shape says, whatever is set, and by whichever way it is written.
    pub(super) fn a_body_is_what_the_shape_says(&self) {
        self.check(
            |catalog, _| cases(catalog),
            |code, entry, case| {
                self.written(code, entry, &case);
            },
        );
    }

    /// Every slot and every parameter is found again.
    pub(super) fn all_comes_back(&self) {
        self.check(telling_cases, |code, entry, mut case| {
            if !is_first_of_its_code(code) {
                return;
            }
            let shape = &self.catalog().shape;
            make_plain(code.message(&case.locale), &mut case);
            make_slots_plain(&shape.members, &shape.slots, &mut case);
            make_slots_plain(&shape.inner, &shape.slots, &mut case);
            let (decoded, expected) = self.round_trip(code, entry, &case);
            for (number, slot) in shape.slots.iter().enumerate() {
                // What is in headers alone has tests of its own: they do not take every text.
                let mut nodes = shape.members.walk().chain(shape.inner.walk());
                if !nodes.any(|node| node.names_slot(number)) {
                    continue;
                }
                assert_eq!(decoded.slot(&slot.name), expected.found(&slot.name), "{}", slot.name);
            }
            if case.slot("message").is_none() && self.is_whole(&expected.message()) {
                for name in placeholders(entry) {
                    let parameter = case.parameter(name);
                    assert_eq!(decoded.parameter(name).as_deref(), parameter.as_deref(), "{name}");
                }
                self.any_locale_has_its_message(entry, &case, &decoded);
            }
        });
    }

    /// However a message is split, its parts make it up.
    pub(super) fn the_message_is_made_up_again(&self) {
        self.check(telling_cases, |code, entry, mut case| {
            if !is_first_of_its_code(code) {
                return;
            }
            case.slots.retain(|(name, _)| name != "message");
            let (decoded, expected) = self.round_trip(code, entry, &case);
            let message = expected.message();
            if self.sends_messages() && self.is_whole(&message) {
                let template = code.message(&case.locale);
                // Where a placeholder stands twice, a message may fit in a way that gives it two
                // values; none is read then.
                let names: Vec<_> = template::placeholders(template).collect();
                let repeats = (1..names.len()).any(|at| names[..at].contains(&names[at]));
                if repeats && names.iter().all(|name| decoded.parameter(name).is_none()) {
                    return;
                }
                let made_up = filled(template, |name| decoded.parameter(name));
                assert_eq!(made_up, message);
            }
        });
    }

    /// What was received in one locale is told in each.
    fn any_locale_has_its_message(
        &self,
        entry: &ResolvedEntry,
        case: &Case,
        decoded: &Decoded<D::Code>,
    ) {
        for locale in &self.catalog().locales {
            let case = Case { locale: locale.clone(), ..case.clone() };
            let expected = Expected::new(self.catalog(), entry, &case).message();
            assert_eq!(decoded.localized_message(locale), Some(expected), "{locale}");
        }
    }

    /// Runs a check on many bodies of each code.
    fn check(
        &self,
        cases: impl Fn(&ResolvedCatalog, &ResolvedEntry) -> BoxedStrategy<Case>,
        check: impl Fn(D::Code, &ResolvedEntry, Case),
    ) {
        let catalog = self.catalog();
        assert_eq!(self.codes.len(), catalog.entries.len());
        for (code, entry) in self.codes.iter().zip(&catalog.entries) {
            assert_eq!(code.as_str(), entry.code);
            let config = Config { cases: CASES, failure_persistence: None, ..Config::default() };
            let run = TestRunner::new(config).run(&cases(catalog, entry), |case| {
                check(*code, entry, case);
                Ok(())
            });
            if let Err(error) = run {
                panic!("{code} of {}: {error}", catalog.name);
            }
        }
    }

    /// Writes a body and its headers, and holds the body against what it has to be, by each way to JSON, and the schema.
    fn written(&self, code: D::Code, entry: &ResolvedEntry, case: &Case) -> Written {
        let written = D::write(code, case);
        let value: Value = serde_json::from_slice(&written.json).expect("JSON");
        assert_eq!(value, Expected::new(self.catalog(), entry, case).body());
        let serialized: Value = serde_json::from_slice(&written.serialized).expect("JSON");
        assert_eq!(serialized, value, "`Serialize` and `to_json`");
        if let Err(error) = self.validator.validate(&value) {
            panic!("{error} in {value}");
        }
        written
    }

    /// Writes a body and reads it.
    fn round_trip<'e>(
        &'e self,
        code: D::Code,
        entry: &'e ResolvedEntry,
        case: &'e Case,
    ) -> (Decoded<D::Code>, Expected<'e>) {
        let Written { json, parts, .. } = self.written(code, entry, case);
        let expected = Expected::new(self.catalog(), entry, case);
        let status = case.slot("status").and_then(Value::as_u64);
        let status = status.map_or(code.status(), |status| status.try_into().expect("a status"));
        assert_eq!(parts.status(), status);
        let decoded = D::decode(status, &json).with_header_fields(parts.headers());
        assert_eq!(decoded.code(), Some(code));
        assert_eq!(decoded.status(), status);
        assert_eq!(decoded.json(), Some(expected.body()));
        if self.sends_messages() && case.slot("message").is_none() {
            // One that no table says is left out where it may be.
            let is_sent = expected.found("message").is_some();
            let message = is_sent.then(|| cut(&expected.message(), self.most()));
            assert_eq!(decoded.message(), message.map(Into::into));
        }
        (decoded, expected)
    }

    /// Whether the shape has a slot for messages.
    fn sends_messages(&self) -> bool {
        self.message_slot().is_some()
    }

    /// Whether a message travels as a whole.
    fn is_whole(&self, message: &str) -> bool {
        message.chars().count() <= self.most()
    }

    /// How long a message may be.
    fn most(&self) -> usize {
        let most = self.message_slot().and_then(|slot| self.catalog().shape.slots[slot].max_length);
        most.map_or(usize::MAX, |most| most as usize)
    }

    fn message_slot(&self) -> Option<usize> {
        let mut slots = self.catalog().shape.slots.iter();
        slots.position(|slot| slot.source == SlotSource::Text(TextFact::Message))
    }
}
