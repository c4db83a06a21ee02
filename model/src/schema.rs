//! The JSON Schema of catalog files.

/// The JSON Schema (draft-07) of catalog files, for editors: it says which keys there are, what they
/// mean, and what values they take.
///
/// It is the file `catalog.schema.json` of this crate. A catalog in TOML names a copy of it in its first
/// line, `#:schema ./catalog.schema.json`, followed by an empty one; a catalog in JSON has a key
/// `"$schema"`. Paths are relative to the catalog.
///
/// A schema knows one file and no rules. What [`read`](crate::read) accepts, it accepts, but for statuses
/// and levels with a sign or leading zeros; what it accepts may still have mistakes, such as a code
/// without a status. It is not the schema of a catalog’s bodies, which `api_error_catalog_core::schema`
/// makes.
///
/// ```
/// use api_error_catalog_model::SCHEMA;
///
/// let path = std::env::temp_dir().join("catalog.schema.json");
/// std::fs::write(path, SCHEMA)?;
/// # Ok::<(), std::io::Error>(())
/// ```
pub const SCHEMA: &str = include_str!("../catalog.schema.json");
