//! The files of a catalog: the one that is named and those that it extends, each parsed once.

use crate::bases::{self, Base};
use crate::diagnostic::Diagnostic;
use crate::document::Extends;
use crate::finding::Findings;
use crate::loader::Loader;
use crate::source::{FileId, Sources, Span, Spanned, has_extension, offset};
use crate::tree::{SourceValue, Table, ValueKind};
use crate::{json, merge, suggestion, toml};

/// All files of a catalog as one tree.
#[derive(Default)]
pub(crate) struct Files<'s> {
    /// The file that was named; `None` where it could not be read.
    pub(crate) first: Option<FileId>,
    /// The files' one tree, each laid over those it extends.
    pub(crate) root: Table<'s>,
    /// What the files say they extend, from the named one on.
    pub(crate) extends: Vec<Extends>,
    /// The TOML comments of all files, in the order of the files.
    pub(crate) comments: Vec<Span>,
}

/// Reads the named file and those it extends, the named one first.
pub(crate) fn load<'s>(
    loader: &dyn Loader,
    path: &str,
    sources: &'s Sources,
    diagnostics: &mut Findings,
) -> Files<'s> {
    let mut walk = Walk {
        loader,
        sources,
        diagnostics,
        read: Vec::new(),
        open: Vec::new(),
        files: Files::default(),
    };
    if let Some(first) = walk.file(path.to_owned(), None) {
        walk.files.first = Some(walk.read[first].file);
        // Bases are the most general of all, wherever they are listed.
        let (bases, files): (Vec<_>, Vec<_>) =
            walk.most_general_first(first).into_iter().partition(|at| walk.read[*at].is_base);
        for at in bases.into_iter().chain(files) {
            let tree = std::mem::take(&mut walk.read[at].tree);
            merge::lay_over(&mut walk.files.root, tree, "");
        }
    }
    walk.files
}

/// A file or a base that was read.
struct Read<'s> {
    path: String,
    file: FileId,
    is_base: bool,
    tree: Table<'s>,
    /// Those it extends, by their numbers, as far as they could be read.
    extends: Vec<usize>,
}

/// Goes from file to file, depth first.
struct Walk<'w, 's> {
    loader: &'w dyn Loader,
    sources: &'s Sources,
    diagnostics: &'w mut Findings,
    read: Vec<Read<'s>>,
    /// The numbers of the files whose `extends` led here.
    open: Vec<usize>,
    files: Files<'s>,
}

impl Walk<'_, '_> {
    /// Reads a file and those it extends, unless that was done before. `named_at` is where another one
    /// names it.
    fn file(&mut self, path: String, named_at: Option<Span>) -> Option<usize> {
        if let Some(circle) = named_at.and_then(|place| self.circle(&path, place)) {
            self.diagnostics.unread_file(circle);
            return None;
        }
        if let Some(known) = self.read.iter().position(|read| read.path == path) {
            return Some(known);
        }
        let extended_by = self.open.last().map(|at| self.read[*at].path.as_str());
        let file = match open(self.loader, &path, extended_by, self.sources) {
            Ok(file) => file,
            Err(diagnostic) => {
                self.diagnostics.unread_file(diagnostic.at(named_at));
                return None;
            }
        };
        let source = self.sources.get(file);
        let text = &source.text;
        let tree = if source.is_json() {
            json::parse(text, file, self.diagnostics)
        } else {
            toml::parse(text, file, self.diagnostics, &mut self.files.comments)
        };
        let extends = extends(&tree, self.diagnostics);
        let number = self.read.len();
        self.read.push(Read { path, file, is_base: false, tree, extends: Vec::new() });
        self.open.push(number);
        for name in extends {
            let place = name.span;
            let written = name.value.clone();
            let at = self.files.extends.len();
            self.files.extends.push(Extends { path: name, file: None });
            if let Some(read) = self.extended(number, &written, place) {
                self.files.extends[at].file = Some(self.read[read].file);
                // A file that is listed twice stands where it is listed first.
                let known = &mut self.read[number].extends;
                if !known.contains(&read) {
                    known.push(read);
                }
            }
        }
        self.open.pop();
        Some(number)
    }

    /// Reads what a file names in its `extends`.
    fn extended(&mut self, by: usize, name: &str, place: Span) -> Option<usize> {
        if !bases::is_name(name) {
            return self.file(self.loader.resolve(&self.read[by].path, name), Some(place));
        }
        let Some(base) = bases::find(name) else {
            let diagnostic = self.unknown_base(by, name, place);
            self.diagnostics.unread_file(diagnostic);
            return None;
        };
        self.base(base, place)
    }

    fn base(&mut self, base: &'static Base, place: Span) -> Option<usize> {
        let path = base.path();
        if let Some(known) = self.read.iter().position(|read| read.path == path) {
            return Some(known);
        }
        if let Err(diagnostic) = room(self.sources, base.name, base.text.len()) {
            self.diagnostics.unread_file(diagnostic.at(Some(place)));
            return None;
        }
        let file = self.sources.add_base(base);
        // Nothing that concerns a base alone is any business of the catalog's author.
        let (mut diagnostics, mut comments) = (Findings::default(), Vec::new());
        let text = &self.sources.get(file).text;
        let tree = toml::parse(text, file, &mut diagnostics, &mut comments);
        self.read.push(Read { path, file, is_base: true, tree, extends: Vec::new() });
        Some(self.read.len() - 1)
    }

