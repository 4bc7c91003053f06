//! Bytes as signs that stand unchanged in a page: a fifth less of them than in base 64, so that the page stays small.

/// The first sign. `<`, which could end the block, is [`INSTEAD`].
const FIRST: u8 = b'#';
const INSTEAD: u8 = b'x';
const BASE: u32 = 85;

/// Five signs for every four bytes; what the last four lack is nought, and the reader must know how many bytes there are.
pub(super) fn signs(bytes: &[u8]) -> String {
    let mut signs = String::with_capacity(bytes.len().div_ceil(4) * 5);
    for chunk in bytes.chunks(4) {
        let mut four = [0; 4];
        four.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
        let word = u32::from_be_bytes(four);
        for place in (0..5).rev() {
            signs.push(sign(word / BASE.pow(place) % BASE));
        }
    }
    signs
}

fn sign(digit: u32) -> char {
    match FIRST.saturating_add(u8::try_from(digit).unwrap_or(u8::MAX)) {
        b'<' => char::from(INSTEAD),
        sign => char::from(sign),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As the script of the page reads them.
    fn bytes(signs: &str, length: usize) -> Vec<u8> {
        let digit = |sign: u8| u32::from(if sign == INSTEAD { b'<' } else { sign } - FIRST);
        let words = signs.as_bytes().chunks(5).map(|five| five.iter().fold(0, |word, sign| word * BASE + digit(*sign)));
        words.flat_map(u32::to_be_bytes).take(length).collect()
    }

    #[test]
    fn what_is_written_is_read_and_ends_no_block() {
        let all: Vec<u8> = (0..=255).chain((0..=255).rev()).cycle().take(4001).collect();
        for length in [0, 1, 2, 3, 4, 5, 255, 4001] {
            let written = signs(&all[..length]);
            assert!(written.chars().all(|sign| sign.is_ascii_graphic() && sign != '<'));
            assert_eq!(bytes(&written, length), all[..length]);
        }
        assert_eq!(bytes(&signs(&[255; 8]), 8), [255; 8]);
    }
}
