//! Keeping a journal: entries in order, whole and on the disk.

use std::marker::PhantomData;

use super::{Contents, JournalEntry, JournalHead, Mark, Tape, line::Chain, tape::FileTape};
use crate::model::{Date, FileError, Now};

/// A journal that is being kept. Whoever keeps it holds it against other windows until it is dropped.
#[derive(Debug)]
pub struct Journal<T, D = FileTape> {
    tape: D,
    head: JournalHead,
    chain: Chain,
    /// So many bytes are whole and on the disk.
    whole: u64,
    /// How many entries are among them.
    entries: usize,
    /// Something may stand beyond them: an attempt failed.
    is_torn: bool,
    of: PhantomData<fn(T) -> T>,
}

impl<T: JournalEntry, D: Tape> Journal<T, D> {
    /// Begins a journal in the place of what is on the tape.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses; what is on the tape is then still there.
    pub fn begin(mut tape: D, head: JournalHead) -> Result<Self, FileError> {
        let mut chain = Chain::start();
        let line = chain.head::<T>(&head)?;
        tape.renew(line.as_bytes())?;
        let whole = line.len() as u64;
        Ok(Self { tape, head, chain, whole, entries: 0, is_torn: false, of: PhantomData })
    }

    /// Goes on with the journal on the tape, and gives what is in it. What is broken is taken out; a copy of all is
    /// kept among what was thrown away on this day.
    ///
    /// # Errors
    /// [`FileError`] when it is no journal or the disk refuses.
    pub fn resume(mut tape: D, today: Date) -> Result<(Self, Contents<T>), FileError> {
        let bytes = tape.read()?;
        let contents = Contents::<T>::read(&bytes)?;
        if contents.damage.is_some() {
            tape.keep_copy(today)?;
        }
        let Contents { head, chain, whole, entries, .. } = &contents;
        let is_torn = *whole < bytes.len() as u64;
        let (head, chain, whole, entries) = (head.clone(), chain.clone(), *whole, entries.len());
        Ok((Self { tape, head, chain, whole, entries, is_torn, of: PhantomData }, contents))
    }

    /// What it says of itself.
    pub fn head(&self) -> &JournalHead {
        &self.head
    }

    /// How many entries are on the disk.
    pub fn entries(&self) -> usize {
        self.entries
    }

    /// What it is written on.
    pub fn tape(&self) -> &D {
        &self.tape
    }

    /// Adds entries; when this returns they are on the disk.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: then none of them counts, and they can be added once more.
    pub fn append<'a>(&mut self, entries: impl IntoIterator<Item = &'a T>) -> Result<(), FileError>
    where
        T: 'a,
    {
        let (mut chain, mut lines, mut count) = (self.chain.clone(), String::new(), 0);
        for entry in entries {
            lines += &chain.entry(entry)?;
            count += 1;
        }
        if count > 0 {
            self.put(&lines, chain)?;
        }
        self.entries += count;
        Ok(())
    }

    /// Says that the document is about to be saved with bytes of this sum: should the program stop right after, its
    /// file tells whether the entries so far are in it.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    pub fn saving(&mut self, sum: &str) -> Result<(), FileError> {
        let mut chain = self.chain.clone();
        let line = chain.saving::<T>(sum)?;
        self.put(&line, chain)
    }

    /// Begins anew after the document was saved with bytes of this sum. What was done since [`Journal::saving`] said so
    /// stays in it. Without such a word all of it stays, and says what it said before.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: then the journal is as it was, and says the same.
    pub fn saved(&mut self, sum: &str, now: Now) -> Result<(), FileError> {
        let contents = self.contents()?;
        let Some(saved) = contents.marks.iter().rev().find(|mark| mark.sum == sum).map(|mark| mark.entries) else {
            return Ok(());
        };
        self.leave_out(saved, contents, sum, now)
    }

    /// The same, where the journal could not be told before that the document was about to be saved: the first so many
    /// entries are in it.
    ///
    /// # Errors
    /// As [`Journal::saved`].
    pub fn saved_first(&mut self, entries: usize, sum: &str, now: Now) -> Result<(), FileError> {
        let contents = self.contents()?;
        self.leave_out(entries, contents, sum, now)
    }

    fn contents(&mut self) -> Result<Contents<T>, FileError> {
        let mut bytes = self.tape.read()?;
        // What failed is tried again by who asked for it.
        bytes.truncate(usize::try_from(self.whole).unwrap_or(usize::MAX));
        Contents::read(&bytes)
    }

    fn leave_out(&mut self, saved: usize, contents: Contents<T>, sum: &str, now: Now) -> Result<(), FileError> {
        let Contents { entries, marks, .. } = contents;
        let later = marks.into_iter().filter(|mark| mark.sum != sum && mark.entries >= saved);
        let later: Vec<Mark> = later.map(|mark| Mark { entries: mark.entries - saved, ..mark }).collect();
        let since = entries.get(saved..).unwrap_or_default();
        self.renew(self.head.after_saving(sum.to_owned(), now), since, &later)
    }

    /// Takes everything out; a copy is kept among what was thrown away on this day.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: then the journal is as it was.
    pub fn throw_away(&mut self, today: Date) -> Result<(), FileError> {
        if self.entries > 0 {
            self.tape.keep_copy(today)?;
        }
        self.erase()
    }

    /// Takes everything out, without a copy.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses: then the journal is as it was.
    pub fn erase(&mut self) -> Result<(), FileError> {
        self.renew(self.head.clone(), &[], &[])
    }

    /// Ends it: takes its file away when nothing is in it. What is in it is found at the next start.
    ///
    /// # Errors
    /// [`FileError`] when the disk refuses.
    pub fn end(mut self) -> Result<(), FileError> {
        if self.entries == 0 { self.tape.remove() } else { Ok(()) }
    }

    fn renew(&mut self, head: JournalHead, entries: &[T], marks: &[Mark]) -> Result<(), FileError> {
        let mut chain = Chain::start();
        let mut lines = chain.head::<T>(&head)?;
        for at in 0..=entries.len() {
            for mark in marks.iter().filter(|mark| mark.entries == at) {
                lines += &chain.saving::<T>(&mark.sum)?;
            }
            if let Some(entry) = entries.get(at) {
                lines += &chain.entry(entry)?;
            }
        }
        self.tape.renew(lines.as_bytes())?;
        (self.head, self.chain, self.whole) = (head, chain, lines.len() as u64);
        (self.entries, self.is_torn) = (entries.len(), false);
        Ok(())
    }

    /// After a failure everything since the last success is written again: the system may have forgotten it.
    fn put(&mut self, lines: &str, chain: Chain) -> Result<(), FileError> {
        if self.is_torn {
            self.tape.cut(self.whole)?;
        }
        self.is_torn = true;
        self.tape.append(lines.as_bytes())?;
        self.tape.sync()?;
        self.is_torn = false;
        self.whole += lines.len() as u64;
        self.chain = chain;
        Ok(())
    }
}
