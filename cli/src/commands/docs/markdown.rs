//! Markdown of catalogs as HTML that can do no harm: no markup of its own, no images, no other links than
//! those to web pages and mailboxes.

use std::fmt::{self, Display};

use askama::filters::HtmlSafe;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, html};

/// HTML that is put into a page as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Html(String);

impl Html {
    /// Text without markup.
    pub(super) fn of_text(text: &str) -> Self {
        let mut html = String::new();
        push_text(&mut html, text);
        Self(html)
    }

    /// HTML that was put together here.
    pub(super) fn of_markup(html: String) -> Self {
        Self(html)
    }

    /// Markdown, in paragraphs.
    pub(super) fn of_markdown(markdown: &str) -> Self {
        let mut out = String::new();
        html::push_html(&mut out, events(markdown).into_iter());
        Self(out)
    }
}

impl Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl HtmlSafe for Html {}

/// Adds text, escaped for elements and for attributes in double quotes.
pub(super) fn push_text(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            character => html.push(character),
        }
    }
}

/// Whether a link may be followed from a page.
pub(super) fn is_safe_link(link: &str) -> bool {
    let scheme = link.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https" | "mailto"))
}

/// What is left of Markdown: HTML in it is text, a heading is a paragraph in bold, since the headings of the
/// page are its own, and of an image and of a link elsewhere the text stays.
fn events(markdown: &str) -> Vec<Event<'_>> {
    let mut kept = Vec::new();
    let mut links = Vec::new();
    for event in Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Html(text) | Event::InlineHtml(text) => kept.push(Event::Text(text)),
            Event::Start(Tag::HtmlBlock) => kept.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => kept.push(Event::End(TagEnd::Paragraph)),
            Event::Start(Tag::Heading { .. }) => {
                kept.extend([Event::Start(Tag::Paragraph), Event::Start(Tag::Strong)]);
            }
            Event::End(TagEnd::Heading(_)) => {
                kept.extend([Event::End(TagEnd::Strong), Event::End(TagEnd::Paragraph)]);
            }
            Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {}
            Event::Start(Tag::Link { ref dest_url, .. }) => {
                let is_kept = is_safe_link(dest_url);
                links.push(is_kept);
                kept.extend(is_kept.then_some(event));
            }
            Event::End(TagEnd::Link) => {
                kept.extend(links.pop().unwrap_or(false).then_some(event));
            }
            event => kept.push(event),
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_of_catalogs_is_text() {
        let html = Html::of_markdown("a <script>alert(1)</script> *b* <b onclick=x>").to_string();
        assert_eq!(
            html,
            "<p>a &lt;script&gt;alert(1)&lt;/script&gt; <em>b</em> &lt;b onclick=x&gt;</p>\n"
        );
        let html = Html::of_markdown("<div>\n<img src=x>\n</div>\n").to_string();
        assert!(!html.contains("<div") && !html.contains("<img"), "{html}");
    }

    #[test]
    fn links_lead_to_web_pages_and_mailboxes() {
        let html = |markdown: &str| Html::of_markdown(markdown).to_string();
        assert!(
            html("[a](https://a.example/?b&c)")
                .contains("<a href=\"https://a.example/?b&amp;c\">a</a>")
        );
        assert!(html("<mailto:a@b.example>").contains("href=\"mailto:"));
        for link in [
            "javascript:alert(1)",
            "JAVASCRIPT:a",
            "data:text/html,x",
            "file:///a",
            "x.html",
            "//a.example",
        ] {
            assert_eq!(html(&format!("[a]({link})")), "<p>a</p>\n", "{link}");
        }
        assert_eq!(html("![a](https://a.example/a.png)"), "<p>a</p>\n");
    }
}
