//! The site in a browser, from the file system. Without Chromium, these tests are skipped, and say so.

use super::browser::Browser;
use super::endpoints::DOCUMENT;
use super::site::Site;
use super::wallet;

fn address(site: &Site, path: &str) -> String {
    format!("file://{}", site.path(path).display())
}

/// The path of the page from the top of the site.
fn place(browser: &mut Browser, site: &Site) -> String {
    let here = browser.get("location.href");
    let here = here.as_str().expect("an address");
    here.strip_prefix(&address(site, "")).unwrap_or(here).to_owned()
}

#[test]
fn a_code_is_found_as_it_is_typed() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of_ready_made();
    browser.open(&address(&site, "fr/index.html"));
    browser.press("/");
    browser.wait_for("document.activeElement.id === 'search'");
    browser.type_text("insufficient");
    browser.wait_for("document.querySelectorAll('#found a').length > 0");
    assert_eq!(browser.get("document.querySelector('#found b').textContent"), "insufficient-funds");
    assert_eq!(
        browser.get("document.getElementById('search').getAttribute('aria-expanded')"),
        "true"
    );
    browser.press("Escape");
    assert_eq!(browser.get("document.getElementById('found').hidden"), true);

    browser.get("document.getElementById('search').value = ''");
    browser.type_text("plafond zzz");
    browser.wait_for("!document.getElementById('found-nothing').hidden");
    browser.get("document.getElementById('search').value = ''");
    browser.type_text("99904");
    browser.wait_for("document.querySelectorAll('#found a').length === 1");
    browser.press("ArrowDown");
    browser.press("Enter");
    browser.wait_for("document.readyState === 'complete' && /99904|resource/.test(location.href)");
    assert_eq!(place(&mut browser, &site), "fr/partner-center/resource-not-found/index.html");
    assert_eq!(browser.get("document.querySelector('h1').textContent"), "99904");
    assert_eq!(browser.complaints, <[String; 0]>::default());
}

#[test]
fn the_language_switch_keeps_the_page_and_the_place() {
    let Some(mut browser) = Browser::start() else { return };
    let site = wallet();
    browser.open(&address(&site, "insufficient-funds/index.html"));
    browser.get("document.getElementById('message').scrollIntoView({ behavior: 'instant' })");
    let before = browser.get("document.getElementById('message').getBoundingClientRect().top");
    browser.get("document.querySelector('.languages a[hreflang=fr]').click()");
    browser
        .wait_for("document.readyState === 'complete' && document.documentElement.lang === 'fr'");
    assert_eq!(place(&mut browser, &site), "fr/insufficient-funds/index.html");
    let after = browser.get("document.getElementById('message').getBoundingClientRect().top");
    let distance = before.as_f64().expect("a place") - after.as_f64().expect("a place");
    assert!(distance.abs() < 2.0, "{distance}");
    // The description has no French, and says that it is English.
    assert_eq!(browser.get("document.querySelector('.lead .said').lang"), "en");
    assert_eq!(
        browser.get("document.querySelector('.lead .untranslated').textContent"),
        "non traduit"
    );
    assert_eq!(browser.complaints, <[String; 0]>::default());
}

#[test]
fn a_pasted_answer_leads_to_its_explanation() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of_ready_made();
    let cases = [
        (
            r#"{"status":402,"code":"insufficient-funds","message":"No.","request_id":"req_9"}"#,
            "hub2/insufficient-funds/index.html",
        ),
        (
            r#"{"error":{"code":"itemNotFound","message":"No.","innerError":{"code":"99904","message":"No."}}}"#,
            "partner-center/resource-not-found/index.html",
        ),
        (
            "HTTP/2 400 \r\ncontent-type: application/json\r\n\r\n{\"error\":\"invalid_grant\"}",
            "oauth2/invalid_grant/index.html",
        ),
    ];
    for (body, page) in cases {
        browser.open(&address(&site, "fr/index.html"));
        browser.get("document.getElementById('pasted').focus()");
        browser.type_text(body);
        browser.wait_for("document.querySelector('#explained a') !== null");
        let shown = browser.get("document.getElementById('explained').textContent");
        let shown = shown.as_str().expect("a text");
        assert!(!body.contains("req_9") || shown.contains("req_9"), "{shown}");
        browser.get("document.querySelector('#explained a').click()");
        browser.wait_for(
            "document.readyState === 'complete' && document.querySelector('.todo') !== null",
        );
        assert_eq!(place(&mut browser, &site), format!("fr/{page}"), "{shown}");
    }
    browser.open(&address(&site, "index.html"));
    browser.get("document.getElementById('pasted').focus()");
    browser.type_text("<html>");
    browser.wait_for("document.getElementById('explained').textContent !== ''");
    assert_eq!(
        browser.get("document.getElementById('explained').textContent"),
        "No catalog here has such an answer."
    );
    assert_eq!(browser.complaints, <[String; 0]>::default());
}

