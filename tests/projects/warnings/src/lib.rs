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
