//! The service that the layer makes.

use alloc::boxed::Box;
use alloc::sync::Arc;
use core::any::Any;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use ::axum::BoxError;
use ::axum::body::{Body, Bytes, HttpBody};
use ::axum::extract::DefaultBodyLimit;
use ::axum::response::Response;
use http::header::HeaderName;
use http::{HeaderValue, Request};
use pin_project_lite::pin_project;
use tower_service::Service;

use super::request::Kept;
use super::response::{Written, write};
use super::sentence::sentence;
use crate::__private_1::http_status;
use crate::catalog_error::CatalogError as _;
use crate::integrations::ErrorEvent;
use crate::integrations::answer::{Answer, missing_header};
use crate::integrations::foreign::{Foreign, PassThrough, catch_panic};
use crate::integrations::rejected::Rejected;
use crate::integrations::settings::Settings;
use crate::sent::Sent;

/// A service whose errors are written for the request that they answer. [`ErrorLayer`](super::ErrorLayer) makes
/// it.
#[derive(Clone)]
pub struct ErrorService<S> {
    inner: S,
    settings: Arc<Settings>,
    request_id_header: HeaderName,
}

impl<S> ErrorService<S> {
    pub(super) fn new(inner: S, settings: Arc<Settings>, request_id_header: HeaderName) -> Self {
        Self { inner, settings, request_id_header }
    }

    /// The id that the answer is to have, which is made where the request lacks it; `None` where ids are others'
    /// business.
    fn add_request_id<B>(&self, request: &mut Request<B>, kept: &mut Kept) -> Option<HeaderValue> {
        let make = self.settings.make_request_id.as_ref()?;
        if let Some(id) = kept.request_id() {
            return Some(id.clone());
        }
        let id = HeaderValue::try_from(make()).ok()?;
        request.headers_mut().insert(&self.request_id_header, id.clone());
        kept.set_request_id(id.clone());
        Some(id)
    }
}

impl<S: core::fmt::Debug> core::fmt::Debug for ErrorService<S> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ErrorService").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl<S, B, R> Service<Request<B>> for ErrorService<S>
where
    S: Service<Request<B>, Response = http::Response<R>>,
    R: HttpBody<Data = Bytes> + Send + 'static,
    R::Error: Into<BoxError>,
{
    type Response = Response;
    type Error = S::Error;
    type Future = ErrorFuture<S::Future>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<B>) -> Self::Future {
        let mut kept = Kept::of(&request, &self.request_id_header);
        let id = self.add_request_id(&mut request, &mut kept);
        if let Some(limit) = self.settings.body_limit {
            DefaultBodyLimit::max(limit).apply(&mut request);
        }
        let called = catch_unwind(AssertUnwindSafe(|| self.inner.call(request)));
        let (inner, panic) = match called {
            Ok(inner) => (Some(inner), None),
            Err(panic) => (None, Some(panic)),
        };
        let settings = Arc::clone(&self.settings);
        let request_id_header = self.request_id_header.clone();
        ErrorFuture { inner, panic, work: Work { settings, kept, request_id_header, id } }
    }
}

pin_project! {
    /// The response of an [`ErrorService`], as it comes to be.
    pub struct ErrorFuture<F> {
        #[pin]
        inner: Option<F>,
        // What `call` has panicked with.
        panic: Option<Box<dyn Any + Send>>,
        work: Work,
    }
}

impl<F, R, E> Future for ErrorFuture<F>
where
    F: Future<Output = Result<http::Response<R>, E>>,
    R: HttpBody<Data = Bytes> + Send + 'static,
    R::Error: Into<BoxError>,
{
    type Output = Result<Response, E>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Some(panic) = mem::take(this.panic) {
            return Poll::Ready(Ok(this.work.panicked(panic)));
        }
        let Some(inner) = this.inner.as_pin_mut() else { return Poll::Pending };
        // What a handler leaves behind when it panics is its own, and is not looked at any more.
        match catch_unwind(AssertUnwindSafe(|| inner.poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(response)) => Poll::Ready(response.map(|r| this.work.finish(r))),
            Err(panic) => Poll::Ready(Ok(this.work.panicked(panic))),
        }
    }
}

