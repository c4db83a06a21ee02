//! Chromium without a window, driven by its own protocol through a pipe.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

/// A page of a browser.
pub(crate) struct Browser {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    calls: u64,
    session: Option<String>,
    /// What the console was told, and what was thrown.
    pub(crate) complaints: Vec<String>,
    _profile: TempDir,
}

/// How long something is waited for that a page does.
const PATIENCE: Duration = Duration::from_secs(20);

impl Browser {
    /// `None`, with the reason printed, where there is no Chromium.
    pub(crate) fn start() -> Option<Self> {
        let names = ["chromium", "chromium-browser", "google-chrome"];
        let has = |name: &&str| {
            Command::new(name).arg("--version").output().is_ok_and(|ran| ran.status.success())
        };
        let Some(program) = names.into_iter().find(has) else {
            eprintln!("skipped: there is no Chromium");
            return None;
        };
        let profile = tempfile::tempdir().expect("a folder");
        // The protocol is spoken by the files 3 and 4.
        let mut child = Command::new("sh")
            .args(["-c", r#"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null"#, program])
            .args(["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"])
            .args(["--no-first-run", "--window-size=1200,900", "--remote-debugging-pipe"])
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("a shell");
        let input = child.stdin.take().expect("a pipe");
        let output = BufReader::new(child.stdout.take().expect("a pipe"));
        let mut browser = Self {
            child,
            input,
            output,
            calls: 0,
            session: None,
            complaints: Vec::new(),
            _profile: profile,
        };
        let target = browser.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        let session = browser.call("Target.attachToTarget", &attach);
        browser.session = session["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Log"] {
            browser.call(&format!("{domain}.enable"), &json!({}));
        }
        Some(browser)
    }

    #[track_caller]
    pub(crate) fn call(&mut self, method: &str, parameters: &Value) -> Value {
        match self.try_to_call(method, parameters) {
            Ok(result) => result,
            Err(error) => panic!("{method}: {error}"),
        }
    }

    fn try_to_call(&mut self, method: &str, parameters: &Value) -> Result<Value, Value> {
        self.calls += 1;
        let mut message = json!({ "id": self.calls, "method": method, "params": parameters });
        if let Some(session) = &self.session {
            message["sessionId"] = session.as_str().into();
        }
        let mut bytes = message.to_string().into_bytes();
        bytes.push(0);
        self.input.write_all(&bytes).expect("the browser listens");
        loop {
            let mut bytes = Vec::new();
            self.output.read_until(0, &mut bytes).expect("the browser speaks");
            assert!(bytes.pop().is_some(), "the browser has ended");
            let message: Value = serde_json::from_slice(&bytes).expect("JSON");
            if message["id"] == self.calls {
                let error = message["error"].clone();
                return if error.is_null() { Ok(message["result"].clone()) } else { Err(error) };
            }
            let is_complaint = match message["method"].as_str() {
                Some("Runtime.exceptionThrown" | "Runtime.consoleAPICalled") => true,
                Some("Log.entryAdded") => message["params"]["entry"]["level"] == "error",
                _ => false,
            };
            if is_complaint {
                self.complaints.push(message.to_string());
            }
        }
    }

    /// Opens an address, and waits until the page is there.
    pub(crate) fn open(&mut self, address: &str) {
        let opened = self.call("Page.navigate", &json!({ "url": address }));
        assert!(opened["errorText"].is_null(), "{address}: {opened}");
        self.wait_for("document.readyState === 'complete'");
    }

    /// The value of an expression of the page, or that of a promise.
    #[track_caller]
    pub(crate) fn get(&mut self, expression: &str) -> Value {
        self.try_to_get(expression).unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    fn try_to_get(&mut self, expression: &str) -> Result<Value, Value> {
        let parameters =
            json!({ "expression": expression, "returnByValue": true, "awaitPromise": true });
        let got = self.try_to_call("Runtime.evaluate", &parameters)?;
        match &got["exceptionDetails"] {
            Value::Null => Ok(got["result"]["value"].clone()),
            exception => Err(exception.clone()),
        }
    }

    /// Waits until an expression holds; while a page goes, it has no value.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, condition: &str) {
        let end = Instant::now() + PATIENCE;
        loop {
            let got = self.try_to_get(condition);
            if got == Ok(Value::Bool(true)) {
                break;
            }
            assert!(Instant::now() < end, "{condition}: {got:?}; {:?}", self.complaints);
            thread::sleep(Duration::from_millis(20));
        }
    }

    pub(crate) fn type_text(&mut self, text: &str) {
        self.call("Input.insertText", &json!({ "text": text }));
    }

    pub(crate) fn press(&mut self, key: &str) {
        let code = match key {
            "Enter" => 13,
            "Escape" => 27,
            "ArrowDown" => 40,
            "ArrowUp" => 38,
            _ => 0,
        };
        let text = match key {
            "Enter" => "\r",
            key if key.len() == 1 => key,
            _ => "",
        };
        let down = json!({
            "type": "keyDown", "key": key, "text": text, "windowsVirtualKeyCode": code
        });
        self.call("Input.dispatchKeyEvent", &down);
        let up = json!({ "type": "keyUp", "key": key, "windowsVirtualKeyCode": code });
        self.call("Input.dispatchKeyEvent", &up);
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It has nothing to save.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
