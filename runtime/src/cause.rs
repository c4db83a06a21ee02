//! Causes, in whichever of their usual forms a field holds them.

use core::error::Error;

/// What a field may be that is `#[source]` or `#[from]`: an error, or what derefs to one, such as a box of
/// any error, or `anyhow::Error`.
///
/// ```compile_fail,E0599
/// # use api_error_catalog::ApiErrorCatalog;
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     // A text is no error.
///     Internal(#[source] String),
///     InsufficientFunds { account_id: String },
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no error, so it cannot be a cause",
    label = "this type is no `core::error::Error`",
    note = "a cause is an error, a box of one, or an `Option` of either; what is no error and for logs is `#[catalog(private)]`"
)]
pub trait AsSource {
    /// The cause.
    fn as_source(&self) -> &(dyn Error + 'static);
}

#[diagnostic::do_not_recommend]
impl<E: Error + 'static> AsSource for E {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsSource for dyn Error + 'static {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsSource for dyn Error + Send + 'static {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

impl AsSource for dyn Error + Send + Sync + 'static {
    fn as_source(&self) -> &(dyn Error + 'static) {
        self
    }
}

/// The cause in a field, or in what the field derefs to. A method of a trait of its own, so that the compiler
/// says of a field without one that it is not [`AsSource`].
pub trait FindSource {
    /// The cause.
    fn find_source(&self) -> &(dyn Error + 'static);
}

impl<E: AsSource + ?Sized> FindSource for E {
    fn find_source(&self) -> &(dyn Error + 'static) {
        self.as_source()
    }
}