#[test]
fn a_link_into_a_page_leads_to_its_place() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of_ready_made();
    browser.open(&address(&site, "hub2/insufficient-funds/index.html"));
    browser.get("document.querySelector('a.badge').click()");
    browser.wait_for("document.readyState === 'complete' && location.hash === '#status-402'");
    let top = "document.getElementById('status-402').getBoundingClientRect().top";
    browser.wait_for(&format!("{top} >= 0 && {top} < innerHeight"));
    assert_eq!(browser.complaints, <[String; 0]>::default());
}

#[test]
fn the_colours_that_a_reader_chose_are_kept() {
    let Some(mut browser) = Browser::start() else { return };
    let site = wallet();
    browser.open(&address(&site, "index.html"));
    let background = "getComputedStyle(document.body).backgroundColor";
    let light = browser.get(background);
    browser
        .get("document.getElementById('theme').click(); document.getElementById('theme').click()");
    let dark = browser.get(background);
    assert_ne!(light, dark);
    let label = browser.get("document.getElementById('theme').getAttribute('aria-label')");
    assert_eq!(label, "Colours: dark");
    browser.open(&address(&site, "insufficient-funds/index.html"));
    assert_eq!(browser.get(background), dark);
    assert_eq!(browser.complaints, <[String; 0]>::default());
}

#[test]
fn nothing_is_wider_than_a_phone() {
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of_ready_made();
    let with_endpoints = Site::with_findings(&format!("wallet.toml {DOCUMENT}"));
    let phone = serde_json::json!({
        "width": 360, "height": 740, "deviceScaleFactor": 2, "mobile": true
    });
    browser.call("Emulation.setDeviceMetricsOverride", &phone);
    for (site, path) in [
        (&site, "index.html"),
        (&site, "fr/partner-center/index.html"),
        (&site, "fr/hub2/insufficient-funds/index.html"),
        (&with_endpoints, "index.html"),
        (&with_endpoints, "fr/insufficient-funds/index.html"),
    ] {
        browser.open(&address(site, path));
        let width = browser.get("document.documentElement.scrollWidth");
        assert!(width.as_u64().is_some_and(|width| width <= 360), "{path}: {width}");
    }
}

/// The rules of axe-core, whose file `AXE_CORE` names, in both themes.
#[test]
fn axe_has_no_findings() {
    let Some(path) = std::env::var_os("AXE_CORE") else {
        eprintln!("skipped: `AXE_CORE` names no axe-core");
        return;
    };
    let axe = std::fs::read_to_string(path).expect("axe-core");
    let Some(mut browser) = Browser::start() else { return };
    let site = Site::of_ready_made();
    let with_endpoints = Site::with_findings(&format!("wallet.toml {DOCUMENT}"));
    for (site, path) in [
        (&site, "index.html"),
        (&site, "fr/partner-center/index.html"),
        (&site, "hub2/insufficient-funds/index.html"),
        (&with_endpoints, "index.html"),
        (&with_endpoints, "insufficient-funds/index.html"),
    ] {
        browser.open(&address(site, path));
        for theme in ["light", "dark"] {
            browser.get(&format!("document.documentElement.dataset.theme = '{theme}'"));
            browser.get(&format!("{axe}; 0"));
            let findings = browser.get(
                "axe.run().then(ran => ran.passes.length < 10 ? ['it looked at nothing'] :
                    ran.violations.map(rule => rule.id + ': ' +
                        rule.nodes.map(node => node.html + node.failureSummary).join('; ')))",
            );
            assert_eq!(findings, serde_json::json!([]), "{path}, {theme}: {findings:#}");
        }
    }
}
