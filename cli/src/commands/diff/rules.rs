//! The rules by which changes are judged. A new kind of change is a line here.

/// Who notices a change, those that matter most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Class {
    /// A client that handles the answers of today may do something wrong with those of tomorrow.
    Clients,
    /// Clients go on as before; the program that sends the errors has to be changed.
    Servers,
    /// Clients see something that is new, and go on as before.
    Compatible,
    /// What people read, and programs do not.
    Texts,
}

impl Class {
    pub(crate) const ALL: [Self; 4] = [Self::Clients, Self::Servers, Self::Compatible, Self::Texts];

    /// The name, in reports for programs.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Clients => "clients",
            Self::Servers => "servers",
            Self::Compatible => "compatible",
            Self::Texts => "texts",
        }
    }

    pub(crate) fn heading(self) -> &'static str {
        match self {
            Self::Clients => "breaks clients",
            Self::Servers => "breaks servers",
            Self::Compatible => "compatible",
            Self::Texts => "texts",
        }
    }
}

/// A kind of change.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rule {
    /// The name, which `errcat explain` explains, and an accepted change is named by.
    pub(crate) id: &'static str,
    pub(crate) class: Class,
    /// What it is, and who notices it how.
    pub(crate) meaning: &'static str,
    /// What to do instead, or besides; empty where there is nothing to do.
    pub(crate) action: &'static str,
}

impl Rule {
    /// The rule of that name.
    pub(crate) fn find(id: &str) -> Option<&'static Self> {
        RULES.iter().copied().find(|rule| rule.id == id)
    }
}

macro_rules! rules {
    ($($name:ident $id:literal $class:ident $meaning:literal $action:literal)*) => {
        $(pub(super) static $name: Rule = Rule {
            id: $id,
            class: Class::$class,
            meaning: $meaning,
            action: $action,
        };)*

        /// All rules.
        pub(crate) static RULES: &[&Rule] = &[$(&$name),*];
    };
}

