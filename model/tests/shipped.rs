//! The catalogs of this repository, read as they are.

use std::path::Path;

use api_error_catalog_model::{Side, read, render};

#[test]
fn the_shipped_catalogs_have_no_errors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs");
    for name in ["bictorys", "generic-error", "hub2", "partner-center"] {
        let reading = read(&folder, &format!("{name}.toml"), Side::Client);
        for finding in &reading.findings {
            println!("{:?}: {}\n", finding.severity, render(finding, &reading.sources));
        }
        assert!(!reading.has_errors());
        assert_eq!(reading.catalog.name, name);
    }
}
