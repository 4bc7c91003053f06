//! The form of what is written in one way only: numbers, addresses, lists of words to search by, spaces.

use std::str::FromStr as _;

use email_address::EmailAddress;

use super::{phone, problem};
use crate::model::{
    Contact, ContactKind, Fault, Guide, Problem, is_unseen,
    walk::{Field, Leaf, Place, Step, Visitor, Voice, walk},
};

pub(super) fn check(guide: &Guide, problems: &mut Vec<Problem>) {
    walk(guide, &mut Forms { is_training: guide.training, problems });
}

struct Forms<'p> {
    /// Whether all that it names is invented.
    is_training: bool,
    problems: &'p mut Vec<Problem>,
}

impl<'a> Visitor<'a> for Forms<'_> {
    fn leaf(&mut self, place: &Place<'_>, leaf: Leaf<'a>) {
        let Leaf::Text(text) = leaf else { return };
        if has_spaces_too_many(text.words) {
            self.problems.push(problem(place, Fault::Spaces));
        }
        if text.voice == Voice::Searcher && text.words.contains(';') {
            self.problems.push(problem(place, Fault::JoinedInList(text.words.to_owned())));
        }
        if place.steps == [Step::Field(Field::Url)]
            && let Some(fault) = self.whose(text.words, is_invented_site).or_else(|| web_fault(text.words))
        {
            self.problems.push(problem(place, fault));
        }
    }

    fn contact(&mut self, place: &Place<'_>, contact: &'a Contact) {
        let written = contact.value.trim();
        let is_invented: fn(&str) -> bool = match contact.kind {
            ContactKind::Telefoon | ContactKind::TelefoonBuitenland => phone::is_invented,
            ContactKind::Email | ContactKind::Website | ContactKind::Chat => is_invented_site,
        };
        let whose = self.whose(written, is_invented);
        let fault = match contact.kind {
            // Theirs have no spelling: nobody can call them.
            ContactKind::Telefoon | ContactKind::TelefoonBuitenland if whose.is_some() || self.is_training => None,
            ContactKind::Telefoon => spelling_of_phone(written, phone::canonical(written)),
            ContactKind::TelefoonBuitenland => spelling_of_phone(written, phone::canonical_from_abroad(written)),
            ContactKind::Email => mail_fault(written),
            ContactKind::Website | ContactKind::Chat => web_fault(written),
        };
        // Without words it has no form at all, which another rule tells.
        if let Some(fault) = whose.or(fault).filter(|_| !written.is_empty()) {
            let mut steps = place.steps.to_vec();
            steps.push(Step::Field(Field::Value));
            self.problems.push(problem(&Place { record: place.record, steps: &steps }, fault));
        }
    }
}

impl Forms<'_> {
    /// Whether it leads to somebody who exists where nobody does, or to nobody where somebody should.
    fn whose(&self, written: &str, is_invented: fn(&str) -> bool) -> Option<Fault> {
        match (self.is_training, is_invented(written)) {
            (true, false) => Some(Fault::RealInTraining(written.to_owned())),
            (false, true) => Some(Fault::Invented(written.to_owned())),
            (true, true) | (false, false) => None,
        }
    }
}

