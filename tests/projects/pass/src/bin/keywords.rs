use api_error_catalog::ApiErrorCatalog;

#[derive(ApiErrorCatalog)]
#[catalog("keywords.toml")]
pub enum r#Match {}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("keywords.toml")]
pub enum Error {
    Match { r#type: &'static str, r#where: String, r#async: bool },
}

fn main() {
    let body = MatchCode::Match.body().r#type("a").r#async(true).r#where("b");
    let error = Error::Match { r#type: "a", r#where: "b".to_owned(), r#async: true };
    let json = br#"{"type":"a","async":true,"message":"a and b do not match."}"#;
    assert_eq!(body.to_json(), json);
    assert_eq!(error.body().to_json(), json);
}
