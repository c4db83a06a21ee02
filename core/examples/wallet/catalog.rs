// The catalog of the examples in this crate's documentation, which include this file.

/// A catalog of one status row and two entries.
pub(crate) fn wallet() -> api_error_catalog_core::builder::CatalogDef {
    use api_error_catalog_core::builder::{CatalogDef, EntryDef, StatusDef};
    use api_error_catalog_core::fact::{Retry, TextFact, Word, WordFact};
    use api_error_catalog_core::shape::{MemberDef, NodeDef, ShapeDef};
    use api_error_catalog_core::slot::{KnownSlot, SlotDef};

    let texts = |en: &str, fr: &str| Some(vec![en.to_owned(), fr.to_owned()]);

    let mut row = StatusDef { status: 402, ..StatusDef::default() };
    row.texts[TextFact::Title] = texts("Payment failed", "Paiement échoué");
    row.texts[TextFact::Action] = texts("Settle the cause.", "Réglez la cause.");
    row.words[WordFact::Retry] = Word::find(WordFact::Retry, Retry::AfterChange.as_str());

    let mut funds = EntryDef::new("insufficient-funds", "InsufficientFunds", 402);
    funds.texts[TextFact::Message] = texts(
        "Account {account_id} holds too little.",
        "Le compte {account_id} n’est pas assez fourni.",
    );
    let mut internal = EntryDef::new("internal", "Internal", 500);
    internal.texts[TextFact::Message] = texts("Something broke.", "Une panne est survenue.");

    let names = ["status", "code", "message", "request_id"];
    let member = |(slot, name): (usize, &str)| MemberDef {
        key: name.into(),
        node: NodeDef::Slot(slot),
        optional: name == "request_id",
    };
    CatalogDef {
        name: "wallet".to_owned(),
        locales: vec!["en".to_owned(), "fr".to_owned()],
        statuses: vec![row],
        entries: vec![funds, internal],
        shape: ShapeDef {
            media_type: "application/json".to_owned(),
            slots: names.into_iter().filter_map(KnownSlot::find).map(SlotDef::from).collect(),
            members: NodeDef::Object((0..).zip(names).map(member).collect()),
            ..ShapeDef::default()
        },
        ..CatalogDef::default()
    }
}
