//! Bodies whose shape is that of another catalog than the entry's: an error of one module in the body
//! format of the whole service. Slots and parameters of the two catalogs that have the same name are the
//! same.

use core::mem;
use core::ptr;

use crate::body::{Body, Target, Values};
use crate::catalog::Catalog;
use crate::slot::{SlotSource, SlotType};
use crate::slot_value::SlotValue;

impl<'c, 'v> Body<'c, 'v> {
    /// The catalog whose shape is written.
    pub fn shape(&self) -> &'c Catalog<'c> {
        self.shape
    }

    /// The body in the shape of another catalog: with its members, and the texts of the entry. What is set
    /// moves to the slots of the same name; what the shape has no slot for is not written, and fills
    /// parameters of the message still. Slots and parameters are numbered by that catalog from now on.
    ///
    /// ```
    /// # mod example {
    /// #     include!(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/wallet/catalog.rs"));
    /// # }
    /// # use example::wallet;
    /// use api_error_catalog_core::builder::{CatalogDef, encode};
    /// use api_error_catalog_core::shape::{MemberDef, NodeDef, ShapeDef};
    /// use api_error_catalog_core::{Body, SlotValue};
    ///
    /// let wallet = encode(&wallet())?;
    /// let wallet = wallet.catalog();
    /// // Another catalog, whose bodies are a code and a message in an object of their own.
    /// # let slot = |slots: &[api_error_catalog_core::slot::SlotDef], name: &str| slots.iter().position(|slot| slot.name == name);
    /// # let slots: Vec<_> = wallet.slots().map(|slot| (&slot).into()).collect();
    /// # let member = |name: &str| MemberDef { key: name.into(), node: NodeDef::Slot(slot(&slots, name).expect("a slot")), optional: false };
    /// let fault = NodeDef::Object(vec![member("code"), member("message")]);
    /// # let members = NodeDef::Object(vec![MemberDef { key: "fault".into(), node: fault, optional: false }]);
    /// # let shape = ShapeDef { slots: slots.clone(), members, ..ShapeDef::default() };
    /// # let house = CatalogDef { name: "house".into(), locales: vec!["en".into()], shape, ..CatalogDef::default() };
    /// let house = encode(&house)?;
    /// let house = house.catalog();
    ///
    /// let mut body = Body::new(wallet.from_code("insufficient-funds").expect("an entry of the catalog"));
    /// body.set_parameter(0, Some(SlotValue::from("acc_7")));
    /// let json = r#"{"fault":{"code":"insufficient-funds","message":"Account acc_7 holds too little."}}"#;
    /// assert_eq!(body.in_shape(&house).to_json(None), json.as_bytes());
    /// # Ok::<(), api_error_catalog_core::builder::TooLarge>(())
    /// ```
    #[must_use]
    pub fn in_shape(mut self, shape: &'c Catalog<'c>) -> Self {
        if !ptr::eq(self.shape, shape) {
            let own = self.entry.catalog();
            for (target, value) in mem::take(&mut self.values).into_iter() {
                self.values.move_to(shape, target, value, self.shape, own);
            }
            self.shape = shape;
            // It has no prefix.
            self.is_changed = true;
        }
        self.numbers = shape;
        let others = mem::take(&mut self.others).into_iter();
        self.others = others.map(|error| error.in_shape(shape)).collect();
        self
    }

    /// The same body, whose slots and parameters are numbered by another catalog. Those that the body has
    /// none of are not set.
    #[must_use]
    pub fn numbered_by(mut self, catalog: &'c Catalog<'c>) -> Self {
        if !ptr::eq(self.numbers, catalog) {
            self.numbers = catalog;
            // The prefixes that it is written with are those of that catalog.
            self.is_changed = true;
        }
        self
    }

    /// Sets the slot of that name for which nothing is set and the entry has no value; one that the shape
    /// does not have, or that holds something else than text, is left as it is.
    pub fn set_default(&mut self, name: &str, value: SlotValue<'v>) {
        let Some(number) = self.shape.slot_number(name) else { return };
        let slot = self.shape.slot(number);
        let takes_text =
            matches!(slot.slot_type(), SlotType::String | SlotType::Any | SlotType::Time);
        let own = self.entry.catalog();
        let is_fixed = || {
            own.slot_number(name).is_some_and(|own| self.entry.fixed_slots().find(own).is_some())
        };
        if takes_text
            && slot.is_callers()
            && self.values.get(Target::slot(number)).is_none()
            && !is_fixed()
        {
            self.values.set(Target::slot(number), value);
        }
    }

    /// [`set_slot`](Self::set_slot) by the number of another catalog than that of the shape.
    #[cold]
    pub(crate) fn set_slot_of_other(&mut self, number: u16, value: SlotValue<'v>) {
        if let Some(number) = self.numbers.same_slot(number, self.shape) {
            self.is_changed |= self.shape.fills_slot(number);
            self.values.set(Target::slot(number), value);
        }
    }

    /// [`set_parameter`](Self::set_parameter) by the number of another catalog than the entry's.
    #[cold]
    pub(crate) fn set_parameter_of_other(&mut self, number: u16, value: SlotValue<'v>) {
        let name = self.numbers.parameter_name(number);
        if let Some(number) = self.entry.catalog().parameter_number(name) {
            self.values.set(Target::parameter(number), value);
        }
    }
}

impl<'v> Values<'v> {
    /// Sets what a body in one shape has for a target, for the same body in another shape. A slot of the
    /// entry's own shape is kept: its message and its headers may need it.
    fn move_to(
        &mut self,
        shape: &Catalog<'_>,
        target: Target,
        value: SlotValue<'v>,
        from: &Catalog<'_>,
        own: &Catalog<'_>,
    ) {
        let Some(slot) = target.as_slot() else {
            let target = match target.as_own_slot() {
                Some(slot) if ptr::eq(shape, own) => Target::slot(slot),
                _ => target,
            };
            self.set(target, value);
            return;
        };
        if ptr::eq(from, own) {
            self.set(Target::own_slot(slot), value.clone());
        }
        if let Some(slot) = from.same_slot(slot, shape)
            && self.get(Target::slot(slot)).is_none()
        {
            self.set(Target::slot(slot), value);
        }
    }
}

impl Catalog<'_> {
    /// Whether the shape has a slot of that name.
    pub fn has_slot_named(&self, name: &str) -> bool {
        self.slot_number(name).is_some()
    }

    /// The number of the first slot of that name; `None` where the shape has none.
    pub(crate) fn slot_number(&self, name: &str) -> Option<u16> {
        let texts = self.texts;
        let mut numbers = 0..u16::try_from(self.slot_count()).unwrap_or(u16::MAX);
        numbers.find(|number| texts.bytes_of(self.slot(*number).name()) == name.as_bytes())
    }

    /// The slot of another catalog that is the same as one of this: it has the same name, the same source,
    /// and takes the same values.
    pub(crate) fn same_slot(&self, number: u16, other: &Catalog<'_>) -> Option<u16> {
        let (texts, slot) = (self.texts, self.slot(number));
        let same = other.slot_number(texts.get(slot.name()))?;
        let found = other.slot(same);
        let takes = |slot_type| {
            slot_type == slot.slot_type() || matches!(slot_type, SlotType::String | SlotType::Any)
        };
        let is_same_source =
            found.source() == slot.source() || found.source() == SlotSource::Caller;
        (is_same_source && takes(found.slot_type())).then_some(same)
    }
}
