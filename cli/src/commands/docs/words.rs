//! The words of the pages that are not the catalog's, in the languages that there are words in.

/// Words in one language.
#[derive(Debug)]
pub(super) struct Words {
    /// The language of the words.
    pub(super) tag: &'static str,
    pub(super) errors: &'static str,
    pub(super) skip: &'static str,
    pub(super) search: &'static str,
    pub(super) search_hint: &'static str,
    pub(super) nothing_found: &'static str,
    pub(super) paste: &'static str,
    pub(super) paste_hint: &'static str,
    pub(super) paste_unknown: &'static str,
    pub(super) unknown_code: &'static str,
    pub(super) language: &'static str,
    pub(super) theme: &'static str,
    pub(super) theme_auto: &'static str,
    pub(super) theme_light: &'static str,
    pub(super) theme_dark: &'static str,
    pub(super) catalogs: &'static str,
    pub(super) codes: &'static str,
    pub(super) code: &'static str,
    pub(super) status: &'static str,
    pub(super) statuses: &'static str,
    pub(super) meaning: &'static str,
    pub(super) what_to_do: &'static str,
    pub(super) no_action: &'static str,
    pub(super) who_acts: &'static str,
    pub(super) retry: &'static str,
    pub(super) effect: &'static str,
    pub(super) silent: &'static str,
    pub(super) assumed: &'static str,
    pub(super) assumed_note: &'static str,
    pub(super) causes: &'static str,
    pub(super) tell_users: &'static str,
    pub(super) message: &'static str,
    pub(super) parameters: &'static str,
    pub(super) parameter: &'static str,
    pub(super) type_of_value: &'static str,
    pub(super) example: &'static str,
    pub(super) example_answer: &'static str,
    pub(super) example_in: &'static str,
    pub(super) request_headers: &'static str,
    pub(super) copy: &'static str,
    pub(super) copied: &'static str,
    pub(super) endpoints: &'static str,
    pub(super) endpoints_of_status: &'static str,
    pub(super) no_code_named: &'static str,
    pub(super) other_statuses: &'static str,
    pub(super) related: &'static str,
    pub(super) parent: &'static str,
    pub(super) children: &'static str,
    pub(super) details: &'static str,
    pub(super) name: &'static str,
    pub(super) aliases: &'static str,
    pub(super) problem_type: &'static str,
    pub(super) documentation: &'static str,
    pub(super) retired: &'static str,
    pub(super) retired_note: &'static str,
    pub(super) replaced_by: &'static str,
    pub(super) retired_codes: &'static str,
    pub(super) retired_codes_note: &'static str,
    pub(super) not_sent: &'static str,
    pub(super) not_translated: &'static str,
    pub(super) other_language: &'static str,
    pub(super) headers: &'static str,
    pub(super) version: &'static str,
    pub(super) previous: &'static str,
    pub(super) next: &'static str,
    pub(super) markdown: &'static str,
    pub(super) json: &'static str,
}

