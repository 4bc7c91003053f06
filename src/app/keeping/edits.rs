//! Doing what a coordinator asks to the guide, as steps that can be undone.

use uuid::Uuid;

use super::{Keep, Keeping, NotEdited, form::with_day, guided::Planned};
use crate::{
    app::{App, Notice},
    edit::{self, Change, Dependents, Edit, EditRefused, History, Onto, Step, StepId, Why, form},
    model::{ClockTime, Date, Entry, EntryKey, PartyId, RecordKey},
    review::{self, Reason},
};

/// Who does something, and when.
#[derive(Clone, Debug)]
pub(super) struct Author {
    on: Date,
    at: ClockTime,
    by: String,
}

impl App {
    /// Changes the guide.
    pub(super) fn edit(&mut self, command: Keep) {
        let author = self.author();
        let today = self.today;
        let Some(keeping) = &mut self.keeping else { return };
        match keeping.edit(command, author, today) {
            Ok(()) => self.after_edit(),
            Err(refused) => self.tell(Notice::NotEdited(refused)),
        }
    }

    /// What follows on whatever was done to the guide.
    pub(super) fn after_edit(&mut self) {
        let (today, lang) = (self.today, self.settings.language);
        let Some(keeping) = &mut self.keeping else { return };
        keeping.is_stale = true;
        keeping.show_record(lang);
        keeping.list_again(today, lang);
        self.guard_steps();
        self.forget_told(|notice| matches!(notice, Notice::NotEdited(_)));
        self.renew_guide();
        self.propose_again();
    }

    pub(super) fn author(&self) -> Author {
        Author { on: self.today, at: self.time.unwrap_or_default(), by: self.signature() }
    }

    /// Who does something: a function and an organisation, as far as somebody said them.
    fn signature(&self) -> String {
        let said = [self.settings.function.clone(), self.desk_name()].into_iter().filter(|said| !said.is_empty());
        said.collect::<Vec<_>>().join(", ")
    }

    /// What the organisation is called where the user works, as it is kept between starts; empty where none is. Nothing
    /// that is said of who asks about a person.
    pub(super) fn desk_name(&self) -> String {
        let desk = self.settings.works_at.as_ref().and_then(|desk| PartyId::new(desk.as_str()).ok());
        let party = desk.and_then(|desk| self.guide().party(&desk));
        party.map(|party| party.short_name(self.today, self.settings.language).to_owned()).unwrap_or_default()
    }
}

impl Keeping {
    fn edit(&mut self, command: Keep, author: Author, today: Date) -> Result<(), NotEdited> {
        match command {
            Keep::Undo => {
                self.history.undo();
            }
            Keep::Redo => {
                self.history.redo();
            }
            Keep::Jump(to) => self.history.jump(to.as_ref()).map_err(|_| not_there())?,
            Keep::Without(id) => {
                let onto = self.without(&id)?;
                self.take(onto, author, Why::Reverted(id))?;
            }
            Keep::Resolve(choice) => {
                let RecordKey::Unresolved(kept) = self.opened()? else { return Err(not_there()) };
                let changes = edit::resolve(self.guide(), &kept, choice).ok_or_else(not_there)?;
                let about = self.guide().unresolved.get(&kept).and_then(|kept| kept.about.record().cloned());
                self.act(changes, author, Why::Resolved);
                self.open = about;
            }
            command => {
                let Some(planned) = self.edits(command, &author.by, today)? else { return Ok(()) };
                let changes = edit::make(self.guide(), &planned.edits)?;
                if !changes.is_empty() {
                    self.act(changes, author, planned.why);
                    self.leave(planned.left);
                }
                if let Some(EntryKey::Record(record)) = planned.opens {
                    self.open = Some(record);
                }
            }
        }
        Ok(())
    }

    fn opened(&self) -> Result<RecordKey, NotEdited> {
        self.open.clone().ok_or_else(not_there)
    }