/// What is to be done with a response.
struct Work {
    settings: Arc<Settings>,
    kept: Kept,
    request_id_header: HeaderName,
    id: Option<HeaderValue>,
}

impl Work {
    /// The response as it is, or as an error of the catalog.
    fn finish<R>(&self, response: http::Response<R>) -> Response
    where
        R: HttpBody<Data = Bytes> + Send + 'static,
        R::Error: Into<BoxError>,
    {
        let extensions = response.extensions();
        if extensions.get::<PassThrough>().is_some() || extensions.get::<Written>().is_some() {
            return self.with_id(response.map(Body::new));
        }
        let is_error = response.status().is_client_error() || response.status().is_server_error();
        // Somebody may have made a success of an error.
        let error = extensions.get::<Sent>().filter(|error| is_error || error.status() < 400);
        if let Some(error) = error.cloned() {
            return self.write(&error, response.map(|_| Body::empty()));
        }
        let is_caught = is_error && self.settings.catalog.catches().len() > 0;
        if is_caught { self.replace(response) } else { self.with_id(response.map(Body::new)) }
    }

    /// An answer that is no error of a catalog as the one that stands for it.
    fn replace<R>(&self, response: http::Response<R>) -> Response
    where
        R: HttpBody<Data = Bytes> + Send + 'static,
        R::Error: Into<BoxError>,
    {
        let status = response.status().as_u16();
        let foreign = Foreign::new(status, response.extensions().get::<Rejected>().cloned());
        let Some(entry) = foreign.entry(&self.settings) else {
            return self.with_id(response.map(Body::new));
        };
        let (parts, body) = response.into_parts();
        let sentence = foreign.sentence.or_else(|| sentence(body, &parts.headers));
        let asked = self.kept.asked(parts.headers.get(&self.request_id_header));
        let caught = Foreign { sentence, ..foreign }.catch(entry, &asked, &self.settings);
        let mut response = Response::from_parts(parts, Body::empty());
        *response.status_mut() = http_status(caught.status());
        self.write(&Sent::new(caught), response)
    }

    /// What a panic is answered with. Where the catalog has nothing for it, it goes on.
    fn panicked(&self, panic: Box<dyn Any + Send>) -> Response {
        let asked = self.kept.asked(None);
        let Some(caught) = catch_panic(&*panic, &asked, &self.settings) else {
            resume_unwind(panic)
        };
        let mut response = Response::new(Body::empty());
        *response.status_mut() = http_status(caught.status());
        self.write(&Sent::new(caught), response)
    }

    /// Writes an error for the request, and reports it.
    fn write(&self, error: &Sent, response: Response) -> Response {
        let mut response = self.with_id(response);
        let id = response.headers().get(&self.request_id_header).cloned();
        let asked = self.kept.asked(id.as_ref());
        let answer = Answer::to(&asked, &**error);
        let locale = answer.locale;
        write(answer, &mut response, &self.kept.method);
        let status = response.status().as_u16();
        // Of 405, axum adds `Allow` when the response has left all layers.
        let missing =
            missing_header(status, |name| status == 405 || response.headers().contains_key(name));
        self.settings.report(&ErrorEvent::of_answer(&**error, &asked, status, locale, missing));
        response.extensions_mut().insert(error.clone());
        response.extensions_mut().insert(Written);
        response
    }

    /// With the id of the request, where it is to have it.
    fn with_id(&self, mut response: Response) -> Response {
        if let Some(id) = &self.id {
            let header = response.headers_mut().entry(&self.request_id_header);
            header.or_insert_with(|| id.clone());
        }
        response
    }
}
