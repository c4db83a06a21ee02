//! Catalog texts become documentation that shows them as they are: no markup, no links, no doctests.

use std::fs;

use api_error_catalog_tests::{Project, target};

/// Texts that mean something to Markdown, HTML or rustdoc, each with what a reader has to see.
const TEXTS: [(&str, &str); 17] = [
    (
        "Send <b>bold</b> and <script>alert(1)</script>.",
        "Send &lt;b&gt;bold&lt;/b&gt; and &lt;script&gt;alert(1)&lt;/script&gt;.",
    ),
    ("Set Vec<T> and <x> right.", "Set Vec&lt;T&gt; and &lt;x&gt; right."),
    ("See [this] and [that](there) or [`Option`].", "See [this] and [that](there) or [`Option`]."),
    ("Go to https://example.com/a?b=c&d=e now.", "Go to https://example.com/a?b=c&amp;d=e now."),
    ("Write to admin@example.com.", "Write to admin@example.com."),
    ("Not *bold*, not _thin_, not ~~gone~~.", "Not *bold*, not _thin_, not ~~gone~~."),
    ("A `tick` and a ``` fence.", "A `tick` and a ``` fence."),
    ("    let indented = code();", "let indented = code();"),
    ("```\nfn main() { panic!() }\n```", "``` fn main() { panic!() } ```"),
    (
        "# No heading\n\n1. no list\n- no list\n> no quote",
        "# No heading 1. no list - no list &gt; no quote",
    ),
    ("A back\\slash, an &amp; and a | bar.", "A back\\slash, an &amp;amp; and a | bar."),
    ("[ref]: https://example.com", "[ref]: https://example.com"),
    ("![image](x.png) and [^note] and $x$", "![image](x.png) and [^note] and $x$"),
    ("-- and --- and ... are \"quoted\" isn't it", "-- and --- and ... are \"quoted\" isn't it"),
    ("2) not a list + not a list", "2) not a list + not a list"),
    ("+ not a list", "+ not a list"),
    ("- [ ] a task\n\n---\n\n***", "- [ ] a task --- ***"),
];

#[test]
fn hostile_texts_are_shown_as_they_are() {
    let project = Project::new("hostile", "hostile");
    let mut catalog =
        "[catalog]\nname = \"<hostile>\"\ntitle = \"A [hostile] <API>\"\nlocales = [\"en\"]\n\
                       [body.members]\ncode = \"{code}\"\n"
            .to_owned();
    for (number, (text, _)) in TEXTS.iter().enumerate() {
        let text =
            text.replace('{', "{{").replace('}', "}}").replace('\\', "\\\\").replace('\n', "\\n");
        let text = text.replace('"', "\\\"");
        catalog += &format!(
            "[code.\"`a<b>[{number}]*\"]\nvariant = \"Text{number}\"\nstatus = 400\n\
             message = \"M {text}\"\ndescription = \"{text}\"\naction = \"{text}\"\nuser_message = \"{text}\"\n\
             causes = [{{ when = \"{text}\", action = \"{text}\" }}]\n"
        );
    }
    project.write("hostile.toml", &catalog);

    let run = project.cargo(&["rustdoc", "--quiet", "--", "-D", "warnings"]);
    assert!(run.success, "{}", run.stderr);
    let page = target().join("projects/doc/hostile/enum.HostileCode.html");
    let page = fs::read_to_string(page).expect("the page of the code enum");
    for (text, shown) in TEXTS {
        assert!(page.contains(&format!("<p>{shown}</p>")), "{text}\nis not shown as\n{shown}");
        assert!(page.contains(&format!("<li>{shown} → {shown}</li>")), "{text}");
        for what in ["What to do", "What to tell the user"] {
            assert!(page.contains(&format!("<strong>{what}:</strong> {shown}</p>")), "{text}");
        }
    }

    let run = project.cargo(&["test", "--doc"]);
    assert!(run.success && run.stdout.contains("running 0 tests"), "{}{}", run.stdout, run.stderr);
}
