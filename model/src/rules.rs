//! The rules that a catalog must meet. Each looks at the whole document and reports all it finds; a new
//! rule is added to [`RULES`].

mod alike;
mod blanks;
mod braces;
mod catch;
mod check;
mod codes;
mod controls;
mod facts;
mod headers;
mod invisible;
mod locales;
mod parameters;
mod parents;
mod placeholders;
mod replacements;
mod sent_codes;
mod set;
mod shape;
mod slot_use;
mod statuses;
mod templates;
mod texts;
mod types;
mod variants;

use crate::document::Document;
use crate::entries::VariantEntry;
use crate::finding::Findings;
use crate::inheritance::Inheritance;
use crate::side::Side;
use crate::source::Sources;
use check::Check;

type Rule = fn(&mut Check<'_>);

const RULES: &[Rule] = &[
    locales::tags_are_well_formed,
    locales::tags_are_distinct,
    locales::bases_have_the_locales,
    texts::every_locale_has_a_text,
    texts::no_text_is_empty,
    texts::no_text_has_control_characters,
    placeholders::braces_are_closed,
    placeholders::placeholders_are_names,
    placeholders::placeholders_can_be_methods_and_fields,
    placeholders::only_messages_have_placeholders,
    placeholders::locales_have_the_same_placeholders,
    placeholders::no_placeholder_is_filled_by_the_catalog,
    parameters::parameters_can_be_methods_and_fields,
    parameters::a_parameter_has_one_type,
    parameters::examples_have_the_type_of_their_parameter,
    statuses::a_status_has_one_row,
    statuses::statuses_are_registered,
    statuses::unregistered_statuses_are_unregistered,
    statuses::statuses_of_codes_have_a_body,
    statuses::required_headers_are_listed,
    codes::names_are_distinct,
    codes::no_code_and_no_name_is_empty,
    codes::aliases_are_other_spellings,
    codes::names_are_short,
    codes::codes_are_countable,
    codes::codes_are_numbers_where_the_body_has_numbers,
    controls::no_name_has_control_characters,
    blanks::no_code_and_no_name_ends_with_a_blank,
    invisible::no_file_has_invisible_characters,
    invisible::no_code_and_no_name_has_marks,
    headers::header_names_are_tokens,
    headers::header_values_are_field_values,
    headers::headers_are_distinct,
    headers::no_header_is_of_the_connection,
    headers::the_media_type_is_one,
    headers::the_media_type_is_json,
    types::types_are_uri_references,
    types::types_have_hosts,
    types::the_base_and_the_names_are_apart,
    types::based_types_are_short,
    types::types_are_distinct,
    types::types_are_in_the_body,
    variants::the_prefix_begins_identifiers,
    variants::names_are_identifiers,
    variants::names_are_in_upper_camel_case,
    variants::names_are_distinct,
    parents::parents_exist,
    parents::parents_form_no_cycle,
    parents::ancestors_are_few,
    parents::ancestors_have_a_place,
    parents::levels_have_a_place,
    replacements::only_retired_codes_are_replaced,
    replacements::replacements_exist,
    replacements::replacements_are_sent,
    alike::entries_can_be_told_apart,
    catch::what_is_caught_has_an_entry,
    catch::what_is_caught_keeps_its_class,
    catch::what_is_caught_is_sent,
    catch::what_is_caught_is_filled,
    facts::required_facts_are_there,
    facts::assumed_names_facts_that_are_there,
    facts::a_fact_is_assumed_once,
    facts::docs_are_links,
    set::what_is_set_is_a_slot,
    braces::slots_have_their_braces,
    braces::question_marks_are_in_the_braces,
    sent_codes::codes_have_a_place,
    shape::inner_is_used,
    shape::lengths_leave_room,
    shape::slots_are_used_and_can_be_filled,
    shape::slots_hold_what_fills_them,
];

pub(crate) fn check(
    side: Side,
    document: &Document,
    variants: &[VariantEntry<'_>],
    sources: &Sources,
    diagnostics: &mut Findings,
) {
    let inheritance = &Inheritance::new(document, variants);
    let (texts, facts) = (&document.texts(), &document.all_facts());
    let templates = &templates::templates(texts, sources);
    let mut check = Check {
        side,
        document,
        variants,
        inheritance,
        facts,
        texts,
        templates,
        sources,
        diagnostics,
    };
    for rule in RULES {
        rule(&mut check);
    }
}
