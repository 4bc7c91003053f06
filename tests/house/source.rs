//! The source, read as syntax: what a file imports, defines and says. Tests and comments are left out.

use std::{fs, path::Path, sync::OnceLock};

use proc_macro2::{Punct, Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::{Attribute, ImplItem, Item, Stmt, visit_mut::VisitMut};

use crate::{
    imports::{Names, names},
    literals::{Literal, literals},
    texts::{Text, texts},
};

/// A file of `src/`.
#[derive(Clone)]
pub(crate) struct File {
    /// Where it is in `src/`, with `/` on every system.
    pub(crate) path: String,
    /// The room it stands in; its own name for `main.rs` and `lib.rs`.
    pub(crate) room: String,
    /// The path of its module, without `crate`.
    pub(crate) module: Vec<String>,
    /// What it imports, names and defines.
    pub(crate) names: Names,
    /// The texts in it.
    pub(crate) literals: Vec<Literal>,
    /// The texts for people that it defines; only those of `text` are asked for.
    pub(crate) texts: Vec<Text>,
    /// Every identifier with its line; that of a macro that is called ends in `!`.
    pub(crate) identifiers: Vec<(usize, String)>,
    /// How many lines hold code.
    pub(crate) lines: usize,
}

/// All files of `src/`.
#[derive(Clone)]
pub(crate) struct House {
    pub(crate) files: Vec<File>,
}

impl House {
    /// The house as it stands.
    pub(crate) fn real() -> &'static Self {
        static HOUSE: OnceLock<House> = OnceLock::new();
        HOUSE.get_or_init(|| {
            let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
            let mut files = Vec::new();
            for path in files_under(&root, &[]) {
                if Path::new(&path).extension().is_some_and(|ending| ending == "rs") {
                    files.push(File::parse(&path, &fs::read_to_string(root.join(&path)).unwrap()));
                }
            }
            assert!(files.len() > 60, "the house was not found");
            Self { files }.without_files_of_tests()
        })
    }

    /// The house with these files as well: their paths and what they hold.
    pub(crate) fn with(&self, planted: &[(&str, &str)]) -> Self {
        let planted = planted.iter().map(|(path, text)| File::parse(path, text));
        Self { files: self.files.iter().cloned().chain(planted).collect() }
    }

    /// A file whose module is declared for tests only is a test.
    fn without_files_of_tests(self) -> Self {
        let tests: Vec<Vec<String>> = self.files.iter().flat_map(|file| file.names.tests.clone()).collect();
        let is_test = |file: &File| tests.iter().any(|test| file.module.starts_with(test));
        Self { files: self.files.into_iter().filter(|file| !is_test(file)).collect() }
    }
}

impl File {
    /// Reads a file that stands at this path in `src/`.
    pub(crate) fn parse(path: &str, text: &str) -> Self {
        let module = module_of(path);
        let mut syntax = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        // Before the tests go: which of its modules are for tests only.
        let names_of_tests = syntax.items.iter().filter(|item| is_for_tests(attributes(item))).filter_map(child);
        let tests = names_of_tests.map(|name| [module.as_slice(), &[name]].concat()).collect();
        WithoutTests.visit_file_mut(&mut syntax);
        let tokens = syntax.to_token_stream();
        let mut leaves = Vec::new();
        flatten(tokens, &mut leaves);
        Self {
            room: path.split(['/', '.']).next().unwrap_or_default().to_owned(),
            names: Names { tests, ..names(&syntax, &module) },
            literals: literals(&syntax),
            texts: texts(&syntax),
            identifiers: identifiers(&leaves),
            lines: lines_of_code(&leaves),
            path: path.to_owned(),
            module,
        }
    }

    /// Where an offence is.
    pub(crate) fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }
}

/// The files under a folder, by path from there with `/`, in alphabetical order, without folders of these names.
pub(crate) fn files_under(root: &Path, without: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![root.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if !path.is_dir() {
                let parts = path.strip_prefix(root).unwrap().components();
                let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
                found.push(parts.join("/"));
            } else if !without.contains(&name.as_str()) {
                open.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `model/label.rs` is the module `model::label`, and `model/mod.rs` is `model`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if ["lib", "main"].contains(&path) { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

fn child(item: &Item) -> Option<String> {
    match item {
        Item::Mod(module) => Some(module.ident.to_string()),
        _ => None,
    }
}

/// Every token that is no group, with its line.
fn flatten(tokens: TokenStream, leaves: &mut Vec<TokenTree>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                // Its brackets count as lines of code.
                for span in [group.span_open(), group.span_close()] {
                    let mut bracket = Punct::new('.', Spacing::Alone);
                    bracket.set_span(span);
                    leaves.push(bracket.into());
                }
                flatten(group.stream(), leaves);
            }
            leaf => leaves.push(leaf),
        }
    }
}

fn identifiers(leaves: &[TokenTree]) -> Vec<(usize, String)> {
    let next = leaves.iter().skip(1).map(Some).chain([None]);
    let with_call = leaves.iter().zip(next).filter_map(|(leaf, next)| {
        let (line, name) = identifier(leaf)?;
        // `a != b` calls nothing.
        let is_call =
            matches!(next, Some(TokenTree::Punct(sign)) if sign.as_char() == '!' && sign.spacing() == Spacing::Alone);
        Some((line, if is_call { name + "!" } else { name }))
    });
    with_call.collect()
}

fn identifier(leaf: &TokenTree) -> Option<(usize, String)> {
    match leaf {
        TokenTree::Ident(ident) => Some((ident.span().start().line, ident.to_string())),
        _ => None,
    }
}

fn lines_of_code(leaves: &[TokenTree]) -> usize {
    let spans = leaves.iter().map(TokenTree::span);
    let lines: std::collections::BTreeSet<usize> = spans.flat_map(|span| span.start().line..=span.end().line).collect();
    lines.len()
}

/// Takes out of a file what is compiled for tests only, and its doc comments.
struct WithoutTests;

impl VisitMut for WithoutTests {
    fn visit_file_mut(&mut self, file: &mut syn::File) {
        file.items.retain(|item| !is_for_tests(attributes(item)));
        syn::visit_mut::visit_file_mut(self, file);
    }

    fn visit_item_mod_mut(&mut self, module: &mut syn::ItemMod) {
        if let Some((_, items)) = &mut module.content {
            items.retain(|item| !is_for_tests(attributes(item)));
        }
        syn::visit_mut::visit_item_mod_mut(self, module);
    }

    fn visit_item_impl_mut(&mut self, block: &mut syn::ItemImpl) {
        block.items.retain(|item| match item {
            ImplItem::Fn(function) => !is_for_tests(&function.attrs),
            ImplItem::Const(constant) => !is_for_tests(&constant.attrs),
            _ => true,
        });
        syn::visit_mut::visit_item_impl_mut(self, block);
    }

    fn visit_block_mut(&mut self, block: &mut syn::Block) {
        block.stmts.retain(|statement| match statement {
            Stmt::Item(item) => !is_for_tests(attributes(item)),
            _ => true,
        });
        syn::visit_mut::visit_block_mut(self, block);
    }

    fn visit_attributes_mut(&mut self, attributes: &mut Vec<Attribute>) {
        attributes.retain(|attribute| !attribute.path().is_ident("doc"));
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let mut words = Vec::new();
        flatten(attribute.to_token_stream(), &mut words);
        let has = |wanted: &str| words.iter().filter_map(identifier).any(|(_, word)| word == wanted);
        attribute.path().is_ident("test") || attribute.path().is_ident("cfg") && has("test") && !has("not")
    })
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => &[],
    }
}
