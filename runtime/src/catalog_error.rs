//! What error enums have in common.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::error::Error;
use core::fmt;

use api_error_catalog_core::{Body, Entry, Prefixes};

use crate::context::BodyContext;
use crate::parts::BodyParts;
use crate::report::Report;
#[cfg(feature = "http")]
use crate::response::response;

/// An error of a catalog, whichever enum it is: what a framework, a log and a metric need of it.
///
/// The derive implements it for enums with variants; nothing else does. It is object safe: a middleware
/// takes `&dyn CatalogError`. Each method is there as the enum's own, too.
///
/// ```
/// use api_error_catalog::{ApiErrorCatalog, BodyContext, CatalogError};
///
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     InsufficientFunds { account_id: u32 },
///     #[catalog(code = "internal")]
///     Storage(#[from] std::io::Error),
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
///
/// /// The answer to a request, in any framework.
/// fn answer(error: &dyn CatalogError, context: &BodyContext<'_>) -> (u16, Vec<u8>) {
///     eprintln!("{} {}", error.entry().name(), error.report());
///     let mut json = Vec::new();
///     error.write_body(context, &mut json);
///     (error.status(), json)
/// }
///
/// let error = WalletError::from(std::io::Error::other("disk full"));
/// assert_eq!(error.report(), "Something broke on our side.: disk full");
/// let (status, json) = answer(&error, &BodyContext::new());
/// assert_eq!(status, 500);
/// assert_eq!(json, br#"{"status":500,"code":"internal","message":"Something broke on our side."}"#);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an error of a catalog",
    label = "not an error enum with `#[derive(ApiErrorCatalog)]`",
    note = "an error enum that has the derive is one, and a `Box` or an `Arc` of it; a variant with any other cause is not `transparent`, and names the code that it is sent as: `#[catalog(code = \"…\")]`"
)]
pub trait CatalogError: Error {
    /// The entry: everything that the catalog says of the error.
    fn entry(&self) -> Entry<'static>;

    /// The body, in the shape that is written, and the prefixes of that shape's catalog.
    #[doc(hidden)]
    fn __written(&self) -> Written<'_>;

    /// The cause, as `Error` has it. What a variant holds is asked by the methods of this trait alone, so that
    /// the compiler says in one way that it has none.
    #[doc(hidden)]
    fn __source(&self) -> Option<&(dyn Error + 'static)> {
        self.source()
    }

    /// Writes the text for logs, without causes; `None` where the error has no other than its message.
    #[doc(hidden)]
    fn __write_log(&self, _: &mut fmt::Formatter<'_>) -> Option<fmt::Result> {
        None
    }

    /// The HTTP status, 100 to 599.
    fn status(&self) -> u16 {
        self.entry().status()
    }

    /// The `Content-Type` of the body.
    fn media_type(&self) -> &'static str {
        self.__written().body.shape().media_type()
    }

    /// The headers to send with the body, name and value, without `Content-Type`; those that lack a value
    /// are not there. See [`BodyParts`](crate::BodyParts).
    fn headers(&self, context: &BodyContext<'_>) -> Vec<(Cow<'static, str>, String)> {
        self.__written().headers(context)
    }

    /// Appends the body as JSON.
    fn write_body(&self, context: &BodyContext<'_>, out: &mut Vec<u8>) {
        self.__written().write(context, out);
    }

    /// The whole answer: the status, the `Content-Type` and the [headers](Self::headers), and the body as
    /// JSON. `.map(Body::from)` makes it the response of a framework that has the types of `http`.
    #[cfg(feature = "http")]
    fn to_response(&self, context: &BodyContext<'_>) -> http::Response<Vec<u8>> {
        self.__written().response(context)
    }

    /// The text for logs, `#[catalog(log = "…")]` or else the message, as `Display` gives it, and each cause
    /// behind it, separated by `: `. It is one line: control characters are escaped. Nothing of it is for the
    /// caller.
    fn report(&self) -> String {
        Report(self).to_string()
    }
}

/// A body in the shape that is written, and the prefixes of that shape's catalog.
pub struct Written<'a> {
    /// The body.
    pub body: Body<'static, 'a>,
    /// The prefixes.
    pub prefixes: &'static Prefixes<'static>,
}

// What the methods of the trait do, once for all errors.
impl<'a> Written<'a> {
    /// With what the request knows.
    pub(crate) fn complete(self, context: &'a BodyContext<'_>) -> Self {
        let Self { mut body, prefixes } = self;
        context.complete(&mut body);
        Self { body, prefixes }
    }

    fn headers(self, context: &'a BodyContext<'_>) -> Vec<(Cow<'static, str>, String)> {
        BodyParts::new(&self.complete(context).body).into_headers()
    }

    fn write(self, context: &'a BodyContext<'_>, out: &mut Vec<u8>) {
        let Self { body, prefixes } = self.complete(context);
        body.write_json(Some(prefixes), out);
    }

    #[cfg(feature = "http")]
    fn response(self, context: &'a BodyContext<'_>) -> http::Response<Vec<u8>> {
        let Self { body, prefixes } = self.complete(context);
        let mut json = Vec::new();
        body.write_json(Some(prefixes), &mut json);
        response(&BodyParts::new(&body), json)
    }
}

/// The text of an error for logs. `Display` writes it.
pub(crate) struct Log<'e, E: ?Sized>(pub(crate) &'e E);

impl<E: CatalogError + ?Sized> fmt::Display for Log<'_, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.__write_log(f).unwrap_or_else(|| fmt::Display::fmt(self.0, f))
    }
}

/// Errors that are held somewhere else are what they hold.
macro_rules! held {
    ($($(#[$attribute:meta])* [$($generics:tt)*] $holder:ty;)*) => {
        $(
            // What is reported is the type that is written, and not what is in it.
            #[diagnostic::do_not_recommend]
            impl<$($generics)*> CatalogError for $holder {
                fn entry(&self) -> Entry<'static> {
                    (**self).entry()
                }

                fn __written(&self) -> Written<'_> {
                    (**self).__written()
                }

                fn __write_log(&self, f: &mut fmt::Formatter<'_>) -> Option<fmt::Result> {
                    (**self).__write_log(f)
                }
            }
        )*
    };
}

held! {
    [E: CatalogError] Box<E>;
    [E: CatalogError + ?Sized] Arc<E>;
    [] Box<dyn CatalogError>;
    [] Box<dyn CatalogError + Send + Sync>;
}

impl Error for Box<dyn CatalogError> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}

impl Error for Box<dyn CatalogError + Send + Sync> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        (**self).source()
    }
}
