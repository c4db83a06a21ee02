//! Values that are serialized where they are set.

use serde_core::{Serialize, Serializer};

/// Any `Serialize` value, for slots of the types `array`, `object` and `any`.
///
/// A value that is serialized as another JSON type than the slot's, or fails to be, leaves the slot as
/// it is; so does `null`.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, Json};
/// use std::collections::LinkedList;
///
/// #[derive(ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// enum Wallet {}
///
/// let body = WalletCode::Internal.body().details(Json(LinkedList::from(["disk", "full"])));
/// let expected = r#"{"status":500,"code":"internal","message":"Something broke on our side.","details":["disk","full"]}"#;
/// assert_eq!(body.to_json(), expected.as_bytes());
/// // `details` is a list.
/// let body = WalletCode::Internal.body().details(Json("disk full"));
/// assert_eq!(body.to_json(), WalletCode::Internal.body().to_json());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Json<T>(pub T);

impl<T: Serialize> Serialize for Json<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}
