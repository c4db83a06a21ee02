#![deny(warnings)]

mod shop {
    mod inner {
        use api_error_catalog::ApiErrorCatalog;

        #[derive(ApiErrorCatalog)]
        #[catalog("shop.toml")]
        pub(super) enum Shop {}

        #[derive(Debug, ApiErrorCatalog)]
        #[catalog("shop.toml")]
        enum Error {
            SoldOut {
                item: String,
            },
            #[catalog(rest)]
            Other(ErrorRest),
        }

        pub(super) fn body() -> Vec<u8> {
            assert_eq!(Error::SoldOut { item: "Tea".to_owned() }.code().status(), 409);
            Error::Other(ErrorRest::SlowDown).body().request_id("req_1").to_json()
        }
    }

    pub(crate) fn status() -> u16 {
        assert!(inner::body().ends_with(b"\"request_id\":\"req_1\"}"));
        assert!(inner::Shop::STATUSES.len() == 1);
        inner::ShopCode::SlowDown.status()
    }
}

fn main() {
    assert_eq!(shop::status(), 429);
}
