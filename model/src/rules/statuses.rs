use std::collections::HashMap;

use super::Check;
use crate::finding::Finding;
use crate::status;

pub(super) fn a_status_has_one_row(check: &mut Check<'_>) {
    let mut first = HashMap::new();
    for row in &check.draft.statuses {
        for status in std::iter::once(&row.status).chain(&row.also) {
            if let Some(first) = first.insert(status.value, status.span) {
                check.findings.add(
                    Finding::error(
                        status.span,
                        format!("the status {} has two rows", status.value),
                    )
                    .label("again here")
                    .other(first, "first here")
                    .help("leave it in one of the two"),
                );
            }
        }
    }
}

pub(super) fn statuses_are_registered(check: &mut Check<'_>) {
    let rows =
        check.draft.statuses.iter().flat_map(|row| std::iter::once(&row.status).chain(&row.also));
    let codes = check.draft.codes.iter().filter_map(|code| code.status.as_ref());
    for status in rows.chain(codes) {
        if status::reason(status.value).is_none() {
            check.findings.add(
                Finding::warning(status.span, format!("the status {} is not registered", status.value))
                    .help("clients read it as the first of its class (RFC 9110 §15); keep it if the API sends it"),
            );
        }
    }
}
