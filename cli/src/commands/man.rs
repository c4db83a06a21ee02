//! `errcat man`: the manual page.

use clap::{Args, CommandFactory as _};
use clap_mangen::Man as Page;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::{OutputArguments, Report};

/// Prints the manual page, or that of a command
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat man --out errcat.1
  errcat man explain | man -l -")]
pub(crate) struct Man {
    /// A command, `explain` [default: the page of errcat itself]
    command: Option<String>,

    #[command(flatten)]
    output: OutputArguments,
}

impl Man {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let mut errcat = Arguments::command();
        errcat.build();
        let page = match &self.command {
            None => Page::new(errcat),
            Some(name) => match errcat.find_subcommand(name) {
                Some(command) => Page::new(command.clone()).title(format!("errcat-{name}")),
                None => return Err(Failure::new(format!("there is no command `{name}`"))),
            },
        };
        let mut text = Vec::new();
        let rendered = page.render(&mut text);
        rendered.map_err(|error| Failure::of_file("the page", "written", &error))?;
        self.output.deliver(String::from_utf8_lossy(&text).into_owned(), None)
    }
}
