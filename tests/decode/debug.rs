//! The `Debug` output of an answer.

use super::read;

#[test]
fn debug_output_is_short() {
    let shown = format!("{:?}", read(400, r#"{"code":"new","message":"m"}"#));
    assert!(
        shown.contains("400") && shown.contains("new") && shown.contains("StatusRow(400)"),
        "{shown}"
    );
    let body = format!(r#"{{"code":"refused","message":"{}é"}}"#, "é".repeat(100_000));
    for from in 0..4 {
        let body = format!("{}{body}", " ".repeat(from));
        let shown = format!("{:?}", read(400, &body));
        assert!(shown.len() < 1_000, "{} bytes", shown.len());
        assert!(shown.contains("Refused"), "{shown}");
    }
}
