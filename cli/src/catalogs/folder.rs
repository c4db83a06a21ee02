//! The catalogs in a folder: which files are meant, before they are read.

use std::fs;
use std::io;
use std::path::Path;

/// How far below a folder catalogs are looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Depth {
    /// In all folders below it.
    Any,
    /// In so many folders below each other.
    Levels(u8),
}

impl Depth {
    /// What is left one folder further down; `None` where that is too far.
    fn below(self) -> Option<Self> {
        match self {
            Self::Any => Some(Self::Any),
            Self::Levels(levels) => levels.checked_sub(1).map(Self::Levels),
        }
    }
}

/// A greater file is no catalog.
const MOST_BYTES: u64 = 16 << 20;

/// The files in a folder that look like catalogs, in the order of their paths. Hidden folders, and those
/// of what others have written or built, are left out.
///
/// # Errors
///
/// Where the folder itself cannot be read; what is unreadable below it is left out.
pub(crate) fn catalogs_in(folder: &Path, depth: Depth) -> io::Result<Vec<String>> {
    let mut paths = Vec::new();
    let mut entries = fs::read_dir(folder)?.flatten().collect::<Vec<_>>();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let (path, Ok(kind)) = (entry.path(), entry.file_type()) else { continue };
        if kind.is_dir() {
            let name = entry.file_name();
            if let (Some(depth), false) = (depth.below(), is_left_out(&name.to_string_lossy())) {
                paths.extend(catalogs_in(&path, depth).unwrap_or_default());
            }
        } else if let Some(path) = path.to_str().filter(|_| looks_like_catalog(&path)) {
            let path = path.replace(std::path::MAIN_SEPARATOR, "/");
            paths.push(path.strip_prefix("./").unwrap_or(&path).to_owned());
        }
    }
    Ok(paths)
}

fn is_left_out(folder: &str) -> bool {
    folder.starts_with('.') || matches!(folder, "target" | "node_modules" | "vendor")
}

/// By the name of the file, and by words that every catalog has: there may be mistakes in it.
fn looks_like_catalog(path: &Path) -> bool {
    let extension = path.extension().unwrap_or_default();
    let (is_toml, is_json) =
        (extension.eq_ignore_ascii_case("toml"), extension.eq_ignore_ascii_case("json"));
    if !(is_toml || is_json) || fs::metadata(path).map_or(true, |file| file.len() > MOST_BYTES) {
        return false;
    }
    let Ok(text) = fs::read_to_string(path) else { return false };
    let has_header = if is_json {
        text.contains("\"catalog\"")
    } else {
        text.lines().any(|line| line.trim_start().starts_with("[catalog]"))
    };
    has_header && (text.contains("locales") || text.contains("extends"))
}
