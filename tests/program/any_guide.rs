//! Guides at random: every field, every variant, any text.

use proptest::{
    collection::{btree_map, vec},
    option,
    prelude::*,
    sample::select,
};
use strum::IntoEnumIterator as _;
use wegwijzer::model::*;

fn id<K: 'static>() -> BoxedStrategy<Id<K>> {
    "[a-z0-9]{1,4}(-[a-z0-9]{1,3}){0,2}".prop_map(|text| Id::new(&text).unwrap()).boxed()
}

/// Plain words, words with everything that RON treats specially, and anything at all.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        4 => "[A-Za-zëïé’ ]{0,30}",
        1 => r#"["'\\(){}\[\]:,/* #\n\r\trb-]{0,12}"#,
        1 => any::<String>(),
    ]
    .boxed()
}

fn texts() -> BoxedStrategy<Vec<String>> {
    vec(text(), 0..3).boxed()
}

fn label() -> BoxedStrategy<Label> {
    (text(), option::of(text())).prop_map(|(nl, en)| Label { nl, en }).boxed()
}

fn day() -> BoxedStrategy<Date> {
    (1900..2100_i16, 1..=12_i8, 1..=28_i8).prop_map(|(year, month, day)| Date::new(year, month, day).unwrap()).boxed()
}

fn partial_date() -> BoxedStrategy<PartialDate> {
    prop_oneof![
        (0..=9999_i16).prop_map(PartialDate::Year),
        (0..=9999_i16, 1..=12_i8).prop_map(|(year, month)| PartialDate::Month(year, month)),
        day().prop_map(PartialDate::Day),
    ]
    .boxed()
}

fn validity() -> BoxedStrategy<Validity> {
    (option::of(partial_date()), option::of(partial_date()), option::of(text()))
        .prop_map(|(from, until, note)| Validity { from, until, note })
        .boxed()
}

fn citation() -> BoxedStrategy<Citation> {
    (id(), text(), select(Stance::iter().collect::<Vec<_>>()), option::of(text()), option::of(text()))
        .prop_map(|(source, at, stance, quote, fact)| Citation { source, at, stance, quote, fact })
        .boxed()
}

fn cites() -> BoxedStrategy<Vec<Citation>> {
    vec(citation(), 0..3).boxed()
}

fn condition() -> BoxedStrategy<Condition> {
    let values = || vec(id(), 0..9);
    let leaf = prop_oneof![
        Just(Condition::Always),
        (id(), values()).prop_map(|(facet, values)| Condition::Is(facet, values)),
        (id(), values()).prop_map(|(facet, values)| Condition::HasAny(facet, values)),
        (id(), values()).prop_map(|(facet, values)| Condition::HasAll(facet, values)),
    ];
    leaf.prop_recursive(5, 12, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Condition::All),
            vec(inner.clone(), 0..4).prop_map(Condition::Any),
            inner.prop_map(|part| Condition::Not(Box::new(part))),
        ]
    })
    .boxed()
}

fn basis() -> BoxedStrategy<Basis> {
    prop_oneof![cites().prop_map(Basis::Bron), text().prop_map(Basis::Aanname)].boxed()
}

fn source() -> BoxedStrategy<Source> {
    let certainty = select(vec![Certainty::Laag, Certainty::Midden, Certainty::Hoog]);
    (
        id(),
        text(),
        text(),
        (option::of(partial_date()), option::of(partial_date())),
        option::of(text()),
        option::of(text()),
        (certainty, any::<bool>()),
        option::of(text()),
    )
        .prop_map(|(id, title, publisher, (date, no_later_than), reference, url, (certainty, outdated), note)| Source {
            id,
            title,
            publisher,
            date,
            no_later_than,
            reference,
            url,
            certainty,
            outdated,
            note,
        })
        .boxed()
}

