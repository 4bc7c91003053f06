//! Changing a guide: what changed, undone, merged, and told.
//!
//! A [`Change`] is a piece of a guide before and after; a [`Step`] is a list of them that belong together. There is one
//! operation, the three-way merge of a piece, field by field ([`onto`]): undoing an old step, taking over what a
//! colleague saved, merging two files, replaying a journal over a changed file, importing a table and accepting a
//! proposal are calls of it with other bases. What is one fact is never merged inside, what is taken out on one side
//! only never goes by itself, and where two sides differ nothing of either is lost: see [`Clash`].
//!
//! Commands of whoever keeps a guide are functions of one file each, which give the [`Edit`]s or refuse, and tell what
//! they leave to decide: [`replace()`], [`set_field`], [`put_beside`], [`remove`], [`duplicate()`], [`archive()`], [`take_over()`],
//! [`new_name()`], [`propose_id()`].
//!
//! Pure: it asks no clock and no disk. Who did something and when are arguments.

mod align;
mod apply;
mod archive;
mod at;
mod blank;
mod bulk;
mod bundle;
mod change;
mod clash;
mod describe;
mod difference;
mod duplicate;
mod entries;
pub mod form;
mod left;
mod list;
mod local;
mod log;
mod make;
mod mentions;
mod merge;
mod new_name;
mod numbers;
mod place;
mod policy;
mod proposal;
mod propose_id;
mod provenance;
mod references;
mod refused;
mod removal;
mod rename;
mod replace;
mod step;
mod supplement;
mod take_over;
mod tree;
mod unresolved;
mod verified;
mod walked;

pub use apply::{Applied, DoubleId, Merged, Onto, Taken, apply, diff, entries, merge3, onto, put, without_base};
pub use archive::{Archived, archive};
pub use at::{with_text, with_texts, without};
pub use blank::{blank, need_agreement, refers_also, refers_first};
pub use bulk::set_field;
pub use bundle::{Author, Base, Bundle, BundleKind, Sides};
pub use change::{Change, NoChange};
pub use clash::{Clash, Origins};
pub use describe::{FieldChange, fields};
pub use difference::{Difference, difference};
pub use duplicate::duplicate;
pub use entries::{get, keys};
pub use left::{Left, LeftBecause};
pub use local::{CENTRAL, Local, NewContact, OFFICER, OwnSource, add_local};
pub use log::{Event, History, Log, LogError, Move, Row, Unfit};
pub use make::{Edit, make};
pub use new_name::{NewName, NewlyNamed, new_name};
pub use numbers::replace_with_calls;
pub use place::{Side, put_beside};
pub use policy::known_by;
pub use proposal::{ChangeOf, Choices, Fits, Proposal, ProposedChange, ProposedPiece, Take};
pub use propose_id::{propose_id, propose_id_beside};
pub use provenance::last_to_change;
pub use references::{references, referrers};
pub use refused::EditRefused;
pub use removal::{Dependents, Removal, remove, remove_all};
pub use replace::{Hit, Replacement, TextPlace, hits, replace};
pub use step::{Step, StepId, Why};
pub use supplement::{LaidOver, edited_over, keep_own, lay_over, leave_to_guide};
pub use take_over::{TakenOver, out_of_reach, take_over};
pub use unresolved::{Choice, resolve};
pub use verified::verified;
pub use walked::leaves;
