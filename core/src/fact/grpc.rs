//! The codes of gRPC.

use super::Word;

words! {
    /// The code of gRPC that stands for an error: one of `google.rpc.Code`, without `OK`.
    GrpcCode {
        /// The caller cancelled the request.
        Cancelled = "CANCELLED",
        /// Nothing more is known.
        Unknown = "UNKNOWN",
        /// The request is wrong, whatever the state of the system.
        InvalidArgument = "INVALID_ARGUMENT",
        /// It took too long.
        DeadlineExceeded = "DEADLINE_EXCEEDED",
        /// What is asked for is not there.
        NotFound = "NOT_FOUND",
        /// What is to be made is there.
        AlreadyExists = "ALREADY_EXISTS",
        /// The caller may not do that.
        PermissionDenied = "PERMISSION_DENIED",
        /// A quota is used up.
        ResourceExhausted = "RESOURCE_EXHAUSTED",
        /// The system is not in the state that the request needs.
        FailedPrecondition = "FAILED_PRECONDITION",
        /// Another request was in the way.
        Aborted = "ABORTED",
        /// It reaches beyond the end of what is there.
        OutOfRange = "OUT_OF_RANGE",
        /// The method is not there, or not for this.
        Unimplemented = "UNIMPLEMENTED",
        /// Something is broken.
        Internal = "INTERNAL",
        /// It passes by itself.
        Unavailable = "UNAVAILABLE",
        /// Data is lost for good.
        DataLoss = "DATA_LOSS",
        /// Nobody knows who the caller is.
        Unauthenticated = "UNAUTHENTICATED",
    }
}

impl GrpcCode {
    /// The code of an HTTP status where no catalog says another: as `google/rpc/code.proto` maps them, and beyond
    /// it, [`FailedPrecondition`](Self::FailedPrecondition) for any other 4xx, [`Internal`](Self::Internal) for
    /// any other 5xx, and [`Unknown`](Self::Unknown) for what is no error.
    pub const fn of_status(status: u16) -> Self {
        match status {
            400 | 411 | 413..=415 | 422 | 431 => Self::InvalidArgument,
            401 => Self::Unauthenticated,
            403 => Self::PermissionDenied,
            404 | 410 => Self::NotFound,
            405 | 501 => Self::Unimplemented,
            408 | 504 => Self::DeadlineExceeded,
            409 => Self::Aborted,
            416 => Self::OutOfRange,
            429 => Self::ResourceExhausted,
            499 => Self::Cancelled,
            402 | 406..=498 => Self::FailedPrecondition,
            502 | 503 => Self::Unavailable,
            500..=599 => Self::Internal,
            _ => Self::Unknown,
        }
    }

    /// The HTTP status of a code, as `google/rpc/code.proto` maps them.
    pub const fn http_status(self) -> u16 {
        match self {
            Self::Cancelled => 499,
            Self::InvalidArgument | Self::FailedPrecondition | Self::OutOfRange => 400,
            Self::DeadlineExceeded => 504,
            Self::NotFound => 404,
            Self::AlreadyExists | Self::Aborted => 409,
            Self::PermissionDenied => 403,
            Self::ResourceExhausted => 429,
            Self::Unimplemented => 501,
            Self::Unavailable => 503,
            Self::Unauthenticated => 401,
            Self::Unknown | Self::Internal | Self::DataLoss => 500,
        }
    }

    /// The code that a catalog says, or else that of a status.
    pub(crate) const fn said_or_of(word: Option<Word>, status: u16) -> Self {
        match Self::from_word(word) {
            Some(code) => code,
            None => Self::of_status(status),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_that_of_its_status_unless_another_has_it() {
        let others: alloc::vec::Vec<_> = GrpcCode::ALL
            .iter()
            .filter(|code| GrpcCode::of_status(code.http_status()) != **code)
            .map(|code| code.as_str())
            .collect();
        let expected =
            ["UNKNOWN", "ALREADY_EXISTS", "FAILED_PRECONDITION", "OUT_OF_RANGE", "DATA_LOSS"];
        assert_eq!(others, expected);
    }

    #[test]
    fn every_status_has_a_code() {
        for (status, code) in [
            (200, GrpcCode::Unknown),
            (304, GrpcCode::Unknown),
            (402, GrpcCode::FailedPrecondition),
            (412, GrpcCode::FailedPrecondition),
            (413, GrpcCode::InvalidArgument),
            (451, GrpcCode::FailedPrecondition),
            (498, GrpcCode::FailedPrecondition),
            (505, GrpcCode::Internal),
            (600, GrpcCode::Unknown),
        ] {
            assert_eq!(GrpcCode::of_status(status), code, "{status}");
        }
    }
}
