//! Running the command, and holding what it shows against golden files.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

/// A run that is about to start, in the folder of the catalogs.
pub(crate) struct Run {
    arguments: Vec<String>,
    folder: PathBuf,
    input: Vec<u8>,
    variables: Vec<(&'static str, &'static str)>,
}

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Ran {
    /// The command as it was typed.
    line: String,
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) remarks: String,
}

/// `errcat` with arguments, as they are typed with blanks between them.
pub(crate) fn errcat(arguments: &str) -> Run {
    Run {
        arguments: arguments.split_whitespace().map(str::to_owned).collect(),
        folder: tests().join("catalogs"),
        input: Vec::new(),
        variables: Vec::new(),
    }
}

impl Run {
    pub(crate) fn in_folder(self, folder: &Path) -> Self {
        Self { folder: folder.to_owned(), ..self }
    }

    /// With this on standard input.
    pub(crate) fn input(self, input: impl Into<Vec<u8>>) -> Self {
        Self { input: input.into(), ..self }
    }

    pub(crate) fn variable(mut self, name: &'static str, value: &'static str) -> Self {
        self.variables.push((name, value));
        self
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_errcat"));
        command.args(&self.arguments).current_dir(&self.folder);
        for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "COLUMNS"] {
            command.env_remove(variable);
        }
        command.envs(self.variables.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    pub(crate) fn run(self) -> Ran {
        let mut child = self.command().spawn().expect("the command starts");
        // One that needs no input may have ended before it is given any.
        let _ = child.stdin.take().expect("a pipe").write_all(&self.input);
        let output = child.wait_with_output().expect("the command ends");
        Ran {
            line: format!("$ errcat {}", self.arguments.join(" ")),
            status: output.status.code().expect("it was not killed"),
            out: String::from_utf8(output.stdout).expect("UTF-8"),
            remarks: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// Runs it, and compares what it shows with `golden/<name>.txt`.
    #[track_caller]
    pub(crate) fn shows(self, name: &str) -> Ran {
        let ran = self.run();
        let Ran { line, status, out, remarks } = &ran;
        let remarks =
            if remarks.is_empty() { "" } else { &format!("--- on standard error\n{remarks}") };
        let shown = format!("{line}\n{out}{remarks}--- exit status {status}\n");
        golden(name, &shown);
        ran
    }
}

/// Compares a text with `golden/<name>.txt`, or writes that file where `UPDATE_EXPECT` is 1.
#[track_caller]
pub(crate) fn golden(name: &str, text: &str) {
    let path = tests().join("golden").join(format!("{name}.txt"));
    if env::var_os("UPDATE_EXPECT").is_some_and(|value| value == "1") {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a golden file");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        expected == text,
        "{} has\n{expected}\nand this is shown; UPDATE_EXPECT=1 writes it anew\n{text}",
        path.display(),
    );
}

pub(crate) fn tests() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests"))
}
