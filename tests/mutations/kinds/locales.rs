//! Locales, those of the catalog and those of a text.

use fastrand::Rng;

use crate::file::{File, is_text};
use crate::kind::{Kind, error, odd};
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("locale that is no language tag", |file, rng| {
            let node = file.any(rng, &["catalog.locales.*"])?;
            let tag = file.string(node)?;
            let (a, b) = (format!("{tag}_FR"), format!("{tag}-"));
            let wrong = rng.choice([a.as_str(), &b, "f", "123", "english language"])?;
            Some(
                Mistake::replace(node.value.clone(), file.literal(wrong))
                    .in_new(0..wrong.len() + 2),
            )
        })
        .alone(),
        error("empty locale", |file, rng| {
            let node = file.any(rng, &["catalog.locales.*"])?;
            Some(Mistake::replace(node.value.clone(), "\"\"").there())
        })
        .alone(),
        error("locale renamed", |file, rng| {
            let node = used(file, rng)?;
            let other = rng.choice(["de", "pt-BR", "ja", "es"])?;
            let mistake = Mistake::replace(node.value.clone(), file.literal(other)).there();
            Some(in_list(file, mistake))
        })
        .alone(),
        error("locale left out", |file, rng| {
            if file.all("catalog.locales.*").count() < 2 {
                return None;
            }
            let at = file.removal(used(file, rng)?)?;
            Some(in_list(file, Mistake::delete(at)))
        })
        .alone(),
        odd("locale added", |file, _| {
            // With a base, or where texts may be missing, it may be meant.
            let is_whole =
                ["catalog.extends", "catalog.missing"].iter().all(|key| file.get(key).is_none());
            let last = file.all("catalog.locales.*").last()?;
            is_whole.then(|| Mistake::insert(last.value.end, ", \"de\"").in_new(2..3))
        })
        .alone(),
        error("locale listed twice", |file, rng| {
            let node = file.any(rng, &["catalog.locales.*"])?;
            let last = file.all("catalog.locales.*").last()?;
            let tag = file.string(node)?;
            let again = if rng.bool() { tag.to_owned() } else { tag.to_ascii_uppercase() };
            let text = format!(", {}", file.literal(&again));
            Some(Mistake::insert(last.value.end, text).in_new(2..3).at(node.value.start))
        }),
        error("locale that is no string", |file, rng| {
            let node = used(file, rng)?;
            let wrong = rng.choice(["true", "7", "[\"en\"]"])?;
            Some(Mistake::replace(node.value.clone(), wrong).there())
        })
        .alone(),
        error("locales as a string", |file, rng| {
            let node = file.get("catalog.locales")?;
            let tags = file.locales();
            let text = if rng.bool() { tags[0].to_owned() } else { tags.join(", ") };
            Some(Mistake::replace(node.value.clone(), file.literal(&text)).there())
        })
        .alone(),
        error("no locales", |file, _| {
            let node = file.get("catalog.locales")?;
            Some(
                Mistake::replace(node.value.clone(), "[]")
                    .there()
                    .at(node.key.start)
                    .at(table(file)?),
            )
        })
        .alone(),
        error("`locales` missing", |file, _| {
            let node = file.get("catalog.locales")?;
            let mistake = Mistake::delete(file.removal(node)?);
            let catalog = file.get("catalog")?;
            Some(mistake.at_node(catalog))
        })
        .alone(),
        error("unknown locale, near one", |file, rng| {
            let node = of_locale(file, rng)?;
            let tag = node.name();
            let (a, b) = (format!("{tag}-FR"), format!("{tag}_FR"));
            let other = rng.choice([a.as_str(), &b])?;
            (!file.locales().contains(&other))
                .then(|| Mistake::replace(node.key.clone(), file.key(other)).there())
        }),
        error("unknown locale, near none", |file, rng| {
            let node = of_locale(file, rng)?;
            let other = rng.choice(["de", "pt", "ja", "zu"])?;
            Some(Mistake::replace(node.key.clone(), file.key(other)).there())
        }),
        error("unknown locale beside the others", |file, rng| {
            let node = of_locale(file, rng)?;
            added(file, node, rng.choice(["de", "pt", "ja", "zu"])?)
        }),
        error("text missing in a locale", |file, rng| {
            if file.get("catalog.missing").is_some() || file.locales().len() < 2 {
                return None;
            }
            let node = of_locale(file, rng)?;
            // A ready-made base has some of the texts of rows.
            if file.get("catalog.extends").is_some() && node.path[0] == "status" {
                return None;
            }
            let text = file.nodes.iter().find(|text| {
                node.path.starts_with(&text.path) && text.path.len() + 1 == node.path.len()
            })?;
            let mut mistake = Mistake::delete(file.removal(node)?).at_node(text);
            for other in file.inside(text).filter(|other| other.path != node.path) {
                mistake = mistake.at_node(other).at(file.line_start(other.key.start));
            }
            Some(mistake)
        }),
        error("plain text, and several locales", |file, rng| {
            if file.get("catalog.missing").is_some() || file.locales().len() < 2 {
                return None;
            }
            let node = file.pick(rng, |node| {
                node.form == Form::Braces && file.inside(node).next().is_some_and(is_text)
            })?;
            let text = file.value(file.inside(node).next()?).to_owned();
            Some(Mistake::replace(node.value.clone(), text).there().at(node.key.start))
        }),
    ]
}

/// A locale of the catalog that some text is in.
fn used<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    let node = file.any(rng, &["catalog.locales.*"])?;
    let tag = file.string(node)?;
    file.nodes.iter().any(|text| is_text(text) && text.name() == tag).then_some(node)
}

/// The list of locales, its key and each item are right.
fn in_list(file: &File, mistake: Mistake) -> Mistake {
    let Some(list) = file.get("catalog.locales") else { return mistake };
    let items = file.inside(list).map(|item| item.value.start);
    items.fold(mistake.at_node(list), Mistake::at)
}

/// Where `[catalog]` is.
fn table(file: &File) -> Option<usize> {
    Some(file.get("catalog")?.value.start)
}

/// A text under its locale.
fn of_locale<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    let locales = file.locales();
    file.pick(rng, |node| is_text(node) && locales.contains(&node.name()))
}

/// The same text in one more locale.
fn added(file: &File, node: &Node, locale: &str) -> Option<Mistake> {
    let value = file.value(node);
    if file.is_statement(node) {
        let line = file.line_start(node.key.start);
        let before = &file.text[line..node.key.start];
        let text = format!("{before}{} = {value}{}", file.key(locale), file.newline);
        return Some(Mistake::insert(line, text).in_new(before.len()..before.len() + 1));
    }
    let sign = if file.is_toml() { " = " } else { ": " };
    let text = format!("{}{sign}{value}, ", file.key(locale));
    Some(Mistake::insert(node.key.start, text).there())
}
