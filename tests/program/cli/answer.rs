//! Reads an answer of `lookup` as a user would: who, for what, in which role, and how certain.

use std::fmt::Write as _;

use serde_json::Value;

use super::run::lookup;

/// The strings of a list.
pub(crate) fn strings(list: &Value) -> Vec<&str> {
    let list = list.as_array().unwrap_or_else(|| panic!("not a list: {list}"));
    list.iter().map(|item| item.as_str().unwrap_or_else(|| panic!("not a text: {item}"))).collect()
}

/// One text of an object.
pub(crate) fn text<'a>(object: &'a Value, key: &str) -> &'a str {
    object[key].as_str().unwrap_or_else(|| panic!("«{key}» should be a text in {object}"))
}

/// The objects in a list.
pub(crate) fn items<'a>(object: &'a Value, key: &str) -> &'a [Value] {
    object[key].as_array().unwrap_or_else(|| panic!("«{key}» should be a list in {object}"))
}

/// All answers, in all phases.
pub(crate) fn answers(lookup: &Value) -> impl Iterator<Item = &Value> {
    items(lookup, "phases").iter().flat_map(|phase| items(phase, "answers"))
}

/// All gaps, in all phases.
pub(crate) fn gaps(lookup: &Value) -> impl Iterator<Item = &Value> {
    items(lookup, "phases").iter().flat_map(|phase| items(phase, "gaps"))
}

/// A question that was asked and answered.
pub(crate) struct Asked {
    words: String,
    /// The JSON.
    pub(crate) found: Value,
}

/// Asks `lookup`.
pub(crate) fn ask(words: &str) -> Asked {
    Asked { words: words.to_owned(), found: lookup(words) }
}

impl Asked {
    /// What there is for an aspect, to show when a test fails.
    fn seen(&self, aspect: &str) -> String {
        let mut seen = format!("wegwijzer lookup {}\n  under «{aspect}»:", self.words);
        for answer in answers(&self.found).filter(|answer| answer["aspect"] == aspect) {
            let (party, role, verdict) = (text(answer, "party"), text(answer, "role"), text(answer, "match"));
            let _ = write!(seen, "\n    {party} {role} {verdict}");
        }
        for gap in gaps(&self.found).filter(|gap| gap["aspect"] == aspect) {
            let (id, kind, verdict) = (text(gap, "id"), text(gap, "kind"), text(gap, "match"));
            let _ = write!(seen, "\n    gap {id} {kind} {verdict}");
        }
        seen
    }

    /// The answers of a party for an aspect.
    pub(crate) fn of(&self, party: &str, aspect: &str) -> Vec<&Value> {
        answers(&self.found).filter(|answer| answer["party"] == party && answer["aspect"] == aspect).collect()
    }

    fn has(&self, party: &str, aspect: &str, role: &str, verdict: &str) -> bool {
        self.of(party, aspect).iter().any(|answer| answer["role"] == role && answer["match"] == verdict)
    }

    /// This party certainly has this role.
    pub(crate) fn applies(&self, party: &str, aspect: &str, role: &str) -> &Self {
        let there = self.has(party, aspect, role, "applies");
        assert!(there, "«{party}» should certainly be there as «{role}»: {}", self.seen(aspect));
        self
    }

    /// This party has this role, and it depends on this facet.
    pub(crate) fn depends(&self, party: &str, aspect: &str, role: &str, facet: &str) -> &Self {
        let hangs = |answer: &&Value| {
            answer["role"] == role && answer["match"] == "depends" && strings(&answer["depends_on"]).contains(&facet)
        };
        let there = self.of(party, aspect).iter().any(hangs);
        assert!(there, "«{party}» as «{role}» should depend on «{facet}»: {}", self.seen(aspect));
        self
    }

    /// This party is not there, in no role.
    pub(crate) fn absent(&self, party: &str, aspect: &str) -> &Self {
        assert!(self.of(party, aspect).is_empty(), "«{party}» should not be there: {}", self.seen(aspect));
        self
    }

