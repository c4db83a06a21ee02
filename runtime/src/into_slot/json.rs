//! Lists, objects, and whatever is `Serialize`.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::string::String;
use alloc::vec::Vec;

use api_error_catalog_core::SlotValue;
use serde_core::Serialize;
use serde_json::{Map, Value};

use super::into_slot;
use crate::json::Json;
use crate::slot::{AnySlot, ArraySlot, ObjectSlot};

into_slot! {
    ArraySlot => {
        &[T] where [T: Serialize]: |items| list(items);
        &&[T] where [T: Serialize]: |items| list(items);
        [T; N] where [T: Serialize, const N: usize]: |items| list(items.as_slice());
        &[T; N] where [T: Serialize, const N: usize]: |items| list(items.as_slice());
        Vec<T> where [T: Serialize]: |items| list(&items);
        &Vec<T> where [T: Serialize]: |items| list(items);
        Box<[T]> where [T: Serialize]: |items| list(&items);
        &Box<[T]> where [T: Serialize]: |items| list(items);
        VecDeque<T> where [T: Serialize]: |items| list(&items);
        &VecDeque<T> where [T: Serialize]: |items| list(items);
        BTreeSet<T> where [T: Serialize]: |items| list(&items);
        &BTreeSet<T> where [T: Serialize]: |items| list(items);
        Json<T> where [T: Serialize]: |value| list(&value);
        &Json<T> where [T: Serialize]: |value| list(value);
    }
}

into_slot! {
    ObjectSlot => {
        Map<String, Value>: |members| object(&members);
        &Map<String, Value>: |members| object(members);
        BTreeMap<Name, T> where [Name: Serialize, T: Serialize]: |members| object(&members);
        &BTreeMap<Name, T> where [Name: Serialize, T: Serialize]: |members| object(members);
        Json<T> where [T: Serialize]: |value| object(&value);
        &Json<T> where [T: Serialize]: |value| object(value);
    }
}

into_slot! {
    AnySlot => {
        T where [T: Serialize]: |value| json(&value).filter(|json| json != "null").map(slot_value);
    }
}

fn list(value: &(impl Serialize + ?Sized)) -> Option<SlotValue<'static>> {
    json(value).filter(|json| json.starts_with('[')).map(slot_value)
}

fn object(value: &(impl Serialize + ?Sized)) -> Option<SlotValue<'static>> {
    json(value).filter(|json| json.starts_with('{')).map(slot_value)
}

/// A value as JSON; nothing for what cannot be JSON.
fn json(value: &(impl Serialize + ?Sized)) -> Option<String> {
    serde_json::to_string(value).ok()
}

fn slot_value(json: String) -> SlotValue<'static> {
    SlotValue::Json(json.into())
}
