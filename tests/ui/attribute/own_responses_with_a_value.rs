use api_error_catalog::ApiErrorCatalog;

#[derive(Debug, ApiErrorCatalog)]
#[catalog("ui/transparent/orders.toml", own_responses = true)]
pub enum OrderError {
    #[catalog(rest)]
    Rest(OrderErrorRest),
}

fn main() {}
