//! `catalogs/SHAPES.md` does what it says: each of its catalogs reads the body behind it, and writes it
//! back.

use api_error_catalog::Value;
use api_error_catalog_tests::root;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::api::{Api, body_of};

/// The fenced blocks of a page: language and text.
fn blocks(markdown: &str) -> Vec<(String, String)> {
    let mut blocks = Vec::new();
    let mut inside = None;
    for event in Parser::new(markdown) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                inside = Some((language.to_string(), String::new()));
            }
            Event::Text(part) => {
                if let Some((_, text)) = &mut inside {
                    text.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(inside.take()),
            _ => {}
        }
    }
    blocks
}

#[test]
fn every_body_of_the_page_comes_back() {
    let page = std::fs::read_to_string(root().join("catalogs/SHAPES.md")).expect("the page");
    let blocks = blocks(&page);
    assert!(blocks.len() >= 18, "{} blocks", blocks.len());
    for (number, pair) in blocks.chunks(2).enumerate() {
        let [(toml, members), (json, published)] = pair else { panic!("{pair:?}") };
        assert_eq!((toml.as_str(), json.as_str()), ("toml", "json"), "{members}");
        let name = format!("shape-{number}");
        let api = Api::of_text(
            &name,
            format!("[catalog]\nname = \"{name}\"\nlocales = [\"en\"]\n{members}"),
        );
        let published: Value = published.parse().expect("JSON");
        let catalog = api.catalog();
        let status = catalog.codes().next().expect("an entry").status();
        let answer = catalog.decode(status, published.to_string().as_bytes());
        let mut bodies = answer.errors().map(body_of);
        let mut body = bodies.next().unwrap_or_else(|| panic!("no errors in {published}"));
        bodies.for_each(|error| body.add_error(error));
        assert_eq!(api.json(&body), published, "{members}");
    }
}
