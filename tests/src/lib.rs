//! What the tests share: a crate in a folder of its own, as a user of this project has one, catalogs,
//! and the bodies that the APIs publish.

#![forbid(unsafe_code)]

pub mod catalogs;
pub mod published;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// A crate outside the workspace that depends on the runtime by its path and on nothing else.
pub struct Project {
    folder: TempDir,
}

/// What a run of cargo came to.
#[derive(Debug)]
pub struct Run {
    /// Whether it succeeded.
    pub success: bool,
    /// What the program printed.
    pub stdout: String,
    /// What cargo and the compiler printed.
    pub stderr: String,
}

impl Project {
    /// A new crate, named `name`, without any source. No other test's project has that name: where
    /// they share a target directory, cargo tells them apart by nothing else.
    ///
    /// # Panics
    ///
    /// When a file cannot be written, as everything here.
    pub fn new(name: &str) -> Self {
        let folder =
            tempfile::Builder::new().prefix("api-error-catalog-").tempdir().expect("a folder");
        let project = Self { folder };
        let runtime = root().join("runtime");
        project.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                 [workspace]\n\n\
                 [dependencies]\napi-error-catalog = {{ path = '{}' }}\n",
                runtime.display()
            ),
        );
        // The versions that this workspace is built with, so that nothing has to be looked up.
        fs::copy(root().join("Cargo.lock"), project.path("Cargo.lock")).expect("the lock file");
        project
    }

    /// The path of one of its files.
    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    /// Writes a file, and the folders on its way.
    ///
    /// # Panics
    ///
    /// When it cannot be written.
    pub fn write(&self, file: &str, text: &str) -> &Self {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Reads a file.
    ///
    /// # Panics
    ///
    /// When there is none.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).expect("a file")
    }

    /// Runs cargo in the crate.
    ///
    /// What its dependencies are compiled to is shared between projects.
    ///
    /// # Panics
    ///
    /// When cargo cannot be started.
    pub fn cargo(&self, arguments: &[&str]) -> Run {
        let output = Command::new(env!("CARGO"))
            .args(arguments)
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", target())
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never")
            .env_remove("RUSTFLAGS")
            .output()
            .expect("cargo");
        Run {
            success: output.status.success(),
            stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
            stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    /// Runs the crate's program and gives what it printed.
    ///
    /// # Panics
    ///
    /// When it does not compile or does not succeed; the panic shows why.
    pub fn run(&self) -> String {
        let run = self.cargo(&["run", "--quiet"]);
        assert!(run.success, "{}", run.stderr);
        run.stdout
    }
}

/// Where cargo puts what it makes of a project.
pub fn target() -> PathBuf {
    root().join("target/projects")
}

/// The root of this repository.
///
/// # Panics
///
/// Never: this crate is in a folder of it.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent folder")
}
