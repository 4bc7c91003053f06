//! Rules that are switched off for a record, with a reason.

use wegwijzer::{
    edit,
    model::{Date, Exception, Fault, Guide, Problem, RecordId, RecordKey, Rule},
    review::{self, Reason},
};

use crate::small::{problems, today, with};

/// A guide with one warning.
fn long() -> Guide {
    let sentence = "Neemt de melding aan van wie ook komt of belt of schrijft en zegt dan aan wie het is wat er die dag \
                    nog gebeurt en wie er nog belt of komt.";
    with("Neemt de melding aan.", sentence)
}

fn found(guide: &Guide) -> Vec<(Rule, RecordKey)> {
    problems(guide).into_iter().map(|problem| (problem.rule(), problem.record)).collect()
}

fn reason(until: Date) -> Reason {
    Reason { words: "Zo zegt de wet het.".into(), by: "Redactie".into(), on: today(), until }
}

fn the(guide: &Guide, rule: Rule) -> Problem {
    problems(guide).into_iter().find(|problem| problem.rule() == rule).expect("it breaks the rule")
}

/// The guide with the rule switched off for the record that breaks it.
fn switched_off(guide: &Guide, rule: Rule, until: Date) -> Guide {
    let edit = review::switch_off(guide, &the(guide, rule), reason(until)).expect("it can be switched off");
    edit::put(guide, &edit::make(guide, &[edit]).unwrap())
}

fn edited(guide: &Guide, change: impl Fn(&mut Exception)) -> Guide {
    let mut guide = guide.clone();
    change(&mut guide.exceptions.rows_mut()[0]);
    guide
}

#[test]
fn a_rule_that_is_switched_off_is_silent_until_its_last_day() {
    let guide = long();
    let task = RecordKey::Responsibility("politie-melden".parse_id());
    let both = [(Rule::LongSentence, task.clone()), (Rule::LongSentences, task.clone())];
    assert_eq!(found(&guide), both);
    let off = switched_off(&guide, Rule::LongSentence, today());
    assert_eq!(off.exceptions.iter().next().unwrap().id.as_str(), "lange-zin-responsibility-politie-melden");
    assert_eq!(found(&off), both[1..]);
    let off = switched_off(&off, Rule::LongSentences, today());
    assert_eq!(found(&off), []);
    // The day after it is told again, and that the exception is over.
    let over = review::check(&std::sync::Arc::new(off), &crate::small::regions(), today().tomorrow().unwrap());
    let over: Vec<Rule> = over.iter().map(Problem::rule).collect();
    assert_eq!(over, [Rule::LongSentence, Rule::ExceptionOver, Rule::ExceptionOver, Rule::LongSentences]);
}

#[test]
fn it_is_switched_off_for_that_record_and_that_rule_only() {
    let mut guide = long();
    let mut other = guide.responsibilities.iter().next().unwrap().clone();
    other.id = "politie-ook".parse_id();
    guide.responsibilities.push(other);
    let off = switched_off(&guide, Rule::LongSentence, today());
    let left = found(&off);
    let long = |id: &str| (Rule::LongSentence, RecordKey::Responsibility(id.parse_id()));
    assert!(!left.contains(&long("politie-melden")) && left.contains(&long("politie-ook")), "{left:?}");
}

#[test]
fn an_error_is_never_switched_off() {
    let guide = with("Een meisje van vijftien vraagt hulp.", "Mevrouw Jansen vraagt hulp.");
    let error = the(&guide, Rule::PersonalDataInCase);
    assert_eq!(review::switch_off(&guide, &error, reason(today())), None);
    // Nor by hand.
    let mut by_hand = guide.clone();
    by_hand.exceptions.push(Exception {
        id: RecordId::new("u1").unwrap(),
        rule: Rule::PersonalDataInCase.id().into(),
        record: error.record.clone(),
        reason: "Echt waar.".into(),
        by: "Redactie".into(),
        on: today(),
        until: today(),
    });
    let told = problems(&by_hand);
    assert!(told.contains(&error));
    assert!(told.iter().any(|problem| problem.fault == Fault::ExceptionToError(Rule::PersonalDataInCase)));
}

#[test]
fn an_exception_that_cannot_hold_is_a_problem_itself() {
    let off = switched_off(&long(), Rule::LongSentence, today());
    let fault = |guide: &Guide| {
        let own = problems(guide).into_iter().filter(|problem| matches!(problem.record, RecordKey::Exception(_)));
        own.map(|problem| problem.fault).collect::<Vec<_>>()
    };
    assert_eq!(fault(&off), []);
    assert_eq!(
        fault(&edited(&off, |exception| exception.rule = "lange-zim".into())),
        [Fault::UnknownRule { rule: "lange-zim".into(), nearest: Some("lange-zin".into()) }]
    );
    let gone: RecordKey = "responsibility/weg".parse().unwrap();
    assert_eq!(
        fault(&edited(&off, |exception| exception.record = "responsibility/weg".parse().unwrap())),
        [Fault::ExceptionToNothing(gone)]
    );
    assert_eq!(fault(&edited(&off, |exception| exception.reason = " ".into())), [Fault::ExceptionWithoutReason]);
    let before = today().yesterday().unwrap();
    assert_eq!(fault(&edited(&off, |exception| exception.until = before)), [Fault::ExceptionOver(before)]);
    // What breaks no rule needs no exception.
    assert_eq!(fault(&edited(&off, |exception| exception.rule = "lang-woord".into())), [Fault::UnusedException]);
}

#[test]
fn an_exception_goes_along_when_its_record_is_renamed_or_taken_out() {
    let off = switched_off(&long(), Rule::LongSentence, today());
    let task: RecordKey = "responsibility/politie-melden".parse().unwrap();
    let rename = edit::Edit::Rename { record: task.clone(), to: "politie-neemt-aan".into() };
    let renamed = edit::put(&off, &edit::make(&off, &[rename]).unwrap());
    assert_eq!(renamed.exceptions.iter().next().unwrap().record.to_string(), "responsibility/politie-neemt-aan");
    assert!(found(&renamed).iter().all(|(rule, _)| *rule == Rule::LongSentences));
    let removal = edit::remove(&off, &task, &edit::Dependents::TakeOut).unwrap();
    let removed = edit::put(&off, &edit::make(&off, &removal.edits).unwrap());
    assert!(removed.exceptions.is_empty());
}

/// An id of any kind.
trait ParseId {
    fn parse_id<K>(&self) -> wegwijzer::model::Id<K>;
}

impl ParseId for str {
    fn parse_id<K>(&self) -> wegwijzer::model::Id<K> {
        wegwijzer::model::Id::new(self).unwrap()
    }
}
