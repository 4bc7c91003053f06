//! What a user can ask of the window.

use std::path::PathBuf;

use super::{Copied, FileAbout, Keep, LessonChange, Notice, OwnChange, Selected, ToldId};
use crate::{
    chain::Detail,
    export::{Export, ExportOptions},
    file::{ThemeChoice, WindowPlace},
    lookup::{Hit, Known, TermStarts},
    model::{Date, FacetId, FormerGemeente, Gemeente, Lang, Now, PartyId, ValueId},
};

/// One thing to do.
#[derive(Clone, Debug)]
pub enum Command {
    /// This is known of a facet; nothing makes it unknown.
    Know(FacetId, Option<Known>),
    /// Ask for who is so and of whom nothing else is known, today, and bring the answer in sight.
    AskOnly(FacetId, ValueId),
    /// This answers the question that is put; of a facet of kind `many` more can be added.
    Answer(FacetId, Option<Known>),
    /// Go on from what was ticked of this facet, or ask it no more.
    Skip(FacetId),
    /// Wipe everything that says something of a person.
    ClearAll,
    /// Explain this; nothing closes the drawer.
    Select(Option<Selected>),
    /// It is this day and this time now; who asked for today goes on asking for today.
    NoteTime(Now),
    /// Let the clock tell this facet again.
    LeaveToClock(FacetId),
    /// Answer as of this day, if the guide can.
    SetDate(Date),
    /// Speak this language.
    SetLanguage(Lang),
    /// Wear this theme.
    SetTheme(ThemeChoice),
    /// Draw everything this much larger.
    SetZoom(f32),
    /// The window is here now, and this large.
    NoteWindow(WindowPlace),
    /// Search these words.
    Search(String),
    /// Go to what was found.
    Visit(Box<Hit>),
    /// The person is in this gemeente, found by the name of a former one or not; nothing forgets it.
    SetGemeente(Option<Gemeente>, Option<FormerGemeente>),
    /// Open another guide, in the background.
    OpenGuide(PathBuf),
    /// Go back to the guide inside the program.
    UseEmbeddedGuide,
    /// Look at how the guide is kept.
    LookAtGuide,
    /// Look whether somebody else changed the file of the guide, in the background.
    LookAtFile,
    /// Do something to the guide.
    Keep(Keep),
    /// Do something with the supplement of one place.
    Own(OwnChange),
    /// Go on with a workshop.
    Lesson(LessonChange),
    /// Look at the picture of the chain.
    ShowChain,
    /// Show more or less of the chain.
    DetailChain(Box<Detail>),
    /// Put a box of the picture, by the name of its place, right below another of its aspect, or first in it.
    PlaceBox {
        /// The box.
        place: String,
        /// The other.
        below: Option<String>,
    },
    /// Let every box stand where the picture itself puts it.
    UnplaceBoxes,
    /// The first-start tour was seen.
    EndTour,
    /// Keep this party at hand, or no more.
    Pin(PartyId),
    /// Save a file of what is on screen, in the background.
    Save {
        /// What to make.
        what: &'static Export,
        /// The file; its end says in which form.
        path: PathBuf,
        /// What was chosen about it.
        options: ExportOptions,
        /// When terms start, as typed.
        starts: TermStarts,
        /// What it is about.
        about: FileAbout,
    },
    /// Put the referral card on the clipboard as text; with it, when terms start.
    CopyCard(ExportOptions, TermStarts),
    /// Put this on the clipboard.
    Copy(String, Copied),
    /// Take away what was told.
    Dismiss(ToldId),
    /// Open the file that this tells to be saved, in the program that the system has for it.
    OpenSaved(ToldId),
    /// Print the file that this tells to be saved.
    PrintSaved(ToldId),
    /// Tell the user something.
    Tell(Notice),
}
