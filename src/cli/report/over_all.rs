//! `report gaps` and `report overlaps`: what holds over all persons, exactly.

use std::{collections::BTreeMap, fmt::Write as _};

use serde::Serialize;

use crate::{
    cli::{Context, Exit, Output},
    contract::GuideJson,
    model::{AgreementState, Date, Guide, Share},
    present::{AgreementFacts, GapsFacts, NotComputedFacts, OverlapFacts, OverlapsFacts, PlaceFacts, aspect_of},
    review::completeness::{GapFound, gaps, overlaps},
    text::{
        completeness as text, impact,
        words::{self, visible},
    },
};

/// The days of which a report tells.
#[derive(Clone, Copy, Debug)]
pub(super) struct Days {
    /// The day that was asked for, if one was.
    pub(super) asked: Option<Date>,
    /// Whether all days are told in words too.
    pub(super) all: bool,
}

impl Days {
    /// In words it is one day, unless all were asked for.
    fn in_words(self, context: &Context) -> Option<Date> {
        (!self.all).then_some(context.date)
    }
}

#[derive(Debug, Serialize)]
struct ReportJson {
    guide: GuideJson,
    boxes: Vec<BoxJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    only_provided: Option<Vec<BoxJson>>,
    more: usize,
    not_computed: Vec<NotComputedJson>,
    complete: bool,
}

/// Persons who are alike in what is said of them; as many as there are of a place stand after each other.
#[derive(Clone, Debug, Serialize)]
struct BoxJson {
    phase: String,
    aspect: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    gap: Option<String>,
    who: BTreeMap<String, Vec<String>>,
    words: String,
    share: Option<f64>,
    parties: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    responsibilities: Vec<String>,
    from: Option<String>,
    until: Option<String>,
    agreement: Option<AgreementJson>,
}

#[derive(Clone, Debug, Serialize)]
struct AgreementJson {
    id: String,
    state: &'static str,
    date: Option<String>,
    words: String,
}

#[derive(Debug, Serialize)]
struct NotComputedJson {
    id: String,
    why: &'static str,
    words: &'static str,
}

pub(super) fn gaps_report(context: &Context, output: Output, days: Days) -> Result<String, Exit> {
    let found = gaps(&context.index, &context.regions);
    let guide = context.guide();
    let facts = |day| GapsFacts::of(&found, day, context.lang);
    output.say(
        || {
            let facts = facts(days.asked);
            let boxes = facts.places.iter().flat_map(|place| {
                let (state, gap) = match place.what {
                    GapFound::Undocumented => ("undocumented", None),
                    GapFound::OnlyDecided => ("only-decided", None),
                    GapFound::Documented(gap) => ("documented", Some(guide.gaps[gap].id.to_string())),
                    GapFound::OnlyProvided => ("only-provided", None),
                };
                boxes(guide, place, move |plain| BoxJson { state: Some(state), gap: gap.clone(), ..plain })
            });
            // For whom somebody does it after all, is no gap.
            let (provided, boxes) = boxes.partition(|found| found.state == Some("only-provided"));
            let only_provided = Some(provided);
            ReportJson {
                boxes,
                only_provided,
                ..report(context, left(&facts.places), &facts.not_computed, facts.is_all)
            }
        },
        || {
            let day = days.in_words(context);
            let told = facts(day);
            let count = |is: fn(&GapFound) -> bool| told.places.iter().filter(|place| is(&place.what)).count();
            let counts = [
                count(|what| matches!(what, GapFound::Undocumented | GapFound::OnlyDecided)),
                count(|what| matches!(what, GapFound::Documented(_))),
                count(|what| *what == GapFound::OnlyProvided),
            ];
            let heading = text::gaps_on(day, counts, context.lang);
            let of_kind = |is: fn(&GapFound) -> bool| -> Vec<&PlaceFacts<GapFound>> {
                told.places.iter().filter(|place| is(&place.what)).collect()
            };
            let mut words = Words::new(context, days, &heading);
            let open = of_kind(|what| *what == GapFound::Undocumented);
            words.places(text::undocumented_title(context.lang), &open, |_| None, |_| None);
            let decided = of_kind(|what| *what == GapFound::OnlyDecided);
            words.places(text::only_decided_title(context.lang), &decided, |_| None, |_| None);
            let provided = of_kind(|what| *what == GapFound::OnlyProvided);
            words.places(text::only_provided_title(context.lang), &provided, |_| None, |_| None);
            let documented = of_kind(|what| matches!(what, GapFound::Documented(_)));
            words.places(text::documented_title(context.lang), &documented, |_| None, |place| Some(place.text.clone()));
            words.ended(found.places.len() - told.places.len(), &told.not_computed, told.is_all)
        },
    )
}

