//! Catalogs in TOML as JSON, by way of the reference readers of both.

use serde_json::Value;
use toml::de::{DeTable, DeValue};

/// What a catalog in TOML says, as JSON. The order of keys is lost.
///
/// # Panics
///
/// Where the text is no TOML, or has a value that no catalog has.
pub fn json_of(toml: &str) -> Value {
    let table = DeTable::parse(toml).expect("a valid catalog").into_inner();
    value(&DeValue::Table(table))
}

fn value(value_in_toml: &DeValue<'_>) -> Value {
    match value_in_toml {
        DeValue::String(text) => text.to_string().into(),
        DeValue::Integer(number) => number.as_str().parse::<i64>().expect("a small number").into(),
        DeValue::Float(number) => number.as_str().parse::<f64>().expect("a number").into(),
        DeValue::Boolean(value) => (*value).into(),
        DeValue::Array(items) => items.iter().map(|item| value(item.get_ref())).collect(),
        DeValue::Table(table) => table
            .iter()
            .map(|(key, member)| (key.get_ref().to_string(), value(member.get_ref())))
            .collect(),
        DeValue::Datetime(moment) => panic!("no catalog has {moment}"),
    }
}
