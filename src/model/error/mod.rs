//! What went wrong, as data: typed, with its values. The words are in [`crate::text`], in both languages.

mod call;
mod export;
mod file;
mod form;
mod git;
mod hand_over;
mod lookup;
mod supplement;
mod table;
mod window;

pub use call::CallError;
pub use export::{DrawingError, ExportError, PdfError, SaveError};
pub use file::{DocumentPlace, FileError, FileFault, OpenError, ReadOnly, SaveFault, SystemFault};
pub use form::{Expected, FormFault, Suggestion};
pub use git::GitFault;
pub use hand_over::HandOverError;
pub use lookup::{IndexError, LookupError, ProfileError, ScenarioError, UnknownGemeente};
pub use supplement::{NotOwn, SupplementError};
pub use table::{TableFault, TableProblem};
pub use window::WindowError;
