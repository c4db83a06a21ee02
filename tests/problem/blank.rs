//! §4.2.1: `about:blank`.

use api_error_catalog_tests::catalogs::ProblemCode;

#[test]
fn s4_2_1_a_problem_without_a_type_has_no_type_member() {
    for code in [ProblemCode::NotFound, ProblemCode::TooLarge, ProblemCode::Unprocessable] {
        assert_eq!(written!(code.body()).get("type"), None, "{code}");
    }
}

/// The phrases of RFC 9110 §15, not the older ones of RFC 7231 and RFC 4918.
#[test]
fn s4_2_1_the_title_of_about_blank_is_the_phrase_of_the_status() {
    let title = |code: ProblemCode| written!(code.body())["title"].clone();
    assert_eq!(title(ProblemCode::NotFound), "Not Found");
    assert_eq!(title(ProblemCode::TooLarge), "Content Too Large");
    assert_eq!(title(ProblemCode::Unprocessable), "Unprocessable Content");
    // That of the status which travels.
    assert_eq!(
        written!(ProblemCode::NotFound.body().status(416))["title"],
        "Range Not Satisfiable"
    );
    // A status that nobody has registered has none.
    assert_eq!(written!(ProblemCode::NotFound.body().status(599)).get("title"), None);
}

#[test]
fn s4_2_1_a_problem_with_a_type_has_a_title_of_its_own() {
    assert_eq!(written!(ProblemCode::Expired.body())["title"], "It has expired.");
    assert_eq!(
        written!(ProblemCode::Expired.body().title("Gone for good"))["title"],
        "Gone for good"
    );
    assert_eq!(written!(ProblemCode::NotFound.body().title("Nothing"))["title"], "Nothing");
}

#[test]
fn s4_2_1_the_title_goes_by_the_type_that_travels() {
    let body = ProblemCode::Expired.body().problem_type("about:blank");
    let reason = ProblemCode::Expired.entry().reason().expect("a registered status");
    assert_eq!(written!(body)["title"], reason);

    let body = ProblemCode::NotFound.body().problem_type("https://example.com/probs/lost");
    assert_eq!(written!(body)["title"], ProblemCode::NotFound.title("en"));
}
