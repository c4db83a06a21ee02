//! A module of Python 3.11: an enumeration of the entries, with what the catalog says of each.

use std::collections::BTreeSet;

use api_error_catalog_core::Entry;
use api_error_catalog_core::fact::{Actor, Retry, WordFact};
use serde_json::Value;

use super::Exported;

pub(super) fn python(exported: &Exported<'_>) -> String {
    let Exported { catalog, locales, .. } = exported;
    let mut names = Names::default();
    let members: Vec<_> = catalog.codes().map(|entry| (names.member(entry), entry)).collect();
    let mut out = format!(
        "\
# The errors of the catalog `{name}`. Written by `errcat export --to python` from its file: change that one.

{IMPORTS}
LOCALES: Final = {locales}
",
        // A line end would end the comment.
        name = catalog.name().escape_debug(),
        locales = tuple(locales.iter().map(|locale| quoted(locale))),
    );
    for (class, fact) in
        [("Retry", WordFact::Retry), ("Actor", WordFact::Actor), ("Effect", WordFact::Effect)]
    {
        out += &format!("\n\nclass {class}(StrEnum):\n");
        for word in fact.words() {
            out += &format!("    {} = {}\n", upper_snake(word), quoted(word));
        }
    }
    out += CLASSES;
    out += "\n\nclass Error(Enum):\n    \"\"\"An entry of the catalog; its value is its name.\"\"\"\n\n";
    for (member, entry) in &members {
        out += &format!("    {member} = {}\n", quoted(entry.name()));
    }
    if members.is_empty() {
        out += "    pass\n";
    }
    out += METHODS;
    out += "\n\n_FACTS: Final[dict[str, Facts]] = {\n";
    for (_, entry) in &members {
        out += &facts(*entry, locales);
    }
    out + "}\n"
}

const IMPORTS: &str = "\
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Final
";

const CLASSES: &str = r#"

@dataclass(frozen=True, slots=True)
class Parameter:
    """A value that an error has, in its message or beside it."""

    name: str
    type: str
    example: Any = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What the catalog says of an error; texts by their locales."""

    code: str
    status: int
    title: dict[str, str]
    message: dict[str, str]
    description: dict[str, str]
    action: dict[str, str] | None
    user_message: dict[str, str] | None
    retry: Retry | None
    actor: Actor | None
    effect: Effect
    parent: str | None
    aliases: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    docs: str | None
    problem_type: str | None
    is_retired: bool
"#;

const METHODS: &str = r#"
    @property
    def facts(self) -> Facts:
        """What the catalog says of it."""
        return _FACTS[self.value]

    @property
    def code(self) -> str:
        """The code as it travels; several entries may have the same."""
        return self.facts.code

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.facts.status

    @property
    def parent(self) -> Error | None:
        """The more general entry that it is sent under."""
        name = self.facts.parent
        return None if name is None else Error(name)

    @classmethod
    def all_from_code(cls, code: str) -> tuple[Error, ...]:
        """Each entry with a code or an alias, in the order of the catalog."""
        return tuple(
            entry for entry in cls if code == entry.facts.code or code in entry.facts.aliases
        )

    @classmethod
    def from_code(cls, code: str) -> Error | None:
        """The first entry with a code or an alias."""
        return next(iter(cls.all_from_code(code)), None)
"#;

fn facts(entry: Entry<'_>, locales: &[&str]) -> String {
    let texts = |of: &dyn Fn(&str) -> Option<String>| {
        let texts =
            locales.iter().map(|locale| Some(format!("{}: {}", quoted(locale), of(locale)?)));
        let texts: Option<Vec<_>> = texts.collect();
        texts.map_or("None".to_owned(), |texts| format!("{{{}}}", texts.join(", ")))
    };
    let optional = |text: Option<&str>| text.map_or("None".to_owned(), quoted);
    let word = |class: &str, word: Option<&str>| match word {
        Some(word) => format!("{class}.{}", upper_snake(word)),
        None => "None".to_owned(),
    };
    let parameters = entry.parameters().map(|one| {
        let example = one.example.and_then(|json| serde_json::from_str(json).ok());
        let example = example.map_or("None".to_owned(), |value| literal(&value));
        format!(
            "Parameter({}, {}, {example})",
            quoted(one.name),
            quoted(one.parameter_type.as_str())
        )
    });
    let values = [
        ("code", quoted(entry.as_str())),
        ("status", entry.status().to_string()),
        ("title", texts(&|locale| Some(quoted(entry.title(locale))))),
        ("message", texts(&|locale| Some(quoted(entry.message(locale))))),
        ("description", texts(&|locale| Some(quoted(entry.description(locale))))),
        ("action", texts(&|locale| entry.action(locale).map(quoted))),
        ("user_message", texts(&|locale| entry.user_message(locale).map(quoted))),
        ("retry", word("Retry", entry.retry().map(Retry::as_str))),
        ("actor", word("Actor", entry.actor().map(Actor::as_str))),
        ("effect", word("Effect", Some(entry.effect().as_str()))),
        ("parent", optional(entry.parent().map(Entry::name))),
        ("aliases", tuple(entry.aliases().map(quoted))),
        ("parameters", tuple(parameters)),
        ("docs", optional(entry.docs())),
        ("problem_type", optional(entry.problem_type())),
        ("is_retired", literal(&entry.is_retired().into())),
    ];
    let lines = values.map(|(name, value)| format!("        {name}={value},\n"));
    format!("    {}: Facts(\n{}    ),\n", quoted(entry.name()), lines.concat())
}

/// A string of Python: JSON writes it the same way.
fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}

fn tuple(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    match items.as_slice() {
        [item] => format!("({item},)"),
        items => format!("({})", items.join(", ")),
    }
}

/// A value of JSON as Python has it.
fn literal(value: &Value) -> String {
    match value {
        Value::Null => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Number(_) | Value::String(_) => value.to_string(),
        Value::Array(items) => {
            format!("[{}]", items.iter().map(literal).collect::<Vec<_>>().join(", "))
        }
        Value::Object(members) => {
            let members =
                members.iter().map(|(name, value)| format!("{}: {}", quoted(name), literal(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
    }
}

/// The names of members, none of which is there twice.
#[derive(Default)]
struct Names(BTreeSet<String>);

impl Names {
    /// That of an entry, after its variant.
    fn member(&mut self, entry: Entry<'_>) -> String {
        let name = upper_snake(entry.variant());
        // An enumeration keeps names with underscores at both ends for itself.
        let name = if name.starts_with('_') { format!("E{name}") } else { name };
        let others = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.clone()).chain(others);
        names.find(|name| self.0.insert(name.clone())).expect("numbers do not end")
    }
}

/// `InsufficientFunds` and `after-change` as `INSUFFICIENT_FUNDS` and `AFTER_CHANGE`.
fn upper_snake(name: &str) -> String {
    let mut out = String::new();
    let mut was_lower = false;
    for character in name.chars() {
        if character.is_uppercase() && was_lower {
            out.push('_');
        }
        was_lower = !character.is_uppercase() && character != '_' && character != '-';
        out.extend(if character == '-' { '_' } else { character }.to_uppercase());
    }
    out
}
