//! What is wrong with a guide, in words.

use super::{
    errors::{self, hint},
    words::{self, told},
};
use crate::model::{
    FacetId, FacetKind, Fault, FieldPath, Lang, LookupError, PartyScope, PersonalData, Problem, RecordKind,
    ScenarioError,
};

/// What is wrong, in one line.
pub fn problem(problem: &Problem, lang: Lang) -> String {
    let words = match lang {
        Lang::Nl => dutch(&problem.fault),
        Lang::En => english(&problem.fault),
    };
    // It quotes what a guide says, and a guide says anything.
    told(&words)
}

#[expect(clippy::too_many_lines, reason = "a line for each fault")]
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
        Fault::NoSuchStep { step, nearest } => format!("deze casus heeft geen stap «{step}»{}", hint(nearest)),
        Fault::StepNotReached => "geen weg door de casus leidt naar deze stap".to_owned(),
        Fault::BranchWithoutWords => "zeg in woorden wat men hier kiest".to_owned(),
        Fault::CannotBeAsked(error) => {
            format!("wat hier bekend is, kan de gids niet beantwoorden: {}", unasked(error, Lang::Nl))
        }
        Fault::ExpectationFails { wanted, found } => {
            let found = found.map_or("-", |verdict| words::verdict(verdict, Lang::Nl));
            format!("verwacht «{}», gevonden «{found}»", words::scenario_outcome(*wanted, Lang::Nl))
        }
        Fault::CasesNotPlayed => {
            "deze casus is niet gespeeld, en de casussen hierna ook niet: te veel rekenwerk".to_owned()
        }
        Fault::MinutesDiffer { case, steps } => {
            format!("de casus duurt {case} minuten, de stappen samen {steps}")
        }
        Fault::NoteInSight(note) => format!("dit is voor de trainer, en de zaal leest het hier: «{note}»"),
        Fault::NoGuideSum(sum) => format!("«{sum}» is geen SHA-256 van een gids"),
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
        Fault::LongSentences { words, most } => {
            format!("de zinnen hebben gemiddeld {words} woorden; houd het bij {most}")
        }
        Fault::HardWord { word, instead } => {
            format!("«{word}» is een moeilijk woord; schrijf bijvoorbeeld «{instead}»")
        }
        Fault::PassiveTwice => "twee zinnen na elkaar met ‘wordt’ of ‘worden’: zeg wie het doet".to_owned(),
        Fault::LongWord(word) => format!("«{word}» is lang: splits het, gebruik een streepje of een ander woord"),
        Fault::LawName(law) => format!("«{law}» is een wet: zeg in de tekst wat geldt, en zet de wet bij de grondslag"),
        Fault::Spaces => "hier staan spaties te veel".to_owned(),
        Fault::JoinedInList(text) => format!("«{text}» is meer dan één woord om op te zoeken: zet elk apart"),
        Fault::PersonalData { kind, words } => format!("«{words}» lijkt {}: haal het weg", personal(*kind, Lang::Nl)),
        Fault::PersonalDataInCase { kind, words } => {
            format!("«{words}» lijkt {}; een casus is verzonnen en noemt niemand", personal(*kind, Lang::Nl))
        }
        Fault::PhoneForm(number) => format!("«{number}» kan geen telefoonnummer van deze soort zijn"),
        Fault::RealInTraining(written) => format!(
            "«{written}» kan echt bestaan: een oefengids noemt alleen nummers als 000-1234 en adressen op «.example»"
        ),
        Fault::Invented(written) => format!("«{written}» is verzonnen, en deze gids is geen oefengids"),
        Fault::PhoneSpelling { written, canonical } | Fault::AddressSpelling { written, canonical } => {
            format!("schrijf «{canonical}» en niet «{written}»")
        }
        Fault::AddressForm(address) => format!("«{address}» kan geen adres van deze soort zijn"),
        Fault::UnknownRule { rule, nearest } => format!("er is geen regel «{rule}»{}", hint(nearest)),
        Fault::ExceptionToNothing(record) => format!("deze uitzondering is voor «{record}», en dat is er niet"),
        Fault::ExceptionToError(rule) => format!("de regel «{}» kan niet uit: zij gaat over een fout", rule.id()),
        Fault::ExceptionWithoutReason => "zeg waarom deze regel hier niet hoeft te gelden".to_owned(),
        Fault::ExceptionOver(day) => format!("deze uitzondering gold tot en met {day}"),
        Fault::UnusedException => "deze uitzondering is niet nodig: het onderdeel houdt zich aan de regel".to_owned(),
        Fault::Unresolved { about, fields } if fields.is_empty() => {
            format!("bij het samenvoegen had maar één kant «{about}»: houd het of haal het weg")
        }
        Fault::Unresolved { about, fields } => {
            format!("bij het samenvoegen zijn er twee versies van «{about}» ({}): kies", places(fields))
        }
    }
}