rules! {
    CODE_REMOVED "code-removed" Clients
        "An entry is gone. Clients that wait for its code wait in vain, and old answers with it, in logs and queues, cannot be read any more."
        "Keep the entry with `retired = true`: it is not sent any more, and still explained."
    CODE_RENAMED "code-renamed" Clients
        "An entry is sent under another code. Clients that compare with the old one take it for an unknown error."
        "Send the old code as long as clients know it, or announce the change; with `aliases = [\"<old>\"]`, clients with the new catalog read both."
    CODE_CHANGED "code-changed" Clients
        "An entry has kept its name and is sent with another code. Clients that compare with the old one take it for an unknown error."
        "Send the old code as long as clients know it, or announce the change; with `aliases = [\"<old>\"]`, clients with the new catalog read both."
    CODE_ADDED "code-added" Compatible
        "An entry is new. Clients that do not know its code go by its status."
        ""
    CODE_RETIRED "code-retired" Servers
        "An entry is not sent any more. Clients wait for it in vain, which does no harm; a server cannot make the error any more."
        ""
    CODE_SENT_AGAIN "code-sent-again" Compatible
        "An entry that was retired is sent again."
        ""
    ENTRY_RENAMED "entry-renamed" Servers
        "An entry has another name and is sent with the same code. On the wire nothing changes; the variants that programs are written with have other names."
        "`variant = \"<OldName>\"` keeps the variant as it was."
    VARIANT_RENAMED "variant-renamed" Servers
        "The variant of an entry has another name. On the wire nothing changes; programs that name the variant do not compile."
        "`variant = \"<OldName>\"` keeps it."
    STATUS_CLASS_CHANGED "status-class-changed" Clients
        "The status of an entry is of another class. Clients, proxies and monitors that go by it treat it as another kind of error: a 5xx may be sent again, a 4xx may not."
        "Announce it, or give the new meaning a code of its own."
    STATUS_CHANGED "status-changed" Clients
        "The status of an entry is another one of the same class. Clients that go by the code do not notice; those that go by the status do."
        "Announce it, or give the new meaning a code of its own."
    TYPE_CHANGED "type-changed" Clients
        "The problem type of an entry is another URI. It is what clients of problem details compare (RFC 9457 §3.1.1)."
        "Keep the URI, even where the documentation has moved: it is a name."
    TYPE_REMOVED "type-removed" Clients
        "An entry has no problem type any more. It is what clients of problem details compare (RFC 9457 §3.1.1)."
        "Keep the URI, even where there is nothing at it."
    TYPE_ADDED "type-added" Compatible
        "An entry has a problem type that it had not."
        ""
    RETRY_WITHDRAWN "retry-withdrawn" Clients
        "Requests that could be sent again after an error should not be any more. Clients that know the old catalog go on doing it."
        "Make sure that the server bears requests that are repeated in vain."
    RETRY_ALLOWED "retry-allowed" Compatible
        "Requests may be sent again after an error, and could not before, or it was not said."
        ""
    EFFECT_WIDENED "effect-widened" Clients
        "After an error, a request may have taken effect, and could not before. Clients that know the old catalog send it again, and do it twice."
        "Give the new case a code of its own, or let requests carry an idempotency key."
    EFFECT_NARROWED "effect-narrowed" Compatible
        "After an error, it is more certain than before whether a request took effect."
        ""
    ACTOR_CHANGED "actor-changed" Compatible
        "Somebody else has to act after an error."
        ""
    PARENT_CHANGED "parent-changed" Clients
        "An entry is sent under another one, or under none any more. Clients that handle the more general error handle it elsewhere."
        "Announce it, or give it a code of its own below the new parent."
    ALIAS_ADDED "alias-added" Compatible
        "Another spelling of a code is read."
        ""
    ALIAS_REMOVED "alias-removed" Clients
        "A spelling of a code is not read any more. Answers that have it become unknown errors."
        "Keep it for as long as there are answers with it."
    PARAMETER_ADDED "parameter-added" Servers
        "An error has another parameter. Clients may ignore it; a server has to say its value."
        ""
    PARAMETER_REMOVED "parameter-removed" Clients
        "A parameter of an error is gone. Clients that show it or compute with it get nothing."
        "Keep it, with a value that does no harm."
    PARAMETER_TYPE_CHANGED "parameter-type-changed" Clients
        "The values of a parameter are of another type. Clients that read the old one fail."
        "Add a parameter with another name, and keep the old one."
    VALUE_ADDED "value-added" Compatible
        "An entry fills a slot of the body that it did not fill."
        ""
    VALUE_CHANGED "value-changed" Clients
        "An entry fills a slot of the body with another value. Clients may compare with it."
        "Announce it, or fill another slot."
    VALUE_REMOVED "value-removed" Clients
        "An entry does not fill a slot of the body any more."
        "Announce it, or fill it with a value that does no harm."
    MEDIA_TYPE_CHANGED "media-type-changed" Clients
        "Bodies have another media type. Clients that look at it do not read them."
        "Add the new one in another version of the API."
    REQUEST_HEADER_CHANGED "request-header-changed" Clients
        "Requests need other headers to be answered so. Clients that do not send them get other bodies."
        "Answer requests without them as before."
    HEADER_ADDED "header-added" Compatible
        "Answers have a header that they had not."
        ""
    HEADER_TO_FILL "header-to-fill" Servers
        "Answers have a header that they had not, whose value the server has to say."
        ""
    HEADER_REMOVED "header-removed" Clients
        "Answers lack a header that they had, such as the time to wait."
        "Keep it."
    HEADER_CHANGED "header-changed" Clients
        "A header of answers has another value."
        "Announce it."
    MEMBER_ADDED "member-added" Compatible
        "Bodies have a member that they had not. Clients ignore what they do not know."
        ""
    MEMBER_REMOVED "member-removed" Clients
        "Bodies lack a member that they had. Clients that need it cannot read them."
        "Keep it, with a value that does no harm."
    MEMBER_OPTIONAL "member-optional" Clients
        "A member that was always there may be missing. Clients that need it cannot read the body."
        "Keep it required."
    MEMBER_REQUIRED "member-required" Servers
        "A member that could be missing is always there. Clients do not mind; a server has to say its value."
        ""
    MEMBER_NAME_ADDED "member-name-added" Compatible
        "A member is read under another name, too."
        ""
    MEMBER_CHANGED "member-changed" Clients
        "A member holds something else, or is of another type or length. Clients that read the old one may fail."
        "Add a member with another name, and keep the old one."
    MEMBERS_REORDERED "members-reordered" Compatible
        "The members of an object stand in another order, which JSON gives no meaning to (RFC 8259 §4)."
        ""
    FACT_CHANGED "fact-changed" Clients
        "Something else that clients may go by has changed."
        "Announce it."
    LOCALE_ADDED "locale-added" Compatible
        "The texts are there in another language."
        ""
    LOCALE_REMOVED "locale-removed" Clients
        "The texts are not there in a language any more. Who asked for it gets those of the default locale."
        "Keep what is translated; `missing = \"allow\"` lets the rest be."
    TEXT_CHANGED "text-changed" Texts
        "Texts of an entry have changed. No program goes by them, or should."
        ""
    DOCS_CHANGED "docs-changed" Texts
        "The link to the documentation of an entry has changed."
        "Let the old address lead to the new one: it stands in logs."
}
