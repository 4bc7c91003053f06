//! Questions with a ground for sharing data as their answer.

use strum::IntoEnumIterator as _;

use super::{
    make::{FEWEST_WRONG, Maker, sources},
    question::{About, QuizKind, QuizOption, QuizQuestion},
    situation::{Situation, facets_in},
};
use crate::{
    lookup::Conditioned,
    model::{Ix, Referral, SharingGround, Verdict},
    present::Asked,
    text::{quiz as text, words},
};

impl Maker<'_> {
    /// On which ground?
    pub(super) fn ground(&mut self, key: Ix<Referral>) -> Option<QuizQuestion> {
        let (guide, lang) = (self.guide(), self.request.lang);
        let (record, step) = (Conditioned::Referral(key), &guide.referrals[key]);
        let situation = self.situations.somebody(record, &facets_in(guide, &step.who), &mut self.rng)?;
        let holds = |situation: &Situation| situation.verdict(self.index, record) == Verdict::Applies;
        if !holds(&situation) {
            return None;
        }
        let situation = self.situations.as_little(situation, holds);
        let outcome = self.outcome(&situation)?;
        let asked = Asked { index: self.index, profile: &situation.profile, outcome: &outcome };
        // Every hand-over that leads there at once, also of a part of either, and also one that depends.
        let routes = asked.routes(&step.from, &step.to);
        let direct = routes.iter().filter(|route| route.len() == 1).flatten();
        let grounds: Vec<SharingGround> = direct.map(|step| step.record.sharing.ground).collect();
        if !grounds.contains(&step.sharing.ground) || grounds.iter().any(|ground| *ground != step.sharing.ground) {
            return None;
        }
        let can_be = SharingGround::iter().filter(|ground| *ground != SharingGround::Onbekend);
        let options: Vec<QuizOption> = can_be
            .map(|ground| QuizOption {
                id: ground.id().to_owned(),
                text: words::capital(words::sharing_ground(ground, lang)),
            })
            .collect();
        if options.len() <= FEWEST_WRONG {
            return None;
        }
        let (from, to) = (guide.party(&step.from)?, guide.party(&step.to)?);
        let names = (from.short_name(outcome.date, lang), to.short_name(outcome.date, lang));
        let ground = words::sharing_ground(step.sharing.ground, lang);
        Some(QuizQuestion {
            kind: QuizKind::Grond,
            aspect: step.to_aspect.clone(),
            profile: situation.texts(guide),
            situation: self.in_words(asked),
            date: outcome.date,
            text: text::which_ground(names.0, names.1, &step.text, lang),
            options: self.mixed(options),
            right: vec![step.sharing.ground.id().to_owned()],
            why: text::ground_is(&words::capital(ground), &step.sharing.text),
            sources: sources(&step.cites),
            about: About { party: Some(step.from.clone()), to: Some(step.to.clone()), with: None },
        })
    }
}
