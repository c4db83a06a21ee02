use std::collections::{HashMap, HashSet};

use super::Check;
use crate::draft::Code;
use crate::finding::Finding;
use crate::source::Span;
use crate::suggestion;

pub(super) fn parents_exist(check: &mut Check<'_>) {
    let codes: Vec<_> = check.draft.variants().map(|variant| variant.code.value).collect();
    let known: HashSet<_> = codes.iter().map(String::as_str).collect();
    for code in &check.draft.codes {
        let Some(parent) = &code.parent else { continue };
        if known.contains(parent.value.as_str()) {
            continue;
        }
        let help = match suggestion::nearest(&parent.value, known.iter().copied()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("add `[code.{}]`, or leave `parent` out", parent.value),
        };
        check.findings.missing(
            Finding::error(parent.span, format!("there is no code `{}`", parent.value)).help(help),
        );
    }
}

/// The finding for codes that lead from one to itself.
fn circle(way: &[&str], place: Span) -> Finding {
    match way {
        [name, _] => Finding::error(place, format!("`{name}` is its own parent"))
            .help("leave `parent` out, or name a more general code"),
        _ => Finding::error(place, format!("the parents of `{}` go in a circle", way[0]))
            .help(format!("the circle is {}; leave one `parent` out", way.join(" → "))),
    }
}

pub(super) fn parents_form_no_cycle(check: &mut Check<'_>) {
    let codes: HashMap<_, _> =
        check.draft.codes.iter().map(|code| (code.code.value.as_str(), code)).collect();
    let parent = |code: &Code| {
        code.parent.as_ref().and_then(|parent| codes.get(parent.value.as_str()).copied())
    };
    let mut seen = HashSet::new();
    for start in &check.draft.codes {
        let mut way: Vec<&str> = Vec::new();
        let mut code = Some(start);
        while let Some(here) = code {
            let name = here.code.value.as_str();
            if let Some(at) = way.iter().position(|passed| *passed == name) {
                let parent = here.parent.as_ref().expect("a cycle has parents");
                way.push(name);
                check.findings.add(circle(&way[at..], parent.span));
                break;
            }
            if !seen.insert(name) {
                break;
            }
            way.push(name);
            code = parent(here);
        }
    }
}
