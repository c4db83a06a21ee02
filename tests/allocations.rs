//! Writing a body into a buffer that has room for it allocates nothing.

use api_error_catalogs::{GenericErrorCode, Hub2Code, PartnerCenterCode};

/// How many allocations it takes to write what is given.
fn allocations(write: impl Fn(&mut Vec<u8>)) -> u64 {
    let mut buffer = Vec::with_capacity(4096);
    let counted = allocation_counter::measure(|| write(&mut buffer));
    assert!(buffer.starts_with(b"{") && buffer.ends_with(b"}"), "{buffer:?}");
    counted.count_total
}

#[test]
fn bodies_of_every_code_in_every_locale() {
    for locale in Hub2Code::CATALOG.locales() {
        for code in Hub2Code::ALL {
            let write = |buffer: &mut Vec<u8>| {
                code.body().locale(locale).request_id("req_1").write_json(buffer);
            };
            assert_eq!(allocations(write), 0, "{code} {locale}");
        }
    }
}

#[test]
fn bodies_that_nest() {
    for code in PartnerCenterCode::ALL {
        let write = |buffer: &mut Vec<u8>| code.body().target("status").write_json(buffer);
        assert_eq!(allocations(write), 0, "{code}");
    }
}

#[test]
fn slots_of_several_types_and_texts_that_json_has_to_escape() {
    for code in GenericErrorCode::ALL {
        let write = |buffer: &mut Vec<u8>| {
            code.body().status(599).method("GET").uri("/a?\"\u{1}é\"").write_json(buffer);
        };
        assert_eq!(allocations(write), 0, "{code}");
    }
}

#[test]
fn messages_with_placeholders() {
    let write = |buffer: &mut Vec<u8>| {
        Hub2Code::TransactionNotFound.body().transaction_id("tr_1").write_json(buffer);
    };
    assert_eq!(allocations(write), 0);
}
