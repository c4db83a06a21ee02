//! What a build notices of a change in a catalog: real builds, of crates outside the workspace.

use std::fs;
use std::thread;
use std::time::{Duration, SystemTime};

use api_error_catalog_tests::{Project, target};
use serde_json::Value;

/// What the program of `projects/shop` prints of its only code.
const CART_EMPTY: &str = "cart-empty CartEmpty 409 \
    {\"code\":\"cart-empty\",\"text\":\"The cart … is empty.\"} \
    Nothing in the cart, nothing to pay.\n";

#[test]
fn a_code_added_to_the_file_is_there_with_all_that_belongs_to_it() {
    let project = Project::new("growing", "growing");
    assert_eq!(project.run(), format!("None\n{CART_EMPTY}"));

    let code = "\n[code.cart-expired]\nstatus = 410\nmessage = \"The cart {cart} is too old.\"\n";
    edit(&project, "errors.toml", &format!("{}{code}", project.read("errors.toml")));
    let expired = "cart-expired CartExpired 410 \
        {\"code\":\"cart-expired\",\"text\":\"The cart … is too old.\"} The cart … is too old.\n";
    assert_eq!(project.run(), format!("Some(CartExpired)\n{CART_EMPTY}{expired}"));

    let run = project.cargo(&["doc", "--no-deps", "--quiet"]);
    assert!(run.success && run.stderr.is_empty(), "{}", run.stderr);
    let page = target().join("projects/doc/growing/enum.ShopCode.html");
    let page = fs::read_to_string(page).expect("the enum's page");
    let (_, docs) = page.split_once("id=\"variant.CartExpired\"").expect("the variant");
    let docs = docs.split("<section ").next().expect("what stands below it");
    for text in ["<code>cart-expired</code> · 410 Gone", "The cart … is too old."] {
        assert!(docs.contains(text), "{text} is not in {docs}");
    }
}

#[test]
fn a_crate_is_compiled_again_when_its_catalog_has_changed_and_only_then() {
    let project = Project::new("shop", "rebuild-fresh");
    let shop = project.read("errors.toml");
    assert!(!is_fresh(&project, "rebuild-fresh"));
    assert!(is_fresh(&project, "rebuild-fresh"));

    edit(&project, "other.toml", &shop);
    assert!(is_fresh(&project, "rebuild-fresh"), "the file is nobody's catalog");

    edit(&project, "errors.toml", &shop.replace("nothing to pay", "no payment"));
    assert!(!is_fresh(&project, "rebuild-fresh"));
    assert_eq!(project.run(), CART_EMPTY.replace("nothing to pay", "no payment"));
    // What has not been touched since is fresh again.
    assert!(is_fresh(&project, "rebuild-fresh"));
}

#[test]
fn a_build_without_the_file_or_with_a_broken_one_fails_until_it_is_mended() {
    let project = Project::new("shop", "rebuild-broken");
    let shop = project.read("errors.toml");
    assert_eq!(project.run(), CART_EMPTY);

    fs::rename(project.path("errors.toml"), project.path("away")).expect("a rename");
    let errors = errors(&project);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].contains("there is no file `errors.toml`"), "{errors:#?}");

    // It comes back as it was, time of change included.
    fs::rename(project.path("away"), project.path("errors.toml")).expect("a rename");
    assert_eq!(project.run(), CART_EMPTY);

    edit(&project, "errors.toml", &shop.replace("409", "941"));
    let errors = self::errors(&project);
    assert_eq!(errors.len(), 1, "{errors:#?}");
    assert!(errors[0].contains("`941` is not an HTTP status"), "{errors:#?}");
    assert!(errors[0].contains("errors.toml:11:15"), "{errors:#?}");

    edit(&project, "errors.toml", &shop);
    assert_eq!(project.run(), CART_EMPTY);
}

#[test]
fn files_that_a_catalog_extends_are_watched_too_in_either_format() {
    let project = Project::new("extending", "extending");
    let line = |status: u16, text: &str, description: &str| {
        format!(
            "cart-empty CartEmpty {status} \
             {{\"code\":\"cart-empty\",\"text\":\"{text}\"}} {description}\n"
        )
    };
    let (text, description) = ("The cart … is empty.", "From the catalog.");
    assert_eq!(project.run(), line(422, text, description));

    let oldest = project.read("shared/oldest.toml");
    edit(&project, "shared/oldest.toml", &oldest.replace("cart {cart} is", "cart is"));
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
