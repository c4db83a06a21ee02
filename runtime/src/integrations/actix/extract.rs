//! actix-web's extractors, with rejections that say what is wrong.

use core::future::{Future, Ready, ready};
use core::ops::{Deref, DerefMut};
use core::pin::Pin;
use core::task::{Context, Poll};

use actix_web::dev::Payload;
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, Responder, web};
use pin_project_lite::pin_project;
use serde_core::Serialize;
use serde_core::de::DeserializeOwned;

use super::noting::Noting;
use super::rejection::{of_form, of_json, of_path, of_query};

/// `web::Json`, as an extractor and as a response; what it rejects is a [`Rejection`](super::Rejection).
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Json<T>(pub T);

/// `web::Path`; what it rejects is a [`Rejection`](super::Rejection) with 400, as others of a request are, and not
/// 404.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path<T>(pub T);

/// `web::Query`; what it rejects is a [`Rejection`](super::Rejection).
#[derive(Clone, Copy, Debug, Default)]
pub struct Query<T>(pub T);

/// `web::Form`, as an extractor and as a response; what it rejects is a [`Rejection`](super::Rejection).
#[derive(Clone, Copy, Debug, Default)]
#[must_use]
pub struct Form<T>(pub T);

/// What a wrapper is as the thing that it wraps.
macro_rules! wrappers {
    ($($name:ident)*) => {
        $(
            impl<T> $name<T> {
                /// The value.
                pub fn into_inner(self) -> T {
                    self.0
                }
            }

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

pin_project! {
    /// One of actix-web's extractors at work.
    pub struct Extracting<F: Future, T> {
        #[pin]
        inner: F,
        finish: fn(F::Output) -> Result<T, Error>,
    }
}

impl<F: Future, T> Future for Extracting<F, T> {
    type Output = Result<T, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        // What is noted of a value is taken in the same call.
        this.inner.poll(context).map(this.finish)
    }
}

impl<T: DeserializeOwned> FromRequest for Json<T> {
    type Error = Error;
    type Future = Extracting<<web::Json<Noting<T>> as FromRequest>::Future, Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let inner = web::Json::<Noting<T>>::from_request(request, payload);
        let finish = |read: Result<web::Json<Noting<T>>, Error>| match read {
            Ok(web::Json(Noting(value))) => Ok(Self(value)),
            Err(error) => Err(of_json(error)),
        };
        Extracting { inner, finish }
    }
}

impl<T: Serialize> Responder for Json<T> {
    type Body = <web::Json<T> as Responder>::Body;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<Self::Body> {
        web::Json(self.0).respond_to(request)
    }
}

impl<T: DeserializeOwned> FromRequest for Path<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = web::Path::<Noting<T>>::from_request(request, payload).into_inner();
        ready(match read {
            Ok(path) => Ok(Self(path.into_inner().0)),
            Err(error) => Err(of_path(error, request)),
        })
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = web::Query::<Noting<T>>::from_request(request, payload).into_inner();
        ready(match read {
            Ok(web::Query(Noting(value))) => Ok(Self(value)),
            Err(error) => Err(of_query(error)),
        })
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Form<T> {
    type Error = Error;
    type Future = Extracting<<web::Form<Noting<T>> as FromRequest>::Future, Self>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let inner = web::Form::<Noting<T>>::from_request(request, payload);
        let finish = |read: Result<web::Form<Noting<T>>, Error>| match read {
            Ok(web::Form(Noting(value))) => Ok(Self(value)),
            Err(error) => Err(of_form(error)),
        };
        Extracting { inner, finish }
    }
}

impl<T: Serialize> Responder for Form<T> {
    type Body = <web::Form<T> as Responder>::Body;

    fn respond_to(self, request: &HttpRequest) -> HttpResponse<Self::Body> {
        web::Form(self.0).respond_to(request)
    }
}
