//! Messages of other forms as templates of a catalog: `%s`, `{}`, `{0}`, `${name}`, `{{name}}` and
//! `%(name)s` become placeholders with names.

use api_error_catalog_core::slot::{KnownSlot, SlotSource};
use api_error_catalog_model::is_usable_name;
use heck::ToSnakeCase as _;

/// A template, and what had to be changed for it: what stood there, and what stands there now.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Converted {
    pub(super) template: String,
    pub(super) changes: Vec<(String, String)>,
}

/// Makes a template of a message. Placeholders without names are called `arg1`, `arg2`, … by their place.
pub(super) fn template(message: &str) -> Converted {
    let mut conversion = Conversion { rest: message, next: 1, out: Converted::default() };
    while !conversion.rest.is_empty() {
        conversion.step();
    }
    conversion.out
}

/// The name that a placeholder can have and that comes closest to another. What is a number is counted from
/// 0, and becomes `arg1` and so on.
pub(super) fn usable_name(name: &str) -> String {
    if let Ok(number) = name.parse::<u16>() {
        return format!("arg{}", u32::from(number) + 1);
    }
    let snake = name.to_snake_case();
    // The catalog has values of its own for some.
    let is_filled = |slot: KnownSlot| !matches!(slot.source, SlotSource::Caller);
    if is_usable_name(&snake) && !KnownSlot::find(&snake).is_some_and(is_filled) {
        return snake;
    }
    let with_suffix = format!("{snake}_value");
    if is_usable_name(&with_suffix) { with_suffix } else { "value".to_owned() }
}

struct Conversion<'m> {
    rest: &'m str,
    /// The number of the next placeholder without a name.
    next: usize,
    out: Converted,
}

impl Conversion<'_> {
    fn step(&mut self) {
        let Some(at) = self.rest.find(['{', '}', '%', '$']) else {
            self.out.template.push_str(self.rest);
            self.rest = "";
            return;
        };
        let (text, rest) = self.rest.split_at(at);
        self.out.template.push_str(text);
        self.rest = rest;
        let placeholder = match rest.as_bytes() {
            [b'$', b'{', ..] => braced(rest, "${", "}"),
            [b'{', b'{', ..] => braced(rest, "{{", "}}"),
            [b'%', b'{', ..] => braced(rest, "%{", "}"),
            [b'{', ..] => braced(rest, "{", "}"),
            [b'%', ..] if !text.ends_with(|c: char| c.is_ascii_digit()) => printf(rest),
            _ => None,
        };
        match placeholder {
            Some((length, name)) => self.placeholder(length, name),
            None => self.literal(),
        }
    }

    fn placeholder(&mut self, length: usize, name: Option<&str>) {
        let (written, rest) = self.rest.split_at(length);
        let name = match name {
            Some(name) => usable_name(name),
            None => {
                self.next += 1;
                format!("arg{}", self.next - 1)
            }
        };
        let placeholder = format!("{{{name}}}");
        self.out.template.push_str(&placeholder);
        if written != placeholder {
            self.out.changes.push((written.to_owned(), placeholder));
        }
        self.rest = rest;
    }

    /// A character that begins no placeholder. Doubled braces are one, as they are in a template.
    fn literal(&mut self) {
        let is_doubled = self.rest.starts_with("{{") || self.rest.starts_with("}}");
        let (text, rest) = self.rest.split_at(if is_doubled { 2 } else { 1 });
        match text {
            "{" | "}" => {
                self.out.template.push_str(&text.repeat(2));
                self.out.changes.push((text.to_owned(), text.repeat(2)));
            }
            _ => self.out.template.push_str(text),
        }
        self.rest = rest;
    }
}

/// The length of a placeholder in braces, and its name if it has one. What stands behind a colon or a comma
/// says how it is formatted, as in Rust, Python and ICU.
fn braced<'t>(text: &'t str, open: &str, close: &str) -> Option<(usize, Option<&'t str>)> {
    let inside = text.strip_prefix(open)?;
    let inside = &inside[..inside.find(close)?];
    let name = inside.split([':', ',', '!']).next()?.trim();
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let length = open.len() + inside.len() + close.len();
    match name {
        "" if open == "{" => Some((length, None)),
        "" => None,
        name => name.chars().all(is_name).then_some((length, Some(name))),
    }
}

