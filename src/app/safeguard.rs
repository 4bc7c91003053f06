//! What is done to a guide, on the disk within a moment: the window hands it over and never waits.
//!
//! It knows journals and nothing of the rest of the window. What it is told is done in the order of telling.
//!
//! To save a guide: [`Safeguard::saving`] with the sum of what will be in the file, wait for that beside the drawing
//! ([`Barrier::wait`]), save, add to the log beside the guide, and then [`Safeguard::saved`]. Wherever the program stops
//! meanwhile, the journal and the file tell together what is in the file and what is not.

use std::{
    collections::VecDeque,
    sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    task::Waker,
    time::Duration,
};

use super::task::{Cancelled, Task, Work};
use crate::{
    file::journal::{Journal, JournalEntry, Tape},
    model::{Date, FileError, FileFault, Now, SystemFault},
};

/// After so long a disk that refused is asked once more.
const RETRY: Duration = Duration::from_secs(2);

/// What is done to a guide, kept in a journal.
#[derive(Debug)]
pub struct Safeguard<T> {
    orders: Sender<Order<T>>,
    task: Task<(), Safety>,
    handed_over: u64,
    /// Nobody keeps the journal any more: that thread panicked, or could not be started.
    has_stopped: bool,
}

/// How safe it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Safety {
    /// So many entries of those that were handed over are on the disk, or in a document that was saved.
    pub safe: u64,
    /// Why the others are not, for as long as it is so: [`FileFault::NotSafeguarded`], and it is tried again; or
    /// [`FileFault::SafeguardStopped`].
    pub refused: Option<FileError>,
}

/// Something that is to be on the disk before something else is done.
#[derive(Debug)]
#[must_use]
pub struct Barrier(Receiver<Result<(), FileError>>);

/// What is asked of the journal, in order.
enum Order<T> {
    Entry(T),
    Saving(String),
    Saved(String, Now),
    ThrowAway(Date),
    Erase,
    /// Tells once all before it is done, or cannot be done now.
    Tell(Sender<Result<(), FileError>>),
    /// The same, and then no more.
    End(Sender<Result<(), FileError>>),
}

impl<T: JournalEntry + Send + 'static> Safeguard<T> {
    /// Starts keeping a journal: `open` begins one or goes on with one, and is asked again while it is refused, such as
    /// by another window that holds it. It wakes whoever asks for [`Safeguard::safety`] when that changes.
    pub fn start<D: Tape>(
        waker: Waker,
        open: impl FnMut() -> Result<Journal<T, D>, FileError> + Send + 'static,
    ) -> Self {
        let (orders, received) = channel();
        let task = Task::reporting(Safety::default(), waker, move |work| {
            Keeper::new(open).keep(&received, work);
            Ok::<(), Cancelled>(())
        });
        Self { orders, task, handed_over: 0, has_stopped: false }
    }

    /// Hands an entry over.
    pub fn keep(&mut self, entry: T) {
        self.handed_over += 1;
        self.order(Order::Entry(entry));
    }

    /// Says that the document is about to be saved, with bytes of this sum and everything in it that was handed over so
    /// far. Whoever saves waits for the barrier first, and saves also when that fails.
    pub fn saving(&mut self, sum: String) -> Barrier {
        self.order(Order::Saving(sum));
        self.barrier()
    }

    /// Says that the document was saved with bytes of this sum: the journal starts anew with what was handed over since
    /// [`Safeguard::saving`].
    pub fn saved(&mut self, sum: String, now: Now) {
        self.order(Order::Saved(sum, now));
    }

    /// Takes everything out of the journal; a copy is kept among what was thrown away.
    pub fn throw_away(&mut self, today: Date) {
        self.order(Order::ThrowAway(today));
    }

    /// Takes everything out of the journal, without a copy.
    pub fn erase(&mut self) {
        self.order(Order::Erase);
    }

    /// How safe it is now.
    pub fn safety(&self) -> Safety {
        let safety = self.task.progress();
        if self.has_stopped { Safety { refused: Some(FileFault::SafeguardStopped.into()), ..safety } } else { safety }
    }

    /// Whether all that was handed over is on the disk.
    pub fn is_all_safe(&self) -> bool {
        self.safety().safe == self.handed_over
    }

    /// Until all that was handed over so far is on the disk.
    pub fn barrier(&mut self) -> Barrier {
        let (tell, told) = channel();
        self.order(Order::Tell(tell));
        Barrier(told)
    }

    /// Waits until all is on the disk, for closing the window, and ends the journal: one with nothing in it goes.
    ///
    /// # Errors
    /// As [`Barrier::wait`]. What is in the journal is found at the next start.
    pub fn close(mut self, most: Duration) -> Result<(), FileError> {
        let (tell, told) = channel();
        self.order(Order::End(tell));
        Barrier(told).wait(most)
    }

    fn order(&mut self, order: Order<T>) {
        self.has_stopped |= self.orders.send(order).is_err();
    }
}

impl Barrier {
    /// Waits until it is so.
    ///
    /// # Errors
    /// [`FileFault::NotSafeguarded`] when the disk refuses or takes longer than `most`;
    /// [`FileFault::SafeguardStopped`] when nobody keeps the journal any more.
    pub fn wait(self, most: Duration) -> Result<(), FileError> {
        match self.0.recv_timeout(most) {
            Ok(done) => done,
            Err(RecvTimeoutError::Timeout) => {
                let slow = FileFault::Unreadable(SystemFault::NoAnswer);
                Err(FileFault::NotSafeguarded(Box::new(slow.into())).into())
            }
            Err(RecvTimeoutError::Disconnected) => Err(FileFault::SafeguardStopped.into()),
        }
    }
}

