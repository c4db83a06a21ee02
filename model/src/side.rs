//! Which side of the API a program is on.

/// What a program does with the errors of a catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It sends them, and is responsible for the headers that go with them.
    Server,
    /// It receives them.
    Client,
}
