//! An `OpenAPI` document as a tree with lines; JSON is YAML, too.

use std::rc::Rc;

use saphyr::{LoadableYamlNode as _, MarkedYaml, Scalar, YamlData};
use serde_json::Value;

use crate::commands::import::bodies::json::Json;
use crate::commands::import::imported::Place;
use crate::failure::Failure;

/// How many references may lead to each other.
const MOST_REFERENCES: usize = 32;

pub(in crate::commands) struct Document {
    file: Rc<str>,
    root: MarkedYaml<'static>,
}

impl Document {
    pub(in crate::commands) fn parse(file: &Rc<str>, text: &str) -> Result<Self, Failure> {
        let parsed = MarkedYaml::load_from_str(text)
            .map_err(|error| Failure::new(format!("`{file}` is no YAML: {error}")))?;
        let root = parsed.into_iter().next();
        let root = root.ok_or_else(|| Failure::new(format!("`{file}` is empty")))?;
        Ok(Self { file: Rc::clone(file), root })
    }

    pub(in crate::commands) fn root(&self) -> Node<'_> {
        Node(&self.root)
    }

    pub(super) fn place(&self, node: Node<'_>) -> Place {
        Place::new(&self.file, node.line())
    }

    /// What a node refers to inside of the document, or itself.
    pub(in crate::commands) fn resolve<'d>(&'d self, node: Node<'d>) -> Node<'d> {
        let mut node = node;
        for _ in 0..MOST_REFERENCES {
            let Some(reference) = node.get("$ref").and_then(Node::text) else { break };
            let Some(pointer) = reference.strip_prefix("#/") else { break };
            let names = pointer.split('/').map(|name| name.replace("~1", "/").replace("~0", "~"));
            let found = names.into_iter().try_fold(self.root(), |at, name| at.get(&name));
            let Some(found) = found else { break };
            node = found;
        }
        node
    }
}

#[derive(Clone, Copy)]
pub(in crate::commands) struct Node<'d>(&'d MarkedYaml<'static>);

impl<'d> Node<'d> {
    pub(super) fn line(self) -> usize {
        self.0.span.start.line()
    }

    /// The members of an object; none of anything else.
    pub(in crate::commands) fn members(self) -> Vec<(String, Node<'d>)> {
        let YamlData::Mapping(members) = &self.0.data else { return Vec::new() };
        let members = members.iter();
        members.filter_map(|(key, value)| Some((Node(key).text()?, Node(value)))).collect()
    }

    pub(in crate::commands) fn get(self, name: &str) -> Option<Node<'d>> {
        let mut members = self.members().into_iter();
        members.find(|(key, _)| key == name).map(|(_, value)| value)
    }

    pub(super) fn elements(self) -> Vec<Node<'d>> {
        match &self.0.data {
            YamlData::Sequence(elements) => elements.iter().map(Node).collect(),
            _ => Vec::new(),
        }
    }

    /// A string, or a whole number in digits.
    pub(in crate::commands) fn text(self) -> Option<String> {
        match &self.0.data {
            YamlData::Value(Scalar::String(text)) => Some(text.clone().into_owned()),
            YamlData::Value(Scalar::Integer(number)) => Some(number.to_string()),
            _ => None,
        }
    }

    /// The value with all that JSON has; JSON in a string is that.
    pub(in crate::commands) fn value(self) -> Value {
        match &self.0.data {
            YamlData::Value(Scalar::Boolean(value)) => (*value).into(),
            YamlData::Value(Scalar::Integer(number)) => (*number).into(),
            YamlData::Value(Scalar::FloatingPoint(number)) => number.into_inner().into(),
            YamlData::Value(Scalar::String(text)) if text.starts_with('{') => {
                serde_json::from_str(text).unwrap_or_else(|_| text.as_ref().into())
            }
            YamlData::Value(Scalar::String(text)) => text.as_ref().into(),
            YamlData::Sequence(elements) => {
                elements.iter().map(|element| Node(element).value()).collect()
            }
            YamlData::Mapping(_) => {
                self.members().into_iter().map(|(name, value)| (name, value.value())).collect()
            }
            _ => Value::Null,
        }
    }

    /// The value as far as shapes are learned from it; JSON in a string is that.
    pub(super) fn json(self) -> Json {
        match &self.0.data {
            YamlData::Value(Scalar::Boolean(_)) => Json::Bool,
            YamlData::Value(Scalar::Integer(number)) => Json::Integer(number.to_string()),
            YamlData::Value(Scalar::FloatingPoint(_)) => Json::Number,
            YamlData::Value(Scalar::String(text)) if text.starts_with('{') => {
                serde_json::from_str(text).unwrap_or_else(|_| Json::String(text.to_string()))
            }
            YamlData::Value(Scalar::String(text)) => Json::String(text.to_string()),
            YamlData::Sequence(elements) => {
                Json::List(elements.iter().map(|element| Node(element).json()).collect())
            }
            YamlData::Mapping(_) => {
                let members = self.members().into_iter();
                Json::Object(members.map(|(name, value)| (name, value.json())).collect())
            }
            _ => Json::Null,
        }
    }
}
