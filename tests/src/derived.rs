//! Derived bodies with their setters by name, for tests that run over every catalog. A new catalog of
//! the repository is added to [`for_every_catalog`](crate::for_every_catalog), and a new slot or
//! placeholder of one to its line below.

use std::time::Duration;

use api_error_catalog::{BodyParts, CatalogCode, Decoded, Map, Time};
use serde_json::Value;

use crate::case::{Case, integer, status};
use crate::catalogs::{
    Bearer, BearerCode, Bictorys, BictorysCode, Delays, DelaysCode, Gateway, GatewayCode,
    GenericError, GenericErrorCode, GoogleRpc, GoogleRpcCode, Headed, HeadedCode, Hub2, Hub2Code,
    JsonApi, JsonApiCode, Listed, ListedCode, Nested, NestedCode, Oauth2, Oauth2Code,
    OciDistribution, OciDistributionCode, Optional, OptionalCode, Orders, OrdersCode,
    PartnerCenter, PartnerCenterCode, Problem, ProblemBase, ProblemBaseCode, ProblemCode, Storage,
    StorageCode, Wrapped, WrappedCode,
};

/// Calls a macro with the name of a module and the annotated enum, in
/// [`catalogs`](crate::catalogs), of every catalog in the repository.
#[macro_export]
macro_rules! for_every_catalog {
    ($call:ident) => {
        $call! {
            bearer: Bearer,
            bictorys: Bictorys,
            delays: Delays,
            gateway: Gateway,
            generic_error: GenericError,
            google_rpc: GoogleRpc,
            headed: Headed,
            hub2: Hub2,
            json_api: JsonApi,
            listed: Listed,
            nested: Nested,
            oauth2: Oauth2,
            oci_distribution: OciDistribution,
            optional: Optional,
            orders: Orders,
            partner_center: PartnerCenter,
            problem: Problem,
            problem_base: ProblemBase,
            storage: Storage,
            wrapped: Wrapped,
        }
    };
}

/// A derived catalog.
pub trait Derived {
    /// Its codes.
    type Code: CatalogCode;

    /// Its file, relative to the root of the repository.
    const FILE: &'static str;

    /// Writes a body of a case.
    fn write(code: Self::Code, case: &Case) -> Written;

    /// Reads a body.
    fn decode(status: u16, body: &[u8]) -> Decoded<Self::Code>;
}

/// One body, by each of its ways to JSON.
#[derive(Debug)]
pub struct Written {
    /// By `to_json`.
    pub json: Vec<u8>,
    /// By `serde::Serialize`.
    pub serialized: Vec<u8>,
    /// What goes with it.
    pub parts: BodyParts,
}

macro_rules! derived {
    ($(
        $marker:ident, $code:ident, $file:literal,
        slots: [$($slot:ident: $make:ident),*], placeholders: [$($placeholder:ident),*];
    )*) => {
        $(
            impl Derived for $marker {
                type Code = $code;

                const FILE: &'static str = $file;

                fn write(code: Self::Code, case: &Case) -> Written {
                    let mut body = code.body().locale(&case.locale);
                    for (name, value) in &case.slots {
                        body = match name.as_str() {
                            $(stringify!($slot) => body.$slot($make(value)),)*
                            other => panic!("a setter for {other} has to be added here"),
                        };
                    }
                    let known: &[&str] = &[$(stringify!($placeholder)),*];
                    for (name, _) in &case.parameters {
                        assert!(known.contains(&&**name), "{name} has to be added here");
                    }
                    $(
                        let name = stringify!($placeholder);
                        if let Some((_, text)) = case.parameters.iter().find(|(n, _)| n == name) {
                            body = body.$placeholder(text);
                        }
                    )*
                    let serialized = serde_json::to_vec(&body).expect("JSON");
                    Written { json: body.to_json(), serialized, parts: body.parts() }
                }

                fn decode(status: u16, body: &[u8]) -> Decoded<Self::Code> {
                    Self::decode(status, body)
                }
            }
        )*
    };
}

