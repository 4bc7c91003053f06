//! `export csv|xlsx|json|hsds` and `import`: what a coordinator does to a table comes into the guide, and nothing else.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use wegwijzer::file::{self, Logboek};

use super::run::{Ran, empty_dir, run, shipped_guide};

/// A folder with a guide and its tables.
struct Desk {
    dir: PathBuf,
}

impl Desk {
    fn new(name: &str) -> Self {
        let desk = Self { dir: empty_dir(name) };
        fs::write(desk.at("gids.ron"), shipped_guide()).unwrap();
        for form in ["csv", "xlsx"] {
            let out = desk.at(&format!("uit.{form}"));
            run(&["export", form, "--guide", &desk.path("gids.ron"), "--out", out.to_str().unwrap()]).fine();
        }
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.dir.join(name)
    }

    fn path(&self, name: &str) -> String {
        self.at(name).to_str().unwrap().to_owned()
    }

    fn table(&self) -> String {
        fs::read_to_string(self.at("uit.csv")).unwrap()
    }

    fn import(&self, table: impl AsRef<[u8]>, name: &str, more: &[&str]) -> Ran {
        fs::write(self.at(name), table).unwrap();
        let (table, guide, out) = (self.path(name), self.path("gids.ron"), self.path("na.ron"));
        let words = ["import", &table, "--guide", &guide, "--out", &out, "--format", "json"];
        run(&[&words[..], more].concat())
    }

    /// The lines in which the guide after differs from the one before: before, after.
    fn differs(&self) -> Vec<(String, String)> {
        let text = |name: &str| fs::read_to_string(self.at(name)).unwrap();
        let (before, after) = (text("gids.ron"), text("na.ron"));
        assert_eq!(before.lines().count(), after.lines().count());
        let lines = before.lines().zip(after.lines()).filter(|(before, after)| before != after);
        lines.map(|(before, after)| (before.trim().to_owned(), after.trim().to_owned())).collect()
    }
}

fn list(value: &Value, name: &str) -> Vec<String> {
    value[name].as_array().unwrap().iter().map(|item| item.as_str().unwrap().to_owned()).collect()
}

fn refused(ran: &Ran) -> Vec<(Option<u64>, Option<String>, String)> {
    assert_eq!(ran.exit, 1, "{}", ran.out);
    let refused = ran.value()["refused"].clone();
    let one = |refusal: &Value| {
        let column = refusal["column"].as_str().map(str::to_owned);
        (refusal["row"].as_u64(), column, refusal["text"].as_str().unwrap().to_owned())
    };
    refused.as_array().unwrap().iter().map(one).collect()
}

/// The number of the row that begins so, as a spreadsheet counts rows.
fn row_of(table: &str, begins: &str) -> (u64, String) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(table.as_bytes());
    let rows = reader.records().map(Result::unwrap);
    let found = (1..).zip(rows).find(|(_, row)| row.iter().collect::<Vec<_>>().join(",").starts_with(begins));
    let (number, row) = found.unwrap_or_else(|| panic!("no row {begins}"));
    (number, row.iter().collect::<Vec<_>>().join("|"))
}

#[test]
fn one_cell_that_changes_is_one_field_that_changes() {
    let desk = Desk::new("one-cell");
    let changed = desk.table().replacen("Aanspreekpunt binnen de gemeente.", "Vast aanspreekpunt in de gemeente.", 1);
    let said = desk.import(&changed, "in.csv", &[]).fine().value();
    assert_eq!(list(&said, "changed"), ["party/aandachtsfunctionaris"]);
    assert_eq!((list(&said, "added"), list(&said, "refused")), (vec![], vec![]));
    let [(_, after)] = desk.differs().try_into().unwrap();
    assert!(after.contains("Vast aanspreekpunt in de gemeente."), "{after}");
}

