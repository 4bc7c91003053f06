//! What a file names: every path in it, from the root of the crate or from another crate.
//!
//! `use` trees are expanded, and `self`, `super` and names that a `use` brought in are followed, also in types,
//! expressions, attributes and the tokens of macros.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use syn::{Attribute, Item, ItemUse, UseTree, spanned::Spanned as _, visit::Visit};

/// A path that a file names.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Import {
    pub(crate) line: usize,
    /// From `crate`, or from the name of another crate; as it is written when it starts at a type that came with a `*`.
    pub(crate) path: Vec<String>,
}

/// What a file names and defines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    /// Every path in it.
    pub(crate) imports: Vec<Import>,
    /// Names that a `use` brought in, and for what they stand.
    pub(crate) aliases: BTreeMap<String, Vec<String>>,
    /// Modules of which a `use` brought in everything.
    pub(crate) globs: Vec<Vec<String>>,
    /// What is defined in it.
    pub(crate) defined: BTreeSet<String>,
    /// Modules that are compiled for tests only.
    pub(crate) tests: Vec<Vec<String>>,
}

/// Reads the names of a file.
pub(crate) fn names(file: &syn::File, module: &[String]) -> Names {
    let mut found = Names { defined: file.items.iter().filter_map(name_of).collect(), ..Names::default() };
    let mut uses = Uses { module: module.to_vec(), found: Vec::new() };
    uses.visit_file(file);
    // Twice, because a `use` may start at a name that a later one brings in.
    for _ in 0..2 {
        for leaf in &uses.found {
            let Some(path) = Scope { module: &leaf.module, names: &found }.resolve(&leaf.path, &leaf.name) else {
                continue;
            };
            if leaf.name == "*" {
                found.globs.push(path);
            } else {
                found.aliases.insert(leaf.name.clone(), path);
            }
        }
    }
    found.globs.sort();
    found.globs.dedup();
    let mut paths = Paths { module: module.to_vec(), found: Vec::new() };
    paths.visit_file(file);
    let mut imports: Vec<Import> = uses
        .found
        .iter()
        .chain(&paths.found)
        .filter_map(|leaf| {
            let path = Scope { module: &leaf.module, names: &found }.resolve(&leaf.path, &leaf.name)?;
            Some(Import { line: leaf.line, path })
        })
        .collect();
    imports.sort();
    imports.dedup();
    found.imports = imports;
    found
}

/// A path as it is written, the module in which it is, and the name that it gets there.
struct Leaf {
    line: usize,
    module: Vec<String>,
    path: Vec<String>,
    name: String,
}

/// Where a path is written.
struct Scope<'a> {
    module: &'a [String],
    names: &'a Names,
}

/// Names that Rust itself knows.
const LANGUAGE: [&str; 21] = [
    "bool", "char", "str", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128", "isize",
    "f32", "f64", "clippy", "rustfmt", "rustdoc", "Self",
];

impl Scope<'_> {
    /// The path from the root, of what gets `own_name` by it; none when it starts in the language itself.
    fn resolve(&self, path: &[String], own_name: &str) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        let absolute = |start: &[String]| [&["crate".to_owned()], start, rest].concat();
        match first.as_str() {
            "crate" => Some(path.to_vec()),
            "" => Some(rest.to_vec()),
            "self" => Some(absolute(self.module)),
            "super" => {
                let above = path.iter().take_while(|part| *part == "super").count();
                let start = self.module.get(..self.module.len().checked_sub(above)?)?;
                Some([&["crate".to_owned()], start, &path[above..]].concat())
            }
            name if self.names.defined.contains(name) => Some([&["crate".to_owned()], self.module, path].concat()),
            name => match self.names.aliases.get(name).filter(|_| name != own_name) {
                Some(alias) => Some([alias.as_slice(), rest].concat()),
                None => (!LANGUAGE.contains(&name)).then(|| path.to_vec()),
            },
        }
    }
}

