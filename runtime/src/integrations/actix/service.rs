//! The service that the middleware makes.

use alloc::boxed::Box;
use alloc::rc::Rc;
use alloc::sync::Arc;
use core::any::Any;
use core::cell::OnceCell;
use core::future::Future;
use core::mem;
use core::pin::Pin;
use core::task::{Context, Poll};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use actix_web::body::{EitherBody, MessageBody};
use actix_web::dev::{Extensions, Service, ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::web::{Data, FormConfig, JsonConfig, PayloadConfig};
use actix_web::{Error, HttpResponse};
use pin_project_lite::pin_project;

use super::rejection::rejected;
use super::request::Kept;
use super::response::{Answered, Written, as_code, sentence, write};
use crate::catalog_error::CatalogError as _;
use crate::integrations::ErrorEvent;
use crate::integrations::answer::{Answer, missing_header};
use crate::integrations::foreign::{Foreign, PassThrough, catch_panic};
use crate::integrations::settings::Settings;
use crate::sent::Sent;

/// A service whose errors are written for the request that they answer.
/// [`ErrorMiddleware`](super::ErrorMiddleware) makes it.
pub struct ErrorService<S> {
    inner: S,
    settings: Arc<Settings>,
    request_id_header: HeaderName,
    /// What limits the bodies of requests. All requests that come by here have the same data of the app.
    limits: OnceCell<Rc<Extensions>>,
}

impl<S> ErrorService<S> {
    pub(super) fn new(inner: S, settings: Arc<Settings>, request_id_header: HeaderName) -> Self {
        Self { inner, settings, request_id_header, limits: OnceCell::new() }
    }

    /// The id that the answer is to have, which is made where the request lacks it; `None` where ids are others'
    /// business.
    fn add_request_id(&self, request: &mut ServiceRequest, kept: &mut Kept) -> Option<HeaderValue> {
        let make = self.settings.make_request_id.as_ref()?;
        if let Some(id) = kept.request_id() {
            return Some(id.clone());
        }
        let id = HeaderValue::try_from(make()).ok()?;
        request.headers_mut().insert(self.request_id_header.clone(), id.clone());
        kept.set_request_id(id.clone());
        Some(id)
    }
}

/// What the app says of extractors, with a limit of bytes.
fn limited(request: &ServiceRequest, bytes: usize) -> Rc<Extensions> {
    let mut limits = Extensions::new();
    limits.insert(config_of::<JsonConfig>(request).limit(bytes));
    limits.insert(config_of::<FormConfig>(request).limit(bytes));
    limits.insert(config_of::<PayloadConfig>(request).limit(bytes));
    Rc::new(limits)
}

/// As extractors look for it.
fn config_of<C: Clone + Default + 'static>(request: &ServiceRequest) -> C {
    let config = request.app_data::<C>();
    let config = config.or_else(|| Some(request.app_data::<Data<C>>()?.get_ref()));
    config.cloned().unwrap_or_default()
}

