//! Allocations: a program of its own, because the allocator that counts them takes time itself.

#![forbid(unsafe_code)]

use std::hint::black_box;

use api_error_catalog_benches::{is_wanted, table};
use api_error_catalogs::Hub2Code;

fn main() {
    if !is_wanted() {
        return;
    }
    table::begin("Allocations");
    let mut buffer = Vec::with_capacity(1024);
    let counted = allocation_counter::measure(|| {
        let body = Hub2Code::InsufficientFunds.body().request_id(black_box("req_8Hq2XkfWm3"));
        body.write_json(black_box(&mut buffer));
    });
    table::count("a body with one slot filled, into a reused buffer", counted.count_total, 0);
}
