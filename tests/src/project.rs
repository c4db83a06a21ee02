//! A crate outside the workspace, and running cargo in it.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{fs, io};

use serde_json::Value;
use tempfile::TempDir;

/// A crate, or a workspace of some, outside this workspace, with the runtime as its only dependency.
pub struct Project {
    folder: TempDir,
}

/// The result of running cargo or a program.
#[derive(Debug)]
pub struct Run {
    /// Whether it succeeded.
    pub success: bool,
    /// What was printed to the standard output.
    pub stdout: String,
    /// What was printed to the standard error output.
    pub stderr: String,
}

impl Project {
    /// A copy of the folder `tests/projects/<fixture>` whose package is called `name`; in a workspace,
    /// no package is renamed. No other test's package has that name: in the target folder that
    /// they share, cargo tells them apart by nothing else.
    ///
    /// # Panics
    ///
    /// When a file cannot be written, as everything here.
    pub fn new(fixture: &str, name: &str) -> Self {
        let folder =
            tempfile::Builder::new().prefix("api-error-catalog-").tempdir().expect("a folder");
        copy(&root().join("tests/projects").join(fixture), folder.path()).expect("a copy");
        let project = Self { folder };
        let mut manifest = project
            .read("Cargo.toml")
            .replace(&format!("name    = \"{fixture}\""), &format!("name    = \"{name}\""));
        for folder in ["core", "model", "runtime"] {
            // A literal string, so that a path with backslashes is one, too.
            let path = format!("'{}'", root().join(folder).display());
            manifest = manifest.replace(&format!("\"../../../{folder}\""), &path);
        }
        project.write("Cargo.toml", &manifest);
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

    /// Runs cargo in the folder of the crate.
    ///
    /// Projects share a target folder, and with it their compiled dependencies.
    ///
    /// # Panics
    ///
    /// When cargo cannot be started.
    pub fn cargo(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO"));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env("CARGO_TARGET_DIR", target().join("projects"))
            .env("CARGO_NET_OFFLINE", "true")
            .env("CARGO_TERM_COLOR", "never")
            // Nobody debugs these programs, and each is built once.
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("CARGO_INCREMENTAL", "0")
            .env_remove("RUSTFLAGS");
        run(&mut command)
    }

    /// Builds everything in one run of cargo and gives the programs, each with its name.
    ///
    /// # Panics
    ///
    /// When something does not compile; the panic shows why.
    pub fn build(&self) -> Vec<(String, PathBuf)> {
        let run = self.cargo(&["build", "--workspace", "--message-format=json-render-diagnostics"]);
        assert!(run.success, "{}", run.stderr);
        let program = |line: &str| {
            let message: Value = serde_json::from_str(line).expect("JSON");
            let name = message["target"]["name"].as_str()?;
            Some((name.to_owned(), PathBuf::from(message["executable"].as_str()?)))
        };
        run.stdout.lines().filter_map(program).collect()
    }

    /// Builds and runs the crate's only program and gives what it printed.
    ///
    /// # Panics
    ///
    /// When it does not compile or does not succeed; the panic shows why.
    pub fn run(&self) -> String {
        let programs = self.build();
        let [(_, program)] = &programs[..] else { panic!("one program, not {programs:?}") };
        let run = run(&mut Command::new(program));
        assert!(run.success, "{}", run.stderr);
        run.stdout
    }
}

/// Runs a program to its end.
fn run(command: &mut Command) -> Run {
    let output = command.output().expect("a program");
    Run {
        success: output.status.success(),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

/// Copies what is in a folder into another.
///
/// # Errors
///
/// Where something cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

/// The target folder of this workspace, wherever it is configured to be. Projects are built in its
/// folder `projects`.
///
/// # Panics
///
/// When cargo does not tell.
pub fn target() -> &'static Path {
    static TARGET: OnceLock<PathBuf> = OnceLock::new();
    TARGET.get_or_init(|| {
        let mut command = Command::new(env!("CARGO"));
        command.args(["metadata", "--no-deps", "--format-version=1"]).current_dir(root());
        let metadata: Value = serde_json::from_str(&run(&mut command).stdout).expect("JSON");
        PathBuf::from(metadata["target_directory"].as_str().expect("a folder"))
    })
}

/// The root of this repository.
///
/// # Panics
///
/// Never: this crate is in a folder of it.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent folder")
}
