//! Errors of a mail service: two enums in modules, one inside of the other, mapped by `actix_web`.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

pub mod address {
    use thiserror::Error;

    #[derive(Clone, Debug, Error, PartialEq)]
    pub enum AddressError {
        #[error("`{0}` is no address")]
        Malformed(String),
        #[error("the domain of {address} takes no mail")]
        NoMailbox { address: String },
    }

    impl AddressError {
        pub(super) fn status(&self) -> super::StatusCode {
            match *self {
                Self::Malformed(_) => super::StatusCode::BAD_REQUEST,
                Self::NoMailbox { .. } => super::StatusCode::UNPROCESSABLE_ENTITY,
            }
        }
    }
}

pub mod sending {
    use super::*;

    #[derive(Debug, thiserror::Error)]
    pub enum MailError {
        #[error(transparent)]
        Address(#[from] super::address::AddressError),
        #[error("message of {size} bytes is larger than {most}")]
        TooLarge { size: usize, most: usize },
        #[error("the queue is full: {0}")]
        Queue(#[from] std::io::Error),
        #[error("no such message")]
        NoMessage,
    }

    impl ResponseError for MailError {
        fn status_code(&self) -> StatusCode {
            self.status()
        }

        fn error_response(&self) -> HttpResponse {
            HttpResponse::build(self.status_code()).body(self.to_string())
        }
    }

    impl MailError {
        fn status(&self) -> StatusCode {
            match self {
                MailError::Address(inner) => inner.status(),
                MailError::TooLarge { .. } => StatusCode::PAYLOAD_TOO_LARGE,
                MailError::Queue(..) => service_unavailable(),
                other => {
                    let _ = other;
                    StatusCode::NOT_FOUND
                }
            }
        }
    }

    fn service_unavailable() -> StatusCode {
        StatusCode::SERVICE_UNAVAILABLE
    }
}
