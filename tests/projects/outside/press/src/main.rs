//! Types that are named as the language names its own.

#![allow(dead_code, non_camel_case_types)]

pub struct u8;
pub struct u16;
pub struct u32;
pub struct usize;
pub struct bool;
pub struct str;
pub struct f64;

#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Plain {}

#[derive(Debug, api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Fault {
    Jam { load: i64, level: f32 },
}

fn main() {
    let body = PlainCode::Jam.body().load(3).level(0.5).urgent(true);
    println!("{} {}", PlainCode::Jam.status(), String::from_utf8(body.to_json()).unwrap());
    let body = Fault::Jam { load: 4, level: 1.5 }.body().to_json();
    println!("{}", String::from_utf8(body).unwrap());
}