/// Whether an address of mail or of a site ends in what is kept free for examples (RFC 2606), so that it never exists.
fn is_invented_site(written: &str) -> bool {
    let rest = written.split_once("://").map_or(written, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.to_ascii_lowercase().ends_with(".example")
}

fn spelling_of_phone(written: &str, canonical: Option<String>) -> Option<Fault> {
    match canonical {
        None => Some(Fault::PhoneForm(written.to_owned())),
        Some(canonical) if canonical == written => None,
        Some(canonical) => Some(Fault::PhoneSpelling { written: written.to_owned(), canonical }),
    }
}

fn mail_fault(written: &str) -> Option<Fault> {
    let bare = written.strip_prefix("mailto:").unwrap_or(written);
    let is_address =
        EmailAddress::from_str(bare).is_ok() && bare.split_once('@').is_some_and(|(_, host)| is_host(host));
    spelling_of_address(written, is_address.then(|| bare.to_lowercase()))
}

/// A site, with or without how it is reached; a host has a dot, and its letters have no case.
fn web_fault(written: &str) -> Option<Fault> {
    let (scheme, rest) = written.split_once("://").map_or((None, written), |(scheme, rest)| (Some(scheme), rest));
    let (host, path) = rest.find(['/', '?', '#']).map_or((rest, ""), |at| rest.split_at(at));
    let is_web = scheme.is_none_or(|scheme| ["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()));
    let is_address = is_web && is_host(host) && !written.contains(|sign: char| sign.is_whitespace() || is_unseen(sign));
    let scheme = scheme.map_or_else(String::new, |scheme| scheme.to_ascii_lowercase() + "://");
    // A slash behind a host alone says nothing; what it says of a page in it, only the site knows.
    let path = if path == "/" && scheme.is_empty() { "" } else { path };
    spelling_of_address(written, is_address.then(|| [scheme.as_str(), &host.to_lowercase(), path].concat()))
}

fn is_host(host: &str) -> bool {
    let parts: Vec<&str> = host.split('.').collect();
    let is_part = |part: &&str| {
        !part.is_empty() && part.chars().all(|sign| sign.is_alphanumeric() || sign == '-') && !part.starts_with('-')
    };
    let is_last = |part: &&str| part.len() > 1 && part.chars().all(char::is_alphabetic);
    parts.len() > 1 && parts.iter().all(is_part) && parts.last().is_some_and(is_last)
}

fn spelling_of_address(written: &str, canonical: Option<String>) -> Option<Fault> {
    match canonical {
        None => Some(Fault::AddressForm(written.to_owned())),
        Some(canonical) if canonical == written => None,
        Some(canonical) => Some(Fault::AddressSpelling { written: written.to_owned(), canonical }),
    }
}

fn has_spaces_too_many(text: &str) -> bool {
    // Text without words is another fault.
    !text.trim().is_empty() && (text.starts_with(' ') || text.ends_with(' ') || text.contains("  "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_of_mail_has_a_name_and_a_host() {
        assert_eq!(mail_fault("info@comensha.nl"), None);
        assert_eq!(
            mail_fault("mailto:Info@CoMensha.nl"),
            Some(Fault::AddressSpelling {
                written: "mailto:Info@CoMensha.nl".into(),
                canonical: "info@comensha.nl".into()
            })
        );
        for wrong in ["info", "info@", "info@comensha", "info @comensha.nl", "@comensha.nl", "info@comensha.1"] {
            assert_eq!(mail_fault(wrong), Some(Fault::AddressForm(wrong.into())), "{wrong}");
        }
    }

    #[test]
    fn a_site_has_a_host_with_a_dot() {
        for right in [
            "www.workinnl.nl",
            "veiligthuis.nl",
            "https://ind.nl/Paginas/Mensenhandel.aspx",
            "https://a.nl/",
            "https://a.nl?x=1",
        ] {
            assert_eq!(web_fault(right), None, "{right}");
        }
        let spelled = |written: &str| match web_fault(written) {
            Some(Fault::AddressSpelling { canonical, .. }) => canonical,
            fault => format!("{fault:?}"),
        };
        assert_eq!(spelled("www.WorkInNL.nl/"), "www.workinnl.nl");
        assert_eq!(spelled("HTTPS://IND.nl/Paginas"), "https://ind.nl/Paginas");
        for wrong in
            ["comensha", "ftp://comensha.nl", "www.co mensha.nl", "https:/comensha.nl", "a..nl", "javascript:x.nl"]
        {
            assert_eq!(web_fault(wrong), Some(Fault::AddressForm(wrong.into())), "{wrong}");
        }
    }
}
