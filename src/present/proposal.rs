//! What somebody else wants of a guide, in words, change by change.

use super::change;
use crate::{
    edit::{self, Change, ChangeOf, Fits, Proposal, ProposedChange, ProposedPiece, Step},
    model::{Entry, EntryKey, FieldPath, Guide, Lang},
    text::{keeping, proposal as text, words},
};

/// A proposal in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposalFacts {
    /// What differs, record by record.
    pub pieces: Vec<ProposedPieceFacts>,
    /// What is to be known of all of it: that nobody knows from what it was made, and which ids are new.
    pub notes: Vec<String>,
}

/// A record with what is proposed of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedPieceFacts {
    /// Its name.
    pub key: EntryKey,
    /// What it is called.
    pub name: String,
    /// What can be chosen of it, in the order of [`ProposedPiece::changes`].
    pub changes: Vec<ProposedChangeFacts>,
}

/// A change that is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProposedChangeFacts {
    /// Of what.
    pub of: ChangeOf,
    /// How it stands to ours.
    pub fits: Fits,
    /// In one sentence.
    pub text: String,
    /// What it was before both, a line each; nothing where nobody knows.
    pub base: Option<Vec<String>>,
    /// What stands, a line each; none where that has nothing there.
    pub ours: Vec<String>,
    /// Who said so and when, as far as that is known.
    pub ours_by: Option<String>,
    /// What they want there, a line each; none where they take it out.
    pub theirs: Vec<String>,
    /// Who said so and when, as far as that is known.
    pub theirs_by: Option<String>,
}

/// The steps that tell who said what: of ours and of theirs, oldest first.
#[derive(Clone, Copy, Debug, Default)]
pub struct SaidBy<'s> {
    /// Of ours.
    pub ours: &'s [Step],
    /// Of theirs.
    pub theirs: &'s [Step],
}

impl ProposalFacts {
    /// In words.
    pub fn of(proposal: &Proposal, said_by: SaidBy<'_>, lang: Lang) -> Self {
        let theirs = proposal.theirs();
        let told = Told { proposal, theirs: &theirs, said_by, lang };
        let pieces = proposal.pieces().iter().filter_map(|piece| told.piece(piece)).collect();
        let no_base = proposal.base().is_none().then(|| text::no_base(lang).to_owned());
        let ids = proposal.new_ids().map(|(was, is)| text::new_id(&was.to_string(), &is.to_string(), lang));
        Self { pieces, notes: no_base.into_iter().chain(ids).collect() }
    }

    /// A change by its place among them.
    pub fn change(&self, piece: usize, change: usize) -> Option<(&ProposedPieceFacts, &ProposedChangeFacts)> {
        let piece = self.pieces.get(piece)?;
        Some((piece, piece.changes.get(change)?))
    }
}

#[derive(Clone, Copy)]
struct Told<'a> {
    proposal: &'a Proposal,
    theirs: &'a Guide,
    said_by: SaidBy<'a>,
    lang: Lang,
}

impl Told<'_> {
    fn piece(self, piece: &ProposedPiece) -> Option<ProposedPieceFacts> {
        let whole = Change::new(piece.from.clone(), piece.theirs.clone()).ok()?;
        let facts = change::edit(&whole, self.proposal.from(), self.theirs, self.lang)?;
        let sentences = facts.fields.iter().map(|field| field.text.clone());
        let sentences: Vec<String> = if is_apart(piece) { sentences.collect() } else { vec![facts.text.clone()] };
        let changes = piece.changes.iter().zip(sentences).map(|(change, text)| self.change(piece, change, text));
        Some(ProposedPieceFacts { key: piece.key.clone(), name: facts.name, changes: changes.collect() })
    }

    fn change(self, piece: &ProposedPiece, change: &ProposedChange, text: String) -> ProposedChangeFacts {
        let (from, ours_guide) = (self.proposal.from(), self.proposal.ours());
        let (base, ours, theirs) = match &change.of {
            ChangeOf::Field(field) => (
                self.at(piece.from.as_ref(), field.before.as_ref(), from),
                match change.stands.as_deref() {
                    Some((entry, at)) => self.at(Some(entry), Some(at), ours_guide),
                    None if change.fits == Fits::IsThere => {
                        self.at(piece.theirs.as_ref(), field.after.as_ref(), self.theirs)
                    }
                    // What fits changes what was there before both.
                    None => self.at(piece.from.as_ref(), field.before.as_ref(), from),
                },
                self.at(piece.theirs.as_ref(), field.after.as_ref(), self.theirs),
            ),
            ChangeOf::Piece => (
                self.whole(piece.from.as_ref(), from),
                self.whole(piece.ours.as_ref(), ours_guide),
                self.whole(piece.theirs.as_ref(), self.theirs),
            ),
        };
        let by = |steps: &[Step]| edit::last_to_change(steps, &piece.key, &change.of).map(|step| self.made(step));
        ProposedChangeFacts {
            of: change.of.clone(),
            fits: change.fits,
            text,
            base: self.proposal.base().map(|_| base),
            ours,
            ours_by: by(self.said_by.ours),
            theirs,
            theirs_by: by(self.said_by.theirs),
        }
    }

    fn made(self, step: &Step) -> String {
        keeping::made(&words::day(step.on, self.lang), &step.at.to_string(), &step.by)
    }

    /// What a version says at a place.
    fn at(self, entry: Option<&Entry>, at: Option<&FieldPath>, guide: &Guide) -> Vec<String> {
        let said = entry.zip(at).map(|(entry, at)| change::value(entry, at, guide, self.lang));
        said.filter(|said| !said.is_empty()).into_iter().collect()
    }

    /// All that a version of a piece says.
    fn whole(self, entry: Option<&Entry>, guide: &Guide) -> Vec<String> {
        entry.map(|entry| change::words(entry, guide, self.lang).facts).unwrap_or_default()
    }
}

/// Whether each field of a piece can be chosen apart.
fn is_apart(piece: &ProposedPiece) -> bool {
    piece.changes.iter().all(|change| matches!(change.of, ChangeOf::Field(_)))
}