impl Words {
    /// The words for pages in a language: English, where there are none in it.
    pub(super) fn of(locale: &str) -> &'static Self {
        let language = locale.split('-').next().unwrap_or_default();
        [&ENGLISH, &FRENCH]
            .into_iter()
            .find(|words| words.tag.eq_ignore_ascii_case(language))
            .unwrap_or(&ENGLISH)
    }

    /// Who has to act, in words.
    pub(super) fn actor(&self, actor: &str) -> [&'static str; 2] {
        let is_french = self.tag == "fr";
        match (actor, is_french) {
            ("developer", false) => {
                ["Developer", "Whoever writes the program that sent the request."]
            }
            ("developer", true) => {
                ["Développeur", "Qui écrit le programme qui a envoyé la requête."]
            }
            ("user", false) => ["User", "The person who uses that program."],
            ("user", true) => ["Utilisateur", "La personne qui se sert de ce programme."],
            ("operator", false) => ["Operator", "Whoever runs the API."],
            ("operator", true) => ["Exploitant", "Qui exploite l’API."],
            ("nobody", false) => ["Nobody", "It passes by itself."],
            ("nobody", true) => ["Personne", "Cela passe tout seul."],
            _ => [self.silent, ""],
        }
    }

    /// Whether to send the request again, in words.
    pub(super) fn when_to_retry(&self, retry: &str) -> [&'static str; 2] {
        let is_french = self.tag == "fr";
        match (retry, is_french) {
            ("never", false) => ["No", "Sending it again does not help."],
            ("never", true) => ["Non", "Renvoyer la requête ne sert à rien."],
            ("after-change", false) => {
                ["After a change", "The request, or the state of things, has to change first."]
            }
            ("after-change", true) => {
                ["Après un changement", "La requête, ou la situation, doit changer d’abord."]
            }
            ("after-delay", false) => {
                ["Later", "The same request may be sent again after a while."]
            }
            ("after-delay", true) => {
                ["Plus tard", "La même requête peut être renvoyée après un délai."]
            }
            _ => [self.silent, ""],
        }
    }

    /// Whether the request took effect, in words.
    pub(super) fn took_effect(&self, effect: &str) -> [&'static str; 2] {
        let is_french = self.tag == "fr";
        match (effect, is_french) {
            ("none", false) => ["No", "The request was refused before it was carried out."],
            ("none", true) => ["Non", "La requête a été refusée avant d’être exécutée."],
            ("done", false) => ["Yes", "What the request asks for is done."],
            ("done", true) => ["Oui", "Ce que demande la requête est fait."],
            (_, false) => ["Possibly", "Look whether it did before you send it again."],
            (_, true) => ["Peut-être", "Vérifiez-le avant de renvoyer la requête."],
        }
    }

    /// So many codes.
    pub(super) fn count_of_codes(&self, count: usize) -> String {
        match (self.tag, count) {
            ("fr", 0 | 1) => format!("{count} code d’erreur"),
            ("fr", count) => format!("{count} codes d’erreur"),
            (_, 1) => "1 error code".to_owned(),
            (_, count) => format!("{count} error codes"),
        }
    }

    /// So many statuses.
    pub(super) fn count_of_statuses(&self, count: usize) -> String {
        match (self.tag, count) {
            ("fr", 0 | 1) => format!("{count} statut"),
            ("fr", count) => format!("{count} statuts"),
            (_, 1) => "1 status".to_owned(),
            (_, count) => format!("{count} statuses"),
        }
    }

    /// How much a catalog says: of its codes, or of statuses where its API has no codes.
    pub(super) fn extent(&self, codes: usize, statuses: usize) -> String {
        match codes {
            0 => self.count_of_statuses(statuses),
            codes => self.count_of_codes(codes),
        }
    }
}

/// What a language is called in that language; its tag, where that is not known here.
pub(super) fn name_of_language(tag: &str) -> &str {
    let language = tag.split('-').next().unwrap_or_default();
    if language.len() != tag.len() {
        return tag;
    }
    match language.to_ascii_lowercase().as_str() {
        "ar" => "العربية",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "Español",
        "fr" => "Français",
        "it" => "Italiano",
        "ja" => "日本語",
        "ko" => "한국어",
        "nl" => "Nederlands",
        "pl" => "Polski",
        "pt" => "Português",
        "ru" => "Русский",
        "sw" => "Kiswahili",
        "tr" => "Türkçe",
        "wo" => "Wolof",
        "zh" => "中文",
        _ => tag,
    }
}

/// Whether a language is written from right to left.
pub(super) fn direction(tag: &str) -> &'static str {
    let language = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    if matches!(language.as_str(), "ar" | "fa" | "he" | "ps" | "ur" | "yi") { "rtl" } else { "ltr" }
}

