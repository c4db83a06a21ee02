use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/parameters.toml")]
enum TransferError {
    Poor { account_id: String, amount: u64 },
    Rich { total: f64 },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/parameters.toml", codes = Code)]
enum Failure {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/variants/parameters.toml", codes = OtherCode)]
enum OtherError {
    Poor { account_id: String, amount: u64, tags: Vec<String> },
}

fn main() {
    let _ = Code::Poor.body().amount("7");
}
