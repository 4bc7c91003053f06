//! The canonical layout: what ron writes on one line, set out so that a change shows as a change of one line.
//!
//! ron's own pretty printing knows one rule for a whole kind of bracket or a whole depth, so a citation and a facet
//! would be set alike: either a citation takes six lines or a party takes one. Here the shape decides:
//! - a record (an element of a list at the top) has one field per line, always;
//! - a list of structs has one element per line, always, so that adding one changes no other line;
//! - a citation, or another struct of plain values in a list, stays on its line however long it is;
//! - anything else stays on one line as long as it fits.

use super::scan::{Token, Tokens, closing};

/// Lines are broken beyond this many characters, where they can be.
const WIDTH: usize = 120;

enum Value<'a> {
    /// A text, a number or a name, as ron writes it.
    Plain(&'a str),
    /// Brackets, with the name before them where they have one.
    Compound(Compound<'a>),
}

struct Compound<'a> {
    name: &'a str,
    open: char,
    elements: Vec<Element<'a>>,
}

struct Element<'a> {
    key: Option<&'a str>,
    value: Value<'a>,
}

/// Sets out what ron wrote on one line.
pub(super) fn lay_out(compact: &str) -> String {
    lay_out_at(compact, Position { depth: 0, indent: 0, used: 0, in_list: false }) + "\n"
}

/// The same for a value by itself, such as a condition, as it would stand in a record of its own line: without a newline
/// at the end.
pub(super) fn lay_out_value(compact: &str) -> String {
    lay_out_at(compact, Position { depth: 1, indent: 0, used: 0, in_list: false })
}

fn lay_out_at(compact: &str, at: Position) -> String {
    let mut tokens: Vec<Token<'_>> = Tokens::new(compact).map(|(_, token)| token).collect();
    tokens.reverse();
    let mut out = String::with_capacity(compact.len() * 5 / 4);
    if let Some(value) = read_value(&mut tokens) {
        value.write(&mut out, at);
    }
    out
}

fn read_value<'a>(tokens: &mut Vec<Token<'a>>) -> Option<Value<'a>> {
    match tokens.pop()? {
        Token::Text(text, _) => Some(Value::Plain(text)),
        Token::Word(word) => match tokens.last() {
            Some(Token::Open(open)) => {
                let open = *open;
                tokens.pop();
                Some(read_compound(word, open, tokens))
            }
            _ => Some(Value::Plain(word)),
        },
        Token::Open(open) => Some(read_compound("", open, tokens)),
        Token::Close(_) | Token::Comma | Token::Colon => None,
    }
}

fn read_compound<'a>(name: &'a str, open: char, tokens: &mut Vec<Token<'a>>) -> Value<'a> {
    let mut elements = Vec::new();
    while let Some(value) = read_value(tokens) {
        let element = match (value, tokens.last()) {
            (Value::Plain(key), Some(Token::Colon)) => {
                tokens.pop();
                read_value(tokens).map(|value| Element { key: Some(key), value })
            }
            (value, _) => Some(Element { key: None, value }),
        };
        elements.extend(element);
        if !matches!(tokens.last(), Some(Token::Comma)) {
            tokens.pop();
            break;
        }
        tokens.pop();
    }
    Value::Compound(Compound { name, open, elements })
}

/// Where a value is written.
#[derive(Clone, Copy)]
struct Position {
    /// How many brackets are around it.
    depth: usize,
    /// How far its line is indented.
    indent: usize,
    /// How many characters of its line are taken, the comma after it included.
    used: usize,
    /// Whether it is an element of a list.
    in_list: bool,
}

impl Value<'_> {
    fn write(&self, out: &mut String, at: Position) {
        match self {
            Self::Plain(text) => write_plain(out, text),
            Self::Compound(compound) => compound.write(out, at),
        }
    }

    fn write_inline(&self, out: &mut String) {
        match self {
            Self::Plain(text) => write_plain(out, text),
            Self::Compound(compound) => {
                out.push_str(compound.name);
                out.push(compound.open);
                for (position, element) in compound.elements.iter().enumerate() {
                    out.push_str(if position > 0 { ", " } else { "" });
                    out.push_str(&element.prefix());
                    element.value.write_inline(out);
                }
                out.push(compound.close());
            }
        }
    }

    fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(_))
    }

    fn is_struct(&self) -> bool {
        matches!(self, Self::Compound(compound) if compound.open == '(' && compound.elements.iter().all(|element| element.key.is_some()))
    }

    fn width(&self) -> usize {
        match self {
            Self::Plain(text) => text.chars().count(),
            Self::Compound(compound) => {
                let elements =
                    compound.elements.iter().map(|element| element.prefix_width() + element.value.width() + 2);
                compound.name.len() + 2 + elements.sum::<usize>().saturating_sub(2)
            }
        }
    }

    /// Whether something in it has one element per line whatever its length.
    fn has_lines(&self) -> bool {
        match self {
            Self::Plain(_) => false,
            Self::Compound(compound) => {
                compound.has_lines() || compound.elements.iter().any(|element| element.value.has_lines())
            }
        }
    }
}