fn facet() -> BoxedStrategy<Facet> {
    let value = (id(), label(), option::of(label()), vec(hours(), 0..2))
        .prop_map(|(id, label, help, hours)| FacetValue { id, label, help, hours });
    let not_of = (condition(), basis()).prop_map(|(who, basis)| NotOf { who, basis });
    let urgency = select(Urgency::iter().collect::<Vec<_>>());
    let group = (id(), label(), vec(id(), 0..4)).prop_map(|(id, label, values)| Group { id, label, values });
    (
        (id(), select(vec![FacetKind::One, FacetKind::Many]), label(), label(), option::of(label()), id()),
        (urgency, option::of(label()), option::of(not_of)),
        (vec(id(), 0..2), vec(value, 0..4), vec(group, 0..3), vec(id(), 0..3)),
        option::of(condition()),
    )
        .prop_map(|((id, kind, label, question, help, section), asking, rest, until_told_unless)| {
            let (urgency, decides, not_of) = asking;
            let (until_told, values, groups, ask_first) = rest;
            Facet {
                id,
                kind,
                label,
                question,
                help,
                section,
                urgency,
                decides,
                not_of,
                until_told,
                until_told_unless,
                values,
                groups,
                ask_first,
            }
        })
        .boxed()
}

fn phase() -> BoxedStrategy<Phase> {
    let need = (condition(), basis()).prop_map(|(who, basis)| Need { who, basis });
    let roles = select(Role::iter().collect::<Vec<_>>());
    let mark = (roles, label(), option::of(label()));
    let mark = mark.prop_map(|(role, verb, together)| SpineMark { role, verb, together });
    let aspect = (id(), label(), option::of(need), timing(), any::<bool>(), vec(mark, 0..3))
        .prop_map(|(id, label, needed, timing, safety, spine)| Aspect { id, label, needed, timing, safety, spine });
    (id(), any::<char>(), label(), label(), vec(aspect, 0..3))
        .prop_map(|(id, letter, title, short, aspects)| Phase { id, letter, title, short, aspects: aspects.into() })
        .boxed()
}

fn timing() -> BoxedStrategy<Option<Timing>> {
    let when = select(When::iter().collect::<Vec<_>>());
    option::of((when, basis()).prop_map(|(when, basis)| Timing { when, basis })).boxed()
}

fn hours() -> BoxedStrategy<Hours> {
    let day = || select(Weekday::iter().collect::<Vec<_>>());
    let time = || (0_u16..=23, 0_u16..60).prop_map(|(hour, minute)| ClockTime::new(hour, minute).unwrap());
    (day(), day(), time(), time())
        .prop_map(|(from_day, until_day, from, until)| Hours { from_day, until_day, from, until })
        .boxed()
}

fn receives() -> BoxedStrategy<Option<Receives>> {
    option::of(select(vec![Receives::Slachtoffer, Receives::Signaal, Receives::Vraag])).boxed()
}

fn party() -> BoxedStrategy<Party> {
    let name = (label(), option::of(label()), validity(), cites()).prop_map(|(name, short, valid, cites)| PartyName {
        name,
        short,
        valid,
        cites,
    });
    let kind = select(vec![ContactKind::Telefoon, ContactKind::TelefoonBuitenland, ContactKind::Chat]);
    let hours = (option::of(text()), vec(hours(), 0..3));
    let contact = (kind, text(), hours, option::of(text()), id(), option::of(partial_date()), validity()).prop_map(
        |(kind, value, (hours, open), for_whom, source, date, valid)| Contact {
            kind,
            value,
            hours,
            open,
            for_whom,
            source,
            date,
            valid,
        },
    );
    let alert = (text(), validity(), cites()).prop_map(|(text, valid, cites)| Alert { text, valid, cites });
    let scope = select(vec![PartyScope::Uitvoerend, PartyScope::HeleKeten, PartyScope::AlleenGenoemd]);
    (
        (
            id(),
            select(vec![PartyKind::Organisatie, PartyKind::Groep]),
            scope,
            vec(name, 0..3),
            texts(),
            vec(id(), 0..3),
        ),
        (receives(), text(), vec(contact, 0..3), vec(alert, 0..2), option::of(text()), cites()),
    )
        .prop_map(|((id, kind, scope, names, aliases, part_of), (receives, summary, contacts, alerts, note, cites))| {
            Party { id, kind, scope, names, aliases, part_of, receives, summary, contacts, alerts, note, cites }
        })
        .boxed()
}

