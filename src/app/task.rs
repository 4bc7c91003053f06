//! Work in the background: started on a thread of its own, looked at in every frame, cancelled by dropping it.
//!
//! The only file that starts a thread: where there are none, as in a browser, it is the one to change.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, TryRecvError, channel},
    },
    task::Waker,
    thread,
    time::Duration,
};

/// Work in the background that ends with a `T`, and reports a `P` meanwhile. Dropping it cancels the work.
#[derive(Debug)]
pub struct Task<T, P = ()> {
    ended: Receiver<T>,
    shared: Arc<Shared<P>>,
}

/// How a task stands.
#[derive(Debug)]
#[must_use]
pub enum Poll<T, P = ()> {
    /// It still runs.
    Running(Task<T, P>),
    /// It ended with this.
    Done(T),
    /// It panicked, or could not be started.
    Failed,
}

/// The task as its work sees it.
#[derive(Debug)]
pub struct Work<P = ()> {
    shared: Arc<Shared<P>>,
    waker: Waker,
}

/// Nobody waits for the work any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

/// What the task and its work both hold.
#[derive(Debug)]
struct Shared<P> {
    progress: Mutex<P>,
    is_cancelled: AtomicBool,
}

impl<T: Send + 'static> Task<T> {
    /// Starts work that reports no progress. It wakes whoever polls when it ends, however it ends.
    pub fn start(waker: Waker, work: impl FnOnce(&Work) -> Result<T, Cancelled> + Send + 'static) -> Self {
        Self::reporting((), waker, work)
    }
}

impl<T: Send + 'static, P: Clone + Send + 'static> Task<T, P> {
    /// Starts work that reports how far it is, `start` to begin with. It also wakes whoever polls at each report.
    pub fn reporting(
        start: P,
        waker: Waker,
        work: impl FnOnce(&Work<P>) -> Result<T, Cancelled> + Send + 'static,
    ) -> Self {
        let shared = Arc::new(Shared { progress: Mutex::new(start), is_cancelled: AtomicBool::new(false) });
        let (sender, ended) = channel();
        let end = End { sender, wakes: WakesAtEnd(waker.clone()) };
        let own = Work { shared: Arc::clone(&shared), waker };
        let run = move || {
            // All of it, to be dropped here also when the work panics.
            let end = end;
            if let Ok(value) = work(&own) {
                // A task that was dropped takes nothing any more.
                let _ = end.sender.send(value);
            }
        };
        // Without a thread `run` is dropped, and that is how a task fails.
        let _ = thread::Builder::new().spawn(run);
        Self { ended, shared }
    }
}

/// Waits in work in the background, where something else must end first.
pub(super) fn pause(time: Duration) {
    thread::sleep(time);
}

impl<T, P: Clone> Task<T, P> {
    /// How it stands now.
    pub fn poll(self) -> Poll<T, P> {
        match self.ended.try_recv() {
            Ok(value) => Poll::Done(value),
            Err(TryRecvError::Empty) => Poll::Running(self),
            Err(TryRecvError::Disconnected) => Poll::Failed,
        }
    }

    /// Waits for its end; `None` when it failed.
    pub fn wait(self) -> Option<T> {
        self.ended.recv().ok()
    }

    /// What it reported last.
    pub fn progress(&self) -> P {
        self.shared.progress.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl<T, P> Drop for Task<T, P> {
    fn drop(&mut self) {
        self.shared.is_cancelled.store(true, Ordering::Relaxed);
    }
}

impl<P> Work<P> {
    /// Reports how far it is.
    pub fn report(&self, progress: P) {
        *self.shared.progress.lock().unwrap_or_else(PoisonError::into_inner) = progress;
        self.waker.wake_by_ref();
    }

    /// Ends the work with `?` when nobody waits for it any more; to be asked before each long step.
    ///
    /// # Errors
    /// [`Cancelled`] once the task was dropped.
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }

    /// Whether the task was dropped, for a loop that must end by itself. It may be asked as often as one likes.
    pub fn is_cancelled(&self) -> bool {
        self.shared.is_cancelled.load(Ordering::Relaxed)
    }
}

/// The end of the work. Dropped in this order: who is woken must find that it ended.
struct End<T> {
    sender: Sender<T>,
    #[expect(dead_code, reason = "wakes when it is dropped")]
    wakes: WakesAtEnd,
}

struct WakesAtEnd(Waker);

impl Drop for WakesAtEnd {
    fn drop(&mut self) {
        self.0.wake_by_ref();
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::{task::Wake, time::Duration};

    use super::*;

    /// Long enough for any machine; only a test that fails waits for it.
    pub(in crate::app) const LONG: Duration = Duration::from_secs(30);

    /// A waker that puts a sign in a channel.
    struct Bell(Sender<()>);

    impl Wake for Bell {
        fn wake(self: Arc<Self>) {
            let _ = self.0.send(());
        }
    }

    pub(in crate::app) fn bell() -> (Waker, Receiver<()>) {
        let (sender, rings) = channel();
        (Waker::from(Arc::new(Bell(sender))), rings)
    }

    /// Work that panics, as a fault in the program would.
    pub(in crate::app) fn broken<T: Send + 'static, P: Clone + Send + 'static>(start: P, waker: Waker) -> Task<T, P> {
        Task::reporting(start, waker, |_| panic!("on purpose"))
    }

    #[test]
    fn who_polls_is_woken_and_finds_what_came_of_it() {
        let (waker, rings) = bell();
        let task = Task::start(waker, |_| Ok(7));
        rings.recv_timeout(LONG).unwrap();
        assert!(matches!(task.poll(), Poll::Done(7)));
    }

    #[test]
    fn a_panic_wakes_too_and_is_a_failure_at_once() {
        for _ in 0..100 {
            let (waker, rings) = bell();
            let task = broken::<(), ()>((), waker);
            rings.recv_timeout(LONG).unwrap();
            assert!(matches!(task.poll(), Poll::Failed));
        }
        assert_eq!(broken::<(), ()>((), Waker::noop().clone()).wait(), None);
    }

    #[test]
    fn progress_is_what_was_reported_last_and_each_report_wakes() {
        let (waker, rings) = bell();
        let (go_on, waits) = channel::<()>();
        let task = Task::reporting(0, waker, move |work| {
            work.report(1);
            let _ = waits.recv();
            Ok(())
        });
        rings.recv_timeout(LONG).unwrap();
        let Poll::Running(task) = task.poll() else { panic!("it waits") };
        assert_eq!(task.progress(), 1);
        drop(go_on);
        rings.recv_timeout(LONG).unwrap();
        assert!(matches!(task.poll(), Poll::Done(())));
    }

    #[test]
    fn dropping_it_cancels_without_waiting() {
        let (go_on, waits) = channel::<()>();
        let (told, tells) = channel();
        let task = Task::<()>::start(Waker::noop().clone(), move |work| {
            let _ = waits.recv_timeout(LONG);
            let _ = told.send(work.check());
            work.check()
        });
        drop(task);
        assert_eq!(tells.try_recv(), Err(TryRecvError::Empty), "the work still waits for this test");
        drop(go_on);
        assert_eq!(tells.recv_timeout(LONG).unwrap(), Err(Cancelled));
    }
}
