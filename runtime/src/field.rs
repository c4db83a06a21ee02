//! Fields of an error as the values of parameters. A field may have any type that is `Display`; text
//! and whole numbers are taken as they are, and anything else is written into a string.

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::string::String;
use core::fmt::{Display, Write as _};

use api_error_catalog_core::SlotValue;

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
        let mut text = String::new();
        let _ = write!(text, "{}", self.display);
        Some(SlotValue::from(text))
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
