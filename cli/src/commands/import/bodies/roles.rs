//! Which members of bodies have the code, the status and the message. Their names tell, and their values.

use std::collections::BTreeMap;

use api_error_catalog_core::status::VALID_STATUSES;
use heck::ToSnakeCase as _;

use super::json::Json;

/// The names of members, from the outermost in.
pub(super) type Path = Vec<String>;

/// Where bodies have what.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Roles {
    pub(super) code: Option<Path>,
    /// Where codes are whole numbers in all bodies.
    pub(super) has_integer_codes: bool,
    pub(super) status: Option<Path>,
    pub(super) message: Option<Path>,
    /// A member `title` besides the message.
    pub(super) title: Option<Path>,
    /// A member `type` with URIs, as problems have it (RFC 9457).
    pub(super) problem_type: Option<Path>,
}

/// The names of members, the likeliest first.
const STATUSES: [&str; 4] = ["status", "status_code", "http_status", "code"];
const CODES: [&str; 8] =
    ["error_code", "code", "err_code", "reason", "error", "type", "name", "status"];
const MESSAGES: [&str; 9] = [
    "message",
    "error_message",
    "msg",
    "detail",
    "error_description",
    "description",
    "reason",
    "title",
    "error",
];

impl Roles {
    /// Finds them in bodies, each with the status of its answer.
    pub(super) fn find(bodies: &[(&Json, Option<u16>)]) -> Self {
        let mut leaves = BTreeMap::new();
        for (body, status) in bodies {
            collect(body, &mut Vec::new(), *status, &mut leaves);
        }
        let leaves = Leaves { leaves, bodies: bodies.len() };
        let status = leaves.likeliest(&STATUSES, |leaf| leaf.statuses == leaf.values.len());
        let problem_type =
            leaves.likeliest(&["type"], |leaf| leaf.values.iter().all(|v| is_uri(v)));
        let is_taken = |path: &Path| [&status, &problem_type].contains(&&Some(path.clone()));
        let code = leaves.find(&CODES, |path, leaf| {
            !is_taken(path) && leaf.values.iter().all(|value| !value.contains(char::is_whitespace))
        });
        let message = leaves.find(&MESSAGES, |path, leaf| {
            !is_taken(path) && code.as_ref() != Some(path) && !leaf.is_integer
        });
        let is_other = |path: &Path| [&code, &message].iter().all(|r| r.as_ref() != Some(path));
        let title = leaves.find(&["title"], |path, leaf| is_other(path) && !leaf.is_integer);
        let code_leaf = code.as_ref().and_then(|path| leaves.leaves.get(path));
        let has_integer_codes = code_leaf.is_some_and(|leaf| leaf.is_integer);
        Self { code, has_integer_codes, status, message, title, problem_type }
    }

    /// The code of a body; of a problem that has none, the end of its type.
    pub(super) fn code_in(&self, body: &Json) -> Option<String> {
        let code = self.code.as_ref().and_then(|path| body.at(path)?.text());
        let code = code.filter(|code| !code.is_empty()).map(str::to_owned);
        code.or_else(|| end_of(&self.type_in(body)?))
    }

    pub(super) fn status_in(&self, body: &Json) -> Option<u16> {
        body.at(self.status.as_ref()?)?.text()?.parse().ok()
    }

    pub(super) fn message_in<'b>(&self, body: &'b Json) -> Option<&'b str> {
        body.at(self.message.as_ref()?)?.text().filter(|text| !text.is_empty())
    }

    pub(super) fn title_in<'b>(&self, body: &'b Json) -> Option<&'b str> {
        body.at(self.title.as_ref()?)?.text().filter(|text| !text.is_empty())
    }

    pub(super) fn type_in(&self, body: &Json) -> Option<String> {
        let problem_type = body.at(self.problem_type.as_ref()?)?.text()?;
        (problem_type != "about:blank").then(|| problem_type.to_owned())
    }
}

fn end_of(problem_type: &str) -> Option<String> {
    let end = problem_type.trim_end_matches('/').rsplit(['/', ':', '#']).next()?;
    (!end.is_empty()).then(|| end.to_owned())
}

fn is_uri(text: &str) -> bool {
    ["http://", "https://", "urn:", "tag:", "about:", "/"]
        .iter()
        .any(|start| text.starts_with(start))
}

/// The values of a member.
#[derive(Debug)]
struct Leaf {
    values: Vec<String>,
    is_integer: bool,
    /// How many of them are the status of their answer, or may be.
    statuses: usize,
}

struct Leaves {
    leaves: BTreeMap<Path, Leaf>,
    bodies: usize,
}

impl Leaves {
    fn likeliest(&self, names: &[&str], fits: impl Fn(&Leaf) -> bool) -> Option<Path> {
        self.find(names, |_, leaf| fits(leaf))
    }

    /// Of the members that fit, those that most bodies have; of these, the one with the likeliest name; of
    /// these, the outermost.
    fn find(&self, names: &[&str], fits: impl Fn(&Path, &Leaf) -> bool) -> Option<Path> {
        let rank = |path: &Path| {
            let name = path.last()?.to_snake_case();
            names.iter().position(|known| *known == name)
        };
        let fitting = self.leaves.iter().filter(|(path, leaf)| fits(path, leaf));
        let ranked = fitting.filter_map(|(path, leaf)| Some((path, leaf, rank(path)?)));
        let best = ranked.min_by_key(|(path, leaf, rank)| {
            (self.bodies - leaf.values.len().min(self.bodies), *rank, path.len())
        });
        best.map(|(path, ..)| path.clone())
    }
}

fn collect(value: &Json, path: &mut Path, status: Option<u16>, leaves: &mut BTreeMap<Path, Leaf>) {
    match value {
        Json::Object(members) => {
            for (name, value) in members {
                path.push(name.clone());
                collect(value, path, status, leaves);
                path.pop();
            }
        }
        Json::List(elements) => {
            if let Some(first @ Json::Object(_)) = elements.first() {
                collect(first, path, status, leaves);
            }
        }
        value => {
            let Some(text) = value.text() else { return };
            let new = || Leaf { values: Vec::new(), is_integer: true, statuses: 0 };
            let leaf = leaves.entry(path.clone()).or_insert_with(new);
            leaf.values.push(text.to_owned());
            leaf.is_integer &= matches!(value, Json::Integer(_));
            let number = text.parse::<u16>().ok().filter(|number| VALID_STATUSES.contains(number));
            let is_status = number.is_some_and(|number| status.is_none_or(|s| s == number));
            leaf.statuses += usize::from(is_status);
        }
    }
}
