use api_error_catalog::ApiErrorCatalog;

#[derive(Clone, Debug, PartialEq, ApiErrorCatalog)]
#[catalog("services/imported/mail.toml", of = MailErrorCode)]
pub enum AddressError {
    Malformed {
        value: String,
    },
    NoMailbox {
        address: String,
    },
}

#[derive(Debug, ApiErrorCatalog)]
#[catalog("services/imported/mail.toml")]
pub enum MailError {
    #[catalog(transparent)]
    Address(#[from] AddressError),
    TooLarge {
        size: usize,
        most: usize,
    },
    Queue(#[from] std::io::Error),
    NoMessage,
}
