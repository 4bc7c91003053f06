//! A small guide without problems, to break in one place.

use std::sync::Arc;

use wegwijzer::{
    file::{embedded_regions, read_guide},
    model::{Date, Guide, Problem, Regions},
    review,
};

/// One of each that these rules look at.
const SMALL: &str = r#"(
  schema: 1, title: "Kleine gids", edition: "2026-11", owner: (name: "Beheer"),
  sources: [(id: "s1", title: "Brief", publisher: "Ministerie", date: "2022-02-03",
    url: "https://example.org/brief", certainty: hoog)],
  facet_sections: [(id: "persoon", label: (nl: "Persoon"))],
  facets: [(id: "leeftijd", kind: one, label: (nl: "Leeftijd"), question: (nl: "Hoe oud is deze persoon?"),
    section: "persoon",
    values: [(id: "0-17", label: (nl: "tot 18")), (id: "18-plus", label: (nl: "18 en ouder"))])],
  phases: [(id: "identificatie", letter: 'A', title: (nl: "Identificatie"), short: (nl: "Identificatie"),
    aspects: [(id: "melden", label: (nl: "Melden"))])],
  parties: [(id: "politie", kind: organisatie, names: [(name: (nl: "Politie"))], aliases: ["agenten", "recherche"],
    summary: "Neemt meldingen aan.",
    contacts: [
      (kind: telefoon, value: "0900 8844", source: "s1"),
      (kind: telefoon, value: "088 043 04 30", source: "s1"),
      (kind: telefoon_buitenland, value: "+31 88 043 04 30", source: "s1"),
      (kind: email, value: "info@politie.nl", source: "s1"),
      (kind: website, value: "www.politie.nl", source: "s1"),
    ],
    cites: [(source: "s1", at: "1", quote: "neemt meldingen aan")])],
  responsibilities: [(id: "politie-melden", party: "politie", aspect: "melden", role: voert_uit, primary: true,
    phone: "088 043 04 30", legal_basis: ["artikel 3 Politiewet"],
    task: "Neemt de melding aan.", notes: ["Dit is een voorbeeld."], cites: [(source: "s1", at: "1")])],
  scenarios: [(id: "casus", title: (nl: "Casus"), story: "Een meisje van vijftien vraagt hulp.", date: "2026-11-22",
    given: {}, expect: [])],
  glossary: [(id: "melding", term: (nl: "melding"), synonyms: ["aangeven"], meaning: "Iemand vertelt wat er is gebeurd.")],
)"#;

/// The guide.
pub(crate) fn small() -> Guide {
    read_guide(SMALL).unwrap()
}

/// The guide with another text in the place of one that it holds once.
pub(crate) fn with(old: &str, new: &str) -> Guide {
    assert_eq!(SMALL.matches(old).count(), 1, "«{old}» stands once");
    read_guide(&SMALL.replace(old, new)).unwrap()
}

/// The day of checking.
pub(crate) fn today() -> Date {
    Date::new(2026, 11, 22).unwrap()
}

/// The regions.
pub(crate) fn regions() -> Regions {
    embedded_regions().unwrap()
}

/// The problems of a guide.
pub(crate) fn problems(guide: &Guide) -> Vec<Problem> {
    review::check(&Arc::new(guide.clone()), &regions(), today())
}
