use std::fmt::Write as _;

use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/all_at_once/no_second_hand_errors.toml")]
pub enum Api {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/all_at_once/no_second_hand_errors.toml", codes = Codes)]
pub enum Error {
    NotFound,
    Internal(#[from] std::io::Error),
    #[catalog(rest)]
    Other(ErrorRest),
}

fn read(path: &str) -> Result<String, Error> {
    Ok(std::fs::read_to_string(path)?)
}

fn find(path: &str) -> Result<String, Error> {
    if path.is_empty() { Err(Error::NotFound) } else { read(path) }
}

fn main() {
    let code = ApiCode::NotFound;
    let body = code.body().locale("en").request_id("req_1").to_json();
    let mut line = String::new();
    let _ = write!(line, "{code} {} {}", code.message("en"), body.len());
    if let Err(error) = find("") {
        let _ = write!(line, "{error} {}", error.code().status());
        let _ = error.body().request_id("req_1").to_json();
    }
    assert_eq!(ApiCode::ALL.len(), Api::STATUSES.len());
}
