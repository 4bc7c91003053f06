//! What is wrong with a guide, in words.

use super::{
    errors::{self, hint},
    words::told,
};
use crate::model::{FacetKind, Fault, FieldPath, Lang, PartyScope, Problem, RecordKind};

/// What is wrong, in one line.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let words = match lang {
        Lang::Nl => dutch(&problem.fault),
        Lang::En => english(&problem.fault),
    };
    // It quotes what a guide says, and a guide says anything.
    told(&words)
}

fn dutch(fault: &Fault) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::Nl);
    match fault {
        Fault::SameId { among, id } => format!("«{id}» staat twee keer in {}", among.id()),
        Fault::NoSuchRecord { kind: RecordKind::Facet, id, nearest } => {
            format!("onbekend facet «{id}»{}", hint(nearest))
        }
        Fault::NoSuchRecord { kind, id, nearest } => format!("«{id}» staat niet in {}{}", kind.list(), hint(nearest)),
        Fault::NoSuchRegion { name, nearest } => format!("«{name}» is geen veiligheidsregio{}", hint(nearest)),
        Fault::NoSuchGemeente(error) => errors::gemeente(error, Lang::Nl),
        Fault::NoSuchPhone { party, phone } => format!("«{phone}» is geen telefoonnummer van «{party}»"),
        Fault::NoSuchValue { facet, value, nearest } => {
            format!("facet «{facet}» heeft geen waarde «{value}»{}", hint(nearest))
        }
        Fault::NoSuchMember { facet, value } => format!("een groep noemt «{value}», dat geen waarde van «{facet}» is"),
        Fault::NoSuchGroup { facet, group } => format!("«{group}» is geen groep van «{facet}»"),
        Fault::WrongKind { facet, is: FacetKind::Many } => {
            format!("«{facet}» is een facet met veel waarden: schrijf HasAny of HasAll")
        }
        Fault::WrongKind { facet, is: FacetKind::One } => format!("«{facet}» is een facet met één waarde: schrijf Is"),
        Fault::FacetSize(error) => errors::index(error, Lang::Nl),
        Fault::TooComplex => errors::too_complex(Lang::Nl).to_owned(),
        Fault::NoSource => "dit feit noemt geen bron".to_owned(),
        Fault::NobodySaysSo => "geen van de bronnen zegt dat dit geldt".to_owned(),
        Fault::OnlyAnnounced => "de bronnen kondigen dit alleen aan".to_owned(),
        Fault::OutdatedContact(source) => format!("dit contact komt uit bron «{source}», die later is vervangen"),
        Fault::NoLocator(source) => format!("zeg waar het in bron «{source}» staat"),
        Fault::LongQuote { words, most } => format!("een citaat heeft hoogstens {most} woorden; dit heeft er {words}"),
        Fault::EndBeforeStart { from, until } => format!("het einde ({until}) ligt voor het begin ({from})"),
        Fault::AlertWithoutEnd(text) => format!("een tijdelijke melding heeft een einde: «{text}»"),
        Fault::VerifiedInFuture(day) => format!("nagegaan op {day}, maar die dag moet nog komen"),
        Fault::NobodyMeets => "aan deze voorwaarde kan niemand voldoen".to_owned(),
        Fault::NobodyLeft => errors::nobody_left(Lang::Nl).to_owned(),
        Fault::NeverAnswers { party, scope } => {
            let reason = match scope {
                PartyScope::HeleKeten => "heeft een rol over de hele keten heen",
                PartyScope::AlleenGenoemd => "wordt alleen genoemd",
                PartyScope::Uitvoerend => "voert uit",
            };
            format!("«{party}» {reason} en is nooit het antwoord")
        }
        Fault::NoSharingGround => {
            "zeg in woorden op welke grond gegevens gedeeld mogen worden, of dat geen bron het zegt".to_owned()
        }
        Fault::GapOverlapsAnswer(responsibility) => {
            format!("hier zou niemand verantwoordelijk zijn, maar «{responsibility}» geldt voor dezelfde personen")
        }
        Fault::NeverSaid(phrase) => format!("«{phrase}» staat nooit in een gids"),
        Fault::Address(address) => format!("«{address}» lijkt een adres"),
        Fault::Town(town) => format!("«{town}» kan zeggen waar een opvang is"),
        Fault::MobileNumber(number) => format!("«{number}» is een mobiel nummer, en dus van een persoon"),
        Fault::EmptyText => "hier staat niets".to_owned(),
        Fault::UnseenSign(sign) => {
            format!("hier staat een onzichtbaar teken (U+{:04X}): haal het weg", u32::from(*sign))
        }
        Fault::TwiceInList(text) => format!("«{text}» staat hier twee keer"),
        Fault::NoTime => "een termijn van 0 zegt niets: noem hoeveel, of laat de termijn weg".to_owned(),
        Fault::PartOfItself => "deze partij is een deel van zichzelf, zelf of langs andere partijen".to_owned(),
        Fault::GapNotHeldAgainstAnswers => {
            "niet nagegaan of hier toch iemand verantwoordelijk is, en bij de gaten hierna ook niet: te veel rekenwerk"
                .to_owned()
        }
        Fault::UnusedSource => "op deze bron rust geen feit in de gids".to_owned(),
        Fault::PartyWithoutTask => {
            "deze partij heeft geen taak; markeer haar als alleen genoemd of geef haar taak".to_owned()
        }
        Fault::SpineWithoutParty(role) => {
            format!("op de hoofdlijn staat hier niemand: geen partij heeft hier als hoofdpartij de rol «{}»", role.id())
        }
        Fault::LongSentence { words, most } => format!("een zin van {words} woorden; houd het bij {most}"),
        Fault::Unresolved { about, fields } if fields.is_empty() => {
            format!("bij het samenvoegen had maar één kant «{about}»: houd het of haal het weg")
        }
        Fault::Unresolved { about, fields } => {
            format!("bij het samenvoegen zijn er twee versies van «{about}» ({}): kies", places(fields))
        }
    }
}