impl Element<'_> {
    fn prefix(&self) -> String {
        self.key.map_or_else(String::new, |key| format!("{key}: "))
    }

    fn prefix_width(&self) -> usize {
        self.key.map_or(0, |key| key.chars().count() + 2)
    }
}

impl Compound<'_> {
    fn close(&self) -> char {
        closing(self.open)
    }

    /// A list of structs or a map that is not empty.
    fn has_lines(&self) -> bool {
        match self.open {
            '[' => self.elements.iter().any(|element| element.value.is_struct()),
            '{' => !self.elements.is_empty(),
            _ => false,
        }
    }

    fn stays_inline(&self, at: Position) -> bool {
        let is_top = at.depth == 0 || (at.depth == 2 && at.in_list);
        if self.elements.is_empty() {
            return true;
        }
        if is_top || self.has_lines() || self.elements.iter().any(|element| element.value.has_lines()) {
            return false;
        }
        let is_citation =
            at.in_list && self.name.is_empty() && self.elements.iter().all(|element| element.value.is_plain());
        let width: usize = self.elements.iter().map(|element| element.prefix_width() + element.value.width() + 2).sum();
        is_citation || at.used + self.name.len() + width <= WIDTH
    }

    fn write(&self, out: &mut String, at: Position) {
        out.push_str(self.name);
        out.push(self.open);
        if self.stays_inline(at) {
            for (position, element) in self.elements.iter().enumerate() {
                out.push_str(if position > 0 { ", " } else { "" });
                out.push_str(&element.prefix());
                element.value.write_inline(out);
            }
        } else if let Some((last, before)) = self.embraced() {
            // `All([` … `])`: the brackets that only hold other brackets share their lines.
            let mut used = at.used + self.name.len() + 1;
            for element in before {
                element.value.write_inline(out);
                out.push_str(", ");
                used += element.value.width() + 2;
            }
            last.value.write(out, Position { depth: at.depth + 1, used: used + 1, in_list: false, ..at });
        } else {
            let indent = at.indent + 2;
            for (position, element) in self.elements.iter().enumerate() {
                let is_section = at.depth == 0 && element.value.has_lines();
                out.push_str(if is_section && position > 0 { "\n\n" } else { "\n" });
                out.extend(std::iter::repeat_n(' ', indent));
                out.push_str(&element.prefix());
                let used = indent + element.prefix_width() + 1;
                element.value.write(out, Position { depth: at.depth + 1, indent, used, in_list: self.open == '[' });
                out.push(',');
            }
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', at.indent));
        }
        out.push(self.close());
    }

    /// For nameless fields of which only the last has brackets: that one and those before it.
    fn embraced(&self) -> Option<(&Element<'_>, &[Element<'_>])> {
        let (last, before) = self.elements.split_last()?;
        let fits = self.open == '('
            && matches!(last, Element { key: None, value: Value::Compound(_) })
            && before.iter().all(|element| element.key.is_none() && element.value.is_plain());
        fits.then_some((last, before))
    }
}

/// ron escapes an apostrophe in a text, where nothing asks for it and Dutch has many.
fn write_plain(out: &mut String, text: &str) {
    if !text.starts_with('"') || !text.contains("\\'") {
        out.push_str(text);
        return;
    }
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('\'') => out.push('\''),
                Some(other) => out.extend(['\\', other]),
                None => out.push('\\'),
            },
            _ => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::lay_out;

    #[test]
    fn sets_a_record_on_lines_and_a_citation_on_one() {
        let compact = r#"(schema:1,parties:[(id:"a",names:[(name:(nl:"A\'s"))],who:All([Is("x",["y"]),Not(Always)]),cites:[(source:"s",at:"1"),(source:"t",at:"2")])],gaps:[])"#;
        let expected = r#"(
  schema: 1,

  parties: [
    (
      id: "a",
      names: [
        (name: (nl: "A's")),
      ],
      who: All([Is("x", ["y"]), Not(Always)]),
      cites: [
        (source: "s", at: "1"),
        (source: "t", at: "2"),
      ],
    ),
  ],
  gaps: [],
)
"#;
        assert_eq!(lay_out(compact), expected);
    }

    #[test]
    fn breaks_what_does_not_fit_and_keeps_brackets_together() {
        let long = "x".repeat(50);
        let compact =
            format!(r#"(gaps:[(id:"a",who:Not(All([Is("{long}",["1"]),Is("f",["{long}","{long}","3"])])))])"#);
        let expected = format!(
            r#"(
  gaps: [
    (
      id: "a",
      who: Not(All([
        Is("{long}", ["1"]),
        Is("f", [
          "{long}",
          "{long}",
          "3",
        ]),
      ])),
    ),
  ],
)
"#
        );
        assert_eq!(lay_out(&compact), expected);
    }
}
