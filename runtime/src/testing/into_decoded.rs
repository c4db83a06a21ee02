//! Responses of frameworks, for `assert_error!`.

use core::future::Future;

use crate::code::CatalogCode;
use crate::decoded::Decoded;

/// A response of a framework, with the feature `axum` or `actix`. Its body has to be read before
/// [`assert_error!`](crate::assert_error) can look at it, and is gone then.
///
#[cfg_attr(feature = "axum", doc = "```")]
#[cfg_attr(not(feature = "axum"), doc = "```ignore")]
/// use api_error_catalog::testing::IntoDecoded as _;
/// use api_error_catalog::{ApiErrorCatalog, assert_error};
/// use axum::response::IntoResponse as _;
///
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     InsufficientFunds { account_id: u32 },
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
///
/// # async fn test() {
/// let response = WalletError::InsufficientFunds { account_id: 7 }.into_response();
/// let code = WalletErrorCode::InsufficientFunds;
/// assert_error!(response.into_decoded().await, code, account_id = "7");
/// # }
/// ```
pub trait IntoDecoded {
    /// Reads the body to its end, and the answer by the catalog.
    ///
    /// # Panics
    ///
    /// Where the body breaks off.
    fn into_decoded<C: CatalogCode>(self) -> impl Future<Output = Decoded<C>>;
}

#[cfg(feature = "axum")]
mod of_axum {
    use axum::body::to_bytes;
    use axum::response::Response;

    use super::{CatalogCode, Decoded, IntoDecoded};

    impl IntoDecoded for Response {
        async fn into_decoded<C: CatalogCode>(self) -> Decoded<C> {
            let (parts, body) = self.into_parts();
            let body = to_bytes(body, usize::MAX).await.expect("a body that ends");
            Decoded::new(parts.status.as_u16(), &body).with_headers(&parts.headers)
        }
    }
}

#[cfg(feature = "actix")]
mod of_actix {
    use actix_web::HttpResponse;
    use actix_web::body::{MessageBody, to_bytes};
    use actix_web::dev::ServiceResponse;

    use super::{CatalogCode, Decoded, IntoDecoded};

    impl<B: MessageBody> IntoDecoded for HttpResponse<B> {
        async fn into_decoded<C: CatalogCode>(self) -> Decoded<C> {
            let (head, body) = self.into_parts();
            let Ok(body) = to_bytes(body).await else { panic!("a body that ends") };
            let headers = head.headers().iter();
            let headers = headers.filter_map(|(name, value)| Some((name, value.to_str().ok()?)));
            Decoded::new(head.status().as_u16(), &body).with_header_fields(headers)
        }
    }

    impl<B: MessageBody> IntoDecoded for ServiceResponse<B> {
        async fn into_decoded<C: CatalogCode>(self) -> Decoded<C> {
            self.into_parts().1.into_decoded().await
        }
    }
}
