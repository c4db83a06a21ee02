//! Words that are none of those a key takes.

use crate::kind::{Kind, error};
use crate::kinds::keys::misspelt;
use crate::mistake::Mistake;

/// Keys that take one of a few words.
const KEYS: [(&str, &[&str]); 8] = [
    ("`retry`", &["*.*.retry", "defaults.retry"]),
    ("`actor`", &["*.*.actor", "defaults.actor"]),
    ("`effect`", &["*.*.effect", "defaults.effect"]),
    ("`missing`", &["catalog.missing"]),
    ("a slot’s type", &["body.slots.*.type", "body.slots.*.or"]),
    ("a parameter’s type", &["code.*.parameters.*.type"]),
    ("`shape`", &["body.shape"]),
    ("`extends`", &["catalog.extends"]),
];

pub(crate) fn kinds() -> Vec<Kind> {
    let mut kinds = Vec::new();
    for (what, paths) in KEYS {
        kinds.push(error(format!("word of {what} misspelt"), move |file, rng| {
            let node = file.any(rng, paths)?;
            let word = misspelt(file.string(node)?, rng)?;
            Some(Mistake::replace(node.value.clone(), file.literal(&word)).there())
        }));
        kinds.push(error(format!("no such word of {what}"), move |file, rng| {
            let node = file.any(rng, paths)?;
            let word = *rng.choice(["sometimes", "yes", "ask-support", ""].as_slice())?;
            Some(Mistake::replace(node.value.clone(), file.literal(word)).there())
        }));
    }
    kinds.push(error("blank behind a word", |file, rng| {
        let node = file.any(rng, &["*.*.retry", "*.*.actor", "*.*.effect"])?;
        let word = format!("{} ", file.string(node)?);
        Some(
            Mistake::replace(node.value.clone(), file.literal(&word))
                .there()
                .at(node.value.end - 1),
        )
    }));
    kinds
}
