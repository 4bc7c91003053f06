//! What a coordinator can ask of the window.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use super::{Bulk, Guided, Look, RecordFilter};
use crate::{
    edit::{Choice, Replacement, Side, StepId, TextPlace, form::Input},
    model::{Date, Field, FieldPath, Problem, RecordKey, RecordKind, ResponsibilityId},
};

/// A record that was begun elsewhere in the window, and is finished in its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What kind of record it is.
    pub kind: RecordKind,
    /// What it refers to, by id.
    pub refers: BTreeMap<Field, String>,
}

/// One thing to do to the guide, or to see of it.
#[derive(Clone, Debug)]
pub enum Keep {
    /// List the records that meet this.
    List(RecordFilter),
    /// Show this record; nothing shows none.
    Open(Option<RecordKey>),
    /// Put something in a place of a record.
    Set(RecordKey, FieldPath, Input),
    /// Add one more to a list, or a part that was left out; with what it refers to, or its id, where that is asked.
    Add(FieldPath, Option<String>),
    /// Take an item out of a list, or leave a part out.
    Remove(FieldPath),
    /// Move an item of a list: back when true, on when false.
    Shift(FieldPath, bool),
    /// Make a record, with an id and what it must refer to.
    New {
        /// Its kind.
        kind: RecordKind,
        /// Its id.
        id: String,
        /// What it is called, where it has a name.
        name: String,
        /// What it must refer to.
        refers: BTreeMap<Field, String>,
    },
    /// Ask for the rest of a record that was begun elsewhere.
    Draft(Draft),
    /// It is being asked for.
    Drafted,
    /// Put the record that is shown past its neighbour in the list, where its order says something.
    Move(Side),
    /// Do the same to several records, as one step. Those to which it does not fit stay as they are.
    Bulk(BTreeSet<RecordKey>, Bulk),
    /// Make another record like the one that is shown.
    Duplicate,
    /// Take the record that is shown out of the guide; with what depends on it, or leaving that with a problem.
    Delete {
        /// Whether what depends on it goes along.
        with_dependents: bool,
    },
    /// The record that is shown ends on this day, its last, and stays to be read.
    Archive(Date),
    /// Do what was asked for field by field to the record that is shown.
    Guided(Guided),
    /// Somebody looked at a place that the last command left to decide.
    LookedAt(RecordKey, FieldPath),
    /// Mend this problem of the record that is shown, in the one right way there is.
    Fix(Box<Problem>),
    /// Give the record that is shown another id, everywhere.
    Rename(String),
    /// Replace a text at these places.
    Replace(Replacement, BTreeSet<TextPlace>),
    /// This rule need not hold for the record that is shown, for this reason, up to and including this day.
    SwitchOff {
        /// The problem that it gives.
        problem: Box<Problem>,
        /// Why.
        reason: String,
        /// The last day.
        until: Date,
    },
    /// Undo the last step that stands.
    Undo,
    /// Do the step again that was undone last.
    Redo,
    /// Go to the state after a step; nothing is what was opened.
    Jump(Option<StepId>),
    /// Undo one old step, and nothing of what came after it.
    Without(StepId),
    /// Do once more what was not saved when the program stopped.
    Recover,
    /// Put away what was not saved when the program stopped.
    ThrowAway,
    /// Choose between the two versions that are shown, of which nobody chose yet.
    Resolve(Choice),
    /// Do something with another version of the guide.
    Look(Look),
    /// Work out gaps and overlaps over all persons, of the guide that answers.
    LookOverAll,
    /// Somebody checked these tasks with their party on this day.
    Verified(BTreeSet<ResponsibilityId>, Date),
    /// An agreement is needed on these tasks, which overlap.
    NeedAgreement(Vec<ResponsibilityId>),
    /// Read the file again, as it is now; own work that was not saved stays in the journal.
    ReadAgain,
    /// Whoever keeps the guide here has this function.
    SignAs(String),
    /// Save to the file that the guide came from.
    Save,
    /// Save to this file, and go on with it.
    SaveAs(PathBuf),
}