fn term() -> BoxedStrategy<Term> {
    let unit = select(vec![TermUnit::Uur, TermUnit::Dag, TermUnit::Week, TermUnit::Maand, TermUnit::Jaar]);
    let bound = select(vec![Bound::TenHoogste, Bound::TenMinste, Bound::InBeginsel, Bound::Binnen]);
    (text(), any::<u16>(), unit, bound, option::of(text()), option::of(citation()))
        .prop_map(|(text, count, unit, bound, starts, atw)| Term { text, count, unit, bound, starts, atw })
        .boxed()
}

fn responsibility() -> BoxedStrategy<Responsibility> {
    (
        (
            id(),
            id(),
            id(),
            select(Role::iter().collect::<Vec<_>>()),
            any::<bool>(),
            condition(),
            text(),
            texts(),
            texts(),
        ),
        (vec(term(), 0..3), receives(), texts(), validity(), texts(), cites()),
        (option::of(text()), timing(), option::of(day()), option::of(day()), option::of(day())),
    )
        .prop_map(
            |(
                (id, party, aspect, role, primary, who, task, provided, legal_basis),
                (terms, receives, area, valid, notes, cites),
                (phone, timing, verified, changed, imported),
            )| Responsibility {
                id,
                party,
                aspect,
                role,
                primary,
                timing,
                who,
                task,
                provided,
                legal_basis,
                terms,
                receives,
                phone,
                area,
                valid,
                notes,
                cites,
                verified,
                changed,
                imported,
            },
        )
        .boxed()
}

fn referral() -> BoxedStrategy<Referral> {
    let sharing =
        (select(SharingGround::iter().collect::<Vec<_>>()), text()).prop_map(|(ground, text)| Sharing { ground, text });
    (
        (id(), id(), option::of(id()), id(), option::of(id()), select(Act::iter().collect::<Vec<_>>()), condition()),
        (timing(), text(), texts(), sharing, vec(term(), 0..2), texts(), validity(), cites()),
    )
        .prop_map(
            |(
                (id, from, from_aspect, to, to_aspect, act, who),
                (timing, text, provided, sharing, terms, area, valid, cites),
            )| {
                Referral {
                    id,
                    from,
                    from_aspect,
                    to,
                    to_aspect,
                    act,
                    timing,
                    who,
                    text,
                    provided,
                    sharing,
                    terms,
                    area,
                    valid,
                    cites,
                }
            },
        )
        .boxed()
}

fn gap() -> BoxedStrategy<Gap> {
    (id(), id(), select(GapKind::iter().collect::<Vec<_>>()), condition(), text(), id(), validity(), cites())
        .prop_map(|(id, aspect, kind, who, text, ask, valid, cites)| Gap {
            short: (text.len() % 2 == 0).then(|| text.clone()),
            id,
            aspect,
            kind,
            who,
            text,
            ask,
            valid,
            cites,
        })
        .boxed()
}

fn conflict() -> BoxedStrategy<Conflict> {
    let side = (text(), cites()).prop_map(|(text, cites)| ConflictSide { text, cites });
    (id(), text(), vec(side, 0..3), text(), vec(id(), 0..3), vec(id(), 0..3))
        .prop_map(|(id, text, sides, shown, responsibilities, parties)| Conflict {
            id,
            text,
            sides,
            shown,
            responsibilities,
            parties,
        })
        .boxed()
}

fn agreement() -> BoxedStrategy<Agreement> {
    let state = prop_oneof![
        Just(AgreementState::Nodig),
        day().prop_map(AgreementState::Gemaakt),
        Just(AgreementState::Gezamenlijk)
    ];
    (id(), vec(id(), 0..3), state, text(), cites())
        .prop_map(|(id, between, state, text, cites)| Agreement { id, between, state, text, cites })
        .boxed()
}

fn given() -> impl Strategy<Value = Given> {
    btree_map(id(), vec(id(), 0..3), 0..3)
}

fn expectations() -> impl Strategy<Value = Vec<Expectation>> {
    let outcome = select(vec![
        ScenarioOutcome::Geldt,
        ScenarioOutcome::HangtAf,
        ScenarioOutcome::GeldtNiet,
        ScenarioOutcome::Gat,
        ScenarioOutcome::GeenGat,
    ]);
    let expectation = (id(), option::of(id()), option::of(select(Role::iter().collect::<Vec<_>>())), outcome)
        .prop_map(|(aspect, party, role, outcome)| Expectation { aspect, party, role, outcome });
    vec(expectation, 0..3)
}

