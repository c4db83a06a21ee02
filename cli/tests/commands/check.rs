//! `errcat check`

use crate::run::errcat;

#[test]
fn mistakes_are_shown_as_the_compiler_shows_them() {
    let ran = errcat("check broken.toml").shows("check/broken");
    assert_eq!(ran.status, 1);
}

#[test]
fn a_good_catalog_has_nothing_to_show() {
    let ran = errcat("check wallet.toml").shows("check/good");
    assert_eq!((ran.status, ran.out.as_str()), (0, ""));
}

#[test]
fn programs_get_json() {
    errcat("check --format json broken.toml").shows("check/json");
}

#[test]
fn git_hub_gets_its_commands() {
    errcat("check --format github broken.toml").shows("check/github");
}

/// The files are `one.toml` and `two.toml`; the mistake in their base is shown once, and nothing is said of
/// the base as a catalog of its own.
#[test]
fn a_base_in_a_folder_is_checked_with_those_that_extend_it() {
    errcat("check extending").shows("check/extending");
}

#[test]
fn a_base_that_is_named_is_checked_as_it_is() {
    let ran = errcat("check extending/base.toml").run();
    assert!(ran.out.contains("the catalog has no `name`"), "{ran:?}");
}

#[test]
fn a_pattern_and_a_folder_are_several_files() {
    let folder = errcat("check extending").run();
    let pattern = errcat("check extending/[ot]*.toml").run();
    assert_eq!((folder.out, folder.remarks), (pattern.out, pattern.remarks));
}

#[test]
fn the_current_folder_stands_in_and_other_files_are_no_catalogs() {
    let ran = errcat("check").run();
    assert_eq!(ran.remarks, errcat("check broken.toml extending wallet.toml").run().remarks);
    assert!(ran.remarks.ends_with("in 4 catalogs\n"), "{ran:?}");
}

#[test]
fn a_server_has_to_see_to_headers_and_warnings_may_be_denied() {
    let client = errcat("check extending/one.toml").run();
    assert!(!client.out.contains("WWW-Authenticate"), "{client:?}");
    let server = errcat("check --side server extending/one.toml").run();
    assert!(server.out.contains("WWW-Authenticate"), "{server:?}");

    let folder = tempfile::tempdir().expect("a folder");
    let text = std::fs::read_to_string(crate::run::tests().join("catalogs/extending/base.toml"))
        .expect("a catalog")
        .replace("retry   = \"sometimes\"", "")
        .replace("[catalog]", "[catalog]\nname = \"shop\"")
        .replace("409", "401");
    std::fs::write(folder.path().join("shop.toml"), text).expect("a catalog");
    let check = |arguments| errcat(arguments).in_folder(folder.path()).run();
    assert_eq!(check("check shop.toml").status, 0);
    assert_eq!(check("check shop.toml --side server").status, 0);
    assert_eq!(check("check shop.toml --side server --deny-warnings").status, 1);
}

#[test]
fn what_cannot_be_read_is_said_in_one_line() {
    for arguments in [
        "check none.toml",
        "check none/*.toml",
        "check ../bodies",
        "check --format yaml wallet.toml",
    ] {
        let ran = errcat(arguments).run();
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{ran:?}");
        assert!(!ran.remarks.is_empty(), "{ran:?}");
    }
    errcat("check none.toml").shows("check/none");
}
