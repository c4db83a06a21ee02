//! The orders.

use std::num::TryFromIntError;

use api_error_catalog::ApiErrorCatalog;

/// What goes wrong with an order.
#[derive(Debug, ApiErrorCatalog)]
#[catalog("errors.toml", of = crate::ApiErrorCode)]
pub enum OrderError {
    /// There is none.
    OrderNotFound {
        /// Its number.
        order_id: u64,
    },
    /// It cannot be changed any more.
    OrderClosed {
        /// Its number.
        order_id: u64,
        /// What happened to it.
        details: Vec<String>,
    },
    /// It cannot be loaded.
    #[catalog(code = "internal", log = "order {order_id} is in no shard")]
    Lost {
        /// Its number.
        #[catalog(private)]
        order_id: u64,
        /// Why.
        #[source]
        cause: TryFromIntError,
    },
}

/// Finds the account that pays for an order.
///
/// # Errors
///
/// Where there is none, or nothing to be paid.
pub fn account(order_id: u64) -> Result<u64, OrderError> {
    match order_id {
        404 => Err(OrderError::OrderNotFound { order_id }),
        410 => Err(OrderError::OrderClosed { order_id, details: vec!["cancelled".to_owned()] }),
        500 => {
            let shard = u8::try_from(order_id);
            shard.map(u64::from).map_err(|cause| OrderError::Lost { order_id, cause })
        }
        _ => Ok(order_id),
    }
}