fn show() -> impl Strategy<Value = Show> {
    prop_oneof![
        option::of(id()).prop_map(|aspect| Show::Answer { aspect }),
        (option::of(id()), option::of(any::<u16>())).prop_map(|(focus, depth)| Show::Chain { focus, depth }),
        given().prop_map(|other| Show::SideBySide { other }),
        option::of(day()).prop_map(|date| Show::BeforeAfter { date }),
        Just(Show::Story),
        (option::of(any::<u16>()), option::of(any::<u32>())).prop_map(|(count, seed)| Show::Quiz { count, seed }),
    ]
}

fn step() -> impl Strategy<Value = ScenarioStep> {
    let branch = (option::of(label()), option::of(id()), option::of(any::<u16>()))
        .prop_map(|(label, to, at_least)| Branch { label, to, at_least });
    let told = (id(), label(), option::of(label()), given(), vec(id(), 0..3), option::of(day()), option::of(text()));
    let seen = (show(), option::of(id()), vec(id(), 0..3), option::of(label()), texts(), option::of(any::<u16>()));
    (told, seen, expectations(), vec(branch, 0..3)).prop_map(
        |(
            (id, title, story, learn, forget, date, gemeente),
            (show, phase, asked, question, notes, minutes),
            expect,
            next,
        )| ScenarioStep {
            id,
            title,
            story,
            learn,
            forget,
            date,
            gemeente,
            show,
            phase,
            asked,
            question,
            notes,
            minutes,
            expect,
            next,
        },
    )
}

fn scenario() -> BoxedStrategy<Scenario> {
    let case = (id(), label(), text(), day(), given(), option::of(text()), expectations(), texts(), texts());
    let played = (vec(id(), 0..3), option::of(any::<u16>()), vec(step(), 0..3), option::of(text()));
    (case, played)
        .prop_map(
            |(
                (id, title, story, date, given, gemeente, expect, notes, questions),
                (audience, minutes, steps, frozen),
            )| Scenario {
                id,
                title,
                story,
                date,
                given,
                gemeente,
                expect,
                notes,
                questions,
                audience,
                minutes,
                steps,
                frozen,
            },
        )
        .boxed()
}

fn term_of_the_field() -> BoxedStrategy<GlossaryTerm> {
    (id(), label(), texts(), text(), vec(id(), 0..3), option::of((id(), id())), cites())
        .prop_map(|(id, term, synonyms, meaning, parties, facet, cites)| GlossaryTerm {
            id,
            term,
            synonyms,
            meaning,
            parties,
            facet,
            cites,
        })
        .boxed()
}

/// A version of any piece.
fn entry() -> BoxedStrategy<Entry> {
    let order = (select(Ordered::iter().collect::<Vec<_>>()), texts()).prop_map(|(of, ids)| Order { of, ids });
    let title = (text(), text(), any::<bool>(), option::of(release()), text(), vec(label(), 0..2));
    let title = title.prop_map(|(title, edition, training, release, name, limits)| Head {
        title,
        edition,
        training,
        release,
        owner: Owner { name, contact: None },
        limits,
        renamed: Vec::new(),
    });
    prop_oneof![
        title.prop_map(Entry::Head),
        source().prop_map(Entry::Source),
        facet().prop_map(|facet| Entry::Facet(Box::new(facet))),
        party().prop_map(|party| Entry::Party(Box::new(party))),
        responsibility().prop_map(|responsibility| Entry::Responsibility(Box::new(responsibility))),
        agreement().prop_map(Entry::Agreement),
        order.prop_map(Entry::Order),
    ]
    .boxed()
}

fn release() -> impl Strategy<Value = Release> {
    (day(), option::of(text()), texts(), text()).prop_map(|(date, since, changes, seal)| Release {
        date,
        since,
        changes,
        seal,
    })
}