pub(super) fn overlaps_report(context: &Context, output: Output, days: Days) -> Result<String, Exit> {
    let found = overlaps(&context.index, &context.regions);
    let guide = context.guide();
    let facts = |day| OverlapsFacts::of(&found, day, context.lang);
    output.say(
        || {
            let facts = facts(days.asked);
            let boxes = facts.places.iter().flat_map(|place| {
                let OverlapFacts { parties, role, tasks, agreement } = &place.what;
                let parties: Vec<String> = parties.iter().map(|party| guide.parties[*party].id.to_string()).collect();
                let tasks: Vec<String> =
                    tasks.iter().map(|task| guide.responsibilities[*task].id.to_string()).collect();
                let agreement = agreement.as_ref().map(|agreement| agreement_json(guide, agreement));
                boxes(guide, place, move |plain| BoxJson {
                    role: Some(role.id()),
                    parties: parties.clone(),
                    responsibilities: tasks.clone(),
                    agreement: agreement.clone(),
                    ..plain
                })
            });
            let boxes = boxes.collect();
            ReportJson { boxes, ..report(context, left(&facts.places), &facts.not_computed, facts.is_all) }
        },
        || {
            let day = days.in_words(context);
            let told = facts(day);
            let agreed = told.places.iter().filter(|place| place.what.agreement.is_some()).count();
            let heading = text::overlaps_on(day, told.places.len(), agreed, context.lang);
            let mut words = Words::new(context, days, &heading);
            let (known, open): (Vec<_>, Vec<_>) = told.places.iter().partition(|place| place.what.agreement.is_some());
            let pair = |place: &PlaceFacts<OverlapFacts>| Some(place.text.clone());
            words.places(text::no_agreement_title(context.lang), &open, |_| None, pair);
            words.places(text::agreement_title(context.lang), &known, agreed_on, pair);
            words.ended(found.places.len() - told.places.len(), &told.not_computed, told.is_all)
        },
    )
}

/// What is known of the agreement between parties that overlap.
fn agreed_on(overlap: &OverlapFacts) -> Option<&str> {
    overlap.agreement.as_ref().map(|agreement| agreement.text.as_str())
}

fn report(context: &Context, more: usize, not_computed: &[NotComputedFacts], complete: bool) -> ReportJson {
    let not_computed = not_computed.iter().map(|NotComputedFacts { id, why, text }| NotComputedJson {
        id: id.clone(),
        why,
        words: text,
    });
    let (guide, not_computed) = (context.guide_json(), not_computed.collect());
    ReportJson { guide, boxes: Vec::new(), only_provided: None, more, not_computed, complete }
}

/// At how many places somebody is in no box.
fn left<T>(places: &[PlaceFacts<T>]) -> usize {
    places.iter().filter(|place| place.more).count()
}

/// The boxes of a place, with what they have in common and what `say` adds.
fn boxes<'a, T>(
    guide: &'a Guide,
    place: &'a PlaceFacts<T>,
    say: impl Fn(BoxJson) -> BoxJson + 'a,
) -> impl Iterator<Item = BoxJson> + 'a {
    place.boxes.iter().map(move |found| {
        say(BoxJson {
            phase: guide.phases[place.aspect.phase].id.to_string(),
            aspect: guide[place.aspect].id.to_string(),
            role: None,
            state: None,
            gap: None,
            who: found.who.iter().map(|(facet, values)| (facet.to_string(), values.clone())).collect(),
            words: found.text.clone(),
            share: found.share.map(Share::fraction),
            parties: Vec::new(),
            responsibilities: Vec::new(),
            from: place.during.from.map(|from| from.to_string()),
            until: place.during.until.map(|until| until.to_string()),
            agreement: None,
        })
    })
}

