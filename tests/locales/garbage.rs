//! Headers that are as long as a server lets them be.

use std::time::{Duration, Instant};

use api_error_catalog_tests::catalogs::Hub2;

const LENGTH: usize = 300_000;

/// Far more than it takes in a debug build on a machine that is busy; a scan of the header for each of
/// its members would take minutes.
const LONGEST: Duration = Duration::from_secs(2);

#[test]
fn a_long_header_is_read_in_one_go() {
    for (piece, locale) in [
        (",", "en"),
        (" ", "en"),
        ("\t,", "en"),
        (";", "en"),
        ("-", "en"),
        ("=", "en"),
        ("0", "en"),
        ("é", "en"),
        ("\u{10ffff}", "en"),
        ("\0", "en"),
        ("x", "en"),
        ("x,", "en"),
        ("x-", "en"),
        ("fr-CI-", "en"),
        ("fr,", "fr"),
        ("fr;q=0.", "en"),
        ("fr;q=0.5,", "fr"),
        ("en;q=0,", "fr"),
        ("en;q=0,fr;q=0,", "en"),
        ("*,", "en"),
        ("*;q=0,", "en"),
        ("en;q=0,*,", "fr"),
        ("en;q=0.1,fr-CI;q=0.2,*;q=0.3,", "fr"),
    ] {
        let header = piece.repeat(LENGTH / piece.len());
        let start = Instant::now();
        assert_eq!(Hub2::CATALOG.negotiate(&header), locale, "{piece:?}");
        Hub2::CATALOG.best_locale(&header);
        let took = start.elapsed();
        assert!(took < LONGEST, "{piece:?} took {took:?}");
    }
}

#[test]
fn what_is_behind_garbage_counts() {
    for garbage in [",", " ", "x,", "x;q=0.5,", "*-,", "en;q=2,"] {
        let mut header = garbage.repeat(LENGTH / garbage.len());
        header.push_str("fr;q=0.001");
        assert_eq!(Hub2::CATALOG.negotiate(&header), "fr", "{garbage:?}");
    }
    // All of it is one range, and lookup makes it as short as a locale is.
    let range = format!("fr{}", "-CI".repeat(LENGTH / 3));
    assert_eq!(Hub2::CATALOG.negotiate(&range), "fr");
    assert_eq!(Hub2::CATALOG.best_locale(&range), "fr");
}
