//! Ready-made bases, which a catalog extends by name: `extends = "http"`. A new one is added to [`ALL`].

/// A ready-made base: rows of statuses that any catalog may build on.
pub(crate) struct Base {
    /// The name in `extends`.
    pub(crate) name: &'static str,
    /// TOML, as a catalog without `[catalog]` and `[body]`.
    pub(crate) text: &'static str,
    /// The locales that each of its texts has.
    pub(crate) locales: &'static [&'static str],
}

impl Base {
    /// What stands for its path, which no file has.
    pub(crate) fn path(&self) -> String {
        format!("{} (base)", self.name)
    }
}

const HTTP: Base =
    Base { name: "http", text: include_str!("bases/http.toml"), locales: &["en", "fr"] };

/// Every ready-made base.
pub(crate) const ALL: [&Base; 1] = [&HTTP];

/// The base of a name.
pub(crate) fn find(name: &str) -> Option<&'static Base> {
    ALL.into_iter().find(|base| base.name == name)
}

/// Whether `extends` names a base so, and no file: files have an extension.
pub(crate) fn is_name(extends: &str) -> bool {
    !extends.is_empty() && !extends.contains(['.', '/', '\\'])
}
