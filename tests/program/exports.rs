//! The table of what can be made: every kind of file in it is whole, says what it is, and is the same each time.

#![allow(clippy::unwrap_used, reason = "a helper of a test may fail it")]

use std::{collections::BTreeSet, path::Path, sync::Arc};

use wegwijzer::{
    export::{EXPORTS, ExportOptions, Request},
    file::{embedded_guide, embedded_regions},
    lookup::{Index, Profile, TermStarts},
    model::{Date, Lang},
    present::Asked,
};

const WOMAN: [&str; 3] =
    ["leeftijd=volwassen", "verblijf=derdeland-zonder-verblijfsrecht", "aanwijzing=geringste-aanwijzing"];

#[test]
fn every_kind_is_the_same_each_time_and_tells_nothing_of_the_person_unless_asked() {
    let index = Index::new(Arc::new(embedded_guide().unwrap())).unwrap();
    let regions = embedded_regions().unwrap();
    let today = Date::new(2026, 11, 22).unwrap();
    let profile = Profile::parse(index.guide(), WOMAN).unwrap();
    let outcome = index.look_up(&profile, today).unwrap();
    let asked = Asked { index: &index, profile: &profile, outcome: &outcome };
    let nobody = Profile::default();
    let everybody = index.look_up(&nobody, today).unwrap();
    for lang in [Lang::Nl, Lang::En] {
        let options = ExportOptions::default();
        let request = Request {
            asked,
            lang,
            today,
            options,
            regions: &regions,
            place: None,
            route: None,
            starts: &TermStarts::default(),
            order: &[],
            scenario: None,
            party: None,
        };
        for export in EXPORTS {
            for form in export.forms {
                let bytes = (form.render)(&request).unwrap();
                assert!(bytes.len() > 1_000, "{} as {} is empty", export.id, form.extension);
                assert_eq!(bytes, (form.render)(&request).unwrap(), "{} as {}", export.id, form.extension);
                let tells_the_age = String::from_utf8_lossy(&bytes).contains("18 of ouder");
                // All of a guide says of whom its tasks are; then nobody being asked about says the same.
                let of_nobody = Request { asked: Asked { profile: &nobody, outcome: &everybody, ..asked }, ..request };
                let is_of_nobody = tells_the_age && (form.render)(&of_nobody).unwrap() == bytes;
                assert!(!tells_the_age || is_of_nobody, "{} as {} tells the age", export.id, form.extension);
            }
        }
    }
}

#[test]
fn ids_differ_and_a_name_leads_to_a_form_whatever_its_capitals() {
    let ids: BTreeSet<&str> = EXPORTS.iter().map(|export| export.id).collect();
    assert_eq!(ids.len(), EXPORTS.len());
    for export in EXPORTS {
        assert!(!export.forms.is_empty(), "{} cannot be written down", export.id);
        for form in export.forms {
            for name in [format!("een.naam.{}", form.extension), format!("NAAM.{}", form.extension.to_uppercase())] {
                let found = export.form(Path::new(&name)).map(|form| form.extension);
                assert_eq!(found, Some(form.extension), "{name}");
            }
            let without = format!("naam{}", form.extension);
            assert!(export.form(Path::new(&without)).is_none(), "{without} has no extension");
        }
        assert!(export.form(Path::new("naam.exe")).is_none());
    }
}

#[test]
fn a_dialog_proposes_a_name_that_it_takes() {
    for export in EXPORTS {
        let Some(dialog) = &export.dialog else { continue };
        for lang in [Lang::Nl, Lang::En] {
            let name = (dialog.file_name)(lang);
            assert!(export.form(Path::new(name)).is_some(), "{name} is proposed for {}", export.id);
            for form in export.forms {
                let hint = (dialog.path_hint)(lang);
                assert!(hint.contains(&format!(".{}", form.extension)), "{hint} leaves out {}", form.extension);
            }
        }
        for switch in dialog.switches {
            let mut options = ExportOptions::default();
            *(switch.field)(&mut options) = true;
            assert_ne!(options, ExportOptions::default());
        }
    }
}
