use api_error_catalog::ApiErrorCatalog;

struct Shard(u8);

impl std::fmt::Display for Shard {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

#[derive(ApiErrorCatalog)]
#[catalog("ui/logs/catalog.toml")]
enum Error {
    #[catalog(log = "loading order {order_id} from {shard:?}")]
    OrderNotFound {
        order_id: u64,
        #[catalog(private)]
        shard: Shard,
    },
}

impl std::fmt::Debug for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.report())
    }
}

fn main() {}