/// `%s`, `%-5.2f`, `%1$s` or `%(name)s`: its length, and its name if it has one.
fn printf(text: &str) -> Option<(usize, Option<&str>)> {
    let mut rest = text.strip_prefix('%')?;
    let mut name = None;
    if let Some(inside) = rest.strip_prefix('(') {
        let (named, behind) = inside.split_once(')')?;
        (name, rest) = (Some(named), behind);
    }
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    if let Some(behind) = rest[digits..].strip_prefix('$') {
        // These count from 1.
        let number: usize = rest[..digits].parse().ok()?;
        name = Some(POSITIONS.get(number.checked_sub(1)?)?);
        rest = behind;
    }
    rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "-+#.*".contains(c));
    rest = rest.trim_start_matches(['l', 'h', 'z']);
    let behind = rest.strip_prefix(|c: char| "sdifuxXeEgGcoqvw@".contains(c))?;
    let is_word = behind.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    (!is_word).then_some((text.len() - behind.len(), name))
}

/// The numbers of `%1$s` and so on, counted from 0.
const POSITIONS: [&str; 9] = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];

/// Whether a text has tags or entities of HTML in it.
pub(super) fn has_html(text: &str) -> bool {
    const TAGS: [&str; 28] = [
        "a", "abbr", "b", "br", "code", "div", "em", "font", "h1", "h2", "h3", "h4", "hr", "i",
        "img", "li", "ol", "p", "pre", "script", "small", "span", "strong", "sub", "sup", "table",
        "u", "ul",
    ];
    let is_tag = |inside: &str| {
        let inside = inside.strip_prefix('/').unwrap_or(inside);
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        inside[end..].contains('>') && TAGS.contains(&&*inside[..end].to_ascii_lowercase())
    };
    let is_entity = |inside: &str| {
        let name = inside.split_once(';').map_or("", |(name, _)| name);
        let name = name.strip_prefix('#').unwrap_or(name);
        (2..10).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.split('<').skip(1).any(is_tag) || text.split('&').skip(1).any(is_entity)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(message: &str) -> String {
        template(message).template
    }

    #[test]
    fn placeholders_of_every_fashion_have_names() {
        for (message, expected) in [
            ("no {order_id} here", "no {order_id} here"),
            ("no {orderId} here", "no {order_id} here"),
            ("no ${order.id} here", "no {order_id} here"),
            ("no {{ order }} here", "no {order} here"),
            ("no %(order)s here", "no {order} here"),
            ("%s and %d of %.2f", "{arg1} and {arg2} of {arg3}"),
            ("%2$s before %1$s", "{arg2} before {arg1}"),
            ("{} and {}", "{arg1} and {arg2}"),
            ("{1} and {0:?}", "{arg2} and {arg1}"),
            ("{amount:.2}", "{amount}"),
            ("{self}", "{self_value}"),
        ] {
            assert_eq!(text_of(message), expected, "{message}");
        }
    }

    #[test]
    fn what_is_no_placeholder_stays() {
        for message in ["100% sure", "50%discount", "5 $", "{{", "a }} b", "%", "$"] {
            assert_eq!(template(message).changes, [], "{message}");
            assert_eq!(text_of(message), message);
        }
        assert_eq!(text_of("a { b"), "a {{ b");
        assert_eq!(text_of("{\"a\": 1}"), "{{\"a\": 1}}");
    }

    #[test]
    fn html_is_tags_that_it_has() {
        for text in ["<b>no</b>", "a<br/>b", "a &amp; b", "<A HREF=x>"] {
            assert!(has_html(text), "{text}");
        }
        for text in ["Bearer <key>", "a < b", "R&D; no", "a & b"] {
            assert!(!has_html(text), "{text}");
        }
    }
}