    /// What a command changes, and what it leaves; `None` for what changes nothing so.
    fn edits(&mut self, command: Keep, by: &str, today: Date) -> Result<Option<Planned>, NotEdited> {
        let get = |record: RecordKey| -> Result<Entry, NotEdited> {
            let key = EntryKey::Record(record);
            edit::get(self.guide(), &key).ok_or_else(|| EditRefused::NotThere(key).into())
        };
        let entry = || get(self.opened()?);
        let edited = |edits: Vec<Edit>| Planned::new(edits, Why::Edited);
        let replaced = |entry: Entry| edited(vec![Edit::Replace(entry)]);
        let planned = match command {
            Keep::Set(record, at, input) => {
                let input = with_day(input, today);
                edited(edit::replace_with_calls(self.guide(), form::set(&get(record)?, &at, input)?))
            }
            Keep::Add(at, first) => replaced(form::add(&entry()?, &at, first.as_deref())?.0),
            Keep::Remove(at) => replaced(form::remove(&entry()?, &at)?),
            Keep::Shift(at, back) => replaced(form::shift(&entry()?, &at, back)?),
            Keep::New { kind, id, name, refers } => {
                let unfit = || NotEdited::from(EditRefused::NoId(id.clone()));
                let entry = edit::blank(kind, &id, &name, &refers).ok_or_else(unfit)?;
                let opens = entry.key();
                edited(vec![Edit::Add(entry)]).opening(Some(opens))
            }
            Keep::Verified(tasks, on) => Planned::new(edit::verified(self.guide(), &tasks, on), Why::Verified),
            Keep::NeedAgreement(tasks) => {
                let made = edit::need_agreement(self.guide(), &tasks).ok_or_else(not_there)?;
                let opens = made.key();
                edited(vec![Edit::Add(made)]).opening(Some(opens))
            }
            Keep::Move(side) => {
                let record = self.opened()?;
                let Some(of) = self.neighbour(&record, side) else { return Ok(None) };
                edited(vec![edit::put_beside(self.guide(), &record, side, &of)?])
            }
            Keep::Bulk(records, bulk) => Planned::new(bulk.plan(self.guide(), &records, today).edits, bulk.why()),
            Keep::Duplicate => {
                let (edits, copy) = edit::duplicate(self.guide(), &self.opened()?)?;
                Planned::new(edits, Why::Pasted).opening(Some(copy.into()))
            }
            Keep::Delete { with_dependents: false } => edited(vec![Edit::Remove(self.opened()?)]),
            Keep::Delete { with_dependents: true } => {
                let removal = edit::remove(self.guide(), &self.opened()?, &Dependents::TakeOut)?;
                edited(removal.edits).leaving(removal.left)
            }
            Keep::Archive(last) => {
                let archived = edit::archive(self.guide(), &self.opened()?, last)?;
                edited(archived.edits).leaving(archived.left)
            }
            Keep::Guided(guided) => guided.plan(self.guide(), &self.opened()?)?,
            Keep::Replace(what, at) => {
                let why = Why::Replaced { from: what.find.clone(), to: what.with.clone() };
                Planned::new(edit::replace(self.guide(), &what, Some(&at))?, why)
            }
            Keep::SwitchOff { problem, reason, until } => {
                let reason = Reason { words: reason, by: by.to_owned(), on: today, until };
                edited(vec![review::switch_off(self.guide(), &problem, reason).ok_or_else(not_there)?])
            }
            Keep::Fix(problem) => {
                let edits = review::fix(self.guide(), &problem).ok_or_else(not_there)?;
                Planned::new(edits, Why::fixed(problem.fault.rule()))
            }
            Keep::Rename(to) => {
                let record = self.opened()?;
                let renamed = record.kind().key(&to);
                if let (RecordKey::Party(was), Some(RecordKey::Party(is))) = (&record, &renamed)
                    && self.filter.party.as_ref() == Some(was)
                {
                    self.filter.party = Some(is.clone());
                }
                let edit = Edit::Rename { record, to };
                Planned::new(vec![edit], Why::Renamed).opening(renamed.map(EntryKey::Record))
            }
            Keep::List(_)
            | Keep::Open(_)
            | Keep::Draft(_)
            | Keep::Drafted
            | Keep::LookedAt(..)
            | Keep::SignAs(_)
            | Keep::Look(_)
            | Keep::LookOverAll
            | Keep::ReadAgain
            | Keep::Save
            | Keep::SaveAs(_)
            | Keep::Recover
            | Keep::ThrowAway
            | Keep::Undo
            | Keep::Redo
            | Keep::Jump(_)
            | Keep::Without(_)
            | Keep::Resolve(_) => return Ok(None),
        };
        Ok(Some(planned))
    }

    /// What undoing one old step would change, also one that was done before the guide was opened.
    fn without(&self, id: &StepId) -> Result<Onto, NotEdited> {
        if let Ok(onto) = self.history.without(id) {
            return Ok(onto);
        }
        let step = self.earlier.step(id).ok_or_else(not_there)?;
        Ok(edit::onto(self.guide(), &step.inverse()))
    }

    /// Takes changes over that clash with nothing.
    pub(super) fn take(&mut self, onto: Onto, author: Author, why: Why) -> Result<(), NotEdited> {
        let changes: Result<Vec<Change>, _> = onto.try_into();
        let clashing = |clashes: Vec<edit::Clash>| clashes.into_iter().map(|clash| clash.about).collect();
        let changes = changes.map_err(|clashes| NotEdited::Clashes(clashing(clashes)))?;
        self.act(changes, author, why);
        Ok(())
    }

    pub(super) fn act(&mut self, changes: Vec<Change>, author: Author, why: Why) {
        // What comes to nothing is no step.
        if changes.is_empty() {
            return;
        }
        let Author { on, at, by } = author;
        let id = StepId(Uuid::new_v4().to_string());
        // The name is new, so it is never refused.
        let _ = History::act(&mut self.history, Step { id, on, at, by, why, changes });
    }
}

fn not_there() -> NotEdited {
    EditRefused::NotThere(RecordKey::Guide.into()).into()
}
