//! Fields of an error as the values of parameters. A field may have any type that is `Display`; text
//! and whole numbers are taken as they are, and anything else is written into a string.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{Debug, Display, Write as _};

use api_error_catalog_core::SlotValue;

/// What a field of an error may be that fills a placeholder of the message, or a slot that is a string:
/// anything that is `Display`, or an `Option` of it.
///
/// ```compile_fail
/// # use api_error_catalog::ApiErrorCatalog;
/// #[derive(Debug, ApiErrorCatalog)]
/// #[catalog("examples/wallet.toml")]
/// pub enum WalletError {
///     // The message is `Account {account_id} holds too little.`
///     InsufficientFunds { account_id: std::path::PathBuf },
///     #[catalog(rest)]
///     Other(WalletErrorRest),
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "a placeholder cannot be filled with `{Self}`, which has no `Display`",
    label = "this type has no `Display`",
    note = "say how it is shown: `#[catalog(display = \"debug\")]`, or `#[catalog(display = path::of::function)]`, which takes a reference to it and gives something that is `Display`",
    note = "a field that is no part of the answer is `#[source]`, or, for logs, `#[catalog(private)]`"
)]
pub trait PlaceholderField {
    /// The field as it is shown.
    #[doc(hidden)]
    fn shown(&self) -> &dyn Display;
}

#[diagnostic::do_not_recommend]
impl<T: Display> PlaceholderField for T {
    fn shown(&self) -> &dyn Display {
        self
    }
}

/// What is shown as text.
pub fn display_text(field: &impl Display) -> Option<SlotValue<'static>> {
    let mut text = String::new();
    // A field whose `Display` fails is cut there.
    let _ = write!(text, "{field}");
    Some(SlotValue::from(text))
}

/// What `Debug` writes, as text.
pub fn debug_text(field: &impl Debug) -> Option<SlotValue<'static>> {
    display_text(&format_args!("{field:?}"))
}

/// A field. Its `value` is a method of the concrete types below, or else of [`DisplayField`].
pub struct TextField<'f, T> {
    /// The field.
    pub field: &'f T,
    /// The same. The compiler checks here, and nowhere else, that the field can be shown.
    pub display: &'f dyn Display,
}

/// The value of a field of any other type.
pub trait DisplayField<'f> {
    /// The field as text. A field whose `Display` fails is cut there.
    fn value(self) -> Option<SlotValue<'f>>;
}

impl<'f, T> DisplayField<'f> for TextField<'f, T> {
    fn value(self) -> Option<SlotValue<'f>> {
        display_text(&self.display)
    }
}

/// Concrete types that need not be written into a string.
macro_rules! fields {
    ($($type:ty: |$field:ident| $value:expr;)*) => {
        $(
            impl<'f> TextField<'f, $type> {
                /// The field as it is.
                #[inline]
                pub fn value(self) -> Option<SlotValue<'f>> {
                    let $field = self.field;
                    Some(SlotValue::from($value))
                }
            }
        )*
    };
}

fields! {
    String: |text| text.as_str();
    &str: |text| *text;
    Box<str>: |text| &**text;
    Cow<'_, str>: |text| &**text;
    u8: |number| *number;
    u16: |number| *number;
    u32: |number| *number;
    u64: |number| *number;
    usize: |number| *number;
    i8: |number| *number;
    i16: |number| *number;
    i32: |number| *number;
    i64: |number| *number;
    isize: |number| *number;
}
