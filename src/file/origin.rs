//! Which guide was read: its name, its bytes, and whether it says what the one inside the program says.

use super::{EMBEDDED_GUIDE, canonical, embedded::sha256, embedded_guide, seal_of};
use crate::model::{Guide, GuideOrigin};

/// Of a guide that was read from these bytes of a file with this name.
pub(super) fn origin_of(name: String, bytes: &[u8], guide: &Guide) -> GuideOrigin {
    let same_as_built_in = bytes == EMBEDDED_GUIDE.as_bytes() || says_the_same(guide);
    let seal = seal_of(guide);
    GuideOrigin { file: Some(name), sha256: Some(sha256(bytes)), same_as_built_in, seal, supplement: None }
}

fn says_the_same(guide: &Guide) -> bool {
    let is_like = |own: &Guide| {
        own.edition == guide.edition
            && own.responsibilities.len() == guide.responsibilities.len()
            && canonical(own) == canonical(guide)
    };
    embedded_guide().is_ok_and(|own| is_like(&own))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{embedded_origin, read_guide};

    #[test]
    fn one_digit_makes_another_guide_and_another_layout_does_not() {
        let of = |text: &str| origin_of("gids.ron".to_owned(), text.as_bytes(), &read_guide(text).unwrap());
        let own = of(EMBEDDED_GUIDE);
        assert_eq!((own.same_as_built_in, &own.sha256, own.other_file()), (true, &embedded_origin().sha256, None));
        let airy = of(&EMBEDDED_GUIDE.replace('\n', "\r\n"));
        assert!(airy.same_as_built_in && airy.sha256 != own.sha256);
        let changed = of(&EMBEDDED_GUIDE.replacen("033 448 11 86", "033 448 11 68", 1));
        assert!(!changed.same_as_built_in);
        assert_eq!(changed.other_file(), Some("gids.ron"));
    }

    #[test]
    fn the_sum_is_what_the_standard_says() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(sha256(b"abc"), expected);
    }
}
