//! The kinds of slots and parameters, as [`IntoSlot`](crate::IntoSlot) has them. They are names for
//! the compiler, and have no values.
//!
//! The kind follows from the type that the catalog gives a slot or a parameter. Two slots have a kind
//! of their own, whatever their type: [`StatusSlot`] and [`TimestampSlot`].

/// A slot of the type `string`, and every parameter without a type.
#[derive(Debug)]
pub enum StringSlot {}

/// The slot `timestamp`, where its type is `string`: a moment as the API writes it, in most of them as
/// RFC 3339 has it.
#[derive(Debug)]
pub enum TimestampSlot {}

/// The slot of the HTTP status.
#[derive(Debug)]
pub enum StatusSlot {}

/// A slot of the type `integer`.
#[derive(Debug)]
pub enum IntegerSlot {}

/// A slot of the type `number`.
#[derive(Debug)]
pub enum NumberSlot {}

/// A slot of the type `boolean`.
#[derive(Debug)]
pub enum BooleanSlot {}

/// A slot of the type `array`.
#[derive(Debug)]
pub enum ArraySlot {}

/// A slot of the type `object`.
#[derive(Debug)]
pub enum ObjectSlot {}

/// A slot of the type `any`.
#[derive(Debug)]
pub enum AnySlot {}

/// A slot of the type `delay`. It is written in seconds, with a fraction where there is one.
#[derive(Debug)]
pub enum DelaySlot {}

/// A slot of the type `time`. A text is written as it is, an integer as seconds since 1970, and
/// a moment as RFC 3339 has it.
#[derive(Debug)]
pub enum TimeSlot {}
