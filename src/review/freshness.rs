//! How long ago somebody checked a task with its party.

use crate::model::{Date, Responsibility, months_after};

/// How long ago somebody checked it. How old its sources are is another matter, and never stands in for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Freshness {
    /// Nobody did yet.
    Never,
    /// A year or longer ago.
    Overdue,
    /// Ten months ago or longer: it is time to ask.
    DueSoon,
    /// Less than ten months ago.
    Fresh,
}

impl Freshness {
    /// All there are, what needs most first.
    pub const ALL: [Self; 4] = [Self::Never, Self::Overdue, Self::DueSoon, Self::Fresh];

    /// After so many months it is time to ask again.
    const DUE_SOON: u8 = 10;
    /// After so many months it is too late.
    const OVERDUE: u8 = 12;

    /// Of a task on a day; `None` of one that is over by then, which nobody has to check any more.
    pub fn of(task: &Responsibility, today: Date) -> Option<Self> {
        let is_over = task.valid.until.is_some_and(|until| until.last_day() < today);
        (!is_over).then(|| Self::since(task.verified, today))
    }

    /// As the contract writes it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Never => "never",
            Self::Overdue => "overdue",
            Self::DueSoon => "due-soon",
            Self::Fresh => "fresh",
        }
    }

    /// The day by which what was checked on a day is to be checked again.
    pub fn due(verified: Date) -> Date {
        months_after(verified, Self::OVERDUE)
    }

    fn since(verified: Option<Date>, today: Date) -> Self {
        match verified {
            None => Self::Never,
            Some(day) if months_after(day, Self::OVERDUE) <= today => Self::Overdue,
            Some(day) if months_after(day, Self::DUE_SOON) <= today => Self::DueSoon,
            Some(_) => Self::Fresh,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn from_ten_months_it_is_time_to_ask_and_from_twelve_too_late() {
        let today = Date::new(2026, 11, 22).unwrap();
        let since = |year, month, day| Freshness::since(Date::new(year, month, day).ok(), today);
        assert_eq!(Freshness::since(None, today), Freshness::Never);
        assert_eq!(since(2025, 11, 22), Freshness::Overdue);
        assert_eq!(since(2025, 11, 23), Freshness::DueSoon);
        assert_eq!(since(2026, 1, 22), Freshness::DueSoon);
        assert_eq!(since(2026, 1, 23), Freshness::Fresh);
        // A day that is still to come is wrong, and said elsewhere.
        assert_eq!(since(2027, 1, 1), Freshness::Fresh);
    }
}
