//! A request, and the answer that is expected of every service that is asked.

use crate::client::Answer;

pub(crate) const API_KEY: &str = "Bearer key-shop";

#[derive(Clone, Debug)]
pub(crate) struct Exchange {
    pub(crate) method: &'static str,
    pub(crate) path: &'static str,
    pub(crate) authorization: Option<&'static str>,
    pub(crate) accept_language: Option<&'static str>,
    pub(crate) media_type: Option<&'static str>,
    pub(crate) request_id: Option<&'static str>,
    pub(crate) body: String,
    /// The status of an answer that is no error.
    success: u16,
    pub(crate) error: Option<ExpectedError>,
    headers: Vec<(&'static str, &'static str)>,
}

#[derive(Clone, Debug)]
pub(crate) struct ExpectedError {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: &'static str,
    /// What is behind it, the outermost cause first: for the log, and no one else.
    pub(crate) causes: Vec<&'static str>,
}

pub(crate) fn get(path: &'static str) -> Exchange {
    Exchange::new("GET", path)
}

pub(crate) fn post(path: &'static str, json: &str) -> Exchange {
    let media_type = Some("application/json");
    Exchange { media_type, body: json.into(), ..Exchange::new("POST", path) }
}

impl Exchange {
    pub(crate) fn new(method: &'static str, path: &'static str) -> Self {
        Self {
            method,
            path,
            authorization: Some(API_KEY),
            accept_language: None,
            media_type: None,
            request_id: Some("req-7f"),
            body: String::new(),
            success: 200,
            error: None,
            headers: Vec::new(),
        }
    }

    pub(crate) fn authorized_by(self, authorization: impl Into<Option<&'static str>>) -> Self {
        Self { authorization: authorization.into(), ..self }
    }

    pub(crate) fn in_language(self, accept_language: impl Into<Option<&'static str>>) -> Self {
        Self { accept_language: accept_language.into(), ..self }
    }

    pub(crate) fn of_type(self, media_type: impl Into<Option<&'static str>>) -> Self {
        Self { media_type: media_type.into(), ..self }
    }

    pub(crate) fn without_request_id(self) -> Self {
        Self { request_id: None, ..self }
    }

    pub(crate) fn with_request_id(self) -> Self {
        Self { request_id: Some("req-7f"), ..self }
    }

    pub(crate) fn by_method(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    pub(crate) fn succeeds(self, status: u16) -> Self {
        Self { success: status, ..self }
    }

    pub(crate) fn fails(self, status: u16, code: &'static str, message: &'static str) -> Self {
        Self { error: Some(ExpectedError { status, code, message, causes: Vec::new() }), ..self }
    }

    pub(crate) fn because<const N: usize>(mut self, causes: [&'static str; N]) -> Self {
        self.error.as_mut().expect("an error").causes = causes.into();
        self
    }

    pub(crate) fn with_header(mut self, name: &'static str, value: &'static str) -> Self {
        self.headers.push((name, value));
        self
    }

    /// Holds an answer against what is expected: status, headers, every byte of an error's body, and
    /// the line in the log.
    pub(crate) fn check(&self, answer: &Answer) {
        self.check_answer(answer);
        assert_eq!(answer.log, Vec::from_iter(self.log_line()), "{self:?}");
    }

    /// As actix-web puts it, where that is otherwise: its own words for a path, and the methods of a route, where
    /// `HEAD` is not there by itself.
    pub(crate) fn in_actix(mut self) -> Self {
        for (_, value) in self.headers.iter_mut().filter(|(name, _)| *name == "allow") {
            *value = "GET";
        }
        if let Some(error) = self.error.as_mut().filter(|error| error.code == "invalid-path") {
            error.message = "The path has a part of the wrong type. Invalid URL: can not parse \"seven\" to a u32";
        }
        self
    }

    /// Holds the log against the same, with a line for each event. Where a framework has rejected the request, its sentence is behind
    /// the line, unless the message has it.
    pub(crate) fn check_log_of_framework(&self, answer: &Answer) {
        let Some(expected) = self.event() else { return assert_eq!(answer.log, [""; 0]) };
        let [line] = &answer.log[..] else { panic!("{self:?}\n{answer:?}") };
        let sentence = line.strip_prefix(&expected).expect("the line that is expected");
        let is_apart = self.error.as_ref().is_some_and(|error| matches!(error.status, 413 | 415));
        assert_eq!(!sentence.is_empty(), is_apart, "{line}");
        assert!(sentence.is_empty() || !answer.text().contains(sentence), "{line}");
    }

    fn log_line(&self) -> Option<String> {
        let Self { method, path, error, .. } = self;
        let ExpectedError { status, code, message, causes } = error.as_ref()?;
        let request_id = self.request_id.unwrap_or("generated");
        let mut line = format!("{request_id} {method} {path}: {status} {code}: {message}");
        for cause in causes {
            line.extend([": ", cause]);
        }
        Some(line)
    }

    /// What an event of the features says.
    fn event(&self) -> Option<String> {
        let Self { method, path, error, .. } = self;
        let ExpectedError { status, code, message, causes } = error.as_ref()?;
        let request_id = self.request_id.unwrap_or("generated");
        let mut line = format!("{method} {path} {status} {code} {request_id}: {message}");
        for cause in causes {
            line.extend([": ", cause]);
        }
        Some(line)
    }

    /// Holds an answer against what is expected: status, headers, and every byte of an error's body.
    pub(crate) fn check_answer(&self, answer: &Answer) {
        let told = format!("{self:?}\n{answer:?}\n{}", answer.text());
        let request_id = self.request_id.unwrap_or("generated");
        assert_eq!(answer.header("x-request-id"), Some(request_id), "{told}");
        assert_eq!(answer.header("content-type"), Some("application/json"), "{told}");
        for name in ["allow", "retry-after", "www-authenticate"] {
            let expected = self.headers.iter().find(|(expected, _)| *expected == name);
            assert_eq!(answer.header(name), expected.map(|(_, value)| *value), "{name} of {told}");
        }
        let Some(ExpectedError { status, code, message, .. }) = &self.error else {
            assert_eq!(answer.status, self.success, "{told}");
            return;
        };
        assert_eq!(answer.status, *status, "{told}");
        let message_json = serde_json::to_string(message).expect("JSON");
        let body = format!(
            r#"{{"status":{status},"code":"{code}","message":{message_json},"request_id":"{request_id}"}}"#
        );
        assert_eq!(answer.text(), body, "{told}");
    }
}
