//! The catalogs as files, for programs that read them at run time.

/// A ready-made catalog as the file that it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatalogFile {
    /// The name of the file, `hub2.toml`. Without its extension, it is the name of the catalog.
    pub name: &'static str,
    /// All that stands in it.
    pub text: &'static str,
}

/// The files of all catalogs, in the order of their names, whichever features are on. None extends another
/// file, so that each can be read by itself; some extend bases that `api-error-catalog-model` has.
///
/// ```
/// use api_error_catalogs::FILES;
///
/// let hub2 = FILES.iter().find(|file| file.name == "hub2.toml").expect("a ready-made catalog");
/// assert!(hub2.text.contains("[code.insufficient-funds]"));
/// ```
pub const FILES: [CatalogFile; 8] = [
    CatalogFile { name: "bictorys.toml", text: include_str!("../bictorys.toml") },
    CatalogFile { name: "generic-error.toml", text: include_str!("../generic-error.toml") },
    CatalogFile { name: "google-rpc.toml", text: include_str!("../google-rpc.toml") },
    CatalogFile { name: "hub2.toml", text: include_str!("../hub2.toml") },
    CatalogFile { name: "json-api.toml", text: include_str!("../json-api.toml") },
    CatalogFile { name: "oauth2.toml", text: include_str!("../oauth2.toml") },
    CatalogFile { name: "oci-distribution.toml", text: include_str!("../oci-distribution.toml") },
    CatalogFile { name: "partner-center.toml", text: include_str!("../partner-center.toml") },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalog_of_the_folder_is_listed_under_its_name() {
        let folder = std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).expect("the folder");
        let names = folder.map(|file| file.expect("a file").file_name().into_string());
        let names = names.map(|name| name.expect("UTF-8"));
        let stems = names.filter_map(|name| Some(name.strip_suffix(".toml")?.to_owned()));
        let mut catalogs: Vec<_> = stems.filter(|stem| stem != "Cargo").collect();
        catalogs.sort_unstable();
        let listed = FILES.iter().map(|file| file.name.trim_end_matches(".toml"));
        assert!(listed.eq(catalogs.iter().map(String::as_str)), "{catalogs:?}");
        for CatalogFile { name, text } in FILES {
            let name = name.trim_end_matches(".toml");
            assert!(text.contains(&format!("\nname    = \"{name}\"\n")), "{name}");
        }
    }
}