fn agreement_json(guide: &Guide, facts: &AgreementFacts) -> AgreementJson {
    let record = &guide.agreements[facts.agreement];
    let (state, date) = match record.state {
        AgreementState::Nodig => ("nodig", None),
        AgreementState::Gemaakt(date) => ("gemaakt", Some(date.to_string())),
        AgreementState::Gezamenlijk => ("gezamenlijk", None),
    };
    AgreementJson { id: record.id.to_string(), state, date, words: facts.text.clone() }
}

/// So many boxes of one place are told, unless all are asked for.
const MOST_BOXES: usize = 4;

/// How a report is written.
struct Words<'a> {
    context: &'a Context,
    out: String,
    most: usize,
}

impl<'a> Words<'a> {
    fn new(context: &'a Context, days: Days, heading: &str) -> Self {
        let out = context.guide_above() + heading + "\n" + text::counted(context.lang) + "\n";
        Self { context, out, most: if days.all { usize::MAX } else { MOST_BOXES } }
    }

    fn line(&mut self, depth: usize, line: &str) {
        let _ = writeln!(self.out, "{:1$}{2}", "", 2 * depth, visible(line));
    }

    /// Places under a title and their aspect, with what is said of several once, of each, and then for whom it is.
    fn places<T>(
        &mut self,
        title: &str,
        places: &[&PlaceFacts<T>],
        of_several: impl Fn(&T) -> Option<&str>,
        of_each: impl Fn(&PlaceFacts<T>) -> Option<String>,
    ) {
        let lang = self.context.lang;
        if places.is_empty() {
            return;
        }
        self.out.push('\n');
        self.line(0, title);
        for of_aspect in places.chunk_by(|a, b| a.aspect == b.aspect) {
            let Some(first) = of_aspect.first() else { continue };
            self.line(1, &aspect_of(self.context.guide(), first.aspect, lang));
            for alike in of_aspect.chunk_by(|a, b| of_several(&a.what) == of_several(&b.what)) {
                if let Some(said) = alike.first().and_then(|place| of_several(&place.what)) {
                    self.line(2, said);
                }
                for place in alike {
                    let when = if place.when.is_empty() { String::new() } else { format!(" ({})", place.when) };
                    match of_each(place) {
                        Some(each) => self.line(2, &format!("{each}{when}")),
                        None if !place.when.is_empty() => self.line(2, &words::capital(&place.when)),
                        None => {}
                    }
                    for found in place.boxes.iter().take(self.most) {
                        self.line(3, &format!("• {}", found.counted));
                    }
                    let rest = place.boxes.len().saturating_sub(self.most);
                    if rest > 0 || place.more {
                        self.line(3, &text::more_boxes(rest, lang));
                    }
                }
            }
        }
    }

    /// What is on other days, and what is documented and was not found.
    fn ended(mut self, elsewhere: usize, not_computed: &[NotComputedFacts], is_all: bool) -> String {
        let lang = self.context.lang;
        if elsewhere > 0 {
            self.out.push('\n');
            self.line(0, &words::capital(&text::on_other_days(elsewhere, lang)));
        }
        if !not_computed.is_empty() {
            self.out.push('\n');
            self.line(0, text::not_computed(lang));
            if self.most == usize::MAX {
                for NotComputedFacts { id, why: _, text } in not_computed {
                    self.line(1, &format!("{id}: {text}"));
                }
            } else {
                let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
                for facts in not_computed {
                    *counted.entry(facts.text).or_default() += 1;
                }
                for (why, count) in counted {
                    self.line(1, &format!("{count}: {why}"));
                }
            }
        }
        if !is_all {
            self.line(0, &words::capital(impact::unknown(lang)));
        }
        self.out
    }
}
