//! What a build notices of a change in a catalog: real builds, of crates outside the workspace.

use std::fs;
use std::thread;
use std::time::{Duration, SystemTime};

use api_error_catalog_tests::{Project, target};
use serde_json::Value;

const SHOP: &str = r#"
[catalog]
name    = "shop"
locales = ["en"]

[body.members]
code       = "{code}"
text       = "{message}"
request_id = "{request_id?}"

[code.cart-empty]
status      = 409
message     = "The cart {cart} is empty."
description = "Nothing in the cart, nothing to pay."
"#;

const DERIVE: &str = r#"
/// The shop's errors.
#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Shop {}
"#;

/// Prints every code and all that belongs to it, and has the name of none.
const PRINT_ALL: &str = r#"
fn main() {
    for code in ShopCode::ALL {
        let json = String::from_utf8(code.body().to_json()).unwrap();
        println!("{code} {code:?} {} {json} {}", code.status(), code.description("en"));
    }
}
"#;

/// What it prints of the one code above.
const CART_EMPTY: &str = "cart-empty CartEmpty 409 \
    {\"code\":\"cart-empty\",\"text\":\"The cart … is empty.\"} \
    Nothing in the cart, nothing to pay.\n";

#[test]
fn a_code_added_to_the_file_is_there_with_all_that_belongs_to_it() {
    let project = Project::new("rebuild-growing");
    let library = ["//! A shop.\n#![deny(missing_docs)]\n", DERIVE].concat();
    // A name that the catalog may or may not have is looked up at run time.
    let lookup = "use rebuild_growing::ShopCode;\n\
        fn main() {\n    println!(\"{:?}\", ShopCode::from_code(\"cart-expired\"));";
    project.write("errors.toml", SHOP).write("src/lib.rs", &library);
    project.write("src/main.rs", &PRINT_ALL.replace("fn main() {", lookup));
    assert_eq!(project.run(), format!("None\n{CART_EMPTY}"));

    let code = "\n[code.cart-expired]\nstatus = 410\nmessage = \"The cart {cart} is too old.\"\n";
    edit(&project, "errors.toml", &[SHOP, code].concat());
    let expired = "cart-expired CartExpired 410 \
        {\"code\":\"cart-expired\",\"text\":\"The cart … is too old.\"} The cart … is too old.\n";
    assert_eq!(project.run(), format!("Some(CartExpired)\n{CART_EMPTY}{expired}"));

    let run = project.cargo(&["doc", "--no-deps", "--quiet"]);
    assert!(run.success && run.stderr.is_empty(), "{}", run.stderr);
    let page = target().join("doc/rebuild_growing/enum.ShopCode.html");
    let page = fs::read_to_string(page).expect("the enum's page");
    let (_, docs) = page.split_once("id=\"variant.CartExpired\"").expect("the variant");
    let docs = docs.split("<section ").next().expect("what stands below it");
    for text in ["<code>cart-expired</code> · 410 Gone", "The cart … is too old."] {
        assert!(docs.contains(text), "{text} is not in {docs}");
    }
}

#[test]
fn a_crate_is_compiled_again_when_its_catalog_has_changed_and_only_then() {
    let project = shop("rebuild-fresh");
    assert!(!is_fresh(&project, "rebuild-fresh"));
    assert!(is_fresh(&project, "rebuild-fresh"));

    edit(&project, "other.toml", SHOP);
    assert!(is_fresh(&project, "rebuild-fresh"), "the file is nobody's catalog");

    edit(&project, "errors.toml", &SHOP.replace("nothing to pay", "no payment"));
    assert!(!is_fresh(&project, "rebuild-fresh"));
    assert_eq!(project.run(), CART_EMPTY.replace("nothing to pay", "no payment"));
    // What has not been touched since is fresh again.
    assert!(is_fresh(&project, "rebuild-fresh"));
}

#[test]
fn a_build_without_the_file_or_with_a_broken_one_fails_until_it_is_mended() {
    let project = shop("rebuild-broken");
    assert_eq!(project.run(), CART_EMPTY);

    fs::rename(project.path("errors.toml"), project.path("away")).expect("a rename");
    let errors = errors(&project);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].contains("there is no file `errors.toml`"), "{errors:#?}");

    // It comes back as it was, time of change included.
    fs::rename(project.path("away"), project.path("errors.toml")).expect("a rename");
    assert_eq!(project.run(), CART_EMPTY);

    edit(&project, "errors.toml", &SHOP.replace("409", "941"));
    let errors = self::errors(&project);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].contains("`941` is not an HTTP status"), "{errors:#?}");
    assert!(errors[0].contains("errors.toml:12:15"), "{errors:#?}");

    edit(&project, "errors.toml", SHOP);
    assert_eq!(project.run(), CART_EMPTY);
}

