//! Codes and texts like those of a payment API, as many as wanted, and catalogs made of them.

#[rustfmt::skip]
const OPERATIONS: [&str; 20] = [
    "refund", "payout", "transfer", "charge", "invoice", "checkout", "subscription", "withdrawal",
    "deposit", "settlement", "dispute", "transaction", "mandate", "order", "top-up", "quote",
    "payment", "voucher", "loan", "exchange",
];

#[rustfmt::skip]
const THINGS: [&str; 20] = [
    "card", "account", "currency", "customer", "merchant", "wallet", "amount", "balance",
    "recipient", "iban", "token", "signature", "address", "country", "device", "webhook", "session",
    "limit", "reference", "phone-number",
];

#[rustfmt::skip]
const STATES: [&str; 15] = [
    "expired", "missing", "invalid", "not-found", "locked", "declined", "unsupported", "duplicated",
    "too-large", "too-small", "unverified", "suspended", "pending", "unreachable", "not-allowed",
];

const STATUSES: [u16; 12] = [400, 401, 402, 403, 404, 409, 410, 422, 429, 500, 502, 503];

/// The locales of the texts.
pub const LOCALES: [&str; 2] = ["en", "fr"];

/// One code and what is to be said of it, a text for each locale.
#[derive(Clone, Debug)]
pub struct Fact {
    /// The code, `refund-card-expired`.
    pub code: String,
    /// The HTTP status.
    pub status: u16,
    /// The code that it is sent under, if any.
    pub parent: Option<String>,
    /// What has happened.
    pub message: [String; LOCALES.len()],
    /// What to do next.
    pub action: [String; LOCALES.len()],
}

/// That many facts, the same ones each time.
pub fn facts(count: usize) -> Vec<Fact> {
    (0..count).map(fact).collect()
}

fn fact(number: usize) -> Fact {
    // The stride has no factor in common with the number of combinations, so each comes once before
    // any comes again, and neighbours have little in common.
    const COMBINATIONS: usize = OPERATIONS.len() * THINGS.len() * STATES.len();
    const STRIDE: usize = 1237;
    let place = number * STRIDE % COMBINATIONS;
    let operation = OPERATIONS[place % OPERATIONS.len()];
    let thing = THINGS[place / OPERATIONS.len() % THINGS.len()];
    let state = STATES[place / OPERATIONS.len() / THINGS.len()];
    let mut code = format!("{operation}-{thing}-{state}");
    if number >= COMBINATIONS {
        code += &format!("-{}", number / COMBINATIONS + 1);
    }
    let [operation, thing, state] = [operation, thing, state].map(|word| word.replace('-', " "));
    Fact {
        code,
        status: STATUSES[number % STATUSES.len()],
        parent: None,
        message: [
            format!("The {operation} was refused: its {thing} is {state} (case {number})."),
            format!(
                "Refus de « {operation} » : {thing} est dans l’état « {state} » (cas {number})."
            ),
        ],
        action: [
            format!("Look up case {number}, correct the {thing}, then send the {operation} again."),
            format!("Voyez le cas {number}, corrigez {thing}, puis renvoyez « {operation} »."),
        ],
    }
}

/// The name of the variant that stands for a code.
pub fn variant(code: &str) -> String {
    code.split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// A catalog of facts, in the first so many locales.
pub fn catalog(facts: &[Fact], locales: usize) -> String {
    let texts = |texts: &[String]| {
        let texts = LOCALES[..locales].iter().zip(texts);
        texts.map(|(locale, text)| format!("{locale} = {text:?}")).collect::<Vec<_>>().join(", ")
    };
    let mut catalog = format!(
        "[catalog]\nname    = \"facts\"\nlocales = {:?}\n\n\
         [body.members]\n\
         status     = \"{{status}}\"\n\
         code       = \"{{code}}\"\n\
         message    = \"{{message}}\"\n\
         request_id = \"{{request_id?}}\"\n",
        &LOCALES[..locales],
    );
    for Fact { code, status, parent, message, action } in facts {
        catalog += &format!(
            "\n[code.{code}]\nstatus  = {status}\nmessage = {{ {} }}\naction  = {{ {} }}\n",
            texts(message),
            texts(action),
        );
        if let Some(parent) = parent {
            catalog += &format!("parent  = {parent:?}\n");
        }
    }
    catalog
}