/// A document that was saved.
struct Renewal {
    sum: String,
    now: Now,
    /// How many of the entries in the journal are in it, where the journal does not say so itself.
    entries: Option<usize>,
}

/// Who keeps the journal, on a thread of its own.
struct Keeper<T, D, F> {
    open: F,
    journal: Option<Journal<T, D>>,
    /// What is not done yet, in order.
    waiting: VecDeque<Order<T>>,
    /// A document that was saved, while the journal could not start anew. It may wait: what the journal says is true.
    renewal: Option<Renewal>,
    told: Safety,
    /// What whoever asks for it finds now.
    reported: Safety,
    is_over: bool,
}

impl<T, D, F> Keeper<T, D, F>
where
    T: JournalEntry,
    D: Tape,
    F: FnMut() -> Result<Journal<T, D>, FileError>,
{
    fn new(open: F) -> Self {
        let (told, reported) = (Safety::default(), Safety::default());
        Self { open, journal: None, waiting: VecDeque::new(), renewal: None, told, reported, is_over: false }
    }

    fn keep(mut self, orders: &Receiver<Order<T>>, work: &Work<Safety>) {
        loop {
            self.work(work);
            if self.is_over {
                return;
            }
            let is_to_try = self.told.refused.is_some() || self.renewal.is_some();
            let most = if is_to_try { RETRY } else { Duration::MAX };
            match orders.recv_timeout(most) {
                Ok(order) => self.take(order),
                Err(RecvTimeoutError::Timeout) => {}
                // Whoever handed over is gone, and what could be done is done.
                Err(RecvTimeoutError::Disconnected) => return,
            }
            while let Ok(order) = orders.try_recv() {
                self.take(order);
            }
        }
    }

    fn take(&mut self, order: Order<T>) {
        let Order::Saved(sum, now) = order else {
            self.waiting.push_back(order);
            return;
        };
        let said = self.waiting.iter().position(|order| matches!(order, Order::Saving(saving) if *saving == sum));
        // What is in the document needs no journal any more.
        for order in self.waiting.drain(..said.map_or(0, |said| said + 1)) {
            match order {
                Order::Entry(_) => self.told.safe += 1,
                Order::Tell(tell) => drop(tell.send(Ok(()))),
                _ => {}
            }
        }
        let entries = said.map(|_| self.journal.as_ref().map_or(0, Journal::entries));
        self.renewal = Some(Renewal { sum, now, entries });
    }

    /// Does what waits, as far as the disk lets it, and reports when something is otherwise than before.
    fn work(&mut self, work: &Work<Safety>) {
        let refused = self.do_all(work).err().map(|why| FileError::from(FileFault::NotSafeguarded(Box::new(why))));
        if let Some(why) = &refused {
            self.waiting.retain(|order| {
                if let Order::Tell(tell) | Order::End(tell) = order {
                    // Nobody may wait for it any more.
                    let _ = tell.send(Err(why.clone()));
                }
                self.is_over |= matches!(order, Order::End(_));
                !matches!(order, Order::Tell(_))
            });
        }
        self.told.refused = refused;
        report(&self.told, &mut self.reported, work);
    }

    fn do_all(&mut self, work: &Work<Safety>) -> Result<(), FileError> {
        if self.journal.is_none() {
            self.journal = Some((self.open)()?);
        }
        let Some(journal) = &mut self.journal else { return Ok(()) };
        if let Some(Renewal { sum, now, entries }) = &self.renewal {
            let renewed = match entries {
                Some(entries) => journal.saved_first(*entries, sum, *now),
                None => journal.saved(sum, *now),
            };
            if renewed.is_ok() {
                self.renewal = None;
            }
        }
        while let Some(order) = self.waiting.front() {
            match order {
                Order::Entry(_) => {
                    let entries = self.waiting.iter().map_while(|order| match order {
                        Order::Entry(entry) => Some(entry),
                        _ => None,
                    });
                    let entries: Vec<&T> = entries.collect();
                    let count = entries.len();
                    journal.append(entries)?;
                    self.told.safe += count as u64;
                    // All at once: they were written at once.
                    self.waiting.drain(..count);
                    continue;
                }
                Order::Saving(sum) => journal.saving(sum)?,
                Order::ThrowAway(today) => journal.throw_away(*today)?,
                Order::Erase => journal.erase()?,
                Order::Tell(tell) => {
                    // Who hears of it and asks how safe it is, is not told of before.
                    self.told.refused = None;
                    report(&self.told, &mut self.reported, work);
                    let _ = tell.send(Ok(()));
                }
                Order::End(_) => break,
                // Done when it is taken.
                Order::Saved(..) => {}
            }
            self.waiting.pop_front();
        }
        self.end()
    }

    /// Ends the journal when that was asked.
    fn end(&mut self) -> Result<(), FileError> {
        let Some(Order::End(tell)) = self.waiting.front() else { return Ok(()) };
        self.journal.take().map_or(Ok(()), Journal::end)?;
        let _ = tell.send(Ok(()));
        self.is_over = true;
        Ok(())
    }
}

/// Reports how safe it is, when that is otherwise than was reported.
fn report(now: &Safety, reported: &mut Safety, work: &Work<Safety>) {
    if now != reported {
        reported.clone_from(now);
        work.report(now.clone());
    }
}
