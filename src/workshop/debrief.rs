//! What was asked, found and missed, and what the room found wrong in the guide. In memory only.

use super::{By, Path, Showing, Spot, state_at};
use crate::{
    model::{Guide, Lang, RecordKey, Scenario},
    present::change,
    text::workshop as text,
};

/// What was asked, found and missed, step by step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debrief {
    /// The steps that were seen, in the order of the way that was gone.
    pub moments: Vec<Moment>,
    /// How many answers the room named.
    pub found: usize,
    /// How many there were.
    pub of: usize,
}

/// A step that was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Which.
    pub spot: Spot,
    /// What is above it.
    pub title: String,
    /// How long the room was there, in seconds.
    pub seconds: u32,
    /// What was asked: the aspects, and the questions made from the guide.
    pub asked: Vec<String>,
    /// What the room named, or answered rightly.
    pub found: Vec<String>,
    /// What the trainer showed, or most of the room answered otherwise.
    pub shown: Vec<String>,
    /// What nobody revealed.
    pub missed: Vec<String>,
}

/// What the room finds wrong in the guide: about a record, never about who was there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// About which record.
    pub record: RecordKey,
    /// What is wrong, in a sentence.
    pub sentence: String,
}

impl Showing<'_> {
    /// What was asked, found and missed on the way that was gone.
    pub fn debrief(&self, scenario: &Scenario, path: &Path) -> Debrief {
        let mut debrief = Debrief::default();
        for steps in 0..=path.seen() {
            let moment = self.moment(scenario, &path.after(steps));
            debrief.found += moment.found.len();
            debrief.of += moment.found.len() + moment.shown.len() + moment.missed.len();
            debrief.moments.push(moment);
        }
        debrief
    }

    fn moment(&self, scenario: &Scenario, path: &Path) -> Moment {
        let stage = state_at(scenario, path);
        let spot = stage.spot();
        let mut moment = Moment {
            title: self.title(scenario, &spot),
            seconds: stage.told.seconds,
            spot,
            asked: Vec::new(),
            found: Vec::new(),
            shown: Vec::new(),
            missed: Vec::new(),
        };
        let guide = self.index.guide();
        for aspect in stage.answered_aspects() {
            moment.asked.extend(guide.aspect(aspect).map(|(_, aspect)| aspect.label.text(self.lang).to_owned()));
        }
        for line in self.lines(&stage).into_iter().flatten() {
            match line.by {
                Some(By::Room) => moment.found.push(line.words),
                Some(By::Trainer) => moment.shown.push(line.words),
                None => moment.missed.push(line.words),
            }
        }
        for (number, question) in self.questions(&stage).into_iter().enumerate() {
            let right = question.options.iter().filter(|option| question.is_right(option));
            let right: Vec<&str> = right.map(|option| option.text.as_str()).collect();
            let words = [question.text.as_str(), &right.join(", ")].join(" ");
            moment.asked.push(question.text.clone());
            match stage.told.quiz.answered.get(&number) {
                Some(Some(chosen)) if question.right.contains(chosen) => moment.found.push(words),
                Some(_) => moment.shown.push(words),
                None => moment.missed.push(words),
            }
        }
        moment
    }
}

/// What the room found, as a text for who keeps the guide.
pub fn correction(findings: &[Finding], guide: &Guide, lang: Lang) -> String {
    let line = |finding: &Finding| {
        let title = change::title(&finding.record, guide, lang).unwrap_or_else(|| finding.record.to_string());
        text::finding(&finding.record, &title, finding.sentence.trim())
    };
    let lines = findings.iter().filter(|finding| !finding.sentence.trim().is_empty()).map(line);
    let head = [text::findings(lang), text::findings_intro(lang), ""].map(str::to_owned);
    let about = [guide.title.as_str(), guide.edition.as_str(), ""].join("\n");
    head.into_iter().chain([about]).chain(lines).collect::<Vec<_>>().join("\n") + "\n"
}
