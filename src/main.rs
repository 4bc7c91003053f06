use wegwijzer::model::Guide;
fn main() {
    // temporary: parse fragments and print what is in them
    let mut ok = true;
    for path in std::env::args().skip(1) {
        let text = std::fs::read_to_string(&path).unwrap();
        let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let mut de = match ron::Deserializer::from_str_with_options(&text, &options) {
            Ok(d) => d,
            Err(e) => {
                println!("{path}: {e}");
                ok = false;
                continue;
            }
        };
        match serde_path_to_error::deserialize::<_, Guide>(&mut de) {
            Ok(g) => println!(
                "{path}: ok sources {} facets {} parties {} responsibilities {} referrals {} gaps {} conflicts {} agreements {} scenarios {} glossary {}",
                g.sources.len(),
                g.facets.len(),
                g.parties.len(),
                g.responsibilities.len(),
                g.referrals.len(),
                g.gaps.len(),
                g.conflicts.len(),
                g.agreements.len(),
                g.scenarios.len(),
                g.glossary.len()
            ),
            Err(e) => {
                let p = e.path().to_string();
                println!("{path}: at {p}: {}", de.span_error(e.into_inner()));
                ok = false;
            }
        }
    }
    std::process::exit(i32::from(!ok));
}
