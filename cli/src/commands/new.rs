//! `errcat new`: a catalog to begin with.

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::output::{OutputArguments, Report};

/// Writes a catalog to begin with
///
/// It has one error of each usual kind, and no mistakes. Its file is NAME.toml, where `--out` names no other.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  errcat new wallet
  errcat new wallet --shape problem+json --out catalogs/wallet.toml")]
pub(crate) struct New {
    /// The short name of the API, in letters, digits, `-` and `_`
    name: String,

    /// The JSON of its errors
    #[arg(long, value_enum, default_value_t = Shape::Flat)]
    shape: Shape,

    #[command(flatten)]
    output: OutputArguments,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Shape {
    /// One object: code, message and the request’s identifier
    Flat,
    /// Problem details (RFC 9457)
    #[value(name = "problem+json")]
    Problem,
}

impl New {
    pub(crate) fn run(&self) -> Result<Report, Failure> {
        let is_usual = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if self.name.is_empty() || !self.name.chars().all(is_usual) {
            let name = &self.name;
            return Err(Failure::new(format!(
                "`{name}` is not made of letters, digits, `-` and `_`"
            )));
        }
        self.output.deliver(self.text(), Some(&format!("{}.toml", self.name)))
    }

    fn text(&self) -> String {
        let body = match self.shape {
            Shape::Flat => FLAT,
            Shape::Problem => PROBLEM,
        };
        include_str!("new/catalog.toml").replace("# BODY\n", body).replace("NAME", &self.name)
    }
}

const FLAT: &str = r#"[body.members]
code       = "{code}"
message    = "{message}"
request_id = "{request_id?}"                      # `?`: left out where it has no value
"#;

const PROBLEM: &str = r#"[body]
shape     = "problem+json"                        # RFC 9457
type_base = "https://NAME.example/errors/"        # the name of the entry follows
"#;
