//! The two sides: a crate of ours, and one that says the same with derives.

use api_error_catalog_benches::facts::{self, Fact};

use crate::project::{Outcome, Project, root};

/// Who says the facts.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Side {
    /// A catalog, in so many locales.
    Ours { locales: usize },
    /// An error enum over a catalog in two locales, with variants for the first codes. Each is named
    /// as its code demands, with a prefix; with one that is not empty, it has no code.
    Error { prefix: &'static str },
    /// An enum with the derives of strum and thiserror, which know one locale.
    Derives,
}

/// How many variants an error enum has beside the one for the rest.
const VARIANTS: usize = 300;

const OURS: &str = r#"
#[derive(api_error_catalog::ApiErrorCatalog)]
#[catalog("errors.toml")]
pub enum Facts {}
"#;

/// A program that looks up a code and says all that is known of it.
const OUR_PROGRAM: &str = r#"
fn main() {
    let name = std::env::args().nth(1).unwrap_or_default();
    if let Some(code) = FactsCode::from_code(&name) {
        println!("{} {} {}", code.as_str(), code.status(), code.message(""));
        println!("{:?} {:?}", code.action(""), code);
    }
}
"#;

const DERIVES_PROGRAM: &str = r#"
fn main() {
    use strum::EnumMessage as _;
    let name = std::env::args().nth(1).unwrap_or_default();
    if let Ok(code) = name.parse::<FactsCode>() {
        println!("{} {} {code}", <&str>::from(code), code.status());
        println!("{:?} {:?}", code.get_message(), code);
    }
}
"#;

impl Side {
    /// What a crate of this side depends on.
    pub(crate) fn dependencies(self) -> String {
        match self {
            Self::Ours { .. } | Self::Error { .. } => {
                format!("api-error-catalog = {{ path = '{}' }}", root().join("runtime").display())
            }
            Self::Derives => {
                "strum = { version = \"0.28\", features = [\"derive\"] }\nthiserror = \"2\"".into()
            }
        }
    }

    /// Writes a library with facts.
    pub(crate) fn write_library(self, project: &Project, facts: &[Fact]) -> Outcome<()> {
        project.write("src/lib.rs", &self.source(project, facts)?)
    }

    /// Writes a program with facts.
    pub(crate) fn write_program(self, project: &Project, facts: &[Fact]) -> Outcome<()> {
        let program = if self == Self::Derives { DERIVES_PROGRAM } else { OUR_PROGRAM };
        project.write("src/main.rs", &(self.source(project, facts)? + program))
    }

    fn source(self, project: &Project, facts: &[Fact]) -> Outcome<String> {
        match self {
            Self::Ours { locales } => {
                project.write("errors.toml", &facts::catalog(facts, locales))?;
                Ok(OURS.to_owned())
            }
            Self::Error { prefix } => {
                project.write("errors.toml", &facts::catalog(facts, 2))?;
                Ok(error(&facts[..VARIANTS], prefix))
            }
            Self::Derives => Ok(derives(facts)),
        }
    }
}

/// An error enum with variants for some facts, and one for the other codes of the catalog.
fn error(facts: &[Fact], prefix: &str) -> String {
    let variants =
        facts.iter().map(|fact| format!("    {prefix}{},\n", facts::variant(&fact.code)));
    format!(
        "#[derive(Debug, api_error_catalog::ApiErrorCatalog)]\n\
         #[catalog(\"errors.toml\")]\n\
         pub enum Facts {{\n{}    #[catalog(rest)]\n    Other(FactsRest),\n}}\n",
        variants.collect::<String>(),
    )
}

/// The enum that a person would write, with what the generated one can do.
fn derives(facts: &[Fact]) -> String {
    let mut variants = String::new();
    let mut statuses = String::new();
    for Fact { code, status, message, action, .. } in facts {
        let variant = facts::variant(code);
        variants += &format!(
            "    #[strum(serialize = {code:?}, message = {:?})]\n    #[error({:?})]\n    {variant},\n",
            action[0], message[0],
        );
        statuses += &format!("            Self::{variant} => {status},\n");
    }
    format!(
        "#[derive(\n    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,\n    \
         strum::EnumString, strum::IntoStaticStr, strum::EnumMessage, strum::VariantArray,\n    \
         thiserror::Error,\n)]\n\
         pub enum FactsCode {{\n{variants}}}\n\n\
         impl FactsCode {{\n    pub const fn status(self) -> u16 {{\n        match self {{\n\
         {statuses}        }}\n    }}\n}}\n"
    )
}
