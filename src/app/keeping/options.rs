//! What can be chosen where something refers to something else.

use std::sync::Arc;

use super::records;
use crate::{
    app::{
        App,
        once::{OfGuide, Once},
    },
    lookup::fold,
    model::{ContactKind, FacetId, Guide, Label, Lang, RecordKey, RecordKind, Regions, ValueId, walk::RefersTo},
};

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choosable {
    /// As the file names it; of an answer to a question `facet=value`.
    pub id: String,
    /// What it is called.
    pub words: String,
}

/// What the list that is open offers: worked out when the guide, the place or the words are others.
#[derive(Debug, Default)]
pub(super) struct Options {
    all: Once<All, [Folded]>,
    found: Once<(All, String, usize), [Choosable]>,
}

/// What can be chosen at a place: of which guide, where, and in which language.
type All = (OfGuide, RefersTo, Lang);

/// Something to choose, with its words as they are searched.
#[derive(Debug)]
struct Folded {
    option: Choosable,
    words: String,
}

impl Options {
    fn found(
        &self,
        (guide, regions): (&Arc<Guide>, &Regions),
        to: &RefersTo,
        words: &str,
        most: usize,
        lang: Lang,
    ) -> Arc<[Choosable]> {
        let key = (OfGuide::new(guide), to.clone(), lang);
        self.found.get((key.clone(), words.to_owned(), most), || {
            let every = self.all.get(key, || {
                let fold = |option: Choosable| Folded { words: fold(&option.words), option };
                all(guide, regions, to, lang).into_iter().map(fold).collect()
            });
            let wanted = fold(words);
            let fits = |own: &&Folded| own.words.contains(&wanted) || own.option.id.contains(wanted.trim());
            every.iter().filter(fits).take(most).map(|own| own.option.clone()).collect()
        })
    }
}

impl App {
    /// What can be chosen, as far as it holds these words, in the order of the guide; at most `most`.
    pub fn choosable(&self, to: &RefersTo, words: &str, most: usize) -> Arc<[Choosable]> {
        let Some(keeping) = &self.keeping else { return Arc::default() };
        keeping.options.found((keeping.guide(), &self.regions), to, words, most, self.settings.language)
    }

    /// The answers to a question, groups first.
    pub fn answers_to(&self, facet: &FacetId) -> Vec<Choosable> {
        let lang = self.settings.language;
        let Some(facet) = self.kept_guide().facet(facet) else { return Vec::new() };
        let groups = facet.groups.iter().map(|group| (&group.id, &group.label));
        let values = facet.values.iter().map(|value| (&value.id, &value.label));
        let option =
            |(id, label): (&ValueId, &Label)| Choosable { id: id.to_string(), words: label.text(lang).to_owned() };
        groups.chain(values).map(option).collect()
    }
}

fn all(guide: &Guide, regions: &Regions, to: &RefersTo, lang: Lang) -> Vec<Choosable> {
    let of_kind = |kind: RecordKind| -> Vec<Choosable> {
        let keys = records::keys(guide).into_iter().filter(|key| key.kind() == kind);
        let option = |key: RecordKey| Choosable {
            words: records::title(guide, &key, lang),
            id: key.id().unwrap_or_default().to_owned(),
        };
        let mut all: Vec<Choosable> = keys.map(option).collect();
        records::tell_apart(all.iter_mut().map(|option| (&mut option.words, option.id.as_str())));
        all
    };
    let plain = |text: &str| Choosable { id: text.to_owned(), words: text.to_owned() };
    match to {
        RefersTo::Source => of_kind(RecordKind::Source),
        RefersTo::FacetSection => of_kind(RecordKind::FacetSection),
        RefersTo::Facet => of_kind(RecordKind::Facet),
        RefersTo::Phase => of_kind(RecordKind::Phase),
        RefersTo::Aspect => of_kind(RecordKind::Aspect),
        RefersTo::Party => of_kind(RecordKind::Party),
        RefersTo::Responsibility => of_kind(RecordKind::Responsibility),
        RefersTo::Value => {
            let values = guide.facets.iter().flat_map(|facet| {
                let groups = facet.groups.iter().map(|group| (&group.id, &group.label));
                let values = facet.values.iter().map(|value| (&value.id, &value.label));
                values.chain(groups).map(move |(id, label)| Choosable {
                    id: format!("{}={id}", facet.id),
                    words: format!("{}: {}", facet.label.text(lang), label.text(lang)),
                })
            });
            values.collect()
        }
        RefersTo::Member(facet) => {
            let values = guide.facet(facet).into_iter().flat_map(|facet| &facet.values);
            values
                .map(|value| Choosable { id: value.id.to_string(), words: value.label.text(lang).to_owned() })
                .collect()
        }
        RefersTo::Group(facet) => {
            let groups = guide.facet(facet).into_iter().flat_map(|facet| &facet.groups);
            groups
                .map(|group| Choosable { id: group.id.to_string(), words: group.label.text(lang).to_owned() })
                .collect()
        }
        RefersTo::Phone(party) => {
            let numbers = guide.party(party).into_iter().flat_map(|party| &party.contacts);
            let numbers = numbers.filter(|contact| contact.kind == ContactKind::Telefoon);
            numbers.map(|contact| plain(&contact.value)).collect()
        }
        RefersTo::Record => {
            let keys = records::keys(guide).into_iter();
            keys.map(|key| Choosable { words: records::title(guide, &key, lang), id: key.to_string() }).collect()
        }
        RefersTo::Step(case) => {
            let steps = guide.scenarios.get(case).into_iter().flat_map(|case| &case.steps);
            steps.map(|step| Choosable { id: step.id.to_string(), words: step.title.text(lang).to_owned() }).collect()
        }
        RefersTo::Region => regions.veiligheidsregios().map(plain).collect(),
        RefersTo::Gemeente => regions.gemeenten.iter().map(|gemeente| plain(&gemeente.name)).collect(),
    }
}
