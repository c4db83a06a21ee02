/// Whether, and when, a request that failed may be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Retry {
    /// Sending it again never helps.
    Never,
    /// The request, or the state that it conflicts with, has to change first.
    AfterChange,
    /// The same request may be sent again later; a `Retry-After` that came with the answer says when.
    AfterDelay,
}

impl Retry {
    /// The advice as a catalog writes it: `never`, `after-change` or `after-delay`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::AfterChange => "after-change",
            Self::AfterDelay => "after-delay",
        }
    }
}
