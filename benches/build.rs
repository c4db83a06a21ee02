//! Writes what `lookup.rs` is compiled from: catalogs of as many codes as there are no real ones of, and
//! the `phf` maps beside them.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/facts.rs"]
#[allow(unreachable_pub, reason = "a module of the library")]
mod facts;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/facts.rs");
    println!("cargo::rerun-if-changed=generated");
    let generated = Path::new("generated");
    fs::create_dir_all(generated)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    for count in [260, 5_000] {
        let facts = facts::facts(count);
        // Not to `OUT_DIR`: a catalog lies beside the Cargo.toml or below it.
        let path = generated.join(format!("{count}.toml"));
        let catalog = facts::catalog(&facts, facts::LOCALES.len());
        // A file that is written again is compiled again.
        if fs::read_to_string(&path).ok().as_ref() != Some(&catalog) {
            fs::write(path, catalog)?;
        }

        let mut entries = String::new();
        for facts::Fact { code, .. } in &facts {
            writeln!(entries, "    {code:?} => Facts{count}Code::{},", facts::variant(code))?;
        }
        fs::write(out.join(format!("{count}.rs")), format!("phf::phf_map! {{\n{entries}}}\n"))?;
    }
    Ok(())
}
