//! Words that are none of those a key takes.

use crate::kind::{Kind, error};
use crate::kinds::keys::misspelt;
use crate::mistake::Mistake;

/// Keys that take one of a few words, and whether nothing else depends on them.
const KEYS: [(&str, &[&str], bool); 7] = [
    ("`retry`", &["@.*.retry", "defaults.retry"], true),
    ("`actor`", &["@.*.actor", "defaults.actor"], true),
    ("`effect`", &["@.*.effect", "defaults.effect"], true),
    ("`missing`", &["catalog.missing"], false),
    ("a slot’s type", &["body.slots.*.type", "body.slots.*.or"], true),
    ("`shape`", &["body.shape"], false),
    ("`extends`", &["catalog.extends"], false),
];

pub(crate) fn kinds() -> Vec<Kind> {
    let mut kinds = vec![error("blank behind a word", |file, rng| {
        let node = file.any(rng, &["@.*.retry", "@.*.actor", "@.*.effect"])?;
        let word = format!("{} ", file.string(node)?);
        Some(Mistake::replace(node.value.clone(), file.literal(&word)).there())
    })];
    for (what, paths, is_local) in KEYS {
        let near = error(format!("word of {what} misspelt"), move |file, rng| {
            let node = file.any(rng, paths)?;
            let word = misspelt(file.string(node)?, rng)?;
            Some(Mistake::replace(node.value.clone(), file.literal(&word)).there())
        });
        let far = error(format!("no such word of {what}"), move |file, rng| {
            let node = file.any(rng, paths)?;
            let word = rng.choice(["sometimes", "yes", "ask-support", ""])?;
            Some(Mistake::replace(node.value.clone(), file.literal(word)).there())
        });
        kinds.extend([near, far].map(|kind| if is_local { kind } else { kind.alone() }));
    }
    kinds
}