#[test]
fn looking_writes_nothing_and_a_second_time_changes_nothing() {
    let desk = Desk::new("looking");
    let changed = desk.table().replacen("Aanspreekpunt binnen de gemeente.", "Vast aanspreekpunt in de gemeente.", 1);
    let said = desk.import(&changed, "in.csv", &["--dry-run"]).fine().value();
    assert_eq!((list(&said, "changed").len(), &said["out"]), (1, &Value::Null));
    assert!(!desk.at("na.ron").exists());
    // Without --out it goes into the guide itself, and the log says where it came from.
    let (table, guide) = (desk.path("in.csv"), desk.path("gids.ron"));
    run(&["import", &table, "--guide", &guide]).fine();
    let log = fs::read_to_string(Logboek::beside(Path::new(&guide)).path()).unwrap();
    assert!(log.contains("in.csv"), "{log}");
    let after = fs::read_to_string(&guide).unwrap();
    let said = run(&["import", &table, "--guide", &guide]).fine().out;
    assert!(said.contains("De tabel verandert niets"), "{said}");
    assert_eq!(fs::read_to_string(&guide).unwrap(), after);
}

#[test]
fn what_other_programs_do_to_a_table_is_no_change() {
    let desk = Desk::new("other-programs");
    let table = desk.table();
    let plain = table.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(plain.as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let written = |delimiter: u8, always: bool| {
        let style = if always { csv::QuoteStyle::Always } else { csv::QuoteStyle::Necessary };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).quote_style(style).from_writer(Vec::new());
        for record in &records {
            writer.write_record(record).unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    let (semicolons, tabs) = (written(b';', true), written(b'\t', false));
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(semicolons.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (old, _, is_lossy) = encoding_rs::WINDOWS_1252.encode(&semicolons);
    assert!(!is_lossy, "the guide has no sign that an older spreadsheet cannot write");
    for (name, bytes) in [
        ("puntkomma.csv", semicolons.clone().into_bytes()),
        ("tab.csv", tabs.into_bytes()),
        ("utf16.csv", utf16),
        ("windows.csv", old.into_owned()),
        ("regels.csv", plain.replace("\r\n", "\n").into_bytes()),
    ] {
        let said = desk.import(bytes, name, &[]).fine().value();
        assert_eq!((list(&said, "added"), list(&said, "changed")), (vec![], vec![]), "{name}");
    }
    // A column less, one more, and all in another order.
    let header: Vec<&str> = records[0].iter().collect();
    let task = header.iter().position(|name| *name == "task").unwrap();
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    for (at, record) in records.iter().enumerate() {
        let mut cells: Vec<&str> =
            record.iter().enumerate().filter(|(at, _)| *at != task).map(|(_, cell)| cell).collect();
        cells.push(if at == 0 { "mijn opmerking" } else { "bellen" });
        cells.reverse();
        writer.write_record(cells).unwrap();
    }
    let said = desk.import(writer.into_inner().unwrap(), "kolommen.csv", &[]).fine().value();
    assert_eq!(list(&said, "changed"), Vec::<String>::new());
    assert_eq!(list(&said, "unknown_columns"), ["mijn opmerking"]);
}

#[test]
fn an_organisation_that_takes_over_comes_in_as_rows() {
    let desk = Desk::new("takes-over");
    let rows = "record;id;nr;kind;summary;name.nl;source;at;value;party;aspect;role;primary;task;who;valid.from\r\n\
        party;;;organisatie;Vangt mensen op.;;;;;;;;;;;\r\n\
        party;nieuwe-opvang;;organisatie;Vangt mensen op.;;;;;;;;;;;\r\n\
        party.names;nieuwe-opvang;1;;;Nieuwe Opvang;;;;;;;;;;\r\n\
        party.contacts;nieuwe-opvang;1;telefoon;;;p21;;030 123 45 67;;;;;;;\r\n\
        party.cites;nieuwe-opvang;1;;;;p21;Contact;;;;;;;;\r\n\
        responsibility;nieuwe-opvang-opvang;;;;;;;;nieuwe-opvang;opvang;voert_uit;ja;Vangt vrouwen op.;\"Is(\"\"geslacht\"\", [\"\"vrouw\"\"])\";1-1-2027\r\n\
        responsibility.cites;nieuwe-opvang-opvang;1;;;;p21;Opvang;;;;;;;;\r\n";
    let ran = desk.import(rows, "nieuw.csv", &[]);
    // The first row says nothing of which party it is.
    assert_eq!(
        refused(&ran).iter().map(|(row, column, _)| (*row, column.as_deref())).collect::<Vec<_>>(),
        [(Some(2), Some("id"))]
    );
    assert!(!desk.at("na.ron").exists(), "nothing is written when a row is refused");
    let rows: String =
        rows.split_inclusive("\r\n").enumerate().filter(|(at, _)| *at != 1).map(|(_, row)| row).collect();
    let said = desk.import(rows, "nieuw.csv", &[]).fine().value();
    assert_eq!(list(&said, "added"), ["party/nieuwe-opvang", "responsibility/nieuwe-opvang-opvang"]);
    let answer =
        run(&["lookup", "--guide", &desk.path("na.ron"), "--date", "2027-02-03", "--format", "json", "geslacht=vrouw"]);
    let text = answer.fine().out;
    assert!(text.contains("nieuwe-opvang-opvang") && text.contains("030 123 45 67"), "it answers");
}

#[test]
fn what_cannot_be_is_refused_with_its_row_and_column() {
    let desk = Desk::new("refused");
    let table = desk.table();
    let header: Vec<String> =
        table.trim_start_matches('\u{feff}').lines().next().unwrap().split(',').map(str::to_owned).collect();
    let of = |cells: &[(&str, &str)]| {
        let row: Vec<&str> = header
            .iter()
            .map(|name| cells.iter().find(|(own, _)| own == name).map_or("", |(_, typed)| *typed))
            .collect();
        format!("{}\r\n{}\r\n", header.join(","), row.join(","))
    };
    let comensha = [("record", "party"), ("id", "comensha")];
    let cosm = [("record", "responsibility"), ("id", "cosm-opvang")];
    for (cells, column, says) in [
        (vec![comensha[0], comensha[1], ("part_of", "gemente")], "part_of", "bedoelt u «gemeente»?"),
        (vec![comensha[0], comensha[1], ("kind", "bedrijf")], "kind", "organisatie, groep"),
        (vec![comensha[0], comensha[1], ("task", "Belt.")], "task", "heeft zo'n veld niet"),
        (vec![comensha[0], comensha[1], ("summary", "(leeg)")], "summary", "hier moet iets staan"),
        (vec![cosm[0], cosm[1], ("valid.from", "31-2-2027")], "valid.from", "JJJJ-MM-DD"),
        (vec![cosm[0], cosm[1], ("primary", "misschien")], "primary", "ja, nee"),
        (vec![cosm[0], cosm[1], ("who", "Is(leeftijd)")], "who", "niet te lezen"),
        (vec![cosm[0], cosm[1], ("party", "cosn")], "party", "bedoelt u «cosm»?"),
        (vec![("record", "partij"), comensha[1]], "record", "bedoelt u «party»?"),
        (vec![comensha[0], ("id", "Com Ensha")], "id", "geen id"),
        (vec![comensha[0], ("id", "heel-nieuw")], "", "heel-nieuw"),
        (vec![("record", "responsibility"), ("id", "heel-nieuw"), ("aspect", "opvang")], "party", "vul «party» in"),
        (vec![("record", "party.contacts"), ("id", "heel-nieuw"), ("nr", "1")], "id", "niet in de tabel"),
        (vec![("record", "party.contacts"), comensha[1], ("value", "06")], "", "source"),
    ] {
        let ran = desk.import(of(&cells), "fout.csv", &[]);
        let found = refused(&ran);
        let (row, at, text) = &found[0];
        assert!(text.contains(says), "{cells:?}: {text}");
        if !column.is_empty() {
            assert_eq!((*row, at.as_deref()), (Some(2), Some(column)), "{cells:?}: {text}");
        }
        assert!(!desk.at("na.ron").exists(), "{cells:?} writes nothing");
    }
    // A spreadsheet that made a number of a telephone number.
    let (row, cells) = row_of(table.trim_start_matches('\u{feff}'), "party.contacts,comensha,1,");
    let number = cells.split('|').nth(header.iter().position(|name| name == "value").unwrap()).unwrap().to_owned();
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let lost = digits.trim_start_matches('0');
    assert!(lost.len() < digits.len(), "{number}");
    let ran = desk.import(table.replace(&number, lost), "nul.csv", &[]);
    let found = refused(&ran);
    assert!(found.iter().any(|(at, _, text)| *at == Some(row) && text.contains(&number)), "{row}: {found:?}");
}

#[test]
fn what_is_no_table_is_refused_in_one_line() {
    let desk = Desk::new("no-table");
    for (name, bytes) in [
        ("leeg.csv", &b""[..]),
        ("ander.csv", b"naam,telefoon\r\nComensha,033\r\n"),
        ("gids.csv", b"(schema: 1)"),
        ("stuk.xlsx", b"PK\x03\x04 niets"),
        ("oud.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
        ("bytes.csv", &[0, 1, 2, 3]),
    ] {
        desk.import(bytes, name, &[]).refused_with(1, &[name]);
    }
    let missing = desk.path("er-niet.csv");
    run(&["import", &missing, "--guide", &desk.path("gids.ron")]).refused_with(1, &["er-niet.csv"]);
    run(&["import", &desk.path("uit.csv")]).refused_with(2, &["--guide"]);
}

#[test]
fn the_guide_as_json_is_the_guide() {
    let desk = Desk::new("as-json");
    let out = desk.path("gids.json");
    run(&["export", "json", "--guide", &desk.path("gids.ron"), "--out", &out]).fine();
    let read: wegwijzer::model::Guide = serde_json::from_slice(&fs::read(&out).unwrap()).unwrap();
    assert_eq!(read, file::read_guide(&shipped_guide()).unwrap());
}

#[test]
fn the_directory_elsewhere_gets_what_hsds_asks_for() {
    let desk = Desk::new("as-hsds");
    let out = desk.path("hsds.json");
    let made = || {
        run(&["export", "hsds", "--guide", &desk.path("gids.ron"), "--out", &out]).fine();
        serde_json::from_slice::<Value>(&fs::read(&out).unwrap()).unwrap()
    };
    let (list, again) = (made(), made());
    assert_eq!(list, again, "the ids stay the same");
    let guide = file::read_guide(&shipped_guide()).unwrap();
    let services = list["contents"].as_array().unwrap();
    assert_eq!(services.len(), guide.responsibilities.len());
    let is_uuid = |value: &Value| value.as_str().is_some_and(|id| id.len() == 36 && id.matches('-').count() == 4);
    for service in services {
        // What the schema of HSDS 3.0 requires of a service, its organisation, a telephone and a schedule.
        assert!(is_uuid(&service["id"]) && service["name"].is_string());
        assert!(["active", "inactive", "defunct"].contains(&service["status"].as_str().unwrap()));
        let organization = &service["organization"];
        assert!(is_uuid(&organization["id"]) && organization["name"].is_string());
        assert!(organization["description"].is_string());
        assert_eq!(organization["id"], service["organization_id"]);
        for phone in service["phones"].as_array().unwrap() {
            assert!(is_uuid(&phone["id"]) && phone["number"].is_string());
        }
        for schedule in service["schedules"].as_array().unwrap() {
            assert!(is_uuid(&schedule["id"]) && schedule["freq"] == "WEEKLY");
        }
        for attribute in service["attributes"].as_array().unwrap() {
            let term = &attribute["taxonomy_term"];
            assert!(is_uuid(&attribute["id"]) && is_uuid(&term["id"]) && term["description"].is_string());
        }
        assert!(service.get("locations").is_none(), "where a shelter is, nobody is told");
        let id = service["wegwijzer_id"].as_str().unwrap();
        let task = guide.responsibilities.iter().find(|task| task.id.as_str() == id).unwrap();
        // A day on which somebody checked it, and never one that was made up.
        assert_eq!(service.get("assured_date").is_some(), task.verified.is_some());
    }
}