impl<S: core::fmt::Debug> core::fmt::Debug for ErrorService<S> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("ErrorService").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl<S, B> Service<ServiceRequest> for ErrorService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = ErrorFuture<S::Future>;

    fn poll_ready(&self, context: &mut Context<'_>) -> Poll<Result<(), Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&self, mut request: ServiceRequest) -> Self::Future {
        let mut kept = Kept::of(&request, &self.request_id_header);
        let id = self.add_request_id(&mut request, &mut kept);
        if let Some(bytes) = self.settings.body_limit {
            let limits = self.limits.get_or_init(|| limited(&request, bytes));
            request.add_data_container(Rc::clone(limits));
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

impl<F, B> Future for ErrorFuture<F>
where
    F: Future<Output = Result<ServiceResponse<B>, Error>>,
    B: MessageBody + 'static,
{
    type Output = Result<ServiceResponse<EitherBody<B>>, Error>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let this = self.project();
        if let Some(panic) = mem::take(this.panic) {
            return Poll::Ready(Err(this.work.panicked(panic)));
        }
        let Some(inner) = this.inner.as_pin_mut() else { return Poll::Pending };
        // What a handler leaves behind when it panics is its own, and is not looked at any more.
        match catch_unwind(AssertUnwindSafe(|| inner.poll(context))) {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(Ok(response))) => {
                let (request, response) = response.into_parts();
                Poll::Ready(Ok(ServiceResponse::new(request, this.work.finish(response))))
            }
            Ok(Poll::Ready(Err(error))) => Poll::Ready(Err(this.work.failed(&error))),
            Err(panic) => Poll::Ready(Err(this.work.panicked(panic))),
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
    fn finish<B: MessageBody + 'static>(
        &self,
        response: HttpResponse<B>,
    ) -> HttpResponse<EitherBody<B>> {
        match self.rewrite(response, None) {
            Ok(written) => written.map_into_right_body(),
            Err(response) => response.map_into_left_body(),
        }
    }

    /// What is given for an error of another middleware. The request is gone by then, so that it is no response.
    fn failed(&self, error: &Error) -> Error {
        let (Ok(response) | Err(response)) = self.rewrite(error.error_response(), Some(error));
        Answered::new(response).into()
    }

    /// A response as an error of the catalog, or else as it is. It has its error with it, unless it was made of one
    /// just now.
    fn rewrite<B: MessageBody + 'static>(
        &self,
        response: HttpResponse<B>,
        made_of: Option<&Error>,
    ) -> Result<HttpResponse, HttpResponse<B>> {
        let response = self.with_id(response);
        if is_final(&response) {
            return Err(response);
        }
        let status = response.status();
        let is_error = status.is_client_error() || status.is_server_error();
        let sent = response.extensions().get::<Sent>().cloned();
        // Somebody may have made a success of an error.
        if let Some(error) = sent.filter(|error| is_error || error.status() < 400) {
            return Ok(self.write(&error, response.drop_body()));
        }
        if !is_error || self.settings.catalog.catches().len() == 0 {
            return Err(response);
        }
        let foreign = foreign(&response, made_of.or_else(|| response.error()));
        let Some(entry) = foreign.entry(&self.settings) else { return Err(response) };
        let (mut response, body) = response.into_parts();
        let sentence = foreign.sentence.or_else(|| sentence(body, response.headers()));
        let asked = self.kept.asked(response.headers().get(&self.request_id_header));
        let caught = Foreign { sentence, ..foreign }.catch(entry, &asked, &self.settings);
        *response.status_mut() = as_code(caught.status());
        Ok(self.write(&Sent::new(caught), response))
    }

    /// What a panic is answered with. Where the catalog has nothing for it, it goes on.
    fn panicked(&self, panic: Box<dyn Any + Send>) -> Error {
        let asked = self.kept.asked(None);
        let Some(caught) = catch_panic(&*panic, &asked, &self.settings) else {
            resume_unwind(panic)
        };
        let response = HttpResponse::new(as_code(caught.status())).drop_body();
        Answered::new(self.write(&Sent::new(caught), self.with_id(response))).into()
    }

    /// Writes an error for the request, and reports it.
    fn write(&self, error: &Sent, response: HttpResponse<()>) -> HttpResponse {
        let id = response.headers().get(&self.request_id_header).cloned();
        let asked = self.kept.asked(id.as_ref());
        let answer = Answer::to(&asked, &**error);
        let locale = answer.locale;
        let mut response = write(answer, response);
        let status = response.status().as_u16();
        let missing = missing_header(status, |name| response.headers().contains_key(name));
        self.settings.report(&ErrorEvent::of_answer(&**error, &asked, status, locale, missing));
        let mut extensions = response.extensions_mut();
        extensions.insert(error.clone());
        extensions.insert(Written);
        drop(extensions);
        response
    }

    /// With the id of the request, where it is to have it.
    fn with_id<B>(&self, mut response: HttpResponse<B>) -> HttpResponse<B> {
        if let Some(id) = &self.id
            && !response.headers().contains_key(&self.request_id_header)
        {
            response.headers_mut().insert(self.request_id_header.clone(), id.clone());
        }
        response
    }
}

/// Whether a response stays as it is.
fn is_final<B>(response: &HttpResponse<B>) -> bool {
    let extensions = response.extensions();
    extensions.contains::<PassThrough>() || extensions.contains::<Written>()
}

/// A response in words of no framework. What an extractor of actix-web's rejects has another status than its
/// response, where that says less.
fn foreign<B>(response: &HttpResponse<B>, error: Option<&Error>) -> Foreign {
    let status = response.status();
    // Somebody may have given it another status.
    let error = error.filter(|error| error.as_response_error().status_code() == status);
    match error.and_then(rejected) {
        Some((rejected, status)) => Foreign::new(status.as_u16(), Some(rejected)),
        None => Foreign::new(status.as_u16(), None),
    }
}