fn english(fault: &Fault) -> String {
    let hint = |nearest: &Option<String>| hint(nearest.as_deref(), Lang::En);
    match fault {
        Fault::SameId { among, id } => format!("«{id}» stands twice in {}", among.id()),
        Fault::NoSuchRecord { kind: RecordKind::Facet, id, nearest } => {
            format!("unknown facet «{id}»{}", hint(nearest))
        }
        Fault::NoSuchRecord { kind, id, nearest } => format!("«{id}» is not in {}{}", kind.list(), hint(nearest)),
        Fault::NoSuchRegion { name, nearest } => format!("«{name}» is not a veiligheidsregio{}", hint(nearest)),
        Fault::NoSuchGemeente(error) => errors::gemeente(error, Lang::En),
        Fault::NoSuchPhone { party, phone } => format!("«{phone}» is not a telephone number of «{party}»"),
        Fault::NoSuchValue { facet, value, nearest } => {
            format!("facet «{facet}» has no value «{value}»{}", hint(nearest))
        }
        Fault::NoSuchMember { facet, value } => format!("a group names «{value}», which is not a value of «{facet}»"),
        Fault::NoSuchGroup { facet, group } => format!("«{group}» is not a group of «{facet}»"),
        Fault::WrongKind { facet, is: FacetKind::Many } => {
            format!("«{facet}» is a facet with many values: write HasAny or HasAll")
        }
        Fault::WrongKind { facet, is: FacetKind::One } => format!("«{facet}» is a facet with one value: write Is"),
        Fault::FacetSize(error) => errors::index(error, Lang::En),
        Fault::TooComplex => errors::too_complex(Lang::En).to_owned(),
        Fault::NoSource => "this fact names no source".to_owned(),
        Fault::NobodySaysSo => "none of the sources says that this holds".to_owned(),
        Fault::OnlyAnnounced => "the sources only announce this".to_owned(),
        Fault::OutdatedContact(source) => {
            format!("this contact comes from source «{source}», which was replaced later")
        }
        Fault::NoLocator(source) => format!("say where in source «{source}» it stands"),
        Fault::LongQuote { words, most } => format!("a quote has at most {most} words; this one has {words}"),
        Fault::EndBeforeStart { from, until } => format!("the end ({until}) lies before the start ({from})"),
        Fault::AlertWithoutEnd(text) => format!("a temporary alert has an end: «{text}»"),
        Fault::VerifiedInFuture(day) => format!("verified on {day}, but that day is still to come"),
        Fault::NobodyMeets => "nobody can meet this condition".to_owned(),
        Fault::NobodyLeft => errors::nobody_left(Lang::En).to_owned(),
        Fault::NeverAnswers { party, scope } => {
            let reason = match scope {
                PartyScope::HeleKeten => "has a role over the whole chain",
                PartyScope::AlleenGenoemd => "is only mentioned",
                PartyScope::Uitvoerend => "executes",
            };
            format!("«{party}» {reason} and is never the answer")
        }
        Fault::NoSharingGround => {
            "say in words on which ground data may be shared, or that no source says so".to_owned()
        }
        Fault::GapOverlapsAnswer(responsibility) => {
            format!("nobody would be responsible here, but «{responsibility}» holds for the same persons")
        }
        Fault::NeverSaid(phrase) => format!("«{phrase}» never stands in a guide"),
        Fault::Address(address) => format!("«{address}» looks like an address"),
        Fault::Town(town) => format!("«{town}» can give away where a shelter is"),
        Fault::MobileNumber(number) => format!("«{number}» is a mobile number, and so a person's own"),
        Fault::EmptyText => "there are no words here".to_owned(),
        Fault::UnseenSign(sign) => format!("an unseen sign stands here (U+{:04X}): take it out", u32::from(*sign)),
        Fault::TwiceInList(text) => format!("«{text}» stands here twice"),
        Fault::NoTime => "a term of 0 says nothing: say how long, or leave the term out".to_owned(),
        Fault::PartOfItself => "this party is a part of itself, directly or by way of other parties".to_owned(),
        Fault::GapNotHeldAgainstAnswers => {
            "not checked whether somebody is responsible here after all, nor at the gaps after it: too much work"
                .to_owned()
        }
        Fault::UnusedSource => "no fact of the guide rests on this source".to_owned(),
        Fault::PartyWithoutTask => "this party has no task; mark it as only mentioned or give it a task".to_owned(),
        Fault::SpineWithoutParty(role) => {
            format!(
                "nobody stands here on the main line: no party has the role «{}» here as the primary one",
                role.id()
            )
        }
        Fault::LongSentence { words, most } => format!("a sentence of {words} words; keep it to {most}"),
        Fault::Unresolved { about, fields } if fields.is_empty() => {
            format!("in a merge only one side had «{about}»: keep it or take it out")
        }
        Fault::Unresolved { about, fields } => {
            format!("two versions of «{about}» differ after a merge ({}): choose", places(fields))
        }
    }
}

fn places(fields: &[FieldPath]) -> String {
    let fields: Vec<String> = fields.iter().map(ToString::to_string).collect();
    fields.join(", ")
}
