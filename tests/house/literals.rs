//! The texts in a file, and whether people read them.

use proc_macro2::{TokenStream, TokenTree};
use syn::{Attribute, LitStr, visit::Visit};

/// A text in the source.
#[derive(Clone, Debug)]
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// Every text of a file, in macros and attributes as well, but for those that only the compiler reads.
pub(crate) fn literals(file: &syn::File) -> Vec<Literal> {
    let mut finder = Finder(Vec::new());
    finder.visit_file(file);
    finder.0
}

struct Finder(Vec<Literal>);

impl Finder {
    fn scan(&mut self, tokens: TokenStream) {
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Group(group) => self.scan(group.stream()),
                // `reason = "…"` and comments are for who reads the code.
                TokenTree::Ident(name) if name == "reason" || name == "doc" => {
                    if tokens.next_if(|next| matches!(next, TokenTree::Punct(sign) if sign.as_char() == '=')).is_some()
                    {
                        tokens.next();
                    }
                }
                TokenTree::Literal(literal) => {
                    let text: TokenStream = TokenTree::Literal(literal).into();
                    if let Ok(text) = syn::parse2::<LitStr>(text) {
                        self.visit_lit_str(&text);
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.0.push(Literal { line: literal.span().start().line, text: literal.value() });
    }

    fn visit_macro(&mut self, call: &'ast syn::Macro) {
        self.scan(call.tokens.clone());
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let is_for_the_compiler =
            ["allow", "expect", "cfg", "must_use", "serde"].iter().any(|name| attribute.path().is_ident(name));
        if let syn::Meta::List(list) = &attribute.meta
            && !is_for_the_compiler
        {
            self.scan(list.tokens.clone());
        }
    }
}

/// Whether a text holds words that are for people to read: two words beside each other, or one that starts a sentence.
///
/// What stands between braces is filled in, and may be a word; tags are no words, but what they hold may be.
pub(crate) fn is_for_people(text: &str) -> bool {
    let letters: Vec<char> = without_tags(&fill(text)).chars().collect();
    let is_letter = |c: char| c.is_alphabetic() || c == FILLED;
    let phrase = letters
        .windows(3)
        .any(|w| is_letter(w[0]) && w[1] == ' ' && is_letter(w[2]) && (w[0] != FILLED || w[2] != FILLED));
    let mut start = letters.iter().skip_while(|c| !c.is_alphabetic());
    let starts_a_sentence = start.next().is_some_and(|c| c.is_uppercase())
        && start.clone().take_while(|c| c.is_alphabetic()).count() > 1
        && start.take_while(|c| c.is_alphabetic()).all(|c| c.is_lowercase());
    phrase || starts_a_sentence
}

/// The text outside `<…>`; a tag that does not end goes on to the end.
fn without_tags(text: &str) -> String {
    let mut kept = String::new();
    for (position, part) in text.split('<').enumerate() {
        kept += if position == 0 { part } else { part.split_once('>').map_or("", |(_, after)| after) };
    }
    kept
}

/// Stands for what is filled in.
const FILLED: char = '\u{1}';

/// The text with one sign for each `{…}`.
fn fill(text: &str) -> String {
    let mut filled = String::new();
    let mut rest = text.replace("{{", "").replace("}}", "");
    while let Some((before, after)) = rest.split_once('{') {
        filled += before;
        filled.push(FILLED);
        rest = after.split_once('}').map_or(String::new(), |(_, after)| after.to_owned());
    }
    filled + &rest
}
