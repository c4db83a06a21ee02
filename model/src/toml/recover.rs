//! Reads a file again that the parser refuses, statement by statement. A mistake ends with its statement:
//! it is mended, where one change makes a statement of it, and else read as far as the parser gets.

use toml_parser::parser::Event;
use toml_parser::{Source, Span};

use super::candidates::{self, Broken};
use super::repair::{Candidate, Edited};
use super::statements::{self, Statement, Statements};
use super::syntax::{self, Syntax};
use super::{is_closed, mistake};

/// Adds the events of a file and the mistakes in it.
pub(super) fn read(text: &str, events: &mut Vec<Event>, syntax: &mut Syntax) {
    let mut statements = Statements::new(text);
    let mut recovery = Recovery { text, events, syntax, budget: text.len() / 4 + MORE };
    while let Some(statement) = statements.read() {
        if !(statement.is_closed && recovery.is_read(&statements)) {
            let end = recovery.mend(&statement);
            statements.go_to(end);
        }
    }
}

/// How many bytes may be tried in candidates, beyond a quarter of those that the file has. In a file with
/// thousands of mistakes, the last ones are not mended: it takes no longer for them, and fewer are shown.
const MORE: usize = 1 << 16;

struct Recovery<'t, 'e> {
    text: &'t str,
    events: &'e mut Vec<Event>,
    syntax: &'e mut Syntax,
    budget: usize,
}

impl Recovery<'_, '_> {
    /// Adds the events of a statement, if there is nothing wrong with it.
    fn is_read(&mut self, statements: &Statements<'_>) -> bool {
        let (tokens, base, text) = statements.tokens();
        let first = self.events.len();
        let errors = syntax::events(Source::new(text), tokens, self.events);
        if !errors.is_empty() || !tokens.iter().all(|token| is_closed(text, token)) {
            self.events.truncate(first);
            return false;
        }
        for event in &mut self.events[first..] {
            let place = event.span();
            let place = Span::new_unchecked(place.start() + base, place.end() + base);
            *event = Event::new_unchecked(event.kind(), event.encoding(), place);
        }
        true
    }

    /// Reads a statement with something wrong, and says where it ends.
    fn mend(&mut self, statement: &Statement) -> usize {
        let at = statement.place.start;
        let broken = Broken::new(self.text, statement.place.clone());
        for candidates in candidates::ALL {
            if self.budget == 0 {
                break;
            }
            for candidate in candidates(&broken) {
                if let Some(end) = self.try_candidate(&broken, candidate, at) {
                    return end;
                }
            }
        }
        self.read_as_it_is(&broken, at);
        statement.place.end
    }

    /// What is left of a string that goes on in the line at a byte, where it does: that line is no
    /// statement, and closes a string that it does not open.
    fn behind_string(&self, at: usize) -> usize {
        let line = self.text[at..].split_inclusive('\n').next().unwrap_or_default();
        let is_rest = statements::is_no_statement(line) && line.matches('"').count() % 2 == 1;
        if is_rest { at + line.len() } else { at }
    }

    /// Where the statement ends then.
    fn try_candidate(
        &mut self,
        broken: &Broken<'_>,
        candidate: Candidate,
        at: usize,
    ) -> Option<usize> {
        let Candidate { edits, mistake, mended, unclosed, end, is_strict } = candidate;
        self.budget = self.budget.saturating_sub(end);
        if self.budget == 0 {
            return None;
        }
        let edited = Edited::new(&broken.text[..end], &edits);
        if !edited.try_events(at, is_strict, self.events) {
            return None;
        }
        let is_string = mended.is_some() || !unclosed.is_empty();
        self.syntax.add(mistake.moved(at));
        if let Some(start) = mended {
            self.syntax.add_mended(at + start);
        }
        for start in unclosed {
            self.syntax.add_unclosed(at + start);
        }
        let end = at + end;
        Some(if is_string { self.behind_string(end) } else { end })
    }

    /// Closes what is open in a statement, and takes what the parser makes of the rest. The first mistake
    /// of each line explains the others in it.
    fn read_as_it_is(&mut self, broken: &Broken<'_>, at: usize) {
        let brackets = broken.brackets();
        let edited = Edited::new(broken.text, &brackets.closing);
        let errors = edited.events(at, self.events);
        let of_grammar = errors.iter().map(|error| {
            let mistake = mistake::of_grammar(error, edited.text());
            let place = edited.place_before(mistake.place.clone());
            mistake.at(place)
        });
        let string = broken.unclosed_string();
        let of_bracket = brackets.mistake(broken.text).filter(|_| string.is_none());
        let mut mistakes: Vec<_> = of_bracket.into_iter().chain(of_grammar).collect();
        mistakes.sort_by_key(|mistake| mistake.place.start);
        if let Some(string) = &string {
            self.syntax.add_unclosed(at + string.place.start);
            mistakes.insert(0, string.clone());
        }
        let mut explained = 0;
        for mistake in mistakes {
            let start = mistake.place.start;
            if start >= explained {
                let rest = broken.text.get(start..).unwrap_or_default();
                explained = (start + rest.find('\n').unwrap_or(rest.len())).max(start + 1);
                self.syntax.add(mistake.moved(at));
                let line = broken.text[..start].rfind('\n').map_or(0, |newline| newline + 1);
                // What is missing at the end of the line, too.
                self.syntax.explain(at + line..at + explained + 1);
            }
        }
        for start in brackets.unclosed {
            self.syntax.add_unclosed(at + start);
        }
    }
}