#[test]
fn files_that_a_catalog_extends_are_watched_too_in_either_format() {
    let project = shop("rebuild-extending");
    project.write(
        "catalogs/shop.json",
        r#"{
            "catalog": { "name": "shop", "extends": "../shared/texts/base.json" },
            "code": { "cart-empty": { "description": "From the catalog." } }
        }"#,
    );
    project.write(
        "shared/texts/base.json",
        r#"{
            "catalog": { "locales": ["en"], "extends": "../oldest.toml" },
            "code": { "cart-empty": { "status": 422 } }
        }"#,
    );
    project.write("shared/oldest.toml", SHOP);
    let source = project.read("src/main.rs").replace("errors.toml", "catalogs/shop.json");
    project.write("src/main.rs", &source);
    let line = |status: u16, text: &str, description: &str| {
        format!(
            "cart-empty CartEmpty {status} \
             {{\"code\":\"cart-empty\",\"text\":\"{text}\"}} {description}\n"
        )
    };
    let (text, description) = ("The cart … is empty.", "From the catalog.");
    assert_eq!(project.run(), line(422, text, description));

    edit(&project, "shared/oldest.toml", &SHOP.replace("cart {cart} is", "cart is"));
    let text = "The cart is empty.";
    assert_eq!(project.run(), line(422, text, description));

    let base = project.read("shared/texts/base.json");
    edit(&project, "shared/texts/base.json", &base.replace("422", "404"));
    assert_eq!(project.run(), line(404, text, description));

    let catalog = project.read("catalogs/shop.json");
    edit(&project, "catalogs/shop.json", &catalog.replace("From the", "Out of the"));
    assert_eq!(project.run(), line(404, text, "Out of the catalog."));

    fs::remove_file(project.path("shared/oldest.toml")).expect("the file");
    let errors = errors(&project);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].contains("there is no file `shared/oldest.toml`"), "{errors:#?}");
}

/// A crate with the shop's catalog and a program that prints it.
fn shop(name: &str) -> Project {
    let project = Project::new(name);
    project.write("errors.toml", SHOP).write("src/main.rs", &[DERIVE, PRINT_ALL].concat());
    project
}

/// Writes a file so that cargo sees it.
///
/// For cargo a file has changed when its time is later than the start of the last build. How finely a
/// file system tells times apart is its own affair, from nanoseconds to seconds; so the file is
/// written until its time is later than that of another one, written after the build.
fn edit(project: &Project, file: &str, text: &str) {
    project.write("clock", "");
    let built = modified(project, "clock");
    while modified(project.write(file, text), file) <= built {
        thread::sleep(Duration::from_millis(5));
    }
}

fn modified(project: &Project, file: &str) -> SystemTime {
    let modified = fs::metadata(project.path(file)).and_then(|metadata| metadata.modified());
    modified.expect("a time")
}

/// Builds, and tells whether there was nothing to compile.
fn is_fresh(project: &Project, name: &str) -> bool {
    let run = project.cargo(&["build", "--message-format=json"]);
    assert!(run.success, "{}", run.stderr);
    let messages = run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    let artifact = |message: &Value| {
        message["reason"] == "compiler-artifact" && message["target"]["name"] == name
    };
    let fresh: Vec<_> = messages.filter(artifact).map(|message| message["fresh"] == true).collect();
    assert_eq!(fresh.len(), 1, "{}", run.stdout);
    fresh[0]
}

/// Builds, and gives the compiler's errors as it renders them.
fn errors(project: &Project) -> Vec<String> {
    let run = project.cargo(&["build", "--message-format=json"]);
    assert!(!run.success, "the build succeeds");
    let messages = run.stdout.lines().map(|line| serde_json::from_str(line).expect("JSON"));
    let error = |message: Value| {
        let message = &message["message"];
        let is_error = message["level"] == "error" && !message["spans"].as_array()?.is_empty();
        is_error.then(|| message["rendered"].as_str().map(str::to_owned))?
    };
    messages.filter_map(error).collect()
}
