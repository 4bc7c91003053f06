//! The form of Dutch telephone numbers, and the one way in which the guide writes them.
//!
//! Own code and no crate: `phonenumber` (a port of libphonenumber) knows no 112, 144, 116 000 or 14 020, and writes
//! numbers otherwise than the sources of the guide do. By the numbering plan (Nummerplan telefoon- en ISDN-diensten).

/// Area codes of two digits after the nought; seven digits follow. All others have three, and six follow.
const SHORT_AREAS: &[&str] = &[
    "10", "13", "15", "20", "23", "24", "26", "30", "33", "35", "36", "38", "40", "43", "45", "46", "50", "53", "55",
    "58", "70", "71", "72", "73", "74", "75", "76", "77", "78", "79",
];

/// Area codes of three digits after the nought.
const LONG_AREAS: &[&str] = &[
    "111", "113", "114", "115", "117", "118", "161", "162", "164", "165", "166", "167", "168", "172", "174", "180",
    "181", "182", "183", "184", "186", "187", "222", "223", "224", "226", "227", "228", "229", "251", "252", "255",
    "294", "297", "299", "313", "314", "315", "316", "317", "318", "320", "321", "341", "342", "343", "344", "345",
    "346", "347", "348", "411", "412", "413", "416", "418", "475", "478", "481", "485", "486", "487", "488", "492",
    "493", "495", "497", "499", "511", "512", "513", "514", "515", "516", "517", "518", "519", "521", "522", "523",
    "524", "525", "527", "528", "529", "541", "543", "544", "545", "546", "547", "548", "561", "562", "566", "570",
    "571", "572", "573", "575", "577", "578", "591", "592", "593", "594", "595", "596", "597", "598", "599",
];

/// Codes of no place: offices of companies (088), numbers over the internet, mobile numbers.
const NO_AREAS: &[&str] = &["84", "85", "87", "88", "91"];

/// Whether it is one of a guide for training: `000-`, and at least three digits. No number in the world begins so.
pub(super) fn is_invented(written: &str) -> bool {
    let rest = written.strip_prefix("000-").unwrap_or_default();
    rest.len() >= 3 && rest.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number as the guide writes it; `None` when it is none that can be called within the Netherlands.
pub(super) fn canonical(written: &str) -> Option<String> {
    let digits = digits(written)?;
    if let Some(rest) = digits.strip_prefix("+31").or_else(|| digits.strip_prefix("0031")) {
        return national(rest.strip_prefix('0').unwrap_or(rest), "0");
    }
    match digits.as_str() {
        "112" | "113" | "144" => Some(digits),
        _ if digits.len() == 6 && digits.starts_with("116") => Some(groups(&digits, &[3, 3])),
        // The number of a gemeente: 14 and its area code.
        _ if digits.strip_prefix("140").is_some_and(is_area) => Some(groups(&digits, &[2, digits.len() - 2])),
        _ => national(digits.strip_prefix('0')?, "0"),
    }
}

/// A number from abroad as the guide writes it; `None` when it is none.
pub(super) fn canonical_from_abroad(written: &str) -> Option<String> {
    let digits = digits(written)?;
    let digits = digits.strip_prefix("00").map_or(digits.clone(), |rest| ["+", rest].concat());
    if let Some(rest) = digits.strip_prefix("+31") {
        return national(rest.strip_prefix('0').unwrap_or(rest), "+31 ");
    }
    // How others group theirs, they know.
    let is_foreign = digits.starts_with('+') && (9..=16).contains(&digits.len()) && !digits.starts_with("+0");
    is_foreign.then(|| written.to_owned())
}

/// The digits, and a plus before them; `None` when something else stands there too.
fn digits(written: &str) -> Option<String> {
    let is_number = written.chars().all(|sign| sign.is_ascii_digit() || " -–+().\u{a0}".contains(sign));
    let plus = if written.trim_start().starts_with('+') { "+" } else { "" };
    let digits: String = written.replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    (is_number && !digits.is_empty()).then(|| [plus, &digits].concat())
}

fn is_area(code: &str) -> bool {
    SHORT_AREAS.contains(&code) || LONG_AREAS.contains(&code)
}

/// A number without its nought, with what comes in the place of that.
fn national(rest: &str, before: &str) -> Option<String> {
    let in_groups = |sizes: &[usize]| Some([before, &groups(rest, sizes)].concat());
    let starts = |codes: &[&str]| codes.iter().any(|code| rest.starts_with(code));
    // Free numbers, and those that cost extra: four or seven digits.
    if starts(&["800", "900", "906", "909"]) {
        return match rest.len() {
            7 => in_groups(&[3, 4]),
            10 => in_groups(&[3, 3, 2, 2]),
            _ => None,
        };
    }
    if rest.len() != 9 {
        return None;
    }
    if rest.starts_with('6') {
        return in_groups(&[1, 2, 2, 2, 2]);
    }
    if starts(LONG_AREAS) {
        return in_groups(&[3, 2, 2, 2]);
    }
    if starts(SHORT_AREAS) || starts(NO_AREAS) { in_groups(&[2, 3, 2, 2]) } else { None }
}

/// Digits in groups of these sizes.
fn groups(digits: &str, sizes: &[usize]) -> String {
    let mut from = 0;
    let parts = sizes.iter().filter_map(|size| {
        let part = digits.get(from..from + size);
        from += size;
        part
    });
    parts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_one_spelling() {
        for (written, is) in [
            ("112", Some("112")),
            ("144", Some("144")),
            ("113", Some("113")),
            ("116006", Some("116 006")),
            ("14020", Some("14 020")),
            ("14 0591", Some("14 0591")),
            ("0800-2000", Some("0800 2000")),
            ("0800 0113", Some("0800 0113")),
            ("0900 1234567", Some("0900 123 45 67")),
            ("088-0430430", Some("088 043 04 30")),
            ("033-4481186", Some("033 448 11 86")),
            ("(033) 448 11 86", Some("033 448 11 86")),
            ("+31 33 448 1186", Some("033 448 11 86")),
            ("+31 (0)33 448 11 86", Some("033 448 11 86")),
            ("0113 123456", Some("0113 12 34 56")),
            ("06-12345678", Some("06 12 34 56 78")),
            ("0800 123", None),
            ("033 448 11 8", None),
            ("033 448 11 867", None),
            ("0110 12 34 56", None),
            ("448 11 86", None),
            ("115", None),
            ("bel 112", None),
            ("", None),
        ] {
            assert_eq!(canonical(written).as_deref(), is, "{written}");
            if let Some(is) = is {
                assert_eq!(canonical(is).as_deref(), Some(is), "the spelling has itself for a spelling: {is}");
            }
        }
    }

    #[test]
    fn from_abroad_it_begins_with_a_country() {
        for (written, is) in [
            ("+31889581814", Some("+31 88 958 18 14")),
            ("0031 70 3334444", Some("+31 70 333 44 44")),
            ("+32 2 123 45 67", Some("+32 2 123 45 67")),
            ("070 333 44 44", None),
            ("+31 70 333 44", None),
        ] {
            assert_eq!(canonical_from_abroad(written).as_deref(), is, "{written}");
        }
    }
}
