//! The database of the service, in memory. It knows nothing of HTTP, and fails for some orders, as a
//! database does that is spread over several machines.

use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, ErrorKind};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::Serialize;
use utoipa::ToSchema;

/// The order that no connection is free for.
const NO_CONNECTION_FOR: u32 = 503;
/// The order whose machine is down.
const MACHINE_DOWN_FOR: u32 = 500;
/// The order without a total.
const NO_TOTAL_OF: u32 = 12;

#[derive(Debug, thiserror::Error)]
pub(crate) enum DbError {
    #[error("no connection to the database was free for {waited_ms} ms")]
    NoConnection { waited_ms: u32 },
    #[error("query on table {table}")]
    Query { table: &'static str, source: io::Error },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum OrderState {
    Open,
    Paid,
    Shipped,
    Cancelled,
}

impl fmt::Display for OrderState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Open => "open",
            Self::Paid => "paid",
            Self::Shipped => "shipped",
            Self::Cancelled => "cancelled",
        })
    }
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub(crate) struct Order {
    pub(crate) id: u32,
    pub(crate) sku: String,
    pub(crate) quantity: u32,
    pub(crate) state: OrderState,
    /// In cents, as the column has it: text.
    pub(crate) total: String,
}

#[derive(Debug)]
pub(crate) struct Db {
    keys: [&'static str; 3],
    stock: BTreeMap<&'static str, u32>,
    orders: Mutex<BTreeMap<u32, Order>>,
}

impl Db {
    /// Orders 1, 4 and 11 are open, 2 is shipped, 3 is cancelled.
    pub(crate) fn seeded() -> Self {
        let order = |id, state, total: &str| {
            (id, Order { id, sku: "TEA-100".into(), quantity: 1, state, total: total.into() })
        };
        let orders = [
            order(1, OrderState::Open, "1250"),
            order(2, OrderState::Shipped, "1250"),
            order(3, OrderState::Cancelled, "1250"),
            order(4, OrderState::Open, "1250"),
            order(11, OrderState::Open, "1250"),
            order(NO_TOTAL_OF, OrderState::Open, ""),
        ];
        Self {
            keys: ["key-shop", "key-fast", "key-lost"],
            stock: [("TEA-100", 3)].into(),
            orders: Mutex::new(orders.into()),
        }
    }

    pub(crate) fn knows_key(&self, key: &str) -> bool {
        self.keys.contains(&key)
    }

    /// How many there are of an article.
    pub(crate) fn stock(&self, sku: &str) -> u32 {
        self.stock.get(sku).copied().unwrap_or_default()
    }

    /// All orders, by number.
    pub(crate) fn orders(&self) -> Vec<Order> {
        self.rows().values().cloned().collect()
    }

    pub(crate) fn order(&self, id: u32) -> Result<Option<Order>, DbError> {
        match id {
            NO_CONNECTION_FOR => Err(DbError::NoConnection { waited_ms: 2_000 }),
            MACHINE_DOWN_FOR => {
                let source =
                    io::Error::new(ErrorKind::ConnectionRefused, "connection refused to db-7");
                Err(DbError::Query { table: "orders", source })
            }
            _ => Ok(self.rows().get(&id).cloned()),
        }
    }

    /// Adds an order of some of an article.
    pub(crate) fn add(&self, sku: String, quantity: u32) -> Order {
        let id = 100 + u32::try_from(self.rows().len()).unwrap_or_default();
        self.save(Order { id, sku, quantity, state: OrderState::Open, total: "1250".into() })
    }

    pub(crate) fn save(&self, order: Order) -> Order {
        self.rows().insert(order.id, order.clone());
        order
    }

    fn rows(&self) -> MutexGuard<'_, BTreeMap<u32, Order>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
