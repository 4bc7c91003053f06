//! For whom something holds, as a table: situations made of rows. It is how a person edits a [`Condition`].

use super::{Condition, FacetId, ValueId};

/// A condition as a table: it holds in each of these situations. Without one it holds for nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situations(pub Vec<Situation>);

/// What comes together: all rows hold. Without one it is everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Situation {
    /// In the order in which they are told. A facet may have more than one.
    pub rows: Vec<Row>,
}

/// What is said of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The facet.
    pub facet: FacetId,
    /// Whether it says the opposite.
    pub is_not: bool,
    /// How the values belong together.
    pub mode: Mode,
    /// Values, and groups of them; without one nobody is meant, or with [`Mode::HasAll`] everybody.
    pub values: Vec<ValueId>,
}

/// How the values of a row belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mode {
    /// The facet (kind `one`) has one of them.
    One,
    /// At least one of them is true (kind `many`).
    HasAny,
    /// All of them are true (kind `many`).
    HasAll,
}

impl Situations {
    /// A condition that needs more is edited as text.
    pub const MOST: usize = 6;
    /// A condition that needs a situation with more rows is edited as text.
    pub const MOST_ROWS: usize = 40;

    /// The table of a condition, which means the same; `None` when it does not fit in a table.
    pub fn read(condition: &Condition) -> Option<Self> {
        alternatives(condition, false).map(Self)
    }

    /// The simplest condition that means this: what all situations say stands there once.
    pub fn condition(&self) -> Condition {
        let Some((first, others)) = self.0.split_first() else { return Condition::Any(Vec::new()) };
        let in_all = |row: &&Row| others.iter().all(|other| other.rows.contains(row));
        let common: Vec<&Row> = first.rows.iter().filter(in_all).collect();
        let rest = |situation: &Situation| -> Vec<Row> {
            situation.rows.iter().filter(|row| !common.contains(row)).cloned().collect()
        };
        // Two situations may differ only in what all of them say.
        let mut rests: Vec<Vec<Row>> = Vec::new();
        for rest in self.0.iter().map(rest) {
            if !rests.contains(&rest) {
                rests.push(rest);
            }
        }
        let mut parts: Vec<Condition> = common.iter().map(|row| row.condition()).collect();
        // A situation that says no more than all of them takes in the others.
        if !rests.iter().any(Vec::is_empty) {
            parts.push(match in_one_row(&rests) {
                Some(row) => row.condition(),
                None => {
                    Condition::Any(rests.iter().map(|rows| all(rows.iter().map(Row::condition).collect())).collect())
                }
            });
        }
        all(parts)
    }

    /// What to write: `original` as it stands when this is still its table, or else the simplest condition.
    pub fn write(&self, original: &Condition) -> Condition {
        if Self::read(original).as_ref() == Some(self) { original.clone() } else { self.condition() }
    }
}

impl Situation {
    /// The condition that means this.
    pub fn condition(&self) -> Condition {
        all(self.rows.iter().map(Row::condition).collect())
    }
}

impl Row {
    /// The condition that means this.
    pub fn condition(&self) -> Condition {
        let (facet, values) = (self.facet.clone(), self.values.clone());
        let says = match self.mode {
            Mode::One => Condition::Is(facet, values),
            Mode::HasAny => Condition::HasAny(facet, values),
            Mode::HasAll => Condition::HasAll(facet, values),
        };
        if self.is_not { Condition::Not(Box::new(says)) } else { says }
    }
}

/// The conjunction of these, without brackets that hold nothing or one thing.
fn all(mut parts: Vec<Condition>) -> Condition {
    match (parts.pop(), parts.is_empty()) {
        (None, _) => Condition::Always,
        (Some(only), true) => only,
        (Some(last), false) => {
            parts.push(last);
            Condition::All(parts)
        }
    }
}