    /// This party certainly has something to do in this phase.
    pub(crate) fn in_phase(&self, party: &str, phase: &str) -> &Self {
        let phase = items(&self.found, "phases").iter().find(|p| p["id"] == phase).expect("the phase");
        let there = items(phase, "answers").iter().any(|a| a["party"] == party && a["match"] == "applies");
        assert!(there, "«{party}» should certainly be in phase {}: wegwijzer lookup {}", phase["letter"], self.words);
        self
    }

    /// What this party does for this aspect rests on this source.
    pub(crate) fn rests_on(&self, party: &str, aspect: &str, source: &str) -> &Self {
        let cites = |answer: &&Value| items(answer, "sources").iter().any(|cited| cited["id"] == source);
        let there = self.of(party, aspect).iter().any(cites);
        assert!(there, "«{party}» should rest on source «{source}»: {}", self.seen(aspect));
        self
    }

    /// This party certainly does something, whatever it is called, that rests on this source.
    pub(crate) fn somewhere(&self, party: &str, source: &str) -> &Self {
        let there = answers(&self.found).any(|answer| {
            answer["party"] == party
                && answer["match"] == "applies"
                && items(answer, "sources").iter().any(|cited| cited["id"] == source)
        });
        assert!(there, "«{party}» should be there by source «{source}»: wegwijzer lookup {}", self.words);
        self
    }

    /// Nobody certainly carries this out.
    pub(crate) fn nobody_carries_out(&self, aspect: &str) -> &Self {
        let nobody =
            !answers(&self.found).any(|a| a["aspect"] == aspect && a["role"] == "voert-uit" && a["match"] == "applies");
        assert!(nobody, "nobody should carry this out: {}", self.seen(aspect));
        self
    }

    /// There certainly is a gap of this kind, with a party to ask and a source.
    pub(crate) fn gap(&self, aspect: &str, kind: &str) -> &Self {
        let fits = |gap: &&Value| gap["aspect"] == aspect && gap["kind"] == kind && gap["match"] == "applies";
        let gap = gaps(&self.found).find(fits);
        let gap = gap.unwrap_or_else(|| panic!("there should be a gap of kind «{kind}»: {}", self.seen(aspect)));
        assert!(!text(gap, "ask").is_empty() && !items(gap, "sources").is_empty(), "{gap}");
        self
    }

    /// There is no gap of this kind.
    pub(crate) fn no_gap(&self, aspect: &str, kind: &str) -> &Self {
        let there = gaps(&self.found).any(|gap| gap["aspect"] == aspect && gap["kind"] == kind);
        assert!(!there, "there should be no gap of kind «{kind}»: {}", self.seen(aspect));
        self
    }

    /// One of these parties certainly has this term.
    pub(crate) fn term(&self, parties: &[&str], count: u64, unit: &str, bound: &str) -> &Self {
        let fits = |term: &Value| term["count"] == count && term["unit"] == unit && term["bound"] == bound;
        let there = answers(&self.found).any(|answer| {
            parties.contains(&text(answer, "party"))
                && answer["match"] == "applies"
                && items(answer, "terms").iter().any(fits)
        });
        assert!(there, "{parties:?} should have {count} {unit} {bound}: wegwijzer lookup {}", self.words);
        self
    }

    /// What this party is called.
    pub(crate) fn named(&self, party: &str, name: &str) -> &Self {
        let mut names = answers(&self.found).filter(|answer| answer["party"] == party).map(|a| text(a, "party_name"));
        let first = names.next().unwrap_or_else(|| panic!("«{party}» should be in wegwijzer lookup {}", self.words));
        assert!(first.contains(name), "«{party}» should be called «{name}», not «{first}»: {}", self.words);
        assert!(names.all(|other| other == first), "«{party}» has one name a day: {}", self.words);
        self
    }
}
