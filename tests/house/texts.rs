//! Texts that nobody says: they are public, so the compiler says nothing of them.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use syn::{Item, Visibility};

use crate::source::House;

/// A text that a file of `text` holds.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) line: usize,
    pub(crate) name: String,
}

/// The texts that nobody outside their file names and that their own file names only where they stand.
pub(crate) fn unused(house: &House) -> Vec<String> {
    let named: BTreeSet<&[String]> =
        house.files.iter().flat_map(|file| &file.names.imports).map(|import| &import.path[1..]).collect();
    let mut found = Vec::new();
    for file in house.files.iter().filter(|file| file.room == "text") {
        for text in &file.texts {
            let path = [file.module.as_slice(), std::slice::from_ref(&text.name)].concat();
            let at_home = file.identifiers.iter().filter(|(_, name)| *name == text.name).count();
            if at_home < 2 && !named.contains(path.as_slice()) {
                found.push(format!("{} nobody says {}", file.at(text.line), text.name));
            }
        }
    }
    found
}

/// The public functions and constants of a file, and what it writes with `texts!`.
pub(crate) fn texts(file: &syn::File) -> Vec<Text> {
    let of = |name: &syn::Ident| Text { line: name.span().start().line, name: name.to_string() };
    let is_public = |visibility: &Visibility| matches!(visibility, Visibility::Public(_));
    let found = file.items.iter().flat_map(|item| match item {
        Item::Fn(item) if is_public(&item.vis) => vec![of(&item.sig.ident)],
        Item::Const(item) if is_public(&item.vis) => vec![of(&item.ident)],
        Item::Macro(item) if item.mac.path.is_ident("texts") => {
            names_before_colon(&item.mac.tokens).iter().map(of).collect()
        }
        _ => Vec::new(),
    });
    found.collect()
}

fn names_before_colon(tokens: &TokenStream) -> Vec<proc_macro2::Ident> {
    let tokens: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let pairs = tokens.windows(2).filter_map(|pair| match pair {
        [TokenTree::Ident(name), TokenTree::Punct(sign)] if sign.as_char() == ':' => Some(name.clone()),
        _ => None,
    });
    pairs.collect()
}
