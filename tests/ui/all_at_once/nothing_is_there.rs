// Of a file that is not there nothing is known, and nothing is said of the code that uses it.

use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("ui/all_at_once/nowhere.toml")]
pub enum Api {}

mod errors {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("ui/all_at_once/nowhere.toml")]
    pub enum Error {
        NotFound { account_id: String },
        #[catalog(code = "internal")]
        Io(#[source] std::io::Error),
        #[catalog(rest)]
        Other(ErrorRest),
    }
}

use errors::{Error, ErrorCode, ErrorRest};

fn find() -> Result<(), Error> {
    Err(Error::NotFound { account_id: String::from("A1") })
}

fn is_gone(code: ApiCode) -> bool {
    match code {
        ApiCode::Gone => true,
        ApiCode::Internal | ApiCode::NotFound => false,
        _ => false,
    }
}

struct Seen(ErrorCode);

fn main() {
    if let Err(error) = find() {
        println!("{error} {}", error.code());
        error.body().request_id("req_1").to_json();
    }
    let json = ApiCode::NotFound.body().account_id("A1").to_json();
    let answer = Api::decode(404, &json);
    println!("{:?}", answer.code().is_some_and(is_gone));
    println!("{}", ApiCode::ALL.len());
    println!("{}", Error::from(ErrorRest::Internal).report());
    let _ = Seen(ErrorCode::Internal);
}
