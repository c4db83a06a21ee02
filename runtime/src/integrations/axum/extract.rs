//! axum's extractors, with rejections that say what is wrong.

use core::ops::{Deref, DerefMut};

use ::axum::extract::rejection::{FormRejection, JsonRejection, PathRejection, QueryRejection};
use ::axum::extract::{
    FromRequest, FromRequestParts, OptionalFromRequest, OptionalFromRequestParts, Path as AxumPath,
    RawPathParams, Request,
};
use ::axum::response::{IntoResponse, Response};
use http::request::Parts;

use super::rejection::Rejection;

/// `axum::Json`, as an extractor and as a response; what it rejects is a [`Rejection`].
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Json<T>(pub T);

/// `axum::extract::Path`; what it rejects is a [`Rejection`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Path<T>(pub T);

/// `axum::extract::Query`; what it rejects is a [`Rejection`].
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

/// `axum::Form`, as an extractor and as a response; what it rejects is a [`Rejection`].
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Form<T>(pub T);

/// What a wrapper is as the thing that it wraps.
macro_rules! wrappers {
    ($($name:ident)*) => {
        $(
            impl<T> Deref for $name<T> {
                type Target = T;

                fn deref(&self) -> &T {
                    &self.0
                }
            }

            impl<T> DerefMut for $name<T> {
                fn deref_mut(&mut self) -> &mut T {
                    &mut self.0
                }
            }

            impl<T> From<T> for $name<T> {
                fn from(value: T) -> Self {
                    Self(value)
                }
            }
        )*
    };
}

wrappers!(Json Path Query Form);

impl<T, S: Send + Sync> FromRequest<S> for Json<T>
where
    ::axum::Json<T>: FromRequest<S, Rejection = JsonRejection>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let ::axum::Json(value) =
            <::axum::Json<T> as FromRequest<S>>::from_request(request, state).await?;
        Ok(Self(value))
    }
}

impl<T, S: Send + Sync> OptionalFromRequest<S> for Json<T>
where
    ::axum::Json<T>: OptionalFromRequest<S, Rejection = JsonRejection>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Option<Self>, Rejection> {
        let value = <::axum::Json<T> as OptionalFromRequest<S>>::from_request(request, state);
        Ok(value.await?.map(|::axum::Json(value)| Self(value)))
    }
}

impl<T> IntoResponse for Json<T>
where
    ::axum::Json<T>: IntoResponse,
{
    fn into_response(self) -> Response {
        ::axum::Json(self.0).into_response()
    }
}

impl<T: Send, S: Send + Sync> FromRequestParts<S> for Path<T>
where
    AxumPath<T>: FromRequestParts<S, Rejection = PathRejection>,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        match <AxumPath<T> as FromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(AxumPath(value)) => Ok(Self(value)),
            Err(rejection) => Err(of_path(&rejection, parts).await),
        }
    }
}

impl<T: Send, S: Send + Sync> OptionalFromRequestParts<S> for Path<T>
where
    AxumPath<T>: OptionalFromRequestParts<S, Rejection = PathRejection>,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Option<Self>, Rejection> {
        match <AxumPath<T> as OptionalFromRequestParts<S>>::from_request_parts(parts, state).await {
            Ok(value) => Ok(value.map(|AxumPath(value)| Self(value))),
            Err(rejection) => Err(of_path(&rejection, parts).await),
        }
    }
}

async fn of_path(rejection: &PathRejection, parts: &mut Parts) -> Rejection {
    let names = RawPathParams::from_request_parts(parts, &()).await.ok();
    Rejection::of_path(rejection, names.as_ref())
}

impl<T, S: Send + Sync> FromRequestParts<S> for Query<T>
where
    ::axum::extract::Query<T>: FromRequestParts<S, Rejection = QueryRejection>,
{
    type Rejection = Rejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Rejection> {
        let value =
            <::axum::extract::Query<T> as FromRequestParts<S>>::from_request_parts(parts, state);
        Ok(Self(value.await?.0))
    }
}

impl<T, S: Send + Sync> FromRequest<S> for Form<T>
where
    ::axum::Form<T>: FromRequest<S, Rejection = FormRejection>,
{
    type Rejection = Rejection;

    async fn from_request(request: Request, state: &S) -> Result<Self, Rejection> {
        let ::axum::Form(value) =
            <::axum::Form<T> as FromRequest<S>>::from_request(request, state).await?;
        Ok(Self(value))
    }
}

impl<T> IntoResponse for Form<T>
where
    ::axum::Form<T>: IntoResponse,
{
    fn into_response(self) -> Response {
        ::axum::Form(self.0).into_response()
    }
}
