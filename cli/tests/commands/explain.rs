//! `errcat explain`

use serde_json::Value;

use crate::run::errcat;

#[test]
fn a_code_is_explained_with_the_body_it_travels_in() {
    let ran = errcat("explain --catalog wallet.toml insufficient-funds").shows("explain/code");
    assert_eq!(ran.status, 0);
}

#[test]
fn an_alias_a_name_and_a_variant_are_as_good() {
    let of = |query| errcat(&format!("explain -c wallet.toml {query}")).run().out;
    let expected = of("insufficient-funds");
    assert_eq!(of("INSUFFICIENT_FUNDS"), expected);
    assert_eq!(of("InsufficientFunds"), expected);
}

#[test]
fn texts_are_in_the_locale_that_is_asked_for() {
    let ran = errcat("explain -c wallet.toml --locale fr-CI insufficient-funds").run();
    assert!(ran.out.contains("Réglez la cause, puis réessayez."), "{ran:?}");
    assert!(ran.out.contains("Il manque 250 centimes au compte acc_7."), "{ran:?}");
    assert_eq!(ran.remarks, "");
    let ran = errcat("explain -c wallet.toml --locale de insufficient-funds").run();
    assert!(ran.out.contains("Settle the cause, then try again."), "{ran:?}");
    assert_eq!(ran.remarks, "`wallet` has no texts in `de`: these are in `en`\n");
}

#[test]
fn a_status_is_explained_with_its_codes() {
    errcat("explain -c wallet.toml 402").shows("explain/status");
}

/// Bictorys has codes that are statuses; whoever asks for one in the folder of a catalog means that.
#[test]
fn a_status_is_looked_for_in_the_folder_first() {
    let ran = errcat("explain 429").run();
    assert!(ran.out.contains("wallet (wallet.toml)"), "{ran:?}");
}

#[test]
fn without_a_catalog_http_and_the_ready_made_ones_explain_a_status() {
    let empty = tempfile::tempdir().expect("a folder");
    errcat("explain 404").in_folder(empty.path()).shows("explain/status_of_http");
}

#[test]
fn the_beginning_of_codes_lists_them() {
    errcat("explain insuff").shows("explain/family");
}

#[test]
fn a_ready_made_catalog_is_asked_by_its_name() {
    errcat("explain --api partner-center 99904").shows("explain/ready_made");
    let ran = errcat("explain --api partner-centre 99904").run();
    assert_eq!(
        ran.remarks,
        "errcat: there is no catalog `partner-centre`; did you mean `partner-center`?\n"
    );
    assert_eq!(ran.status, 2);
}

#[test]
fn an_unknown_code_has_the_nearest_one_and_exit_status_1() {
    errcat("explain --catalog wallet.toml insuficient-fund").shows("explain/unknown");
    let ran = errcat("explain something-else-entirely").run();
    assert_eq!(ran.status, 1);
    assert!(ran.remarks.contains("have errors and were not asked"), "{ran:?}");
}

#[test]
fn a_catalog_with_errors_is_no_answer() {
    let ran = errcat("explain --catalog broken.toml insufficient-funds").shows("explain/broken");
    assert_eq!(ran.status, 2);
}

#[test]
fn markdown_is_markup_where_it_is_meant() {
    errcat("explain --catalog wallet.toml --format md insufficient-funds")
        .shows("explain/markdown");
}

#[test]
fn programs_get_json() {
    let ran =
        errcat("explain -c wallet.toml --format json insufficient-funds").shows("explain/json");
    let json: Value = serde_json::from_str(&ran.out).expect("JSON");
    assert_eq!(json["kind"], "entries");
    assert_eq!(json["entries"][0]["example"]["body"]["inner"]["code"], "insufficient-funds");
    for query in ["402", "insuff", "-"] {
        let run = errcat(&format!("explain -c wallet.toml --format json {query}"));
        let ran = run.input(r#"{"code":"payment-failed","message":"No."}"#).run();
        let json: Value = serde_json::from_str(&ran.out).expect("JSON");
        assert!(json["kind"].is_string(), "{json}");
    }
}

const BODY: &str = r#"{"status":402,"code":"payment-failed","message":"The payment failed.","request_id":"req_1",
"trace":"t","inner":{"code":"insufficient-funds","message":"Account acc_9 is 12 cents short."}}"#;

#[test]
fn a_body_is_explained_to_its_deepest_code() {
    errcat("explain --locale fr -").input(BODY).shows("explain/body");
}

#[test]
fn all_that_curl_prints_is_read() {
    let answer = "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 429 \r\ncontent-type: application/json\r\n\
         retry-after: 30\r\nx-request-id: req_2\r\n\r\n\
         {\"status\":429,\"code\":\"daily-limit\",\"message\":\"Come back tomorrow.\"}\n";
    errcat("explain -").input(answer).shows("explain/curl");
}

#[test]
fn the_catalog_that_knows_a_body_is_found() {
    let body = r#"{"error":{"code":"itemNotFound","innerError":{"code":"99904","message":"No."}}}"#;
    let ran = errcat("explain -").input(body).run();
    assert!(ran.out.contains("read by partner-center"), "{ran:?}");
    let ran = errcat("explain -").input("<html>502</html>").run();
    assert_eq!((ran.status, ran.out.as_str()), (1, ""));
}

/// What a status alone says is still something where the catalog is known.
#[test]
fn without_json_the_status_explains() {
    let answer = "HTTP/1.1 402 Payment Required\nContent-Type: text/html\n\n<html></html>";
    errcat("explain -c wallet.toml -").input(answer).shows("explain/no_json");
}

#[test]
fn nothing_that_was_received_acts_on_the_terminal() {
    let body = "{\"code\":\"a\\u001b[31m\\u009bb\",\"message\":\"\\u0007\",\"x\\u001b\":1}";
    for format in ["text", "md", "json"] {
        let run = errcat(&format!("explain -c wallet.toml --format {format} -"));
        let ran = run.input(body).variable("CLICOLOR_FORCE", "1").run();
        let shown = ran.out.replace("\u{1b}[0m", "");
        assert!(!shown.contains("\u{1b}[31m") && !shown.contains(['\u{7}', '\u{9b}']), "{ran:?}");
    }
}

#[test]
fn every_ready_made_code_is_explained() {
    let empty = tempfile::tempdir().expect("a folder");
    let mut count = 0;
    for file in api_error_catalogs::FILES {
        let name = file.name.trim_end_matches(".toml");
        let codes = file.text.lines().filter_map(|line| line.strip_prefix("[code."));
        for code in codes
            .filter_map(|line| line.strip_suffix(']'))
            .filter(|code| !code.contains(['.', '"']))
        {
            let ran = errcat(&format!("explain --api {name} {code}")).in_folder(empty.path()).run();
            assert_eq!(ran.status, 0, "{ran:?}");
            count += 1;
        }
    }
    assert!(count > 50, "{count} codes");
}
