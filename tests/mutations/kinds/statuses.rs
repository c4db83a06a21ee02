//! Statuses, and the rows that are named by them.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, error, slip};
use crate::kinds::keys::inserted;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

const STATUS: [&str; 2] = ["code.*.status", "defaults.status"];

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("no such status", |file, rng| {
            let node = file.any(rng, &STATUS)?;
            let value = rng.choice(["4020", "99", "600", "0", "-1", "70000"])?;
            Some(Mistake::replace(node.value.clone(), value).there())
        }),
        error("status as a string", |file, rng| {
            let node = file.any(rng, &STATUS)?;
            let value = file.literal(file.value(node));
            Some(Mistake::replace(node.value.clone(), value).there())
        }),
        error("status as a class", |file, rng| {
            let node = file.any(rng, &STATUS)?;
            let value = rng.choice(["\"4xx\"", "\"404 Not Found\"", "\"\""])?;
            Some(Mistake::replace(node.value.clone(), value).there())
        }),
        error("wrong type of `status`", |file, rng| {
            let node = file.any(rng, &STATUS)?;
            let value = rng.choice(["4.5", "true", "[404]"])?;
            Some(Mistake::replace(node.value.clone(), value).there())
        }),
        slip("status that is not registered", |file, rng| {
            let node = file.any(rng, &STATUS)?;
            let value = rng.choice(["477", "499", "509", "555"])?;
            (file.get(&format!("status.{value}")).is_none())
                .then(|| Mistake::replace(node.value.clone(), value).there())
        }),
        error("row of no status", |file, rng| {
            let node = file.any(rng, &["status.*"])?;
            let name = rng.choice(["4O4", "4xx", "99", "600", "not-found", "default"])?;
            Some(Mistake::replace(node.key.clone(), file.key(name)).there())
        }),
        slip("row of a status with a zero or a sign", |file, rng| {
            let node = file.any(rng, &["status.*"])?;
            let sign = rng.choice(["+", "0", "00"])?;
            let name = format!("{sign}{}", node.name());
            Some(Mistake::replace(node.key.clone(), file.key(&name)).there())
        }),
        slip("row of a status that is not registered", |file, rng| {
            let status = rng.choice(["477", "498", "509", "555"])?;
            added_row(file, rng, status, "docs", "\"https://api.example/docs\"")
                .map(|(mistake, _)| mistake)
        }),
        error("registered status that is said not to be", |file, rng| {
            let row = registered(file, rng)?;
            let room = file.room(row)?;
            let (text, key, value) = room.text(&file.key("unregistered"), "true");
            file.member(row, "unregistered").is_none().then(|| {
                Mistake::insert(room.at, text).in_new(value..value + 1).in_new(key..key + 1)
            })
        }),
        error("row that serves its own status too", |file, rng| {
            let row = file.any(rng, &["status.*"])?;
            let value = format!("[{}]", row.name());
            also(file, row, &value, row)
        }),
        error("two rows that serve a status", |file, rng| {
            let row = file.any(rng, &["status.*"])?;
            let other = registered(file, rng)?;
            let value = format!("[{}]", other.name());
            if row.path == other.path { None } else { also(file, row, &value, other) }
        }),
        error("no such status in `also`", |file, rng| {
            let row = file.any(rng, &["status.*"])?;
            let value = rng.choice(["[5020]", "[\"502\"]", "[true]", "[\"5xx\"]"])?;
            if file.member(row, "also").is_some() {
                return None;
            }
            let room = file.room(row)?;
            let (text, _, value) = room.text(&file.key("also"), value);
            Some(Mistake::insert(room.at, text).in_new(value + 1..value + 2))
        }),
        error("row named as an entry", |file, rng| {
            let row = file.any(rng, &["status.*"])?;
            let entry = file.any(rng, &["code.*"])?;
            if file.member(row, "code").is_some()
                || file.member(row, "variant").is_some()
                || !entry.name().starts_with(|c: char| c.is_ascii_alphabetic())
                || entry.name().contains(['"', '\\'])
            {
                return None;
            }
            let room = file.room(row)?;
            let (text, _, value) = room.text(&file.key("code"), &file.literal(entry.name()));
            let mistake = Mistake::insert(room.at, text).in_new(value..value + 1);
            Some(mistake.at(entry.key.start))
        })
        .alone(),
    ]
}

/// A row of a status that is registered.
fn registered<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    file.pick(rng, |node| {
        node.matches("status.*")
            && ["200", "400", "401", "403", "404", "409", "429", "500", "503"]
                .contains(&node.name())
            && file.member(node, "also").is_none()
    })
}

/// A row that gets a list of more statuses; the row of the status is as right.
fn also(file: &File, row: &Node, value: &str, of: &Node) -> Option<Mistake> {
    if file.member(row, "also").is_some() {
        return None;
    }
    let room = file.room(row)?;
    let (text, _, value) = room.text(&file.key("also"), value);
    let mistake = Mistake::insert(room.at, text).in_new(value + 1..value + 2);
    Some(mistake.at(of.key.start))
}

/// A new row with one fact, and where its status stands in the text that is put in.
fn added_row(
    file: &File,
    rng: &mut Rng,
    status: &str,
    key: &str,
    value: &str,
) -> Option<(Mistake, usize)> {
    if file.get(&format!("status.{status}")).is_some() {
        return None;
    }
    let row = file.any(rng, &["status.*"]).filter(|row| !matches!(row.form, Form::Dotted))?;
    if file.is_toml() {
        let block = file.block(row)?;
        let newline = file.newline;
        let text = format!("[status.{status}]{newline}{key} = {value}{newline}{newline}");
        return Some((Mistake::insert(block.start, text).in_new(0..1).in_new(8..9), 8));
    }
    let table = file.braces(&[(key, value)]);
    let statuses = file.get("status")?;
    Some((inserted(file, statuses, status, &table)?, 0))
}
