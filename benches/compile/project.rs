//! A crate outside the workspace, and what cargo takes to build it.

use std::error::Error;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use wait4::Wait4 as _;

/// A crate that is built over and over.
pub(crate) struct Project {
    name: String,
    folder: PathBuf,
    target: PathBuf,
}

/// What a build took.
#[derive(Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds by the clock.
    pub(crate) time: f64,
    /// Seconds that all processes together computed.
    pub(crate) cpu: f64,
    /// Bytes of memory that the largest process had at its peak.
    pub(crate) memory: f64,
}

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

impl Project {
    /// A crate without any source. What its dependencies are compiled to is shared between all crates
    /// that have the same `target`.
    pub(crate) fn new(name: &str, target: &str, dependencies: &str) -> Outcome<Self> {
        let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compile");
        let (folder, target) = (all.join(name), all.join("targets").join(target));
        fs::create_dir_all(folder.join("src"))?;
        let project = Self { name: name.to_owned(), folder, target };
        project.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n\
                 [workspace]\n\n[profile.release]\nstrip = true\n\n[dependencies]\n{dependencies}\n"
            ),
        )?;
        // The versions that this workspace is built with, so that nothing has to be looked up.
        fs::copy(root().join("Cargo.lock"), project.folder.join("Cargo.lock"))?;
        Ok(project)
    }

    /// Writes a file.
    pub(crate) fn write(&self, file: &str, text: &str) -> Outcome<()> {
        Ok(fs::write(self.folder.join(file), text)?)
    }

    /// Runs cargo, which has to find something to compile and to succeed.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Outcome<Cost> {
        self.run(arguments, |succeeded, _| succeeded)
    }

    /// Runs cargo, which has to find something to compile and to fail with errors that contain a text.
    pub(crate) fn failing_cargo(&self, arguments: &[&str], text: &str) -> Outcome<Cost> {
        self.run(arguments, |succeeded, log| !succeeded && log.contains(text))
    }

    /// Runs cargo, which has to find something to compile and to end as expected: whether it
    /// succeeded, and what it printed.
    fn run(&self, arguments: &[&str], expected: impl Fn(bool, &str) -> bool) -> Outcome<Cost> {
        let log = self.folder.join("cargo.log");
        let mut command = Command::new(env!("CARGO"));
        command.args(arguments).current_dir(&self.folder).stderr(File::create(&log)?);
        // Neither what cargo tells the benches that it runs nor how a user builds at home.
        for (name, _) in std::env::vars_os() {
            let is_about_builds =
                |name: &str| name.starts_with("CARGO") || name.starts_with("RUSTC");
            if name.to_str().is_some_and(|name| is_about_builds(name) && name != "CARGO_HOME") {
                command.env_remove(name);
            }
        }
        command
            .env_remove("RUSTFLAGS")
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_NET_OFFLINE", "true");

        let start = Instant::now();
        let done = command.spawn()?.wait4()?;
        let time = start.elapsed().as_secs_f64();
        let log = fs::read_to_string(&log)?;
        let is_compiled = ["Checking", "Compiling"]
            .iter()
            .any(|verb| log.contains(&format!("{verb} {} ", self.name)));
        if !is_compiled || !expected(done.status.success(), &log) {
            return Err(format!("{}: {arguments:?}: {}\n{log}", self.name, done.status).into());
        }
        let used = done.rusage;
        #[expect(clippy::cast_precision_loss, reason = "memory is far below 2^52 bytes")]
        let memory = used.maxrss as f64;
        Ok(Cost { time, cpu: (used.utime + used.stime).as_secs_f64(), memory })
    }

    /// Forgets what the compiler keeps of the crate from one check to the next.
    pub(crate) fn forget(&self) -> Outcome<()> {
        let kept = self.target.join("debug/incremental");
        if kept.exists() {
            fs::remove_dir_all(kept)?;
        }
        Ok(())
    }

    /// Forgets all that has been built.
    pub(crate) fn clean(&self) -> Outcome<()> {
        if self.target.exists() {
            fs::remove_dir_all(&self.target)?;
        }
        Ok(())
    }

    /// How many bytes the release build of the crate's program has.
    pub(crate) fn program_size(&self) -> Outcome<u64> {
        let file = format!("{}{}", self.name, std::env::consts::EXE_SUFFIX);
        Ok(fs::metadata(self.target.join("release").join(file))?.len())
    }
}

/// The root of this repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a parent folder")
}
