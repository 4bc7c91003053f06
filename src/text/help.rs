//! What the window explains of itself.

use super::texts;
use crate::model::Lang;

texts! {
    help: "Uitleg bij dit scherm", "Help with this screen";
    tour: "Rondleiding", "Tour";
    wegwijzer_purpose: "Wegwijzer: wie is verantwoordelijk", "Guide: who is responsible";
    keten_purpose: "Keten: het plaatje", "Chain: the picture";
    answers_question: "Antwoord op de volgende vraag", "Answer the next question";
    skips_question: "Weet ik niet: volgende vraag", "I don't know: next question";
    next_part: "Naar het volgende onderdeel", "To the next part";
    choose_or_open: "Kiezen of openen", "Choose or open";
    search: "Zoeken", "Search";
    quit: "Het programma sluiten", "Close the program";
    next_pane: "Naar het volgende deel van het venster", "Go to the next part of the window";
    whole_width: "De hele breedte", "The whole width";
    whole_chain: "De hoofdlijn", "The main line";
}

/// What is printed on a key, in either language.
pub mod key {
    /// Escape.
    pub const ESC: &str = "Esc";
    /// Tabulator.
    pub const TAB: &str = "Tab";
    /// Enter.
    pub const ENTER: &str = "Enter";
    /// To the beginning.
    pub const HOME: &str = "Home";
    /// To the end.
    pub const END: &str = "End";
    /// Undo.
    pub const CTRL_Z: &str = "Ctrl Z";
    /// Redo.
    pub const CTRL_Y: &str = "Ctrl Y";
    /// Save.
    pub const CTRL_S: &str = "Ctrl S";
    /// New.
    pub const CTRL_N: &str = "Ctrl N";
    /// Find.
    pub const CTRL_F: &str = "Ctrl F";
    /// To a field of the form.
    pub const CTRL_G: &str = "Ctrl G";
    /// To all that was done.
    pub const CTRL_H: &str = "Ctrl H";
    /// Choose all.
    pub const CTRL_A: &str = "Ctrl A";
    /// Move up or down.
    pub const ALT_UP_DOWN: &str = "Alt ↑ ↓";
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
                "De blauwe balk vraagt eerst wat niet kan wachten, en niets wat u niet kunt weten. U antwoordt met een \
                 cijfertoets. Kan er meer waar zijn, dan kiest u door tot verder.",
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
            (
                "Answer the next question",
                "The blue band asks first what cannot wait, and nothing that you cannot know. You answer with a digit. Where \
                 more can be true, you choose on until you go on.",
            ),
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

/// The parts of the Keten view: a heading and what it says.
pub fn keten(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => &[
            (
                "Eerst de hoofdlijn",
                "De dikke lijn gaat langs wie beslist en wie het doet, in de vier fasen. De rest staat per onderwerp achter \
                 een plus: kies die en zij gaat open. Boven elke fase staat het in één regel.",
            ),
            (
                "Dichterbij alles",
                "Kom dichterbij, of kies Alles voor deze persoon. Een partij staat waar zij vooral verantwoordelijk is; vet \
                 is haar hoofdplek. Tussen twee partijen staat één lijn. Ga verder weg en u ziet weer de hoofdlijn.",
            ),
            (
                "Voor de persoon die u voor u hebt",
                "Wat niet geldt, ziet u alleen in de hele keten, en vaag. Wat nog ergens van afhangt, heeft een \
                 streepjesrand. Een lege plek is oranje.",
            ),
            (
                "Kijk en kies",
                "Wijs een vak aan en u ziet zijn overdrachten. Kies het en u leest rechts de uitleg. Toon daarna één, twee \
                 of drie stappen rond uw keuze.",
            ),
            (
                "Bewegen",
                "Sleep of scrol. Met Ctrl en scrollen, of met + en -, komt u dichterbij. Home toont de hele breedte, End de hoofdlijn.",
            ),
            (
                "Met het toetsenbord",
                "Tab gaat langs de vakken in leesvolgorde; Enter opent wat gevouwen is. Pijl rechts volgt een overdracht, pijl links gaat terug, omhoog \
                 en omlaag blijven in de fase. Links staat dezelfde keten in woorden.",
            ),
            (
                "Zelf schikken",
                "Kies bij alles of de hele keten, onder Meer, Vakken verplaatsen. Sleep een vak omhoog of omlaag, of kies Alt en een pijl. Het blijft daar, ook na \
                 een nieuwe start, tot u alles terugzet.",
            ),
            (
                "Een overdracht toevoegen",
                "Kies onder Meer Overdracht tekenen, of O. Sleep van vak naar vak, of kies eerst wie overdraagt en dan aan \
                 wie. De rest vult u in bij Beheer. Zonder bron meldt de gids een probleem.",
            ),
        ],
        Lang::En => &[
            (
                "First the main line",
                "The thick line passes who decides and who does it, in the four phases. The rest stands behind a plus, per \
                 subject: choose it and it opens. Above each phase it stands in one line.",
            ),
            (
                "Nearer everything",
                "Come closer, or choose All for this person. A party stands where it is mainly responsible; its main place \
                 is bold. Between two parties there is one line. Go farther away and you see the main line again.",
            ),
            (
                "For the person in front of you",
                "What does not apply you see in the whole chain only, and faint. What still depends has a dashed edge. An \
                 empty place is orange.",
            ),
            (
                "Look and choose",
                "Point at a box and you see its hand-overs. Choose it and read the explanation on the right. Then show one, \
                 two or three steps around your choice.",
            ),
            (
                "Moving",
                "Drag or scroll. Ctrl and scrolling, or + and -, bring you closer. Home shows the whole width, End the main line.",
            ),
            (
                "By keyboard",
                "Tab goes along the boxes in reading order; Enter opens what is folded. Arrow right follows a hand-over, arrow left goes back, up and down \
                 stay in the phase. On the left is the same chain in words.",
            ),
            (
                "Arranging it yourself",
                "With all or the whole chain choose, under More, Move boxes. Drag a box up or down, or press Alt and an arrow. It stays there, after a new start too, \
                 until you put everything back.",
            ),
            (
                "Adding a hand-over",
                "Choose Draw a hand-over under More, or O. Drag from box to box, or choose first who hands over and then to \
                 whom. You fill in the rest in Keep. Without a source the guide tells a problem.",
            ),
        ],
    }
}

