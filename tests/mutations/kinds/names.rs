//! What stands twice, and names that do not do.

use fastrand::Rng;

use crate::file::File;
use crate::kind::{Kind, error, odd, slip};
use crate::kinds::keys::inserted;
use crate::mistake::Mistake;
use crate::outline::{Form, Node};

pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        error("key twice", |file, rng| {
            let node = file.pick(rng, |node| file.is_statement(node))?;
            let line = file.text[..node.key.start].rfind('\n').map_or(0, |at| at + 1);
            let end = file.next_line(node.value.end);
            let text = &file.text[line..end];
            if !text.ends_with('\n') {
                return None;
            }
            // The key, or the whole dotted one, of either line.
            let (start, key) = (file.line_start(line), node.key.start);
            let mistake = Mistake::insert(end, text).in_new(start - line..start - line + 1);
            Some(mistake.in_new(key - line..key - line + 1).at(start).at(key))
        })
        .toml(),
        error("key twice in braces", |file, rng| {
            let outer = file.pick(rng, |node| node.form == Form::Braces)?;
            let all: Vec<_> = file.inside(outer).collect();
            let node = *rng.choice(&all)?;
            if matches!(node.form, Form::Header | Form::Dotted) || node.value.len() > 200 {
                return None;
            }
            let text = format!("{}, ", &file.text[node.key.start..node.value.end]);
            Some(Mistake::insert(node.key.start, text).there().at(node.key.start))
        }),
        error("table twice", |file, rng| {
            let node = file.pick(rng, |node| {
                node.form == Form::Header && (node.matches("code.*") || node.matches("status.*"))
            })?;
            let block = file.block(node)?;
            let header = &file.text[node.value.clone()];
            let text = format!("{header}{0}{0}", file.newline);
            let key = node.key.start - node.value.start;
            let mistake = Mistake::insert(block.end, text).in_new(0..1).in_new(key..key + 1);
            let is_last = block.end == file.text.len() && !file.text.ends_with('\n');
            (!is_last).then(|| mistake.at_node(node))
        })
        .toml(),
        error("`[catalog]` twice", |file, _| {
            let node = file.get("catalog").filter(|node| node.form == Form::Header)?;
            let text = format!("{0}[catalog]{0}", file.newline);
            let at = file.newline.len();
            let mistake = Mistake::insert(file.text.len(), text);
            Some(mistake.in_new(at..at + 2).at_node(node))
        })
        .toml(),
        slip("two entries that nothing tells apart", |file, rng| {
            let node = file.any(rng, &["code.*"])?;
            let is_plain = file.member(node, "variant").is_none()
                && file.member(node, "aliases").is_none()
                && file.member(node, "type").is_none()
                && file.member(node, "message").is_some()
                && node.name().starts_with(|c: char| c.is_ascii_alphabetic());
            let has_levels =
                file.nodes.iter().any(|node| {
                    node.path[0] == "body" && file.value(node).contains("problem_type")
                }) || file.get("body.shape").is_some();
            if !is_plain || has_levels {
                return None;
            }
            let code = match file.member(node, "code") {
                Some(_) => String::new(),
                None => format!("code = {}{}", file.literal(node.name()), file.newline),
            };
            let name = "quite-another-name";
            if file.is_toml() {
                let block = file.block(node).filter(|_| node.form == Form::Header)?;
                let copy = &file.text[block.clone()];
                if !copy.ends_with('\n') || copy.contains("[[") {
                    return None;
                }
                let old = &file.text[node.key.clone()];
                let header = node.value.start - block.start;
                let after = file.next_line(node.value.end) - block.start;
                let text = format!(
                    "{}{}{code}{}",
                    &copy[..header],
                    copy[header..after].replacen(old, name, 1),
                    &copy[after..]
                );
                let key = text.find(name)?;
                let mistake = Mistake::insert(block.end, text).in_new(header..header + 1);
                return Some(mistake.in_new(key..key + 1).at_node(node));
            }
            let codes = file.get("code")?;
            let value = file.value(node);
            let code = match file.member(node, "code") {
                Some(_) => String::new(),
                None => format!("\"code\": {}, ", file.literal(node.name())),
            };
            let copy = format!("{{ {code}{}", &value[1..]);
            Some(inserted(file, codes, name, &copy)?.at(node.key.start))
        })
        .alone(),
        error("alias twice", |file, rng| {
            let node = file.any(rng, &["code.*.aliases.*"])?;
            let text = format!(", {}", file.value(node));
            Some(Mistake::insert(node.value.end, text).in_new(2..3).at(node.value.start))
        }),
        error("alias that is the code", |file, rng| {
            let node = file.any(rng, &["code.*"])?;
            let code = file.member(node, "code");
            let value =
                code.map_or_else(|| file.literal(node.name()), |code| file.value(code).to_owned());
            if file.member(node, "aliases").is_some() {
                return None;
            }
            let room = file.room(node)?;
            let (text, _, at) = room.text(&file.key("aliases"), &format!("[{value}]"));
            let mistake = Mistake::insert(room.at, text).in_new(at + 1..at + 2);
            Some(mistake.at(code.map_or(node.key.start, |code| code.value.start)))
        }),
        slip("blank alias", |file, rng| {
            let node = file.any(rng, &["code.*"])?;
            if file.member(node, "aliases").is_some() {
                return None;
            }
            let room = file.room(node)?;
            let value = rng.choice(["[\"\"]", "[\" \"]", "[\"a \"]"])?;
            let (text, _, at) = room.text(&file.key("aliases"), value);
            Some(Mistake::insert(room.at, text).in_new(at + 1..at + value.len() - 1))
        }),
        error("empty code", |file, rng| {
            let node = file.any(rng, &["code.*.code", "status.*.code"])?;
            Some(Mistake::replace(node.value.clone(), "\"\"").there())
        })
        .alone(),
        error("code with a blank at its end", |file, rng| {
            let node = file.any(rng, &["code.*.code"])?;
            let text = file.literal(&format!("{} ", file.string(node)?));
            let blank = text.len() - 2;
            Some(Mistake::replace(node.value.clone(), text).there().in_new(blank..blank + 1))
        })
        .alone(),
        error("name with a blank at its end", |file, rng| {
            let node = leaf(file, rng)?;
            let text = file.literal(&format!("{} ", node.name()));
            let blank = text.len() - 2;
            Some(Mistake::replace(node.key.clone(), text).there().in_new(blank..blank + 1))
        })
        .alone(),
        error("empty name of an entry", |file, rng| {
            let node = leaf(file, rng)?;
            Some(Mistake::replace(node.key.clone(), "\"\"").there())
        })
        .alone(),
        error("control character in a code", |file, rng| {
            let node = leaf(file, rng)?;
            let escape = rng.choice(["\\u0000", "\\n", "\\u001b"])?;
            let name = format!("\"{}{escape}\"", node.name());
            let at = name.len() - escape.len() - 1;
            Some(Mistake::replace(node.key.clone(), name).in_new(at..at + 1))
        })
        .alone(),
        error("code with a dot and no quotes", |file, rng| {
            let node = leaf(file, rng)?;
            if node.form != Form::Header || file.text[node.key.clone()].starts_with('"') {
                return None;
            }
            Some(Mistake::insert(node.key.end, ".detail").in_new(0..2).at(node.key.start))
        })
        .toml()
        .alone(),
        error("name that makes no variant", |file, rng| {
            let node = leaf(file, rng)?;
            if file.member(node, "variant").is_some()
                || file.get("defaults.variant_prefix").is_some()
            {
                return None;
            }
            let name = rng.choice(["99907", "4-eyes", "self", "…"])?;
            Some(Mistake::replace(node.key.clone(), file.key(name)).there())
        })
        .alone(),
        error("variant that is no identifier", |file, rng| {
            let names = ["Not valid", "not-valid", "4Eyes", "Self", "Ünd!", "", "Some.Thing"];
            let name = *rng.choice(names.as_slice())?;
            variant(file, rng, name)
        }),
        odd("variant in another style", |file, rng| {
            let names = ["lower_case", "SCREAM_CASE", "camelCase"];
            let name = *rng.choice(names.as_slice())?;
            variant(file, rng, name)
        }),
        error("two entries with one variant", |file, rng| {
            let first = file.any(rng, &["code.*.variant", "status.*.variant"])?;
            let name = file.string(first)?;
            let table = file.any(rng, &["code.*"])?;
            if first.path.starts_with(&table.path) || file.member(table, "variant").is_some() {
                return None;
            }
            let room = file.room(table)?;
            let (text, _, at) = room.text(&file.key("variant"), &file.literal(name));
            Some(Mistake::insert(room.at, text).in_new(at..at + 1).at(first.value.start))
        })
        .alone(),
        error("prefix that begins no variant", |file, rng| {
            let node = file.any(rng, &["defaults.variant_prefix"])?;
            let prefix = rng.choice(["3S", "my-api", "My Api", "Ä!"])?;
            Some(Mistake::replace(node.value.clone(), file.literal(prefix)).there())
        })
        .alone(),
    ]
}

/// An entry that is nobody’s parent.
fn leaf<'f>(file: &'f File, rng: &mut Rng) -> Option<&'f Node> {
    let is_parent =
        |name: &str| file.all("code.*.parent").any(|parent| file.string(parent) == Some(name));
    let has_more = |node: &Node| {
        let of_entry = file.nodes.iter().filter(|other| other.path.starts_with(&node.path));
        of_entry.filter(|other| other.form == Form::Header).count() > 1
    };
    file.pick(rng, |node| {
        node.matches("code.*")
            && !is_parent(node.name())
            && !has_more(node)
            && !node.name().contains(['"', '\\'])
    })
}

/// An entry’s variant, its own or a new one.
fn variant(file: &File, rng: &mut Rng, name: &str) -> Option<Mistake> {
    let table = file.any(rng, &["code.*"])?;
    if let Some(known) = file.member(table, "variant") {
        return Some(Mistake::replace(known.value.clone(), file.literal(name)).there());
    }
    let room = file.room(table)?;
    let (text, _, at) = room.text(&file.key("variant"), &file.literal(name));
    Some(Mistake::insert(room.at, text).in_new(at..at + 1))
}