derived! {
    Bearer, BearerCode, "tests/catalogs/bearer.toml",
    slots: [
        code: string, message: string, docs: string, realm: string, scope: string,
        retry_after: delay
    ],
    placeholders: [expired_at];

    Delays, DelaysCode, "tests/catalogs/delays.toml",
    slots: [
        code: string, message: string, retry_delay: delay, reset: time, until: time,
        retry_after: delay, window: delay
    ],
    placeholders: [limit];

    Headed, HeadedCode, "tests/catalogs/headed.toml",
    slots: [
        message: string, code: string, type_uri: string, request_id: string, shard: integer,
        trace_id: string
    ],
    placeholders: [name];

    Bictorys, BictorysCode, "catalogs/bictorys.toml",
    slots: [status: status, code: string, message: string, source: string],
    placeholders: [];

    Gateway, GatewayCode, "tests/catalogs/gateway.toml",
    slots: [
        status: status, code: string, title: string, message: string, action: string,
        retry: string
    ],
    placeholders: [route, limit, path];

    GenericError, GenericErrorCode, "catalogs/generic-error.toml",
    slots: [
        status: status, code: string, message: string, reason: string, timestamp: string,
        method: string, uri: string
    ],
    placeholders: [];

    GoogleRpc, GoogleRpcCode, "catalogs/google-rpc.toml",
    slots: [
        status: status, message: string, code: string, domain: string, metadata: object,
        retry_delay: delay, field_violations: array, quota_violations: array,
        precondition_violations: array, resource_type: string, resource_name: string,
        resource_owner: string, resource_description: string, request_id: string,
        serving_data: string, localized_for: string, localized_message: string, links: array,
        stack_entries: array, debug_detail: string
    ],
    placeholders: [];

    Hub2, Hub2Code, "catalogs/hub2.toml",
    slots: [status: status, code: string, message: string, request_id: string],
    placeholders: [merchant_id, account_type, transaction_id, account_id];

    JsonApi, JsonApiCode, "catalogs/json-api.toml",
    slots: [
        id: string, about: any, docs: string, status: status, code: string, title: string,
        message: string, pointer: string, parameter: string, header: string, meta: object
    ],
    placeholders: [];

    Listed, ListedCode, "tests/catalogs/listed.json",
    slots: [code: string, message: string, target: string, status: status, timestamp: string],
    placeholders: [name, age];

    Nested, NestedCode, "tests/catalogs/nested.toml",
    slots: [
        code: integer, status: status, message: string, effect: string, docs: string, retry: string,
        action: string, reason: string, ratio: float, flag: boolean, limit: integer,
        extra: any, meta: object, field: string, target: string, title: string,
        description: string, trace_id: string, tags: array, user_message: string
    ],
    placeholders: [most, name, state];

    Oauth2, Oauth2Code, "catalogs/oauth2.toml",
    slots: [code: string, message: string, docs: string],
    placeholders: [];

    OciDistribution, OciDistributionCode, "catalogs/oci-distribution.toml",
    slots: [code: string, message: string, detail: any],
    placeholders: [];

    Optional, OptionalCode, "tests/catalogs/optional.toml",
    slots: [code: string, pointer: string, trace_id: string, uri: string, instance: string],
    placeholders: [];

    Orders, OrdersCode, "tests/catalogs/orders.toml",
    slots: [
        status: status, code: string, message: string, retries: integer, ratio: float,
        is_final: boolean, tags: array, meta: object, extra: any, trace_id: string,
        method: string, uri: string, limit: integer, odd_key: string
    ],
    placeholders: [order_id, refuser, item, size, price, name];

    PartnerCenter, PartnerCenterCode, "catalogs/partner-center.toml",
    slots: [code: string, message: string, details: array, target: string],
    placeholders: [name];

    Problem, ProblemCode, "tests/catalogs/problem.toml",
    slots: [
        problem_type: string, title: string, status: status, message: string, instance: string,
        balance: integer, accounts: array, errors: array, trace_id: string
    ],
    placeholders: [path, current, cost, date];

    ProblemBase, ProblemBaseCode, "tests/catalogs/problem-base.toml",
    slots: [
        problem_type: string, title: string, status: status, message: string, instance: string,
        code: string
    ],
    placeholders: [name, age];

    Storage, StorageCode, "tests/catalogs/storage.toml",
    slots: [code: string, message: string, resource: string, request_id: string],
    placeholders: [most, key, disk];

    Wrapped, WrappedCode, "tests/catalogs/wrapped.toml",
    slots: [
        request_id: string, status: status, code: string, title: string, message: string,
        docs: string
    ],
    placeholders: [field, most, least];
}

fn string(value: &Value) -> &str {
    value.as_str().expect("a string")
}

fn array(value: &Value) -> &Vec<Value> {
    value.as_array().expect("a list")
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().expect("an object").clone()
}

fn any(value: &Value) -> &Value {
    value
}

fn float(value: &Value) -> f64 {
    value.as_f64().expect("a number")
}

fn delay(value: &Value) -> Duration {
    let fraction = || Duration::from_secs_f64(value.as_f64().expect("a number"));
    value.as_u64().map_or_else(fraction, Duration::from_secs)
}

fn time(value: &Value) -> Time<'_> {
    value.as_str().map_or_else(|| integer(value).into(), Time::from)
}

fn boolean(value: &Value) -> bool {
    value.as_bool().expect("true or false")
}