static ENGLISH: Words = Words {
    tag: "en",
    errors: "Errors",
    skip: "Skip to the content",
    search: "Search",
    search_hint: "Code, status or words",
    nothing_found: "Nothing found",
    paste: "Paste an error",
    paste_hint: "A body as it was received, or all that curl -i prints. It stays in this page.",
    paste_unknown: "No catalog here has such an answer.",
    unknown_code: "no catalog knows this code",
    language: "Language",
    theme: "Colours",
    theme_auto: "as the system",
    theme_light: "light",
    theme_dark: "dark",
    catalogs: "Catalogs",
    codes: "Error codes",
    code: "Code",
    status: "Status",
    statuses: "Statuses",
    meaning: "Meaning",
    what_to_do: "What to do",
    no_action: "The catalog recommends nothing in particular.",
    who_acts: "Who acts",
    retry: "Send again?",
    effect: "Took effect?",
    silent: "Not documented",
    assumed: "assumed",
    assumed_note: "The API’s own documentation does not say this.",
    causes: "Possible causes",
    tell_users: "What to tell users",
    message: "Message",
    parameters: "Parameters",
    parameter: "Name",
    type_of_value: "Type",
    example: "Example",
    example_answer: "Example answer",
    example_in: "The same in",
    request_headers: "The request needs these headers to be answered so:",
    copy: "Copy",
    copied: "Copied",
    endpoints: "Endpoints",
    endpoints_of_status: "These answer with its status, and their description names no code:",
    no_code_named: "no code is named",
    other_statuses: "any other",
    related: "Related codes",
    parent: "Kind of",
    children: "More specific",
    details: "Details",
    name: "Name",
    aliases: "Also written",
    problem_type: "Problem type",
    documentation: "Documentation",
    retired: "retired",
    retired_note: "This code is not sent any more. It stays here for answers of older versions.",
    replaced_by: "Sent instead:",
    retired_codes: "Retired codes",
    retired_codes_note: "They are not sent any more, and stay here for answers of older versions.",
    not_sent: "No code travels with this error: it is known by its status.",
    not_translated: "not translated",
    other_language: "This catalog has no texts in English.",
    headers: "Headers",
    version: "Version",
    previous: "Previous",
    next: "Next",
    markdown: "This page as Markdown",
    json: "All errors as JSON",
};

static FRENCH: Words = Words {
    tag: "fr",
    errors: "Erreurs",
    skip: "Aller au contenu",
    search: "Rechercher",
    search_hint: "Code, statut ou mots",
    nothing_found: "Aucun résultat",
    paste: "Coller une erreur",
    paste_hint: "Un corps tel que reçu, ou tout ce qu’affiche curl -i. Il ne quitte pas cette page.",
    paste_unknown: "Aucun catalogue ici n’a de réponse de ce genre.",
    unknown_code: "aucun catalogue ne connaît ce code",
    language: "Langue",
    theme: "Couleurs",
    theme_auto: "comme le système",
    theme_light: "claires",
    theme_dark: "sombres",
    catalogs: "Catalogues",
    codes: "Codes d’erreur",
    code: "Code",
    status: "Statut",
    statuses: "Statuts",
    meaning: "Signification",
    what_to_do: "Que faire",
    no_action: "Le catalogue ne recommande rien de particulier.",
    who_acts: "Qui agit",
    retry: "Renvoyer ?",
    effect: "A eu un effet ?",
    silent: "Non documenté",
    assumed: "supposé",
    assumed_note: "La documentation de l’API ne le dit pas.",
    causes: "Causes possibles",
    tell_users: "Que dire aux utilisateurs",
    message: "Message",
    parameters: "Paramètres",
    parameter: "Nom",
    type_of_value: "Type",
    example: "Exemple",
    example_answer: "Exemple de réponse",
    example_in: "La même en",
    request_headers: "Pour être traitée ainsi, la requête doit porter ces en-têtes :",
    copy: "Copier",
    copied: "Copié",
    endpoints: "Opérations",
    endpoints_of_status: "Celles-ci répondent avec son statut, et leur description ne nomme aucun code :",
    no_code_named: "aucun code n’est nommé",
    other_statuses: "tout autre",
    related: "Codes liés",
    parent: "Cas particulier de",
    children: "Cas particuliers",
    details: "Détails",
    name: "Nom",
    aliases: "S’écrit aussi",
    problem_type: "Type de problème",
    documentation: "Documentation",
    retired: "retiré",
    retired_note: "Ce code n’est plus envoyé. Il reste ici pour les réponses d’anciennes versions.",
    replaced_by: "Envoyé à sa place :",
    retired_codes: "Codes retirés",
    retired_codes_note: "Ils ne sont plus envoyés, et restent ici pour les réponses d’anciennes versions.",
    not_sent: "Aucun code n’accompagne cette erreur : on la reconnaît à son statut.",
    not_translated: "non traduit",
    other_language: "Ce catalogue n’a pas de textes en français.",
    headers: "En-têtes",
    version: "Version",
    previous: "Précédent",
    next: "Suivant",
    markdown: "Cette page en Markdown",
    json: "Toutes les erreurs en JSON",
};
