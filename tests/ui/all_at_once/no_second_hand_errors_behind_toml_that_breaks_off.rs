use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/all_at_once/no_second_hand_errors_behind_toml_that_breaks_off.toml")]
pub enum Api {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/all_at_once/no_second_hand_errors_behind_toml_that_breaks_off.toml")]
pub enum Error {
    NotFound { id: String },
    Internal,
}

fn main() {
    let error = Error::NotFound { id: "A1".to_owned() };
    println!("{error} {} {}", ApiCode::NotFound, ApiCode::Internal);
    println!("{}", error.body().request_id("req_1").locale("en").to_json().len());
}
