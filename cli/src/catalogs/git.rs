//! Files as they were at a revision of a Git repository.

use std::process::{Command, Stdio};

use api_error_catalog_model::{Diagnostic, Loader};

use crate::failure::Failure;

/// The files of a revision; paths are relative to the current folder.
pub(crate) struct GitRevision(String);

impl GitRevision {
    /// # Errors
    ///
    /// Where Git does not know the revision, or there is no Git.
    pub(crate) fn new(revision: &str) -> Result<Self, Failure> {
        let commit = format!("{revision}^{{commit}}");
        git(&["rev-parse", "--quiet", "--verify", "--end-of-options", &commit])
            .map(|_| Self(revision.to_owned()))
            .map_err(|error| match error {
                Some(error) => Failure::new(format!("`git` cannot be run: {error}")),
                None => Failure::new(format!("Git knows no revision `{revision}` here")),
            })
    }
}

impl Loader for GitRevision {
    fn load(&self, path: &str, _: Option<&str>) -> Result<Vec<u8>, Diagnostic> {
        let object = format!("{}:./{path}", self.0);
        git(&["cat-file", "blob", "--end-of-options", &object]).map_err(|_| {
            Diagnostic::without_place(format!("there was no `{path}` at `{}`", self.0))
        })
    }
}

/// What Git prints; where it fails, the error of starting it, if it was not even started.
fn git(arguments: &[&str]) -> Result<Vec<u8>, Option<std::io::Error>> {
    let output = Command::new("git").args(arguments).stderr(Stdio::null()).output()?;
    if output.status.success() { Ok(output.stdout) } else { Err(None) }
}
