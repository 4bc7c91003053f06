//! Conditions that somebody can meet, and gaps where nobody answers.

use super::{Problem, Rule, structure};
use crate::{
    lookup::Index,
    model::{Condition, GapKind, Role},
};

pub(super) fn check(index: &Index, problems: &mut Vec<Problem>) {
    let guide = index.guide();
    let everybody = index.space().everybody();
    let Some(everybody) = index.narrow(everybody) else {
        let text = "de onmogelijke combinaties laten niemand over";
        problems.push(Problem::new(Rule::NobodyMeets, "impossible", "impossible", text));
        return;
    };
    let rules: Vec<&str> = guide
        .impossible
        .iter()
        .map(|rule| rule.id.as_str())
        .chain(guide.implications.iter().map(|rule| rule.id.as_str()))
        .collect();
    structure::each_condition(guide, &mut |object, field, condition| {
        if !rules.contains(&object) && !index.reach_of(condition, &everybody).meets {
            let text = "aan deze voorwaarde kan niemand voldoen";
            problems.push(Problem::new(Rule::NobodyMeets, object, field, text));
        }
    });
    for gap in guide.gaps.iter().filter(|gap| gap.kind == GapKind::Niemand) {
        let covering = guide.responsibilities.iter().filter(|record| {
            record.aspect == gap.aspect && record.role == Role::VoertUit && record.valid.overlaps(&gap.valid)
        });
        for record in covering {
            let both = Condition::All(vec![gap.who.clone(), record.who.clone()]);
            if index.reach_of(&both, &everybody).meets {
                let text = format!(
                    "hier zou niemand verantwoordelijk zijn, maar «{}» geldt voor dezelfde personen",
                    record.id
                );
                problems.push(Problem::new(Rule::GapOverlapsAnswer, &gap.id, "who", text));
            }
        }
    }
}
