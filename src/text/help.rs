//! What the window explains of itself.

use super::texts;
use crate::model::Lang;

texts! {
    help: "Uitleg bij dit scherm", "Help with this screen";
    tour: "Rondleiding", "Tour";
}

/// The parts of the Wegwijzer view: a heading and what it says.
pub fn wegwijzer(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => &[
            (
                "Zeg wat u weet",
                "Links kiest u wat u weet van de persoon en de situatie. Wat u niet weet, laat u open. Het getal achter een \
                 antwoord is het aantal partijen dat dan overblijft.",
            ),
            (
                "Meer dan één antwoord",
                "Verschillende vragen gelden samen (en). Met Ctrl en een klik houdt u bij één vraag meer antwoorden open (of).",
            ),
            (
                "Lees wie er verantwoordelijk is",
                "In vier kolommen ziet u de fasen. Een dichte rand betekent: dit geldt. Een streepjesrand betekent: dit hangt \
                 nog van iets af. Een oranje vak is een gat, met wie u dan vraagt.",
            ),
            (
                "Beantwoord de volgende vraag",
                "De blauwe balk stelt de vraag die het meest beslist. U antwoordt met een cijfertoets.",
            ),
            (
                "Kies een antwoord",
                "Rechts leest u waarom u het ziet, de termijn, de grondslag, het contact en de bronnen.",
            ),
            (
                "Verantwoordelijk is niet hetzelfde als beschikbaar",
                "De gids zegt wie verantwoordelijk is, niet of er plek is. Er wordt niets over een persoon bewaard.",
            ),
        ],
        Lang::En => &[
            (
                "Say what you know",
                "On the left you choose what you know of the person and the situation. Leave open what you do not know. The \
                 number behind an answer is how many parties would remain.",
            ),
            (
                "More than one answer",
                "Different questions hold together (and). With Ctrl and a click you keep more answers to one question open (or).",
            ),
            (
                "Read who is responsible",
                "Four columns show the phases. A solid edge means: this applies. A dashed edge means: this still depends on \
                 something. An orange box is a gap, with whom to ask then.",
            ),
            ("Answer the next question", "The blue band asks what decides most. You answer with a digit."),
            (
                "Choose an answer",
                "On the right you read why you see it, the term, the legal basis, the contact and the sources.",
            ),
            (
                "Responsible is not the same as available",
                "The guide says who is responsible, not whether there is room. Nothing about a person is kept.",
            ),
        ],
    }
}

/// The keys, and what they do.
pub fn keys(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => &[
            ("1–9", "Antwoord op de volgende vraag"),
            ("0", "Weet ik niet: volgende vraag"),
            ("Ctrl K", "Zoeken"),
            ("Tab", "Naar het volgende onderdeel"),
            ("Enter", "Kiezen of openen"),
            ("Esc", "Sluiten"),
            ("F9", "Alles wissen"),
            ("Ctrl P", "Doorverwijskaart"),
            ("Ctrl O", "Een andere gids openen"),
            ("Ctrl + en Ctrl -", "Groter en kleiner"),
            ("F1", "Uitleg bij dit scherm"),
            ("Ctrl Q", "Het programma sluiten"),
        ],
        Lang::En => &[
            ("1–9", "Answer the next question"),
            ("0", "I don't know: next question"),
            ("Ctrl K", "Search"),
            ("Tab", "To the next part"),
            ("Enter", "Choose or open"),
            ("Esc", "Close"),
            ("F9", "Clear all"),
            ("Ctrl P", "Referral card"),
            ("Ctrl O", "Open another guide"),
            ("Ctrl + and Ctrl -", "Larger and smaller"),
            ("F1", "Help with this screen"),
            ("Ctrl Q", "Close the program"),
        ],
    }
}
