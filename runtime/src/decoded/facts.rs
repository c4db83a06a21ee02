//! What the catalog says of an answer.

use api_error_catalog_core::fact::{Actor, Effect, GrpcCode, Retry};

use super::Decoded;

impl<C> Decoded<C> {
    /// A short name of the error, or of the status; `None` where the catalog knows nothing of it.
    pub fn title(&self, locale: &str) -> Option<&'static str> {
        self.answer().title(locale)
    }

    /// What the answer means; `None` where the catalog knows nothing of it.
    pub fn description(&self, locale: &str) -> Option<&'static str> {
        self.answer().description(locale)
    }

    /// What to do next; `None` where the catalog does not say.
    pub fn action(&self, locale: &str) -> Option<&'static str> {
        self.answer().action(locale)
    }

    /// What to tell the person who uses the app; `None` where the catalog has no such text. What the
    /// API itself wrote, [`message`](Self::message), is for developers.
    pub fn user_message(&self, locale: &str) -> Option<&'static str> {
        self.answer().user_message(locale)
    }

    /// Whether sending the request again can help; `None` where nothing says so. A delay that the answer
    /// itself [says](Self::retry_after) wins over the catalog. [`effect`](Self::effect) says whether a program may do
    /// so by itself.
    pub fn retry(&self) -> Option<Retry> {
        self.answer().retry()
    }

    /// What [`retry`](Self::retry) gives; `default` where nothing says so.
    ///
    /// ```
    /// # use api_error_catalog::{ApiErrorCatalog, Retry};
    /// # #[derive(ApiErrorCatalog)]
    /// # #[catalog("examples/wallet.toml")]
    /// # pub enum Wallet {}
    /// assert_eq!(Wallet::decode(402, b"").retry_or(Retry::Never), Retry::AfterChange);
    /// assert_eq!(Wallet::decode(418, b"").retry_or(Retry::Never), Retry::Never);
    /// ```
    pub fn retry_or(&self, default: Retry) -> Retry {
        self.answer().retry_or(default)
    }

    /// Who has to act; `None` where nothing says so.
    pub fn actor(&self) -> Option<Actor> {
        self.answer().actor()
    }

    /// The code of gRPC: what the catalog says of the code or the status, else [`GrpcCode::of_status`].
    pub fn grpc(&self) -> GrpcCode {
        self.answer().grpc()
    }

    /// A link to the documentation of the code, or of the status; `None` where the catalog has none.
    /// [`Catalog::docs`](crate::Catalog::docs) is that of the API.
    pub fn docs(&self) -> Option<&'static str> {
        self.answer().docs()
    }

    /// Whether the request that was answered may have taken effect: what the catalog says of the code
    /// or the status, else [`Effect::of_status`]. [`Unknown`](Effect::Unknown) where the catalog knows
    /// neither of an answer that is no success.
    ///
    /// A program may send a request again by itself where [`retry`](Self::retry) says
    /// [`AfterDelay`](Retry::AfterDelay) and the effect is [`None`](Effect::None). With any other
    /// effect it might pay twice: it has to look first.
    ///
    /// ```
    /// use api_error_catalog::{ApiErrorCatalog, Decoded, Effect, Retry};
    ///
    /// #[derive(ApiErrorCatalog)]
    /// #[catalog("examples/wallet.toml")]
    /// pub enum Wallet {}
    ///
    /// fn may_be_sent_again<C>(answer: &Decoded<C>) -> bool {
    ///     answer.retry() == Some(Retry::AfterDelay) && answer.effect() == Effect::None
    /// }
    ///
    /// // 429 refuses a request before it is carried out.
    /// assert!(may_be_sent_again(&Wallet::decode(429, br#"{"code":"limit-exceeded"}"#)));
    /// // 503 passes, too, but the payment may have been made.
    /// let answer = Wallet::decode(503, b"");
    /// assert_eq!((answer.retry(), answer.effect()), (Some(Retry::AfterDelay), Effect::Unknown));
    /// ```
    pub fn effect(&self) -> Effect {
        self.answer().effect()
    }
}