fn unresolved() -> BoxedStrategy<Unresolved> {
    let fields = prop_oneof![Just("who"), Just("terms[0].text"), Just("label.en")];
    let fields = vec(fields.prop_map(|path| path.parse().unwrap()), 0..3);
    (id(), entry(), fields, option::of(entry()), any::<bool>(), option::of(text()), option::of(text()))
        .prop_map(|(id, base, fields, theirs, is_known, ours_by, theirs_by)| Unresolved {
            id,
            about: base.key(),
            fields,
            base: is_known.then_some(Box::new(base)),
            theirs: theirs.map(Box::new),
            ours_by,
            theirs_by,
        })
        .boxed()
}

fn exception() -> BoxedStrategy<Exception> {
    let record = select(RecordKind::iter().collect::<Vec<_>>());
    let record = (record, "[a-z0-9]{1,4}").prop_map(|(kind, id)| kind.key(&id).unwrap());
    (id(), text(), record, text(), text(), day(), day())
        .prop_map(|(id, rule, record, reason, by, on, until)| Exception { id, rule, record, reason, by, on, until })
        .boxed()
}

fn renamed() -> BoxedStrategy<Renamed> {
    let kind = select(RecordKind::iter().filter(|kind| *kind != RecordKind::Guide).collect::<Vec<_>>());
    (kind, "[a-z0-9]{1,4}", "[a-z0-9]{1,4}")
        .prop_map(|(kind, was, is)| Renamed { was: kind.key(&was).unwrap(), is: kind.key(&is).unwrap() })
        .boxed()
}

/// Any guide that the types can hold.
pub fn guide() -> impl Strategy<Value = Guide> {
    let owner = (text(), option::of(text())).prop_map(|(name, contact)| Owner { name, contact });
    let first = (id(), condition(), label(), option::of(label()), validity(), cites())
        .prop_map(|(id, who, text, certain, valid, cites)| FirstAdvice { id, who, text, certain, valid, cites });
    let section = (id(), label()).prop_map(|(id, label)| FacetSection { id, label });
    let impossible =
        (id(), condition(), label(), basis()).prop_map(|(id, when, text, basis)| Impossible { id, when, text, basis });
    let implication = (id(), condition(), condition(), label(), basis())
        .prop_map(|(id, when, then, text, basis)| Implication { id, when, then, text, basis });
    let suspicious =
        (id(), condition(), label(), basis()).prop_map(|(id, when, text, basis)| Suspicious { id, when, text, basis });
    (
        (
            text(),
            (text(), any::<bool>(), option::of(release())),
            owner,
            vec(label(), 0..2),
            vec(renamed(), 0..2),
            vec(first, 0..2),
            vec(source(), 0..3),
            vec(section, 0..2),
        ),
        (vec(facet(), 0..2), vec(impossible, 0..2), vec(implication, 0..2), vec(suspicious, 0..2), vec(phase(), 0..2)),
        (vec(party(), 0..3), vec(responsibility(), 0..3), vec(referral(), 0..3), vec(gap(), 0..3)),
        (
            vec(conflict(), 0..3),
            vec(agreement(), 0..3),
            vec(scenario(), 0..3),
            vec(term_of_the_field(), 0..3),
            vec(exception(), 0..2),
            vec(unresolved(), 0..2),
        ),
    )
        .prop_map(
            |(
                (title, (edition, training, release), owner, limits, renamed, first, sources, facet_sections),
                (facets, impossible, implications, suspicious, phases),
                (parties, responsibilities, referrals, gaps),
                (conflicts, agreements, scenarios, glossary, exceptions, unresolved),
            )| Guide {
                schema: SCHEMA,
                title,
                edition,
                training,
                release,
                owner,
                limits,
                renamed,
                first: first.into(),
                sources: sources.into(),
                facet_sections: facet_sections.into(),
                facets: facets.into(),
                impossible: impossible.into(),
                implications: implications.into(),
                suspicious: suspicious.into(),
                phases: phases.into(),
                parties: parties.into(),
                responsibilities: responsibilities.into(),
                referrals: referrals.into(),
                gaps: gaps.into(),
                conflicts: conflicts.into(),
                agreements: agreements.into(),
                scenarios: scenarios.into(),
                glossary: glossary.into(),
                exceptions: exceptions.into(),
                unresolved: unresolved.into(),
            },
        )
}
