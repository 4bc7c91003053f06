//! One field of many records at once.

use serde_json::{Map, Value};

use super::{Edit, EditRefused, entries::get, tree};
use crate::model::{Entry, EntryKey, Field, FieldPath, Guide, RecordKey, walk::Step};

/// The edits that give these records the field that a piece has: a record of the same kind, or a draft of one. What
/// already is so stays out of them; a field that the piece leaves out is taken out.
///
/// The path leads through groups, such as `valid.until`, and not into lists.
///
/// # Errors
/// [`EditRefused`] for an id, for what is no field, and for a record that is not there or of another kind.
pub fn set_field(
    guide: &Guide,
    records: &[RecordKey],
    field: &FieldPath,
    from: &Entry,
) -> Result<Vec<Edit>, EditRefused> {
    let no_field = || EditRefused::NoField(field.clone());
    let names: Option<Vec<&str>> = field
        .steps()
        .iter()
        .map(|step| match step {
            Step::Field(Field::Id) | Step::At(_) => None,
            Step::Field(field) => Some((*field).into()),
        })
        .collect();
    let names = names.filter(|names| !names.is_empty()).ok_or_else(no_field)?;
    let value = names.iter().try_fold(&tree::tree(from), |value, name| value.get(*name)).cloned();
    let mut edits = Vec::new();
    for record in records {
        let key = EntryKey::Record(record.clone());
        let now = get(guide, &key).ok_or_else(|| EditRefused::NotThere(key.clone()))?;
        if std::mem::discriminant(&now) != std::mem::discriminant(from) {
            return Err(EditRefused::OtherKind(key));
        }
        let mut tree = tree::tree(&now);
        set(&mut tree, &names, value.as_ref()).ok_or_else(no_field)?;
        let new = tree::entry(tree, &now).ok_or_else(no_field)?;
        edits.extend((new != now).then_some(Edit::Replace(new)));
    }
    Ok(edits)
}

/// Puts a value at a place, or takes out what is there; `None` when nothing can stand there.
fn set(tree: &mut Value, names: &[&str], value: Option<&Value>) -> Option<()> {
    let fields = tree.as_object_mut()?;
    match (names, value) {
        ([name], Some(value)) => drop(fields.insert((*name).to_owned(), value.clone())),
        ([name], None) => drop(fields.remove(*name)),
        ([name, rest @ ..], Some(_)) => {
            // A group in which nothing is said is left out of a file.
            let group = fields.entry((*name).to_owned()).or_insert_with(|| Value::Object(Map::new()));
            set(group, rest, value)?;
        }
        ([name, rest @ ..], None) => {
            if let Some(group) = fields.get_mut(*name) {
                set(group, rest, None)?;
            }
        }
        ([], _) => return None,
    }
    Some(())
}
