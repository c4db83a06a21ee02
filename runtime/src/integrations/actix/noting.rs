//! Where in a value actix-web's extractors have failed.

use core::cell::RefCell;
use std::thread_local;

use serde_core::{Deserialize, Deserializer};
use serde_path_to_error::{Path, Track};

thread_local! {
    static FAILED_AT: RefCell<Option<Path>> = const { RefCell::new(None) };
}

/// A value that notes where it could not be read.
///
/// actix-web's extractors keep the error of the format, and no path, which has no place in it. They read a value
/// at once, on the thread that waits for it; so it is noted beside them, and [taken](taken) when they have failed.
pub struct Noting<T>(pub(super) T);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Noting<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut track = Track::new();
        match T::deserialize(serde_path_to_error::Deserializer::new(deserializer, &mut track)) {
            Ok(value) => Ok(Self(value)),
            Err(error) => {
                FAILED_AT.set(Some(track.path()));
                Err(error)
            }
        }
    }
}

/// Where the value could not be read that was read last; `None` where none was read.
pub(super) fn taken() -> Option<Path> {
    FAILED_AT.take()
}
