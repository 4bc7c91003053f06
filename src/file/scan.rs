//! Cutting text into words and brackets without understanding it.
//!
//! It takes whatever it is given, also where a guide is broken: it serves the canonical layout, and it finds the id of
//! the record in which something went wrong, or the bracket that was never closed.

/// A piece of text, with the comments and the white space left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `(`, `[` or `{`.
    Open(char),
    /// `)`, `]` or `}`.
    Close(char),
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// A text or a letter, with its quotes; whether it is closed.
    Text(&'a str, bool),
    /// A name or a number.
    Word(&'a str),
}

/// The tokens of a text, each with the byte at which it begins.
#[derive(Clone, Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Steps over white space and comments; a block comment may hold others.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.at += block_comment_len(trimmed);
            } else {
                return;
            }
        }
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = (usize, Token<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        self.skip_blank();
        let (start, rest) = (self.at, self.rest());
        let first = rest.chars().next()?;
        let (len, token) = match first {
            '(' | '[' | '{' => (1, Token::Open(first)),
            ')' | ']' | '}' => (1, Token::Close(first)),
            ',' => (1, Token::Comma),
            ':' => (1, Token::Colon),
            _ => text_len(rest).map_or_else(
                || (word_len(rest), Token::Word(rest.get(..word_len(rest)).unwrap_or(rest))),
                |(len, closed)| (len, Token::Text(rest.get(..len).unwrap_or(rest), closed)),
            ),
        };
        self.at += len;
        Some((start, token))
    }
}

/// How many comments there are.
pub(super) fn comments(text: &str) -> usize {
    let mut tokens = Tokens::new(text);
    let mut found = 0;
    loop {
        let from = tokens.at;
        tokens.skip_blank();
        let mut blank = text.get(from..tokens.at).unwrap_or_default().trim_start();
        while !blank.is_empty() {
            found += 1;
            let line_len = || blank.find('\n').unwrap_or(blank.len());
            let len = if blank.starts_with("/*") { block_comment_len(blank) } else { line_len() };
            blank = blank.get(len..).unwrap_or_default().trim_start();
        }
        if tokens.next().is_none() {
            return found;
        }
    }
}

fn block_comment_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while at < bytes.len() {
        match bytes.get(at..at + 2) {
            Some(b"/*") => (at, depth) = (at + 2, depth + 1),
            Some(b"*/") => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// The length of the quoted text or letter that begins here, if one does, and whether it is closed.
fn text_len(rest: &str) -> Option<(usize, bool)> {
    let after_b = rest.strip_prefix('b').unwrap_or(rest);
    let after_r = after_b.strip_prefix('r').unwrap_or(after_b);
    if after_r.len() < after_b.len() {
        let hashes = after_r.bytes().take_while(|b| *b == b'#').count();
        if let Some(body) = after_r.get(hashes..).and_then(|text| text.strip_prefix('"')) {
            let end = format!("\"{}", "#".repeat(hashes.min(256)));
            let before = rest.len() - body.len();
            return Some(match body.find(&end) {
                Some(found) => (before + found + end.len(), true),
                None => (rest.len(), false),
            });
        }
        return None;
    }
    if let Some(body) = after_b.strip_prefix('"') {
        let before = rest.len() - body.len();
        let mut escaped = false;
        for (at, byte) in body.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => return Some((before + at + 1, true)),
                _ => {}
            }
        }
        return Some((rest.len(), false));
    }
    let body = after_b.strip_prefix('\'')?;
    let mut chars = body.char_indices();
    let end = match chars.next()?.1 {
        '\\' => body.get(2..).and_then(|after| after.find('\'')).filter(|len| *len < 12).map(|at| at + 2),
        _ => chars.next().filter(|(_, c)| *c == '\'').map(|(at, _)| at),
    };
    end.map(|end| (rest.len() - body.len() + end + 1, true))
}

fn word_len(rest: &str) -> usize {
    let ends = |(at, c): (usize, char)| {
        let comment = c == '/' && rest.get(at..).is_some_and(|r| r.starts_with("//") || r.starts_with("/*"));
        (at > 0 && (comment || c.is_whitespace() || "()[]{},:\"".contains(c))).then_some(at)
    };
    rest.char_indices().find_map(ends).unwrap_or(rest.len())
}

/// The id of the record at this place in this section of a guide.
pub(super) fn record_id<'a>(text: &'a str, section: &str, index: usize) -> Option<&'a str> {
    let mut depth = 0_usize;
    let mut in_section = false;
    let mut records = 0;
    let mut last = [Token::Comma; 2];
    for (_, token) in Tokens::new(text) {
        match token {
            Token::Open(_) => {
                depth += 1;
                in_section |= depth == 2 && last == [Token::Word(section), Token::Colon];
                records += usize::from(in_section && depth == 3);
            }
            Token::Close(_) => {
                depth = depth.saturating_sub(1);
                let over = in_section && (depth < 2 || (depth == 2 && records > index));
                if over {
                    return None;
                }
            }
            Token::Text(id, true)
                if in_section && depth == 3 && records == index + 1 && last == [Token::Word("id"), Token::Colon] =>
            {
                return id.strip_prefix('"').and_then(|id| id.strip_suffix('"'));
            }
            _ => {}
        }
        last = [last[1], token];
    }
    None
}

