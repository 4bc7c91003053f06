//! Every change has a sentence, in both languages.

use wegwijzer::{
    edit::{self, Edit},
    model::{Entry, Field, Guide, Lang, PartyId},
    present::{self, Became},
    text::fields,
};

use crate::{every_field::each_field, random::every_field};

#[test]
fn a_change_of_every_field_says_which_field_and_of_what() {
    let guide = every_field();
    let mut told = 0;
    for (before, name, after) in each_field() {
        if matches!(before, Entry::Unresolved(_)) {
            continue;
        }
        let changes = edit::make(&guide, &[Edit::Replace(after.clone())]).unwrap();
        let becomes = edit::put(&guide, &changes);
        for lang in [Lang::Nl, Lang::En] {
            let facts = present::edits(&changes, &guide, &becomes, lang);
            let one = facts.iter().find(|facts| facts.key == before.key()).unwrap();
            assert!(!one.fields.is_empty(), "{}: {name}", before.key());
            for field in &one.fields {
                let root: Field = field.path.root().unwrap();
                let inside = field.path.fields().skip(1).map(|field| fields::field(field, lang));
                let words: Vec<&str> =
                    inside.chain([fields::own(before.key().record().unwrap().kind(), root, lang)]).collect();
                let is_said = root == Field::Contacts || words.iter().any(|words| field.text.contains(words));
                assert!(is_said, "{}: {name}: «{}»", before.key(), field.text);
                assert!(field.text.ends_with('»') || field.became == Became::Moved || field.text.contains(' '));
                assert!(!field.text.contains('_') && !field.text.contains("  "), "«{}»", field.text);
                told += 1;
            }
        }
    }
    assert!(told > 250, "{told}");
}

/// What one change of the guide says.
fn sentence(change: impl FnOnce(&mut Guide), lang: Lang) -> Vec<String> {
    let guide = every_field();
    let mut becomes = guide.clone();
    change(&mut becomes);
    let changes = edit::diff(&guide, &becomes).unwrap();
    present::edits(&changes, &guide, &becomes, lang).into_iter().map(|facts| facts.text).collect()
}

#[test]
fn sentences_read_as_people_say_it() {
    let phone = |guide: &mut Guide| "0800 5678".clone_into(&mut guide.parties.rows_mut()[0].contacts[0].value);
    assert_eq!(sentence(phone, Lang::Nl), ["telefoon van COSM gewijzigd: «0800 1234» → «0800 5678»"]);
    assert_eq!(sentence(phone, Lang::En), ["telephone of COSM changed: «0800 1234» → «0800 5678»"]);
    let hours = |guide: &mut Guide| guide.parties.rows_mut()[0].contacts[0].hours = None;
    assert_eq!(sentence(hours, Lang::Nl), ["openingstijden van telefoon van COSM weggehaald: «dag en nacht»"]);
    let term = |guide: &mut Guide| guide.responsibilities.rows_mut()[0].terms[0].count = 4;
    let of = "van termijn «bedenktijd» van taak «Biedt opvang tijdens de bedenktijd.» van COSM";
    assert_eq!(sentence(term, Lang::Nl), [format!("aantal {of} gewijzigd: «3» → «4»")]);
    // Elsewhere the field of that name is the first day of a validity.
    let from = |guide: &mut Guide| guide.referrals.rows_mut()[0].from = PartyId::new("cosm").unwrap();
    let changed = "wie overdraagt van overdracht «Meldt.» gewijzigd: «politie» → «COSM»";
    assert_eq!(sentence(from, Lang::Nl), [changed]);
    let gone = |guide: &mut Guide| guide.gaps.clear();
    assert_eq!(sentence(gone, Lang::Nl), ["gat «Niet bekend.» weggehaald"]);
    let turned = |guide: &mut Guide| guide.facets.rows_mut().reverse();
    assert_eq!(sentence(turned, Lang::Nl), ["volgorde van elk kenmerk in een andere volgorde"]);
    let english = |guide: &mut Guide| guide.facet_sections.rows_mut()[0].label.en = Some("Whom".to_owned());
    let told = sentence(english, Lang::Nl);
    assert_eq!(told, ["naam in het Engels van blok «Persoon» gewijzigd: «Person» → «Whom»"]);
    let less = |guide: &mut Guide| guide.facets.rows_mut().truncate(1);
    assert_eq!(sentence(less, Lang::En), ["characteristic «Veiligheid» taken out"]);
}

#[test]
fn a_guide_in_sentences_says_every_text_of_it() {
    let guide = every_field();
    let all = present::in_words(&guide, Lang::Nl);
    let lines: Vec<&String> = all.iter().flat_map(|record| &record.facts).collect();
    for text in
        ["Biedt opvang tijdens de bedenktijd.", "0800 1234", "Gevaar? Bel 112.", "volwassen", "Iedereen moet slapen."]
    {
        assert!(lines.iter().any(|line| line.contains(text)), "{text}");
    }
}
