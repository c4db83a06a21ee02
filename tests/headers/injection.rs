//! Whoever fills a slot can put no header of their own beside it.

use api_error_catalog_tests::catalogs::{Bearer, BearerCode, HeadedCode};
use http::{HeaderName, HeaderValue};
use proptest::prelude::*;

use super::sent;

#[test]
fn line_ends_do_not_end_a_header() {
    for attack in ["a\r\nSet-Cookie: admin=1", "a\nb", "a\rb", "a\0b", "a\u{7f}b", "a\u{85}b"] {
        let parts = HeadedCode::ThrottlingException.body().request_id(attack).parts();
        let (name, value) = sent(&parts)[1];
        assert_eq!(name, "x-amzn-requestid");
        assert!(!value.contains(|c: char| c.is_control()), "{value:?}");
        assert!(value.starts_with("a "), "{value:?}");
    }
}

#[test]
fn a_quoted_value_ends_no_quoted_string() {
    let attack = r#"x", error="insufficient_scope", realm="y\"#;
    let parts = BearerCode::InvalidToken.body().realm(attack).expired_at("\"\\").parts();
    let expected = r#"Bearer realm="x\", error=\"insufficient_scope\", realm=\"y\\", error="invalid_token", error_description="The access token expired at \"\\.""#;
    assert_eq!(sent(&parts)[1].1, expected);
    let answer = Bearer::decode(401, b"").with_header_fields(parts.headers());
    assert_eq!(answer.code(), Some(BearerCode::InvalidToken));
    assert_eq!(answer.slot("realm"), Some(attack.into()));
    assert_eq!(answer.message().as_deref(), Some("The access token expired at \"\\."));
}

proptest! {
    #[test]
    fn every_header_is_one_that_http_takes(
        realm in ".{0,20}",
        text in prop::collection::vec(any::<char>(), 0..20),
        quoted in "[\"\\\\a\r\n,= ]{0,20}",
    ) {
        let text: String = text.into_iter().collect();
        let body = BearerCode::InvalidToken.body();
        let body = body.realm(&realm).expired_at(&text).scope(&quoted).message(&*quoted);
        for (name, value) in body.parts().headers() {
            prop_assert!(HeaderName::from_bytes(name.as_bytes()).is_ok());
            let header = HeaderValue::from_str(value);
            prop_assert!(header.is_ok_and(|header| header.to_str().is_ok_and(|text| text == value)), "{value:?}");
            // The quotation marks that are not escaped are those of the catalog.
            let mut characters = value.chars();
            let mut marks = 0;
            while let Some(character) = characters.next() {
                match character {
                    '\\' => drop(characters.next()),
                    '"' => marks += 1,
                    _ => {}
                }
            }
            prop_assert!(marks % 2 == 0 && marks <= 8, "{value:?}");
        }
    }
}
