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

enum Node<'a> {
    /// A text, a number or a name, as ron writes it.
    Plain(&'a str),
    /// Brackets, with the name before them where they have one.
    Group(Group<'a>),
}

struct Group<'a> {
    name: &'a str,
    open: char,
    items: Vec<Item<'a>>,
}

struct Item<'a> {
    key: Option<&'a str>,
    value: Node<'a>,
}

/// Sets out what ron wrote on one line.
pub(super) fn lay_out(compact: &str) -> String {
    let mut tokens: Vec<Token<'_>> = Tokens::new(compact).map(|(_, token)| token).collect();
    tokens.reverse();
    let mut out = String::with_capacity(compact.len() * 5 / 4);
    if let Some(node) = read_node(&mut tokens) {
        node.write(&mut out, Place { depth: 0, indent: 0, used: 0, in_list: false });
    }
    out.push('\n');
    out
}

fn read_node<'a>(tokens: &mut Vec<Token<'a>>) -> Option<Node<'a>> {
    match tokens.pop()? {
        Token::Text(text, _) => Some(Node::Plain(text)),
        Token::Word(word) => match tokens.last() {
            Some(Token::Open(open)) => {
                let open = *open;
                tokens.pop();
                Some(read_group(word, open, tokens))
            }
            _ => Some(Node::Plain(word)),
        },
        Token::Open(open) => Some(read_group("", open, tokens)),
        Token::Close(_) | Token::Comma | Token::Colon => None,
    }
}

fn read_group<'a>(name: &'a str, open: char, tokens: &mut Vec<Token<'a>>) -> Node<'a> {
    let mut items = Vec::new();
    while let Some(value) = read_node(tokens) {
        let item = match (value, tokens.last()) {
            (Node::Plain(key), Some(Token::Colon)) => {
                tokens.pop();
                read_node(tokens).map(|value| Item { key: Some(key), value })
            }
            (value, _) => Some(Item { key: None, value }),
        };
        items.extend(item);
        if !matches!(tokens.last(), Some(Token::Comma)) {
            tokens.pop();
            break;
        }
        tokens.pop();
    }
    Node::Group(Group { name, open, items })
}

/// Where a value is written.
#[derive(Clone, Copy)]
struct Place {
    /// How many brackets are around it.
    depth: usize,
    /// How far its line is indented.
    indent: usize,
    /// How many characters of its line are taken, the comma after it included.
    used: usize,
    /// Whether it is an element of a list.
    in_list: bool,
}

impl Node<'_> {
    fn write(&self, out: &mut String, place: Place) {
        match self {
            Self::Plain(text) => write_plain(out, text),
            Self::Group(group) => group.write(out, place),
        }
    }

    fn write_inline(&self, out: &mut String) {
        match self {
            Self::Plain(text) => write_plain(out, text),
            Self::Group(group) => {
                out.push_str(group.name);
                out.push(group.open);
                for (position, item) in group.items.iter().enumerate() {
                    out.push_str(if position > 0 { ", " } else { "" });
                    out.push_str(&item.prefix());
                    item.value.write_inline(out);
                }
                out.push(group.close());
            }
        }
    }

    fn is_plain(&self) -> bool {
        matches!(self, Self::Plain(_))
    }

    fn is_struct(&self) -> bool {
        matches!(self, Self::Group(group) if group.open == '(' && group.items.iter().all(|item| item.key.is_some()))
    }

    fn width(&self) -> usize {
        match self {
            Self::Plain(text) => text.chars().count(),
            Self::Group(group) => {
                let items = group.items.iter().map(|item| item.prefix_width() + item.value.width() + 2);
                group.name.len() + 2 + items.sum::<usize>().saturating_sub(2)
            }
        }
    }

    /// Whether something in it has one element per line whatever its length.
    fn has_lines(&self) -> bool {
        match self {
            Self::Plain(_) => false,
            Self::Group(group) => group.has_lines() || group.items.iter().any(|item| item.value.has_lines()),
        }
    }
}

impl Item<'_> {
    fn prefix(&self) -> String {
        self.key.map_or_else(String::new, |key| format!("{key}: "))
    }

    fn prefix_width(&self) -> usize {
        self.key.map_or(0, |key| key.chars().count() + 2)
    }
}

impl Group<'_> {
    fn close(&self) -> char {
        closing(self.open)
    }

    /// A list of structs or a map that is not empty.
    fn has_lines(&self) -> bool {
        match self.open {
            '[' => self.items.iter().any(|item| item.value.is_struct()),
            '{' => !self.items.is_empty(),
            _ => false,
        }
    }

    fn stays_inline(&self, place: Place) -> bool {
        let is_top = place.depth == 0 || (place.depth == 2 && place.in_list);
        if self.items.is_empty() {
            return true;
        }
        if is_top || self.has_lines() || self.items.iter().any(|item| item.value.has_lines()) {
            return false;
        }
        let is_citation = place.in_list && self.name.is_empty() && self.items.iter().all(|item| item.value.is_plain());
        let width: usize = self.items.iter().map(|item| item.prefix_width() + item.value.width() + 2).sum();
        is_citation || place.used + self.name.len() + width <= WIDTH
    }

    fn write(&self, out: &mut String, place: Place) {
        out.push_str(self.name);
        out.push(self.open);
        if self.stays_inline(place) {
            for (position, item) in self.items.iter().enumerate() {
                out.push_str(if position > 0 { ", " } else { "" });
                out.push_str(&item.prefix());
                item.value.write_inline(out);
            }
        } else if let Some((last, before)) = self.embraced() {
            // `All([` … `])`: the brackets that only hold other brackets share their lines.
            let mut used = place.used + self.name.len() + 1;
            for item in before {
                item.value.write_inline(out);
                out.push_str(", ");
                used += item.value.width() + 2;
            }
            last.value.write(out, Place { depth: place.depth + 1, used: used + 1, in_list: false, ..place });
        } else {
            let indent = place.indent + 2;
            for (position, item) in self.items.iter().enumerate() {
                let is_section = place.depth == 0 && item.value.has_lines();
                out.push_str(if is_section && position > 0 { "\n\n" } else { "\n" });
                out.extend(std::iter::repeat_n(' ', indent));
                out.push_str(&item.prefix());
                let used = indent + item.prefix_width() + 1;
                item.value.write(out, Place { depth: place.depth + 1, indent, used, in_list: self.open == '[' });
                out.push(',');
            }
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', place.indent));
        }
        out.push(self.close());
    }

    /// For nameless fields of which only the last has brackets: that one and those before it.
    fn embraced(&self) -> Option<(&Item<'_>, &[Item<'_>])> {
        let (last, before) = self.items.split_last()?;
        let fits = self.open == '('
            && matches!(last, Item { key: None, value: Node::Group(_) })
            && before.iter().all(|item| item.key.is_none() && item.value.is_plain());
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
