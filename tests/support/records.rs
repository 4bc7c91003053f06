//! Records that say no more than they must.

use wegwijzer::model::{
    AspectId, Condition, Label, Party, PartyId, PartyKind, PartyName, PartyScope, Responsibility, ResponsibilityId,
    Role, Validity,
};

/// A party with this id and this name.
pub(crate) fn party(id: PartyId, name: &str, scope: PartyScope) -> Party {
    let name = Label { nl: name.to_owned(), en: None };
    Party {
        id,
        kind: PartyKind::Organisatie,
        scope,
        names: vec![PartyName { name, short: None, valid: Validity::default(), cites: Vec::new() }],
        aliases: Vec::new(),
        part_of: Vec::new(),
        receives: None,
        summary: "Helpt ook.".into(),
        contacts: Vec::new(),
        alerts: Vec::new(),
        note: None,
        cites: Vec::new(),
    }
}

/// A responsibility of a party for some persons.
pub(crate) fn responsibility(id: ResponsibilityId, party: PartyId, aspect: AspectId, who: Condition) -> Responsibility {
    Responsibility {
        id,
        party,
        aspect,
        role: Role::VoertUit,
        primary: true,
        timing: None,
        who,
        task: "Helpt.".into(),
        provided: Vec::new(),
        area: Vec::new(),
        legal_basis: Vec::new(),
        terms: Vec::new(),
        receives: None,
        phone: None,
        valid: Validity::default(),
        notes: Vec::new(),
        cites: Vec::new(),
        verified: None,
        changed: None,
        imported: None,
    }
}
