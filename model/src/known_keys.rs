//! The keys that the tables of a catalog may have, in groups, in the order in which they are listed.

use api_error_catalog_core::fact::{TextFact, WordFact};

pub(crate) type KnownKeys = &'static [&'static [&'static str]];

pub(crate) const FILE: KnownKeys =
    &[&["catalog", "body", "headers", "defaults", "status", "code", "catch", "$schema"]];
/// Those of `[catalog]`.
pub(crate) const CATALOG: KnownKeys =
    &[&["name", "locales", "title", "docs", "version", "missing", "extends"]];
/// Those of `[body]`.
pub(crate) const BODY: KnownKeys =
    &[&["shape", "media_type", "type_base", "request_headers", "members", "inner", "slots"]];
/// Those of a slot that `[body.slots]` declares.
pub(crate) const SLOT: KnownKeys = &[&["type", "or", "min_length", "max_length"]];
/// Those of `[defaults]`.
pub(crate) const DEFAULTS: KnownKeys =
    &[&["status", "variant_prefix"], &TextFact::KEYS, &WordFact::KEYS, &["docs", "set", "assumed"]];
/// Those of a status row.
pub(crate) const STATUS: KnownKeys =
    &[&["also", "code", "headers", "unregistered"], FACTS[0], FACTS[1], FACTS[2], FACTS[3]];
/// Those of a code.
pub(crate) const CODE: KnownKeys = &[
    &["code", "status", "parent", "aliases", "causes", "retired", "replaced_by", "parameters"],
    FACTS[0],
    FACTS[1],
    FACTS[2],
    FACTS[3],
];
/// Those that codes and status rows both have.
pub(crate) const FACTS: [&[&str]; 4] =
    [&["variant"], &TextFact::KEYS, &WordFact::KEYS, &["docs", "type", "set", "assumed"]];
/// Those of a parameter that a code declares.
pub(crate) const PARAMETER: KnownKeys = &[&["type", "example"]];
/// Those of one of the causes.
pub(crate) const CAUSE: [&str; 2] = ["when", "action"];
