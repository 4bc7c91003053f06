//! A disk in memory that can refuse, and that a crash leaves as a real one may.

use std::{cell::RefCell, rc::Rc};

use wegwijzer::{
    file::journal::Tape,
    model::{Date, FileError, SaveFault, SystemFault},
};

/// What a disk does next instead of what it is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Appends so many thousandths of it, and refuses.
    Append(u16),
    /// Forces so many thousandths of what waits, and refuses.
    Sync(u16),
    /// Refuses to make the file shorter.
    Cut,
    /// Refuses to replace the file.
    Renew,
}

#[derive(Debug, Default)]
pub(crate) struct State {
    /// What a program reads.
    pub(crate) seen: Vec<u8>,
    /// What outlives a crash for sure, unless it is cut off or written over.
    pub(crate) forced: Vec<u8>,
    pub(crate) fault: Option<Fault>,
    pub(crate) copies: usize,
    pub(crate) is_removed: bool,
}

/// A tape in memory; its copies are the same tape.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory(pub(crate) Rc<RefCell<State>>);

fn part(of: usize, thousandths: u16) -> usize {
    of * usize::from(thousandths.min(1000)) / 1000
}

fn full() -> FileError {
    SaveFault::System(SystemFault::Full).into()
}

impl Memory {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let state = State { seen: bytes.to_vec(), forced: bytes.to_vec(), ..State::default() };
        Self(Rc::new(RefCell::new(state)))
    }

    pub(crate) fn fail(&self, fault: Fault) {
        self.0.borrow_mut().fault = Some(fault);
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.0.borrow().seen.clone()
    }

    /// What a crash leaves: all that was forced, and any part of what was not. A file that was made shorter may be as
    /// long as before, with new bytes over the old ones.
    pub(crate) fn crash(&self, thousandths: u16, forgets_cut: bool) -> Self {
        let state = self.0.borrow();
        let (seen, forced) = (&state.seen, &state.forced);
        let same = seen.iter().zip(forced).take_while(|(seen, forced)| seen == forced).count();
        let kept = same + part(seen.len() - same, thousandths);
        let mut left = seen[..kept].to_vec();
        if forgets_cut && forced.len() > kept {
            left.extend_from_slice(&forced[kept..]);
        }
        Self::of(&left)
    }

    fn takes(&self, is_meant: impl Fn(Fault) -> bool) -> Option<Fault> {
        let mut state = self.0.borrow_mut();
        let fault = state.fault.filter(|fault| is_meant(*fault))?;
        state.fault = None;
        Some(fault)
    }
}

impl Tape for Memory {
    fn read(&mut self) -> Result<Vec<u8>, FileError> {
        Ok(self.bytes())
    }

    fn append(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let fault = self.takes(|fault| matches!(fault, Fault::Append(_)));
        let mut state = self.0.borrow_mut();
        if let Some(Fault::Append(thousandths)) = fault {
            state.seen.extend_from_slice(&bytes[..part(bytes.len(), thousandths)]);
            Err(full())
        } else {
            state.seen.extend_from_slice(bytes);
            Ok(())
        }
    }

    fn sync(&mut self) -> Result<(), FileError> {
        let fault = self.takes(|fault| matches!(fault, Fault::Sync(_)));
        let mut state = self.0.borrow_mut();
        if let Some(Fault::Sync(thousandths)) = fault {
            let waits = state.seen.len().saturating_sub(state.forced.len());
            let kept = state.forced.len().min(state.seen.len()) + part(waits, thousandths);
            state.forced = state.seen[..kept].to_vec();
            return Err(full());
        }
        let seen = state.seen.clone();
        state.forced = seen;
        Ok(())
    }

    fn cut(&mut self, length: u64) -> Result<(), FileError> {
        if self.takes(|fault| fault == Fault::Cut).is_some() {
            return Err(full());
        }
        self.0.borrow_mut().seen.truncate(usize::try_from(length).unwrap());
        Ok(())
    }

    fn renew(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        if self.takes(|fault| fault == Fault::Renew).is_some() {
            return Err(full());
        }
        let mut state = self.0.borrow_mut();
        (state.seen, state.forced) = (bytes.to_vec(), bytes.to_vec());
        Ok(())
    }

    fn keep_copy(&mut self, _: Date) -> Result<(), FileError> {
        self.0.borrow_mut().copies += 1;
        Ok(())
    }

    fn remove(&mut self) -> Result<(), FileError> {
        self.0.borrow_mut().is_removed = true;
        Ok(())
    }
}
