//! Cases in a file of their own.

use wegwijzer::{
    edit::Base,
    file::{is_bundle, is_cases, read_cases, read_guide, sum, write_cases, write_guide},
    model::{FileFault, FormFault},
    workshop::CaseFile,
};

use crate::{index, played};

fn made() -> CaseFile {
    let guide = index().guide();
    let base = Base { edition: guide.edition.clone(), sha256: sum(guide) };
    CaseFile::new("Werkplaats", base, played().cloned().collect())
}

#[test]
fn cases_go_out_and_come_back_the_same_and_say_on_which_guide_they_rest() {
    let cases = made();
    let text = write_cases(&cases);
    assert!(is_cases(&text) && !is_bundle(&text));
    let again: CaseFile = read_cases(&text).unwrap();
    assert_eq!(again, cases);
    assert_eq!(write_cases(&again), text);
    assert!(again.is_made_on(&sum(index().guide())) && !again.is_made_on("iets anders"));
    assert_eq!(again.over(index().guide()).scenarios.len(), cases.scenarios.len());
}

#[test]
fn a_guide_is_no_file_of_cases_and_the_other_way_round() {
    let refused = read_guide(&write_cases(&made())).unwrap_err();
    assert_eq!(refused.fault, FileFault::Form(FormFault::Cases));
    let refused = read_cases::<CaseFile>(&write_guide(index().guide())).unwrap_err();
    assert_eq!(refused.fault, FileFault::Form(FormFault::NoCases));
}
