//! What the names in an arm stand for: the constants and the functions of the files.

use std::collections::HashMap;

use syn::visit::{self, Visit};
use syn::{
    Block, Expr, File, ImplItemConst, ImplItemFn, Item, ItemConst, ItemFn, ItemStatic, Signature,
    UseRename,
};

/// Those that only one item has.
#[derive(Default)]
pub(super) struct Names<'f> {
    constants: HashMap<String, Option<&'f Expr>>,
    functions: HashMap<String, Option<(&'f Signature, &'f Block)>>,
    /// `use ApiError as E`
    renamed: HashMap<String, String>,
}

impl<'f> Names<'f> {
    pub(super) fn of(files: impl IntoIterator<Item = &'f File>) -> Self {
        let mut names = Self::default();
        for file in files {
            names.visit_file(file);
        }
        names
    }

    /// The value of a constant.
    pub(super) fn constant(&self, name: &str) -> Option<&'f Expr> {
        *self.constants.get(name)?
    }

    pub(super) fn function(&self, name: &str) -> Option<(&'f Signature, &'f Block)> {
        *self.functions.get(name)?
    }

    /// The name that another stands for, or itself.
    pub(super) fn unrenamed<'n>(&'n self, name: &'n str) -> &'n str {
        self.renamed.get(name).map_or(name, String::as_str)
    }

    fn add_constant(&mut self, name: &syn::Ident, value: &'f Expr) {
        let value_or_none = |known: &mut Option<&'f Expr>| *known = known.filter(|k| *k == value);
        self.constants.entry(name.to_string()).and_modify(value_or_none).or_insert(Some(value));
    }

    fn add_function(&mut self, signature: &'f Signature, body: &'f Block) {
        let name = signature.ident.to_string();
        self.functions.entry(name).and_modify(|one| *one = None).or_insert(Some((signature, body)));
    }
}

impl<'f> Visit<'f> for Names<'f> {
    fn visit_item_const(&mut self, item: &'f ItemConst) {
        self.add_constant(&item.ident, &item.expr);
    }

    fn visit_item_static(&mut self, item: &'f ItemStatic) {
        self.add_constant(&item.ident, &item.expr);
    }

    fn visit_impl_item_const(&mut self, item: &'f ImplItemConst) {
        self.add_constant(&item.ident, &item.expr);
    }

    fn visit_item_fn(&mut self, item: &'f ItemFn) {
        self.add_function(&item.sig, &item.block);
        visit::visit_item_fn(self, item);
    }

    fn visit_impl_item_fn(&mut self, item: &'f ImplItemFn) {
        self.add_function(&item.sig, &item.block);
        visit::visit_impl_item_fn(self, item);
    }

    fn visit_use_rename(&mut self, item: &'f UseRename) {
        self.renamed.insert(item.rename.to_string(), item.ident.to_string());
    }

    /// What a test calls so is its own.
    fn visit_item(&mut self, item: &'f Item) {
        let is_of_tests = matches!(item, Item::Mod(module) if module.ident == "tests");
        if !is_of_tests {
            visit::visit_item(self, item);
        }
    }
}
