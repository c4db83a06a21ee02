//! Where the bytes of a catalog's files come from.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::suggestion;

/// Gets the bytes of catalog files by their paths. [`Disk`] and [`Memory`] are two; another one may get
/// them from an archive, or refuse some paths.
///
/// ```
/// use api_error_catalog_model::{Diagnostic, Disk, Loader, Side, read};
///
/// /// Files of a folder, those of hidden folders excepted.
/// struct Visible(Disk);
///
/// impl Loader for Visible {
///     fn load(&self, path: &str, extended_by: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
///         if path.starts_with('.') {
///             return Err(Diagnostic::without_place(format!("`{path}` is hidden")));
///         }
///         self.0.load(path, extended_by)
///     }
/// }
///
/// let loader = Visible(Disk::new("examples"));
/// assert!(!read(&loader, "wallet.toml", Side::Client).has_errors());
/// assert_eq!(read(&loader, ".toml", Side::Client).diagnostics[0].message, "`.toml` is hidden");
/// ```
pub trait Loader {
    /// The bytes of the file at `path`.
    ///
    /// `extended_by` is the path of the file whose `extends` names this one; `None` for the first
    /// file.
    ///
    /// # Errors
    ///
    /// A [`Diagnostic::without_place`] that says why there are no bytes. For a file that another one
    /// extends, the place of `extends` is added to it.
    fn load(&self, path: &str, extended_by: Option<&str>) -> Result<Vec<u8>, Diagnostic>;

    /// The path of the file that `file` names as `base` in its `extends`.
    ///
    /// By default, `base` is relative to the folder of `file`, and both have forward slashes.
    fn resolve(&self, file: &str, base: &str) -> String {
        if base.starts_with('/') {
            return base.to_owned();
        }
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        normalized(&format!("{folder}/{base}"), file.starts_with('/'))
    }
}

/// A path without `.`, and without `..` where that stands behind a folder.
fn normalized(path: &str, is_absolute: bool) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." if parts.last().is_some_and(|last| *last != "..") => {
                parts.pop();
            }
            part => parts.push(part),
        }
    }
    let root = if is_absolute { "/" } else { "" };
    format!("{root}{}", parts.join("/"))
}

/// Texts under the names of files.
///
/// ```
/// use api_error_catalog_model::{Memory, Side, read};
///
/// let base = std::fs::read("examples/wallet.toml")?;
/// let staging = "[catalog]\nextends = \"../wallet.toml\"\nname = \"wallet-staging\"";
/// let files = Memory::default().with("wallet.toml", base).with("staging/wallet.toml", staging);
///
/// let reading = read(&files, "staging/wallet.toml", Side::Server);
/// let catalog = reading.catalog().expect("a catalog without errors");
/// assert_eq!((catalog.name.as_str(), catalog.entries.len()), ("wallet-staging", 4));
/// # Ok::<(), std::io::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    /// Adds a file, or replaces the one of the same name.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        self.files.insert(name.into(), text.into());
        self
    }
}

impl Loader for Memory {
    fn load(&self, path: &str, _: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
        self.files.get(path).cloned().ok_or_else(|| {
            let names: Vec<_> = self.files.keys().map(String::as_str).collect();
            let missing = Diagnostic::without_place(format!("there is no file `{path}`"));
            if names.is_empty() {
                return missing.help("no file was given");
            }
            let meant = suggestion::nearest(path, names.iter().copied());
            missing.help(suggestion::help(meant, &names, "the files are"))
        })
    }
}

/// Files of this machine: paths are relative to a folder, and may leave it or be absolute.
///
/// ```
/// use api_error_catalog_model::{Disk, Loader};
///
/// let disk = Disk::new("examples");
/// assert!(disk.load("wallet.toml", None).is_ok());
/// let missing = disk.load("walet.toml", None).expect_err("no such file");
/// assert_eq!(missing.message, "there is no file `walet.toml`");
/// ```
#[derive(Clone, Debug)]
pub struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// Files relative to a folder; an empty path is the current one.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }
}

impl Loader for Disk {
    fn load(&self, path: &str, extended_by: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
        let whole = self.folder.join(path);
        if whole.is_dir() {
            return Err(Diagnostic::without_place(format!("`{path}` is a folder, not a catalog"))
                .help("name the file in it"));
        }
        std::fs::read(&whole).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Diagnostic::without_place(format!(
                "there is no file `{path}`"
            ))
            .help(match extended_by {
                Some(_) => "the path starts at this file’s own folder",
                None => "name a file that is there",
            }),
            _ => Diagnostic::without_place(format!("`{path}` cannot be read: {error}"))
                .help("see that it is a file, and one that may be read"),
        })
    }

    fn resolve(&self, file: &str, base: &str) -> String {
        let joined = Path::new(file).parent().unwrap_or(Path::new("")).join(base);
        let mut path = PathBuf::new();
        for component in joined.components() {
            match component {
                Component::CurDir => {}
                Component::ParentDir
                    if matches!(path.components().next_back(), Some(Component::Normal(_))) =>
                {
                    path.pop();
                }
                component => path.push(component),
            }
        }
        path.to_string_lossy().into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_is_relative_to_the_folder_of_the_file_that_names_it() {
        let disk = Disk::new("");
        for (file, base, path) in [
            ("a.toml", "b.toml", "b.toml"),
            ("x/a.toml", "./b.toml", "x/b.toml"),
            ("x/a.toml", "../b.toml", "b.toml"),
            ("a.toml", "../b.toml", "../b.toml"),
            ("../x/a.toml", "../../b.toml", "../../b.toml"),
            ("/x/a.toml", "../b.toml", "/b.toml"),
            ("x/a.toml", "/b.toml", "/b.toml"),
        ] {
            assert_eq!(Memory::default().resolve(file, base), path, "{file} {base}");
            assert_eq!(disk.resolve(file, base), path, "{file} {base}");
        }
    }
}
