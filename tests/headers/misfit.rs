//! Headers whose values are none of what the catalog says.

use api_error_catalog_tests::catalogs::{Bearer, Headed};

/// The names and values of the headers that do not fit, with what the catalog says.
fn misfits(status: u16, headers: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let answer = Bearer::decode(status, b"{}").with_header_fields(headers.iter().copied());
    let misfits = answer.answer().misfit_headers();
    misfits.map(|misfit| (misfit.name.into(), misfit.value.into(), misfit.form)).collect()
}

#[test]
fn a_value_that_the_catalog_does_not_say_is_a_misfit() {
    let found = misfits(400, &[("cache-control", "max-age=60"), ("WWW-Authenticate", "Basic")]);
    let expected = [
        ("Cache-Control", "max-age=60", "no-store"),
        ("WWW-Authenticate", "Basic", r#"Bearer realm="{realm}""#),
    ];
    assert_eq!(found, expected.map(|(a, b, c)| (a.to_owned(), b.to_owned(), c.to_owned())));
}

#[test]
fn what_may_be_left_out_is_in_brackets() {
    let found = misfits(401, &[("WWW-Authenticate", "Negotiate")]);
    let form = r#"Bearer realm="{realm}"[, error="{code}"][, error_description="{message}"][, scope="{scope}"]"#;
    assert_eq!(found.into_iter().map(|(_, _, form)| form).collect::<Vec<_>>(), [form]);
}

#[test]
fn one_that_fits_is_enough_and_none_is_no_misfit() {
    for headers in [
        &[][..],
        &[("Cache-Control", "no-store"), ("X-Other", "a")],
        &[("WWW-Authenticate", "Basic"), ("WWW-Authenticate", r#"Bearer realm="a", more=b"#)],
    ] {
        assert_eq!(misfits(401, headers), [], "{headers:?}");
    }
    // A status may say something else than the others.
    let answer = Headed::decode(503, b"").with_header_fields([("x-amzn-requestid", "a")]);
    let misfits = answer.answer().misfit_headers();
    assert!(misfits.map(|misfit| misfit.form).eq(["{request_id}/{trace_id}"]));
    let answer = Headed::decode(400, b"").with_header_fields([("x-amzn-requestid", "a")]);
    assert_eq!(answer.answer().misfit_headers().count(), 0);
}
