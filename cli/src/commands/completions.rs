//! `errcat completions`: what a shell completes.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::{OutputArguments, Report};

/// Prints the completions of a shell
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat completions bash --out ~/.local/share/bash-completion/completions/errcat
  errcat completions zsh > ~/.zfunc/_errcat")]
pub(crate) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,

    #[command(flatten)]
    output: OutputArguments,
}

impl Completions {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "errcat", &mut script);
        self.output.deliver(String::from_utf8_lossy(&script).into_owned(), None)
    }
}
