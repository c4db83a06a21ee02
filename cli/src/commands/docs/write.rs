//! The files of a site and those that are there: what is new, what differs, and what is left of an earlier run.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::layout::MANIFEST;
use crate::failure::Failure;
use crate::output::{self, Report, Status};

/// Paths from the top of a site, with slashes, and what stands in the files.
pub(super) type Files = BTreeMap<String, String>;

/// The list of its own files that a site has, so that the next run knows which it may remove.
#[derive(Deserialize, Serialize)]
struct Manifest {
    generator: String,
    files: Vec<String>,
}

const GENERATOR: &str = "errcat docs";

/// What has to happen for a folder to be the site.
#[derive(Default)]
pub(super) struct Plan {
    files: Files,
    created: Vec<String>,
    replaced: Vec<String>,
    /// Files of an earlier run that the site has no more.
    stale: Vec<String>,
}

impl Plan {
    /// Compares a folder with the site that it is to be.
    ///
    /// # Errors
    ///
    /// Where a file cannot be read, or the list of files is none.
    pub(super) fn new(out: &Path, mut files: Files) -> Result<Self, Failure> {
        let earlier = earlier(out)?;
        let paths = files.keys().cloned().collect();
        let manifest = Manifest { generator: GENERATOR.to_owned(), files: paths };
        files.insert(MANIFEST.to_owned(), output::json(&manifest));
        let mut plan = Self::default();
        for (path, text) in &files {
            let path_of_file = out.join(path);
            match fs::read(&path_of_file) {
                Ok(bytes) if bytes == text.as_bytes() => {}
                Ok(_) => plan.replaced.push(path.clone()),
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    plan.created.push(path.clone());
                }
                Err(error) => {
                    return Err(Failure::of_file(&path_of_file.to_string_lossy(), "read", &error));
                }
            }
        }
        // On some systems, names that differ in case only are one file.
        let kept: BTreeSet<_> = files.keys().map(|path| path.to_ascii_lowercase()).collect();
        let stale = earlier.into_iter().filter(|path| !kept.contains(&path.to_ascii_lowercase()));
        plan.stale = stale.filter(|path| is_inside(out, path)).collect();
        plan.files = files;
        Ok(plan)
    }

    /// What `--check` says.
    pub(super) fn checked(&self, out: &str) -> Report {
        let lines =
            [("missing", &self.created), ("differs", &self.replaced), ("stale", &self.stale)];
        let mut remarks: String = lines
            .into_iter()
            .flat_map(|(what, paths)| paths.iter().map(move |path| format!("{what}: {path}\n")))
            .take(MOST_LINES)
            .collect();
        let count = self.created.len() + self.replaced.len() + self.stale.len();
        remarks += &match count {
            0 => format!("`{out}` is up to date\n"),
            count => format!("`{out}` is not what would be written: {count} files\n"),
        };
        Report { text: String::new(), remarks, status: Status::found(count > 0) }
    }

    /// Makes the folder the site.
    ///
    /// # Errors
    ///
    /// Where a file that differs is there already, or one is left of an earlier run, and `force` is not; and
    /// where a file cannot be written.
    pub(super) fn carry_out(self, out: &str, force: bool) -> Result<Report, Failure> {
        let replaced = self.replaced.iter().chain(&self.stale).filter(|path| *path != MANIFEST);
        let replaced: Vec<_> = replaced.collect();
        if let ([first, ..], false) = (&replaced[..], force) {
            return Err(Failure::new(format!(
                "`{out}` has {} files that would be replaced or removed, such as `{first}`; `--force` does that",
                replaced.len()
            )));
        }
        if fs::symlink_metadata(out).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
            write_new(out, &self.files)?;
        } else {
            self.write_changes(Path::new(out))?;
        }
        let stale = match self.stale.len() {
            0 => String::new(),
            count => format!(", and removed {count}"),
        };
        let remarks = match self.created.len() + self.replaced.len() {
            0 => format!("`{out}` is up to date\n"),
            count => format!("wrote {count} of {} files to `{out}`{stale}\n", self.files.len()),
        };
        Ok(Report { remarks, ..Report::default() })
    }

    /// Writes what differs, each file whole or not at all, and removes what is left of an earlier run.
    fn write_changes(&self, folder: &Path) -> Result<(), Failure> {
        for path in &self.stale {
            remove(folder, path)?;
        }
        let changed = self.created.iter().chain(&self.replaced);
        for path in changed.filter(|path| *path != MANIFEST) {
            write(folder, path, &self.files[path])?;
        }
        // Last, so that a run that is broken off leaves the list of the files that were there.
        write(folder, MANIFEST, &self.files[MANIFEST])
    }
}

/// Writes a site where there is nothing: beside it at first, so that it is there whole or not at all. Of 5,000
/// entries, that takes two thirds of the time of as many files that are moved one by one.
fn write_new(out: &str, files: &Files) -> Result<(), Failure> {
    let written = || {
        let above = Path::new(out).parent().filter(|folder| *folder != Path::new(""));
        let above = above.unwrap_or(Path::new("."));
        fs::create_dir_all(above)?;
        let beside = output::new_folder(above)?;
        let mut last = PathBuf::new();
        for (path, text) in files {
            let file = beside.path().join(path);
            let folder = file.parent().unwrap_or(beside.path());
            if folder != last {
                fs::create_dir_all(folder)?;
                folder.clone_into(&mut last);
            }
            fs::write(&file, text)?;
        }
        fs::rename(beside.path(), out)?;
        // It is in its place, and nothing is left to be removed.
        let _ = beside.keep();
        Ok(())
    };
    written().map_err(|error: io::Error| Failure::of_file(out, "written", &error))
}

/// The most lines that say what differs.
const MOST_LINES: usize = 20;

/// The files of the run before; none where there was no run.
fn earlier(out: &Path) -> Result<Vec<String>, Failure> {
    let path = out.join(MANIFEST);
    let shown = path.to_string_lossy();
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::of_file(&shown, "read", &error)),
    };
    match serde_json::from_str(&text) {
        Ok(Manifest { generator, files }) if generator == GENERATOR => Ok(files),
        _ => Err(Failure::new(format!(
            "`{shown}` is not the list of files that `errcat docs` writes"
        ))),
    }
}

/// Whether there is a file of that path, and it is in the folder: not by way of `..`, or of a link.
fn is_inside(out: &Path, path: &str) -> bool {
    let is_plain = Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let folder = out.join(path).parent().and_then(|folder| fs::canonicalize(folder).ok());
    let out = fs::canonicalize(out).ok();
    let (Some(folder), Some(out)) = (folder, out) else { return false };
    is_plain && folder.starts_with(out) && out_file(&folder, path).is_file()
}

fn out_file(folder: &Path, path: &str) -> PathBuf {
    folder.join(Path::new(path).file_name().unwrap_or_default())
}

fn write(out: &Path, path: &str, text: &str) -> Result<(), Failure> {
    let file = out.join(path);
    let folder = file.parent().unwrap_or(out);
    let failed = |error: &io::Error| Failure::of_file(&file.to_string_lossy(), "written", error);
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    output::replace(&file, folder, text).map_err(|error| failed(&error))
}

/// Removes a file, and the folders that are empty without it.
fn remove(out: &Path, path: &str) -> Result<(), Failure> {
    let file = out.join(path);
    fs::remove_file(&file)
        .map_err(|error| Failure::of_file(&file.to_string_lossy(), "removed", &error))?;
    let folders = file.ancestors().skip(1).take_while(|folder| *folder != out);
    for folder in folders {
        // One that has something else in it stays.
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
    Ok(())
}
