//! Ready-made bases, which a catalog extends by name: `extends = "http"`. A new one is added to [`ALL`].

/// A ready-made base: rows of statuses that any catalog may build on.
pub(crate) struct Base {
    /// The name in `extends`.
    pub(crate) name: &'static str,
    /// TOML, as a catalog without `[catalog]` and `[body]`.
    pub(crate) text: &'static str,
    /// The locales that each of its texts has.
    pub(crate) locales: &'static [&'static str],
}

impl Base {
    /// What stands for its path, which no file has.
    pub(crate) fn path(&self) -> String {
        format!("{} (base)", self.name)
    }
}

const HTTP: Base =
    Base { name: "http", text: include_str!("bases/http.toml"), locales: &["en", "fr"] };

/// Every ready-made base.
pub(crate) const ALL: [&Base; 1] = [&HTTP];

/// The base of a name.
pub(crate) fn find(name: &str) -> Option<&'static Base> {
    ALL.into_iter().find(|base| base.name == name)
}

/// Whether `extends` names a base so, and no file: files have an extension.
pub(crate) fn is_name(extends: &str) -> bool {
    !extends.is_empty() && !extends.contains(['.', '/', '\\'])
}

#[cfg(test)]
mod tests {
    use api_error_catalog_core::fact::WordFact;
    use api_error_catalog_core::status::{REGISTERED_STATUSES, required_header};

    use super::ALL;
    use crate::document::Text;
    use crate::{Memory, Side, read};

    /// Whether `; : ! ?` and guillemets have a no-break space on their inner side.
    fn is_set_as_french_is(text: &str) -> bool {
        let characters: Vec<_> = text.chars().collect();
        let is_open = |at: usize| match characters[at] {
            ';' | ':' | '!' | '?' | '»' => at == 0 || characters[at - 1] != '\u{a0}',
            '«' => characters.get(at + 1) != Some(&'\u{a0}'),
            _ => false,
        };
        !(0..characters.len()).any(is_open)
    }

    #[test]
    fn the_rows_of_http_list_the_headers_that_are_required() {
        let text = "[catalog]\nname = \"a\"\nlocales = [\"en\"]\nextends = \"http\"\n[body.members]\ncode = \"{code?}\"\n";
        let reading = read(&Memory::default().with("a.toml", text), "a.toml", Side::Server);
        let rows = &reading.document().statuses;
        let registered = REGISTERED_STATUSES.map(|(status, _)| status);
        assert!(rows.iter().map(|row| row.status.value).eq(registered));
        for row in rows {
            let headers = row.headers.iter().map(|header| header.name.value.as_str());
            let required = required_header(row.status.value).map(|header| header.name);
            assert!(headers.eq(required), "{}", row.status.value);
        }
    }

    #[test]
    fn every_text_is_there_in_each_locale_and_ends_as_it_should() {
        for base in ALL {
            let locales = base.locales.join("\", \"");
            let text = format!(
                "[catalog]\nname = \"a\"\nlocales = [\"{locales}\"]\nextends = \"{}\"\n\
                 [body.members]\n",
                base.name
            );
            let reading = read(&Memory::default().with("a.toml", text), "a.toml", Side::Server);
            assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
            let document = reading.document();
            assert!(document.codes.is_empty());
            for row in &document.statuses {
                let status = row.status.value;
                assert!(row.also.is_empty() && !row.is_typed(), "{status}");
                let is_error = status >= 400;
                for fact in [WordFact::Retry, WordFact::Actor] {
                    assert_eq!(row.facts.words[fact].is_some(), is_error, "{status}");
                }
                let texts: Vec<_> = row.facts.texts.iter().collect();
                for (fact, text) in texts {
                    let present = text.as_ref().map_or(0, |text: &Text| text.present().count());
                    assert!(present == 0 || present == base.locales.len(), "{status}");
                    for (locale, version) in
                        base.locales.iter().zip(text.iter().flat_map(Text::present))
                    {
                        let text = &version.value;
                        assert!(!text.contains('\''), "{status}: {text}");
                        assert_eq!(text.ends_with('.'), fact.key() != "title", "{status}: {text}");
                        assert!(*locale != "fr" || is_set_as_french_is(text), "{status}: {text}");
                    }
                }
            }
        }
    }
}