/// The fields of the struct that a text is, each with its value as it is written; those before what is broken.
#[cfg(feature = "disk")]
pub(super) fn fields(text: &str) -> Vec<(&str, &str)> {
    let mut fields = Vec::new();
    let mut depth = 0_usize;
    let mut name = None;
    let mut value_at = None;
    for (at, token) in Tokens::new(text) {
        let ends = depth == 1 && matches!(token, Token::Comma | Token::Close(_));
        if let (true, Some(field), Some(from)) = (ends, name, value_at) {
            fields.push((field, text[from..at].trim_end()));
            (name, value_at) = (None, None);
        }
        match (depth, token) {
            (1, Token::Word(word)) if name.is_none() => name = Some(word),
            (1, Token::Colon) => {}
            (1.., _) if name.is_some() && value_at.is_none() => value_at = Some(at),
            _ => {}
        }
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    fields
}

/// What was opened last and never closed, and the byte where it was.
pub(super) fn unclosed(text: &str) -> Option<(usize, char)> {
    let mut open = Vec::new();
    for (at, token) in Tokens::new(text) {
        match token {
            Token::Open(bracket) => open.push((at, bracket)),
            Token::Close(_) => _ = open.pop(),
            Token::Text(_, false) => return Some((at, '"')),
            _ => {}
        }
    }
    open.pop()
}

/// The first bracket that closes another kind than was opened: where it stands, and what was opened and where.
pub(super) fn mismatched(text: &str) -> Option<(usize, (usize, char))> {
    let mut open = Vec::new();
    for (at, token) in Tokens::new(text) {
        match token {
            Token::Open(bracket) => open.push((at, bracket)),
            Token::Close(bracket) => {
                let opened = open.pop()?;
                if closing(opened.1) != bracket {
                    return Some((at, opened));
                }
            }
            _ => {}
        }
    }
    None
}

/// What closes this bracket.
pub(super) fn closing(open: char) -> char {
    match open {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The line and the character in it, both from 1, at which a byte of a text stands.
pub(super) fn line_and_column(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let column = before.chars().rev().take_while(|c| *c != '\n').count();
    (1 + before.matches('\n').count(), 1 + column)
}

/// Whether there is nothing in it but white space and comments.
pub(super) fn is_blank(text: &str) -> bool {
    Tokens::new(text).next().is_none()
}

/// The number behind `schema:` at the top of a document, wherever it stands among the other fields.
///
/// Found without understanding the rest, so that a file from a newer program is known for what it is even where its
/// form is not, and in time that grows no faster than the file.
pub(super) fn schema(text: &str) -> Option<u32> {
    let mut depth = 0_usize;
    let mut last = [Token::Comma; 2];
    for (_, token) in Tokens::new(text) {
        match token {
            Token::Open(_) => depth += 1,
            Token::Close(_) => depth = depth.saturating_sub(1),
            Token::Word(number) if depth == 1 && last == [Token::Word("schema"), Token::Colon] => {
                return number.parse().ok();
            }
            _ => {}
        }
        last = [last[1], token];
    }
    None
}

#[cfg(test)]
mod tests {
    use super::{
        Token::{Close, Colon, Comma, Open, Text, Word},
        *,
    };

    #[test]
    fn counts_comments_and_not_what_is_in_a_text() {
        for (text, expected) in [
            ("", 0),
            ("// een\n// twee\n(a: \"// geen\", /* drie /* nog */ */ b: 1) // vier", 4),
            ("(a: 1 /* nooit dicht", 1),
            ("(a: 1, // en // dezelfde\n)", 1),
        ] {
            assert_eq!(comments(text), expected, "{text}");
        }
    }

    #[test]
    fn cuts_text_into_tokens_and_leaves_comments_out() {
        let text = r##"(a: "x\"(", /* [ /* ( */ */ b: ['\'', 'q'], c: r#"")"#, d-1: 2.5) // ("##;
        let tokens: Vec<_> = Tokens::new(text).map(|(_, token)| token).collect();
        assert_eq!(
            tokens,
            [
                Open('('),
                Word("a"),
                Colon,
                Text(r#""x\"(""#, true),
                Comma,
                Word("b"),
                Colon,
                Open('['),
                Text(r"'\''", true),
                Comma,
                Text("'q'", true),
                Close(']'),
                Comma,
                Word("c"),
                Colon,
                Text(r##"r#"")"#"##, true),
                Comma,
                Word("d-1"),
                Colon,
                Word("2.5"),
                Close(')'),
            ]
        );
    }

    #[test]
    fn finds_the_id_of_a_record_also_when_it_comes_last_or_the_rest_is_broken() {
        let text =
            r#"(sources: [(id: "s")], parties: [(id: "een", names: [(id: "niet")]), (names: [], id: "twee"), (id: "dr"#;
        assert_eq!(record_id(text, "parties", 0), Some("een"));
        assert_eq!(record_id(text, "parties", 1), Some("twee"));
        assert_eq!(record_id(text, "parties", 2), None);
        assert_eq!(record_id(text, "sources", 1), None);
        assert_eq!(record_id(text, "gaps", 0), None);
    }

    #[test]
    fn finds_what_was_not_closed() {
        assert_eq!(unclosed("(a: [1, 2)"), Some((0, '(')));
        assert_eq!(unclosed("(a: [1], b: \"x"), Some((12, '"')));
        assert_eq!(unclosed("(a: [1])"), None);
    }

    #[test]
    fn finds_the_bracket_that_does_not_fit() {
        assert_eq!(mismatched("(a: [1, ')', \")\"), b"), Some((16, (4, '['))));
        assert_eq!(mismatched("(a: [1]) )"), None);
        assert_eq!(line_and_column("a\né(", 4), (2, 2));
    }

    #[test]
    fn finds_the_schema_wherever_it_stands() {
        assert_eq!(schema("(title: \"schema: 3\", x: (schema: 4), schema: 5)"), Some(5));
        assert_eq!(schema("(title: \"x\")"), None);
    }
}
