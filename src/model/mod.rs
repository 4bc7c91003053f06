//! The guide as data: what a coordinator writes and everybody else reads.
//!
//! Pure: no egui, no disk, no clock.
//! Everything here is a plain value; whether it is *true* is asked in [`crate::review`],
//! what it *answers* in [`crate::lookup`].

mod advice;
mod condition;
mod date;
mod entry;
mod error;
mod exception;
mod facet;
mod gap;
mod glossary;
mod guide;
mod hit;
mod hours;
mod id;
mod judgement;
mod known;
mod label;
mod origin;
mod own;
mod owner;
mod party;
mod phase;
mod problem;
mod record;
mod referral;
mod region;
mod release;
mod responsibility;
mod rule;
mod scenario;
mod situation;
mod source;
mod table;
mod timing;
mod verdict;
pub mod walk;

pub use advice::FirstAdvice;
pub use condition::Condition;
pub use date::{Date, DateError, MONTHS_NL, PartialDate, Validity, months_after, years_after};
pub use entry::{Entry, EntryKey, Head, NO_CHANGE, NoEntryKey, Order, Ordered, PhaseHead, PlacedAspect, Unresolved};
pub use error::{
    CallError, DocumentPlace, DrawingError, Expected, ExportError, FileError, FileFault, FormFault, GitFault,
    HandOverError, IndexError, LookupError, NotOwn, OpenError, PdfError, ProfileError, ReadOnly, SaveError, SaveFault,
    ScenarioError, Suggestion, SupplementError, SystemFault, TableFault, TableProblem, UnknownGemeente, WindowError,
};
pub use exception::{Exception, Renamed};
pub use facet::{
    Facet, FacetKind, FacetSection, FacetValue, Group, Implication, Impossible, NotOf, Suspicious, Urgency,
};
pub use gap::{Agreement, AgreementState, Conflict, ConflictSide, Gap, GapKind};
pub use glossary::GlossaryTerm;
pub use guide::{AspectIx, Guide, SCHEMA};
pub use hit::{HitKind, HitReason};
pub use hours::{ClockTime, ClockTimeError, Hour, Hours, Now, Weekday, is_open};
pub use id::{AspectId, FacetId, Id, IdError, PartyId, PhaseId, RecordId, ResponsibilityId, SourceId, ValueId};
pub use judgement::{Part, Remark, Rounded, Share};
pub use known::{NONE, UNKNOWN, denied, negated};
pub use label::{Label, Lang, is_unseen};
pub use origin::GuideOrigin;
pub use own::{NOTHING_OWN, Own, Supplement};
pub use owner::Owner;
pub use party::{Alert, Contact, ContactKind, Party, PartyKind, PartyName, PartyScope, Receives};
pub use phase::{Aspect, Need, Phase, SpineMark};
pub use problem::{Among, Fault, PersonalData, Problem, error_count};
pub use record::{NoRecordKey, RecordKey, RecordKind};
pub use referral::{Act, Referral, Sharing, SharingGround};
pub use region::{CareCoordinator, FormerGemeente, Gemeente, Place, Regions};
pub use release::{Release, Seal};
pub use responsibility::{Bound, Responsibility, Role, Term, TermUnit};
pub use rule::{Rule, Severity};
pub use scenario::{
    Branch, Expectation, Given, Scenario, ScenarioOutcome, ScenarioStep, Show, ShowKind, Standing, TWICE,
};
pub use situation::{Mode, Row, Situation, Situations};
pub use source::{Basis, Certainty, Citation, Source, SourceAge, Stance};
pub use table::{Column, Ix, Record, Table};
pub use timing::{StepKind, Timing, When};
pub use verdict::Verdict;
pub use walk::{Field, FieldPath};
