use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("extends_http.toml")]
pub enum Library {}

fn main() {
    // Every registered status is explained, in the catalog's locale alone.
    assert_eq!(Library::STATUSES.len(), 61);
    let row = Library::status_row(503).expect("a row of the base");
    assert_eq!(row.title("fr"), "Service unavailable");
    assert_eq!(Library::status_row(410).expect("a row").title("en"), "Withdrawn");
    assert_eq!(LibraryCode::BookLent.retry().expect("advice of the base").as_str(), "after-change");
    assert!(LibraryCode::BookLent.action("en").is_some());
    assert!(Library::decode(429, b"<html>").action("en").expect("an action").starts_with("Wait"));
}
