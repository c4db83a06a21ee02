//! Files that a command writes: whole or not at all, and none in place of another unasked.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::Builder;

use super::{Report, Status};
use crate::failure::Failure;

/// Where the text of a command goes.
#[derive(Args, Debug)]
pub(crate) struct OutputArguments {
    /// Write it to a file
    #[arg(long, short, value_name = "FILE")]
    out: Option<String>,

    /// Replace the file, whatever stands in it
    #[arg(long)]
    force: bool,

    /// Write nothing, and exit with status 1 where the file is not what would be written
    #[arg(long, conflicts_with = "force")]
    check: bool,
}

impl OutputArguments {
    /// Hands a text to the file that is named, or else to the one it is for; without either, to standard
    /// output.
    ///
    /// # Errors
    ///
    /// Where the file cannot be read or written, or another text stands in it and `--force` is not there;
    /// where `--check` has no file to look at.
    pub(crate) fn deliver(&self, text: String, default: Option<&str>) -> Result<Report, Failure> {
        match self.file().or(default) {
            Some(path) => self.deliver_to(&text, path),
            None if self.check => {
                Err(Failure::new("`--check` compares with a file: name it with `--out`"))
            }
            None => Ok(Report { text, ..Report::default() }),
        }
    }

    /// The file that is named.
    pub(crate) fn file(&self) -> Option<&str> {
        self.out.as_deref()
    }

    /// Whether nothing is to be written.
    pub(crate) fn only_checks(&self) -> bool {
        self.check
    }

    /// Hands a text to a file, whatever other is named: for commands that write several.
    ///
    /// # Errors
    ///
    /// Where it cannot be read or written, or another text stands in it and `--force` is not there.
    pub(crate) fn deliver_to(&self, text: &str, path: &str) -> Result<Report, Failure> {
        let is_same = stands_in(path, text)?;
        let (remarks, status) = match is_same {
            Some(true) => (format!("`{path}` is up to date\n"), Status::Well),
            _ if self.check => (format!("`{path}` is not what would be written\n"), Status::Found),
            Some(false) if !self.force => {
                return Err(Failure::new(format!(
                    "`{path}` is there already; `--force` replaces it"
                )));
            }
            _ => {
                write(path, text, is_same.is_some())?;
                (format!("wrote `{path}`\n"), Status::Well)
            }
        };
        Ok(Report { text: String::new(), remarks, status })
    }
}

/// Whether a text stands in a file; `None` where there is no file.
fn stands_in(path: &str, text: &str) -> Result<Option<bool>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes == text.as_bytes())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::of_file(path, "read", &error)),
    }
}

/// Writes a file, whole or not at all. One that is there is replaced only where `replaces`; where a link
/// leads to it, the link stays, and so do its permissions.
///
/// # Errors
///
/// Where it cannot be written, or has come to be in the meantime and is not to be replaced.
pub(crate) fn write(path: &str, text: &str, replaces: bool) -> Result<(), Failure> {
    let written = || {
        let target = fs::canonicalize(path).unwrap_or_else(|_| PathBuf::from(path));
        let folder =
            target.parent().filter(|folder| *folder != Path::new("")).unwrap_or(Path::new("."));
        let mut file = new_file(folder)?;
        file.write_all(text.as_bytes())?;
        file.as_file().sync_all()?;
        if replaces {
            file.as_file().set_permissions(fs::metadata(&target)?.permissions())?;
            file.persist(&target)?;
        } else {
            file.persist_noclobber(&target)?;
        }
        Ok(())
    };
    written().map_err(|error: io::Error| Failure::of_file(path, "written", &error))
}

/// Writes a file of many, whole or not at all, in place of what is there. It is not waited for until it is on
/// the disk: what a power cut takes is written again.
///
/// # Errors
///
/// Where it cannot be written.
pub(crate) fn replace(path: &Path, folder: &Path, text: &str) -> io::Result<()> {
    let mut file = new_file(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// A file beside the one that it takes the place of, as anybody would create it.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".errcat-");
    with_usual_permissions(&mut builder);
    builder.tempfile_in(folder)
}

/// A folder that is removed again, unless it is moved to its place.
///
/// # Errors
///
/// Where there can be none in this folder.
pub(crate) fn new_folder(folder: &Path) -> io::Result<tempfile::TempDir> {
    let mut builder = Builder::new();
    builder.prefix(".errcat-");
    with_permissions_of_folders(&mut builder);
    builder.tempdir_in(folder)
}

/// What a file has that is created by its path, but for the process's own mask, which is applied to it.
#[cfg(unix)]
fn with_usual_permissions(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o666));
}

/// They are the usual ones.
#[cfg(not(unix))]
fn with_usual_permissions(_: &mut Builder<'_, '_>) {}

/// What a folder has that is created by its path.
#[cfg(unix)]
fn with_permissions_of_folders(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(fs::Permissions::from_mode(0o777));
}

/// They are the usual ones.
#[cfg(not(unix))]
fn with_permissions_of_folders(_: &mut Builder<'_, '_>) {}
