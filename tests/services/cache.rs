//! The cache that counts requests by API key. It fails for one key, whose shard is lost.

use std::io::{self, ErrorKind};

#[derive(Debug, thiserror::Error)]
#[error("count of requests in shard {shard}")]
pub(crate) struct CacheError {
    shard: u8,
    source: io::Error,
}

/// For how many seconds a key may send no requests, if it has sent too many.
pub(crate) fn seconds_to_wait(key: &str) -> Result<Option<u32>, CacheError> {
    match key {
        "key-fast" => Ok(Some(30)),
        "key-lost" => {
            let source = io::Error::new(ErrorKind::TimedOut, "no answer from cache-2");
            Err(CacheError { shard: 2, source })
        }
        _ => Ok(None),
    }
}