/// The parties.
pub fn parties(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => &[
            (
                "Kies een partij",
                "Links staan alle partijen; zoek op een naam of een oude naam. U ziet wat zij doet, per fase en voor wie, hoe u \
                 haar bereikt, van wie zij krijgt en aan wie zij overdraagt, en wat er eerder gold of later geldt.",
            ),
            (
                "Twee naast elkaar",
                "Kies bij Naast een tweede partij. Een taak opent de uitleg, een overdracht de andere partij. Op papier maakt er \
                 een PDF of tekst van.",
            ),
        ],
        Lang::En => &[
            (
                "Choose a party",
                "All parties stand at the left; look for a name or an old one. You see what it does, by phase and for whom, how \
                 to reach it, from whom it receives and to whom it hands over, and what held before or will hold later.",
            ),
            (
                "Two side by side",
                "Choose a second party at Beside. A task opens its explanation, a hand-over the other party. On paper makes a \
                 PDF or text of it.",
            ),
        ],
    }
}

/// What the help says of the workshop.
pub fn workshop(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Nl => &[
            (
                "Kies een casus en toon haar",
                "Links staan de casussen, alle verzonnen. Kies er een, lees de stappen en druk op F5. De zaal ziet één ding \
                 tegelijk: wat er gebeurt, wat we weten, wie er verantwoordelijk is. Uw notities ziet de zaal nooit.",
            ),
            (
                "Laat de zaal kiezen",
                "Antwoorden zijn verborgen tot iemand ze noemt: tik ze aan, op het scherm of in uw eigen venster. Met R toont u \
                 het volgende. Aan het eind ziet u samen wat genoemd is en wat niet.",
            ),
            (
                "Klopt er iets niet in de gids?",
                "Schrijf het op in één zin en kopieer het voor de beheerder. Schrijf nooit over een persoon of een deelnemer. \
                 Van de workshop wordt niets bewaard.",
            ),
        ],
        Lang::En => &[
            (
                "Choose a case and show it",
                "On the left are the cases, all invented. Choose one, read its steps and press F5. The room sees one thing at \
                 a time: what happens, what we know, who is responsible. The room never sees your notes.",
            ),
            (
                "Let the room choose",
                "Answers are hidden until somebody names them: tick them, on the screen or in your own window. R shows the \
                 next one. At the end you see together what was named and what was not.",
            ),
            (
                "Is something wrong in the guide?",
                "Write it down in one sentence and copy it for the coordinator. Never write about a person or a participant. \
                 Nothing of the workshop is stored.",
            ),
        ],
    }
}
