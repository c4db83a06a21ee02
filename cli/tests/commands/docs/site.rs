//! A site that was written for a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::run::{Ran, errcat};

pub(crate) struct Site {
    folder: TempDir,
    pub(crate) ran: Ran,
}

impl Site {
    /// The site of catalogs of the tests.
    pub(crate) fn of(catalogs: &str) -> Self {
        Self::with_status(catalogs, 0)
    }

    /// One that was written, and about which something was found.
    pub(crate) fn with_findings(catalogs: &str) -> Self {
        Self::with_status(catalogs, 1)
    }

    fn with_status(catalogs: &str, status: i32) -> Self {
        let folder = TempDir::new().expect("a folder");
        let out = folder.path().to_str().expect("UTF-8");
        let ran = errcat(&format!("docs {catalogs} --out {out}")).run();
        assert_eq!(ran.status, status, "{ran:?}");
        Self { folder, ran }
    }

    pub(crate) fn of_ready_made() -> Self {
        let files = api_error_catalogs::FILES
            .iter()
            .map(|file| format!("{}/../catalogs/{}", env!("CARGO_MANIFEST_DIR"), file.name));
        Self::of(&files.collect::<Vec<_>>().join(" "))
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn has(&self, path: &str) -> bool {
        self.path(path).is_file()
    }

    #[track_caller]
    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The paths of all files, with slashes, sorted.
    pub(crate) fn paths(&self) -> Vec<String> {
        let mut paths = Vec::new();
        add_paths(self.folder.path(), "", &mut paths);
        paths.sort();
        paths
    }

    /// The files of a kind, by the end of their names.
    pub(crate) fn files_of(&self, extension: &str) -> BTreeMap<String, String> {
        let mut files = self.files();
        files.retain(|path, _| Path::new(path).extension().is_some_and(|own| own == extension));
        files
    }

    /// All files.
    pub(crate) fn files(&self) -> BTreeMap<String, String> {
        self.paths().into_iter().map(|path| (path.clone(), self.text(&path))).collect()
    }
}

fn add_paths(folder: &Path, above: &str, paths: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let path = format!("{above}{}", entry.file_name().to_str().expect("UTF-8"));
        if entry.path().is_dir() {
            add_paths(&entry.path(), &format!("{path}/"), paths);
        } else {
            paths.push(path);
        }
    }
}
