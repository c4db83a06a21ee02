//! The catalogs of the tests, derived once for all of them, and the ready-made ones.

use api_error_catalog::ApiErrorCatalog;
pub use api_error_catalogs::{
    Bictorys, BictorysCode, GenericError, GenericErrorCode, GoogleRpc, GoogleRpcCode, Hub2,
    Hub2Code, JsonApi, JsonApiCode, Oauth2, Oauth2Code, OciDistribution, OciDistributionCode,
    PartnerCenter, PartnerCenterCode,
};

/// Every type of slot, codes with parents, and messages with placeholders.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/orders.toml")]
pub enum Orders {}

/// Errors in a list inside an object.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/wrapped.toml")]
pub enum Wrapped {}

/// A body that is a list.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/listed.json")]
pub enum Listed {}

/// Problem details, a type for each problem.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/problem.toml")]
pub enum Problem {}

/// Problem details whose types have a beginning in common.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/problem-base.toml")]
pub enum ProblemBase {}

/// Objects and lists that are left out where nothing in them has a value.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/optional.toml")]
pub enum Optional {}

/// Entries that share codes, and what they have by default.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/storage.toml")]
pub enum Storage {}

/// Nested objects that lack slots of the outermost one, and values of every type inside of strings.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/nested.toml")]
pub enum Nested {}

/// Challenges in headers.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/bearer.toml")]
pub enum Bearer {}

/// Delays and moments, in bodies and in headers.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/delays.toml")]
pub enum Delays {}

/// Codes that stand in a header alone.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/headed.toml")]
pub enum Headed {}

/// What HTTP says of its statuses, with files of a house over it.
#[derive(ApiErrorCatalog)]
#[catalog("catalogs/gateway.toml")]
pub enum Gateway {}
