//! Supplements of one place over the guide inside the program.

use wegwijzer::{
    edit::{self, Author, Base, Bundle, BundleKind, Edit, Local, NewContact, OwnSource, add_local},
    file::{embedded_guide, sum, write_bundle},
    model::{ContactKind, Date, Guide, PartialDate, PartyId},
};

/// A number that no guide has.
pub(crate) const OWN_NUMBER: &str = "074 255 11 11";
/// What the route of a gemeente says.
pub(crate) const OWN_ROUTE: &str = "Bel eerst het meldpunt van de gemeente.";
/// The centrumgemeente of a gemeente.
pub(crate) const OWN_CENTRAL: &str = "Gemeente Enschede";

pub(crate) fn source() -> OwnSource {
    OwnSource {
        title: "Werkafspraak mensenhandel".to_owned(),
        publisher: "Gemeente Borne".to_owned(),
        date: PartialDate::Day(Date::new(2026, 11, 2).unwrap()),
        at: "pagina 1".to_owned(),
    }
}

/// A number of a party.
pub(crate) fn number(party: &str, value: &str) -> Local {
    let contact = NewContact {
        kind: ContactKind::Telefoon,
        value: value.to_owned(),
        hours: None,
        for_whom: Some("gemeente Borne".to_owned()),
    };
    Local::Contact { party: PartyId::new(party).unwrap(), contact }
}

/// What gemeente Borne knows of itself: whom it appointed, where one reports there, and its centrumgemeente.
pub(crate) fn of_borne() -> Vec<Local> {
    let area = "Twente".to_owned();
    vec![
        number("aandachtsfunctionaris", OWN_NUMBER),
        Local::Route { text: OWN_ROUTE.to_owned(), area: area.clone() },
        Local::Central { name: OWN_CENTRAL.to_owned(), summary: "Centrumgemeente in Twente.".to_owned(), area },
    ]
}

/// A bundle of what was done to a guide.
pub(crate) fn bundle(kind: BundleKind, base: &Guide, after: &Guide) -> Bundle {
    let by = Author { function: "beleidsmedewerker".to_owned(), organisation: "Gemeente Borne".to_owned() };
    let from = Base { edition: base.edition.clone(), sha256: sum(base) };
    let on = Date::new(2026, 11, 30).unwrap();
    Bundle::new(kind, from, by, on, String::new(), edit::diff(base, after).unwrap())
}

/// A guide after edits.
pub(crate) fn edited(guide: &Guide, edits: &[Edit]) -> Guide {
    edit::put(guide, &edit::make(guide, edits).unwrap())
}

/// A guide with what one place knows of itself.
pub(crate) fn with_local(guide: &Guide, all: &[Local]) -> Guide {
    all.iter().fold(guide.clone(), |guide, what| edited(&guide, &add_local(&guide, what, &source()).unwrap()))
}

/// A supplement of these, made on the guide inside the program, as a file holds it.
pub(crate) fn supplement(all: &[Local]) -> String {
    let guide = embedded_guide().unwrap();
    write_bundle(&bundle(BundleKind::Aanvulling, &guide, &with_local(&guide, all)))
}