#[expect(clippy::too_many_lines, reason = "a line for each fault")]
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
        Fault::NoSuchStep { step, nearest } => format!("this case has no step «{step}»{}", hint(nearest)),
        Fault::StepNotReached => "no way through the case leads to this step".to_owned(),
        Fault::BranchWithoutWords => "say in words what is chosen here".to_owned(),
        Fault::CannotBeAsked(error) => {
            format!("the guide cannot answer what is known here: {}", unasked(error, Lang::En))
        }
        Fault::ExpectationFails { wanted, found } => {
            let found = found.map_or("-", |verdict| words::verdict(verdict, Lang::En));
            format!("expected «{}», found «{found}»", words::scenario_outcome(*wanted, Lang::En))
        }
        Fault::CasesNotPlayed => "this case was not played, nor those after it: too much work".to_owned(),
        Fault::MinutesDiffer { case, steps } => format!("the case takes {case} minutes, the steps together {steps}"),
        Fault::NoteInSight(note) => format!("this is for the trainer, and the room reads it here: «{note}»"),
        Fault::NoGuideSum(sum) => format!("«{sum}» is not the SHA-256 of a guide"),
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
        Fault::LongSentences { words, most } => {
            format!("the sentences have {words} words on average; keep it to {most}")
        }
        Fault::HardWord { word, instead } => format!("«{word}» is a hard word; write for instance «{instead}»"),
        Fault::PassiveTwice => "two passive sentences after each other: say who acts".to_owned(),
        Fault::LongWord(word) => format!("«{word}» is long: split it, use a hyphen or another word"),
        Fault::LawName(law) => {
            format!("«{law}» is a law: say in the text what holds, and put the law with the legal basis")
        }
        Fault::Spaces => "there are too many spaces here".to_owned(),
        Fault::JoinedInList(text) => format!("«{text}» is more than one word to search by: put each apart"),
        Fault::PersonalData { kind, words } => {
            format!("«{words}» looks like {}: take it out", personal(*kind, Lang::En))
        }
        Fault::PersonalDataInCase { kind, words } => {
            format!("«{words}» looks like {}; a case is invented and names nobody", personal(*kind, Lang::En))
        }
        Fault::PhoneForm(number) => format!("«{number}» cannot be a telephone number of this kind"),
        Fault::RealInTraining(written) => format!(
            "«{written}» may exist: a training guide only has numbers such as 000-1234 and addresses on «.example»"
        ),
        Fault::Invented(written) => format!("«{written}» is invented, and this is no training guide"),
        Fault::PhoneSpelling { written, canonical } | Fault::AddressSpelling { written, canonical } => {
            format!("write «{canonical}», not «{written}»")
        }
        Fault::AddressForm(address) => format!("«{address}» cannot be an address of this kind"),
        Fault::UnknownRule { rule, nearest } => format!("there is no rule «{rule}»{}", hint(nearest)),
        Fault::ExceptionToNothing(record) => format!("this exception is for «{record}», which does not exist"),
        Fault::ExceptionToError(rule) => {
            format!("the rule «{}» cannot be switched off: it is about an error", rule.id())
        }
        Fault::ExceptionWithoutReason => "say why this rule need not hold here".to_owned(),
        Fault::ExceptionOver(day) => format!("this exception held until {day}"),
        Fault::UnusedException => "this exception is not needed: the record keeps the rule".to_owned(),
        Fault::Unresolved { about, fields } if fields.is_empty() => {
            format!("in a merge only one side had «{about}»: keep it or take it out")
        }
        Fault::Unresolved { about, fields } => {
            format!("two versions of «{about}» differ after a merge ({}): choose", places(fields))
        }
    }
}

/// Why what is known cannot be asked, by the names of the file.
fn unasked(error: &ScenarioError, lang: Lang) -> String {
    match error {
        ScenarioError::Profile(error) => errors::profile(error, lang),
        ScenarioError::Gemeente(error) => errors::gemeente(error, lang),
        ScenarioError::Lookup(LookupError::Contradictory { facets, rules: _ }) => {
            let facets: Vec<&str> = facets.iter().map(FacetId::as_str).collect();
            let clash = match lang {
                Lang::Nl => "dit kan niet samen",
                Lang::En => "this cannot go together",
            };
            format!("{clash}: {}", facets.join(", "))
        }
    }
}

fn personal(kind: PersonalData, lang: Lang) -> &'static str {
    let [nl, en] = match kind {
        PersonalData::Bsn => ["een burgerservicenummer", "a citizen service number"],
        PersonalData::VNumber => ["een V-nummer", "a V-number"],
        PersonalData::CaseNumber => ["een parketnummer", "a number of a criminal case"],
        PersonalData::BirthDate => ["een geboortedatum", "a date of birth"],
        PersonalData::AddressedName | PersonalData::NameInCase => ["de naam van een persoon", "the name of a person"],
        PersonalData::PersonalMail => ["het mailadres van een persoon", "the mail address of a person"],
        PersonalData::Iban => ["een rekeningnummer", "a bank account"],
    };
    match lang {
        Lang::Nl => nl,
        Lang::En => en,
    }
}

fn places(fields: &[FieldPath]) -> String {
    let fields: Vec<String> = fields.iter().map(ToString::to_string).collect();
    fields.join(", ")
}
