//! Answers that are as the catalog has them.

use api_error_catalog::testing::AsDecoded;
use api_error_catalog::{Decoded, assert_error};
use api_error_catalog_tests::catalogs::{BearerCode, Hub2, Hub2Code};

use super::{Shop, ShopCode, response};

#[test]
fn every_kind_of_answer_is_taken() {
    let code = ShopCode::OrderNotFound;
    let body = code.body().order_id("ord_7").locale("fr");
    let json = body.to_json();
    assert_error!((404, &json), code);
    assert_error!((404, json.as_slice()), code,);
    assert_error!(&(404, json.clone()), code, order_id = "ord_7");
    let text = String::from_utf8(json.clone()).expect("text");
    assert_error!((404, text), code, order_id = "ord_7",);
    let decoded = Shop::decode(404, &json);
    assert_error!(decoded, code, order_id = "ord_7");
    assert_error!(&decoded, code, order_id = String::from("ord_7"));
    let response = response(&body, &[]);
    assert_error!(&response, code, order_id = "ord_7");
    assert_error!(Shop::decode_response(&response), code, order_id = "ord_7");
    assert_error!(response, code, order_id = "ord_7");
}

#[test]
fn an_answer_is_asked_once() {
    let mut asked = 0;
    let mut answer = || {
        asked += 1;
        (404, ShopCode::OrderNotFound.body().order_id("ord_7").to_json())
    };
    assert_error!(answer(), ShopCode::OrderNotFound, order_id = "ord_7");
    assert_eq!(asked, 1);
}

#[test]
fn every_code_that_is_sent_passes_with_all_that_it_needs() {
    for code in ShopCode::ALL.iter().copied().filter(|code| !code.entry().is_retired()) {
        let body = code.body().order_id("o").count(1).most(2).day("Monday").realm("r");
        let allow = [("Allow", "GET")];
        assert_error!(response(&body, if code.status() == 405 { &allow } else { &[] }), code);
        assert_error!((code.status(), body.to_json()), code);
    }
}

/// What the caller has to set may be left out; a header that came may be in another form than the first.
#[test]
fn headers_that_may_be_left_out_are_not_missed() {
    let body = BearerCode::InvalidRequest.body();
    let response = http::Response::builder()
        .status(400)
        .header("content-type", "APPLICATION/json ; charset=\"utf-8\"")
        .header("cache-control", "no-store")
        .header("www-authenticate", "Basic realm=\"b\"")
        .header("www-authenticate", "Bearer realm=\"a\"");
    assert_error!(response.body(body.to_json()).expect("a response"), BearerCode::InvalidRequest);
}

/// `…` that the catalog or the caller has written.
#[test]
fn an_ellipsis_of_a_text_is_no_parameter_that_is_missing() {
    assert_error!((503, ShopCode::Closed.body().to_json()), ShopCode::Closed);
    let body = ShopCode::OrderNotFound.body();
    assert_error!((404, body.order_id("a… b").to_json()), ShopCode::OrderNotFound);
    let body = ShopCode::OrderNotFound.body().message("Not yet …");
    assert_error!((404, body.to_json()), ShopCode::OrderNotFound);
}

/// A client's own type, of one catalog.
struct Reply(u16, &'static str);

impl AsDecoded<Hub2Code> for Reply {
    fn as_decoded(&self) -> Decoded<Hub2Code> {
        Hub2::decode(self.0, self.1.as_bytes())
    }

    fn has_headers(&self) -> bool {
        false
    }
}

#[test]
fn a_type_of_ones_own_is_taken() {
    let json = r#"{"status":402,"code":"insufficient-funds","message":"No."}"#;
    assert_error!(Reply(402, json), Hub2Code::InsufficientFunds);
}
