//! The same catalog in a client, in a server, and in others.

pub mod client {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("doubtful.toml")]
    pub enum Errors {}
}

pub mod server {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("doubtful.toml")]
    pub enum Errors {
        NoSession,
    }
}

pub mod settled {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("settled.toml")]
    pub enum Errors {
        NoSession,
    }
}

pub mod many {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("many.toml")]
    pub enum Errors {}
}

pub mod allowed {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("doubtful.toml")]
    #[allow(dead_code, deprecated)]
    pub enum Errors {}
}

pub mod retired {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("retired.toml")]
    pub enum Errors {}

    /// Naming the variant is warned of; nothing in the expansion is.
    pub fn names_it() -> u16 {
        ErrorsCode::Teapot.status()
    }
}

/// What the expansion names is named by the enum, which says what is thought of that.
pub mod deprecated {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug)]
    #[deprecated]
    pub struct Old;

    #[allow(deprecated)]
    impl std::fmt::Display for Old {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("old")
        }
    }

    #[allow(deprecated)]
    impl std::error::Error for Old {}

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("settled.toml")]
    #[expect(deprecated)]
    pub enum OnTheEnum {
        NoSession(#[from] Old),
    }

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("settled.toml")]
    pub enum OnTheVariant {
        #[expect(deprecated)]
        NoSession(#[from] Old),
    }

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("settled.toml")]
    #[deprecated]
    pub enum Itself {
        #[deprecated]
        NoSession,
    }
}

/// The compiler sees nothing in the enum that is expected there.
pub mod expected {
    use api_error_catalog::ApiErrorCatalog;

    #[derive(Debug, ApiErrorCatalog)]
    #[catalog("doubtful.toml")]
    #[allow(unfulfilled_lint_expectations)]
    #[expect(deprecated)]
    pub enum Errors {}
}