    fn unknown_base(&self, by: usize, name: &str, place: Span) -> Diagnostic {
        let by = &self.read[by].path;
        let is_file = |path: &String| {
            self.loader.load(&self.loader.resolve(by, path), Some(by.as_str())).is_ok()
        };
        let file = ["toml", "json"].map(|extension| format!("{name}.{extension}"));
        let file = file.iter().find(|path| is_file(path));
        let names = bases::ALL.map(|base| base.name);
        let help = match (file, suggestion::nearest(name, names)) {
            (Some(file), _) => format!("did you mean the file `{file}`?"),
            (None, Some(meant)) => {
                format!("did you mean `{meant}`? A file is named with its extension: `{name}.toml`")
            }
            (None, None) => format!(
                "there is {}; a file is named with its extension: `{name}.toml`",
                suggestion::list(&names)
            ),
        };
        Diagnostic::error(place, format!("there is no ready-made base `{name}`")).help(help)
    }

    /// The diagnostic for files of which the last extends an earlier one.
    fn circle(&self, next: &str, place: Span) -> Option<Diagnostic> {
        let paths: Vec<_> = self.open.iter().map(|at| self.read[*at].path.as_str()).collect();
        let start = paths.iter().position(|known| *known == next)?;
        Some(match &paths[start..] {
            [only] => Diagnostic::error(place, format!("`{only}` extends itself"))
                .help("name the file whose facts this one adds to, or leave `extends` out"),
            circle => Diagnostic::error(place, "these files extend each other in a circle").help(
                format!("the circle is {} → {next}; leave one `extends` out", circle.join(" → ")),
            ),
        })
    }

    /// The files in the order in which each is laid over those before it: a file behind those that it
    /// extends, of which the first is the last to be laid.
    fn most_general_first(&self, first: usize) -> Vec<usize> {
        fn visit(read: &[Read<'_>], at: usize, order: &mut Vec<usize>) {
            for extended in read[at].extends.iter().rev() {
                if !order.contains(extended) {
                    visit(read, *extended, order);
                }
            }
            order.push(at);
        }
        let mut order = Vec::with_capacity(self.read.len());
        visit(&self.read, first, &mut order);
        order
    }
}

/// What a file says it extends: one path or name, or a list of them.
fn extends(tree: &Table<'_>, diagnostics: &mut Findings) -> Vec<Spanned<String>> {
    let catalog = tree.get("catalog").map(|catalog| &catalog.value.kind);
    let Some(ValueKind::Table(catalog)) = catalog else { return Vec::new() };
    let Some(extends) = catalog.get("extends") else { return Vec::new() };
    let (items, wanted) = match &extends.value.kind {
        ValueKind::Array(items) => (items.as_slice(), "a path, or the name of a base"),
        _ => (std::slice::from_ref(&extends.value), "a path, the name of a base, or a list"),
    };
    let string =
        |item: &SourceValue<'_>| match &item.kind {
            ValueKind::String(path) => {
                Some(Spanned { value: path.clone().into_owned(), span: item.span })
            }
            ValueKind::Broken => None,
            kind => {
                let message = format!("expected {wanted}, found {}", kind.description());
                diagnostics.add(Diagnostic::error(item.span, message).help(
                    "write `extends = \"base.toml\"`, or `extends = [\"base.toml\", \"http\"]`",
                ));
                None
            }
        };
    items.iter().filter_map(string).collect()
}

/// Gets a file and makes a source of it.
fn open(
    loader: &dyn Loader,
    path: &str,
    extended_by: Option<&str>,
    sources: &Sources,
) -> Result<FileId, Diagnostic> {
    let bytes = loader.load(path, extended_by)?;
    if !["toml", "json"].iter().any(|known| has_extension(path, known)) {
        return Err(Diagnostic::without_place(format!("`{path}` is neither `.toml` nor `.json`"))
            .help("a catalog is one of the two, and its name says which"));
    }
    room(sources, path, bytes.len())?;
    let mut text = String::from_utf8(bytes).map_err(|error| {
        let start = offset(error.utf8_error().valid_up_to());
        let file =
            sources.add(path.to_owned(), String::from_utf8_lossy(error.as_bytes()).into_owned());
        let end = start + offset(char::REPLACEMENT_CHARACTER.len_utf8());
        Diagnostic::error(Span { file, start, end }, "this is not UTF-8")
            .help("save the file as UTF-8")
    })?;
    if text.starts_with('\u{feff}') {
        text.remove(0);
    }
    if text.trim_start().is_empty() {
        let help = if has_extension(path, "json") {
            "a catalog has a `\"catalog\"` with its name and locales, a `\"body\"`, and a `\"code\"` with a table for each code"
        } else {
            "a catalog has a `[catalog]` with its name and locales, a `[body]`, and a `[code.…]` for each code"
        };
        return Err(Diagnostic::without_place(format!("`{path}` is empty")).help(help));
    }
    Ok(sources.add(path.to_owned(), text))
}

/// Whether a catalog may have one more source of that size.
fn room(sources: &Sources, path: &str, bytes: usize) -> Result<(), Diagnostic> {
    // Spans and the tables in a program count bytes in 32 bits, and use the highest for a flag.
    let total: usize = sources.iter().map(|source| source.text.len()).sum();
    if total.saturating_add(bytes) >= Sources::MAX_BYTES {
        return Err(Diagnostic::without_place(format!(
            "`{path}` is too large: the files of a catalog have less than 1 GiB"
        ))
        .help("split it into several catalogs"));
    }
    if sources.iter().count() == Sources::MAX_FILES {
        let most = Sources::MAX_FILES;
        return Err(Diagnostic::without_place(format!(
            "`{path}` is one file too many: a catalog has at most {most}"
        ))
        .help("leave one `extends` out"));
    }
    Ok(())
}
