//! What the first sheet leaves out so that it is one A4. Its letters never become smaller.

/// What does not fit is left out in this order, what matters least first: each leaves out what those before it do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thrift {
    /// Everything is told.
    Nothing,
    /// Of several sources of a step the first is named.
    OtherSources,
    /// What holds for everybody, whatever comes next.
    Advice,
    /// What the sources say of sharing data; its ground stays.
    Sharing,
    /// What else a reader must know, for which the card then points on.
    Notes,
    /// The sources of steps.
    Sources,
    /// Terms of answers that are no step, but not a last day.
    Terms,
    /// Of a step with several tasks all but the first ones.
    Tasks,
    /// What comes after the steps.
    Later,
}

impl Thrift {
    /// From most to least that is told.
    const ALL: [Self; 9] = [
        Self::Nothing,
        Self::OtherSources,
        Self::Advice,
        Self::Sharing,
        Self::Notes,
        Self::Sources,
        Self::Terms,
        Self::Tasks,
        Self::Later,
    ];
}

/// How much is told, and how much room there is to write in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Room {
    thrift: Thrift,
    /// How high a line to write on is, in points.
    pub(super) blank: f32,
}

/// How high a line to write on can be, in points.
const BLANKS: [f32; 4] = [26.0, 22.0, 19.0, 16.0];

impl Room {
    /// The most that fits. To tell comes before to write, as long as one can write. Where nothing fits, it is everything:
    /// then there are more pages.
    pub(super) fn fitting(fits: impl Fn(Self) -> bool) -> Self {
        let [_, roomy, .., least] = BLANKS;
        let thrift = Thrift::ALL.into_iter().find(|thrift| fits(Self { thrift: *thrift, blank: least }));
        let Some(thrift) = thrift else { return Self { thrift: Thrift::Nothing, blank: roomy } };
        let blank = BLANKS.into_iter().find(|blank| *blank <= least || fits(Self { thrift, blank: *blank }));
        Self { thrift, blank: blank.unwrap_or(least) }
    }

    /// Whether this is told.
    pub(super) fn has(self, what: Thrift) -> bool {
        self.thrift < what
    }
}