/// Finds every leaf of every `use`.
struct Uses {
    module: Vec<String>,
    found: Vec<Leaf>,
}

impl Uses {
    fn expand(&mut self, tree: &UseTree, before: &[String]) {
        let mut leaf = |path: Vec<String>, name: String, line: usize| {
            self.found.push(Leaf { line, module: self.module.clone(), path, name });
        };
        match tree {
            UseTree::Path(tree) => {
                self.expand(&tree.tree, &[before, &[tree.ident.to_string()]].concat());
            }
            UseTree::Name(tree) if tree.ident == "self" => {
                let name = before.last().cloned().unwrap_or_default();
                leaf(before.to_vec(), name, tree.ident.span().start().line);
            }
            UseTree::Name(tree) => {
                let name = tree.ident.to_string();
                leaf([before, std::slice::from_ref(&name)].concat(), name, tree.ident.span().start().line);
            }
            UseTree::Rename(tree) => {
                let named = tree.ident.to_string();
                let path = if named == "self" { before.to_vec() } else { [before, &[named]].concat() };
                leaf(path, tree.rename.to_string(), tree.ident.span().start().line);
            }
            UseTree::Glob(tree) => leaf(before.to_vec(), "*".to_owned(), tree.span().start().line),
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.expand(tree, before);
                }
            }
        }
    }
}

impl<'ast> Visit<'ast> for Uses {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        let before = if item.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        self.expand(&item.tree, &before);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        let named = item.ident.to_string();
        let name = item.rename.as_ref().map_or_else(|| named.clone(), |(_, rename)| rename.to_string());
        let line = item.ident.span().start().line;
        self.found.push(Leaf { line, module: self.module.clone(), path: vec![named], name });
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        syn::visit::visit_item_mod(self, module);
        self.module.pop();
    }
}

/// Finds every path of more than one part that is no `use`.
struct Paths {
    module: Vec<String>,
    found: Vec<Leaf>,
}

impl Paths {
    fn push(&mut self, line: usize, path: Vec<String>) {
        if path.len() > 1 {
            self.found.push(Leaf { line, module: self.module.clone(), path, name: String::new() });
        }
    }

    /// Paths among the tokens of a macro or an attribute: names with `::` between them.
    fn scan(&mut self, tokens: TokenStream, before: &[String]) {
        let mut tokens = tokens.into_iter().peekable();
        let mut path = before.to_vec();
        let mut line = 0;
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(ident) => {
                    line = ident.span().start().line;
                    path.push(ident.to_string());
                    if tokens.next_if(is_first_colon).is_some() {
                        tokens.next();
                        continue;
                    }
                    self.push(line, std::mem::replace(&mut path, before.to_vec()));
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && path.len() > before.len() => {
                    self.push(line, path.clone());
                    self.scan(group.stream(), &std::mem::replace(&mut path, before.to_vec()));
                }
                TokenTree::Group(group) => self.scan(group.stream(), &[]),
                TokenTree::Punct(_) | TokenTree::Literal(_) => path = before.to_vec(),
            }
        }
    }
}

fn is_first_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(sign) if sign.as_char() == ':' && sign.spacing() == Spacing::Joint)
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, _: &'ast ItemUse) {}

    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        self.module.push(module.ident.to_string());
        syn::visit::visit_item_mod(self, module);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let start = if path.leading_colon.is_some() { vec![String::new()] } else { Vec::new() };
        let parts = path.segments.iter().map(|part| part.ident.to_string());
        self.push(path.span().start().line, start.into_iter().chain(parts).collect());
        syn::visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.visit_path(&call.path);
        self.scan(call.tokens.clone(), &[]);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let is_for_the_compiler = ["allow", "expect", "cfg"].iter().any(|name| attribute.path().is_ident(name));
        if let syn::Meta::List(list) = &attribute.meta
            && !is_for_the_compiler
        {
            self.scan(list.tokens.clone(), &[]);
        }
    }
}

fn name_of(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        Item::Mod(item) => item.ident.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        _ => return None,
    })
}