/// One row that says what these single rows say as alternatives, when they differ only in their values.
fn in_one_row(rests: &[Vec<Row>]) -> Option<Row> {
    let rows: Vec<&Row> =
        rests.iter().map(|rows| if let [row] = rows.as_slice() { Some(row) } else { None }).collect::<Option<_>>()?;
    let first = *rows.first()?;
    let is_like =
        |row: &&Row| row.facet == first.facet && row.mode == first.mode && !row.is_not && row.mode != Mode::HasAll;
    if !rows.iter().all(is_like) {
        return None;
    }
    let mut values: Vec<ValueId> = Vec::new();
    for value in rows.iter().flat_map(|row| &row.values) {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    Some(Row { values, ..first.clone() })
}

/// The disjunctive normal form of a condition, or of its opposite; `None` when it is too long for a table.
fn alternatives(condition: &Condition, opposite: bool) -> Option<Vec<Situation>> {
    let row = |facet: &FacetId, values: &[ValueId], mode| {
        let row = Row { facet: facet.clone(), is_not: opposite, mode, values: values.to_vec() };
        Some(vec![Situation { rows: vec![row] }])
    };
    match (condition, opposite) {
        (Condition::Always, false) => Some(vec![Situation::default()]),
        (Condition::Always, true) => Some(Vec::new()),
        (Condition::Not(part), _) => alternatives(part, !opposite),
        (Condition::All(parts), false) | (Condition::Any(parts), true) => {
            let mut found = vec![Situation::default()];
            for part in parts {
                found = each_with_each(&found, &alternatives(part, opposite)?)?;
            }
            Some(found)
        }
        (Condition::Any(parts), false) | (Condition::All(parts), true) => {
            let mut found = Vec::new();
            for part in parts {
                for situation in alternatives(part, opposite)? {
                    add(&mut found, situation)?;
                }
            }
            Some(found)
        }
        (Condition::Is(facet, values), _) => row(facet, values, Mode::One),
        (Condition::HasAny(facet, values), _) => row(facet, values, Mode::HasAny),
        (Condition::HasAll(facet, values), _) => row(facet, values, Mode::HasAll),
    }
}

fn each_with_each(left: &[Situation], right: &[Situation]) -> Option<Vec<Situation>> {
    let mut found = Vec::new();
    for one in left {
        for other in right {
            let mut both = one.clone();
            for row in &other.rows {
                if !both.rows.contains(row) {
                    both.rows.push(row.clone());
                }
            }
            add(&mut found, both)?;
        }
    }
    Some(found)
}

/// Each situation once; `None` when that is too much.
fn add(found: &mut Vec<Situation>, situation: Situation) -> Option<()> {
    if !found.contains(&situation) {
        found.push(situation);
    }
    let fits = found.len() <= Situations::MOST
        && found.last().is_none_or(|situation| situation.rows.len() <= Situations::MOST_ROWS);
    fits.then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is(facet: &str, values: &[&str]) -> Condition {
        let values = values.iter().map(|value| ValueId::new(value).unwrap()).collect();
        Condition::Is(FacetId::new(facet).unwrap(), values)
    }

    fn not(part: Condition) -> Condition {
        Condition::Not(Box::new(part))
    }

    #[test]
    fn alternatives_inside_become_situations_and_come_back() {
        let condition = Condition::All(vec![
            is("leeftijd", &["18-plus"]),
            Condition::Any(vec![is("verblijf", &["eu"]), not(is("dublin", &["ja"]))]),
        ]);
        let table = Situations::read(&condition).unwrap();
        assert_eq!(table.0.iter().map(|situation| situation.rows.len()).collect::<Vec<_>>(), [2, 2]);
        assert_eq!(table.condition(), condition);
    }

    #[test]
    fn what_says_the_same_is_written_in_the_simplest_way() {
        let (a, b) = (is("leeftijd", &["a"]), is("leeftijd", &["b"]));
        let table = |condition| Situations::read(&condition).unwrap();
        assert_eq!(table(Condition::Any(vec![a.clone(), b])).condition(), is("leeftijd", &["a", "b"]));
        assert_eq!(table(not(not(a.clone()))).condition(), a);
        assert_eq!(table(Condition::All(vec![a.clone(), a.clone()])).condition(), a);
        assert_eq!(table(Condition::All(Vec::new())).condition(), Condition::Always);
        assert_eq!(table(not(Condition::Always)).condition(), Condition::Any(Vec::new()));
        let narrower = Condition::All(vec![a.clone(), is("dublin", &["ja"])]);
        assert_eq!(table(Condition::Any(vec![a.clone(), narrower])).condition(), a);
    }

    #[test]
    fn what_is_not_changed_is_not_written_anew() {
        let original = Condition::All(vec![Condition::All(vec![is("leeftijd", &["a"])]), is("dublin", &["ja"])]);
        let mut table = Situations::read(&original).unwrap();
        assert_eq!(table.write(&original), original);
        table.0[0].rows.pop();
        assert_eq!(table.write(&original), is("leeftijd", &["a"]));
    }

    #[test]
    fn what_needs_too_much_stays_text() {
        let parts = |from: usize, to: usize| {
            Condition::Any((from..to).map(|n| is(&format!("f{n}"), &["a"])).collect::<Vec<_>>())
        };
        assert!(Situations::read(&parts(0, 6)).is_some());
        assert_eq!(Situations::read(&parts(0, 7)), None);
        assert_eq!(Situations::read(&Condition::All(vec![parts(0, 3), parts(3, 6)])), None);
        let long = Condition::All((0..41).map(|n| is(&format!("f{n}"), &["a"])).collect());
        assert_eq!(Situations::read(&long), None);
    }
}
