//! Every widget in every state, and a page made of them.

use eframe::egui::{self, CentralPanel, Frame, Layout, Margin, Panel, Role, ScrollArea, Ui};
use strum::IntoEnumIterator as _;
use wegwijzer::ui::theme::{Icon, TextRole, ThemeKind, Tokens, UiExt as _, icon, size};
use wegwijzer::ui::widgets::{
    AnswerCard, Bearing, ChoiceMark, ChoiceRow, ChoiceState, GapCard, SearchField, card_header, chip, choice_group,
    emergency_badge, filled_button, icon_button, key_hint, lead_text, outline_button, phase_heading, question_band,
    section_label, tab_bar, tabular_number,
};

/// What has been done to the gallery.
#[derive(Debug, Default)]
pub(crate) struct Gallery {
    pub(crate) tab: usize,
    pub(crate) chosen: Option<&'static str>,
    pub(crate) checked: bool,
    pub(crate) card: Option<&'static str>,
    pub(crate) gap_clicks: u32,
    pub(crate) answer: Option<&'static str>,
    pub(crate) card_clicks: u32,
    pub(crate) query: String,
    pub(crate) menu_clicks: u32,
    pub(crate) chip_clicks: u32,
}

const TABS: [&str; 5] = ["Wegwijzer", "Keten", "Partijen", "Beheer", "Workshop"];

/// A page of the gallery as a program.
pub(crate) struct App {
    pub(crate) gallery: Gallery,
    draw: fn(&mut Ui, &mut Gallery),
}

impl App {
    pub(crate) fn new(cc: &eframe::CreationContext<'_>, kind: ThemeKind, draw: fn(&mut Ui, &mut Gallery)) -> Self {
        wegwijzer::ui::theme::apply(&cc.egui_ctx, kind);
        Self { gallery: Gallery::default(), draw }
    }
}

impl eframe::App for App {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        (self.draw)(ui, &mut self.gallery);
    }
}

/// A page like the one that is aimed for.
pub(crate) fn page(ui: &mut Ui, state: &mut Gallery) {
    let tokens = ui.tokens();
    let bar = |margin: i8| Frame::NONE.fill(tokens.surface).inner_margin(Margin::symmetric(margin, 0));
    Panel::top("title").frame(bar(16)).exact_size(size::BAR).show(ui, |ui| title_bar(ui, state));
    Panel::top("tabs").frame(bar(8)).exact_size(size::TAB_BAR).show(ui, |ui| {
        ui.horizontal_centered(|ui| {
            if let Some(tab) = tab_bar(ui, "Onderdelen", &TABS, state.tab) {
                state.tab = tab;
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(size::S);
                emergency_badge(ui, "Acuut gevaar: bel 112", "Acuut gevaar: bel 112");
            });
        });
    });
    Panel::bottom("route").frame(bar(16)).exact_size(size::BAR).show(ui, |ui| route_bar(ui, state));
    Panel::left("facets")
        .frame(Frame::NONE.fill(tokens.surface).inner_margin(Margin { left: 14, right: 2, top: 12, bottom: 0 }))
        .exact_size(size::FACETS_WIDTH)
        .resizable(false)
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| facets(ui, state));
        });
    Panel::right("drawer")
        .frame(Frame::NONE.fill(tokens.surface).inner_margin(Margin { left: 16, right: 8, top: 14, bottom: 0 }))
        .exact_size(size::DRAWER_WIDTH)
        .resizable(false)
        .show(ui, drawer);
    CentralPanel::default()
        .frame(Frame::NONE.fill(tokens.ground).inner_margin(Margin { left: 14, right: 14, top: 12, bottom: 0 }))
        .show(ui, |ui| answers(ui, state));
}

fn title_bar(ui: &mut Ui, state: &mut Gallery) {
    ui.horizontal_centered(|ui| {
        ui.label(TextRole::Title.rich("NVM-wegwijzer"));
        ui.label(TextRole::Small.rich("editie 2026-11").color(ui.tokens().ink_soft));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = size::S;
            if ui.add(icon_button(Icon::Menu, "Menu")).clicked() {
                state.menu_clicks += 1;
            }
            ui.add(outline_button("NL").neutral());
            ui.add(outline_button("22 november 2026").neutral().icon(Icon::Calendar).trailing(Icon::ChevronDown));
            SearchField::new("Zoek partij, regeling of woord").key("Ctrl K").width(430.0).show(ui, &mut state.query);
        });
    });
}

fn route_bar(ui: &mut Ui, state: &mut Gallery) {
    ui.horizontal_centered(|ui| {
        ui.label(TextRole::Body.rich("Ik werk bij").color(ui.tokens().ink_soft));
        ui.add(outline_button("gemeente").neutral().trailing(Icon::ChevronDown));
        for (act, party) in [("signaleert aan", "politie"), ("meldt aan", "CoMensha"), ("plaatst bij", "COSM")] {
            icon(ui, Icon::ArrowRight, size::ICON, ui.tokens().ink_soft);
            ui.label(TextRole::Small.rich(act).color(ui.tokens().ink_soft));
            if ui.add(chip(party).round().button(party)).clicked() {
                state.chip_clicks += 1;
            }
        }
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add(filled_button("Doorverwijskaart").icon(Icon::Document));
        });
    });
}

fn facets(ui: &mut Ui, state: &mut Gallery) {
    ui.label(TextRole::Heading.rich("Wie heeft u voor u?"));
    ui.label(TextRole::Small.rich("Wat u niet weet, laat u open.").color(ui.tokens().ink_soft));
    let group = |ui: &mut Ui, state: &mut Gallery, title: &str, rows: &[(&'static str, u32)]| {
        ui.add_space(size::XS);
        choice_group(ui, Role::RadioGroup, title, |ui| {
            for &(label, count) in rows {
                let name = format!("{label}, {count} antwoorden");
                let effect = format!("+{count}");
                let chosen = if state.chosen == Some(label) { ChoiceState::Chosen } else { ChoiceState::Open };
                let how = match label {
                    "derdeland, zonder verblijf" => ChoiceState::Chosen,
                    "geringste aanwijzing" => ChoiceState::Implied("volgt uit bedenktijd"),
                    "Nederlander" => ChoiceState::Impossible("Bedenktijd is er alleen voor wie geen verblijf heeft."),
                    _ => chosen,
                };
                let row = ChoiceRow::new(ChoiceMark::Radio, label, &name).state(how).effect(&effect);
                if ui.add(row).clicked() {
                    state.chosen = Some(label);
                }
            }
        });
    };
    group(ui, state, "Leeftijd", &[("onder 18", 24), ("18 en ouder", 31), ("onbekend", 43)]);
    group(
        ui,
        state,
        "Verblijf",
        &[
            ("Nederlander", 0),
            ("EU-burger", 21),
            ("derdeland, zonder verblijf", 27),
            ("bedenktijd", 26),
            ("B8-vergunning", 22),
            ("asielprocedure", 118),
            ("verblijf onbekend", 31),
        ],
    );
    group(ui, state, "Aanwijzing van mensenhandel", &[("geringste aanwijzing", 27), ("ernstige benadeling", 6)]);
    group(ui, state, "Uitbuiting", &[("seksueel", 24), ("arbeid", 23), ("crimineel", 0)]);
    ui.add_space(size::XS);
    choice_group(ui, Role::Group, "Ook van toepassing", |ui| {
        let how = if state.checked { ChoiceState::Chosen } else { ChoiceState::Open };
        if ui
            .add(ChoiceRow::new(ChoiceMark::Check, "zwanger", "zwanger, 9 antwoorden").state(how).effect("+9"))
            .clicked()
        {
            state.checked ^= true;
        }
        let long = "heeft kinderen bij zich die ook slachtoffer kunnen zijn";
        ui.add(ChoiceRow::new(ChoiceMark::Check, long, long).state(ChoiceState::Chosen).effect("+14"));
        let cut = "heeft een verstandelijke beperking";
        ui.add(ChoiceRow::new(ChoiceMark::Check, cut, cut).effect("−7").truncate());
    });
    ui.add_space(size::S);
}

fn answers(ui: &mut Ui, state: &mut Gallery) {
    question_band(ui, "Volgende vraag", |ui| {
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.label(TextRole::Strong.rich("Is er zorg op meer gebieden tegelijk?"));
                ui.label(TextRole::Body.rich("Dit beslist tussen COSM en OMM.").color(ui.tokens().ink_soft));
            });
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                for (text, key) in [("weet ik niet", "spatie"), ("nee", "N"), ("ja", "J")] {
                    if ui.add(outline_button(text).key(key)).clicked() {
                        state.answer = Some(text);
                    }
                }
            });
        });
    });
    ui.add_space(size::S);
    columns(ui, |[a, b, c, d]| {
        a.add(phase_heading('A', "Identificatie"));
        part_label(a, "Melden");
        certain(
            a,
            state,
            'A',
            "Politie (AVIM)",
            "voert uit",
            "Neemt het signaal op en voert een informatief gesprek.",
            "0900 8844",
        );
        part_label(a, "Vaststellen");
        certain(
            a,
            state,
            'A',
            "Politie",
            "beslist",
            "Stelt de geringste aanwijzing vast en biedt bedenktijd aan.",
            "ten hoogste 3 maanden",
        );
        dependent(a, state, 'A', "KMar", "beslist", "Doet dit bij grens en luchthaven.", "hangt af van: vindplaats");

        b.add(phase_heading('B', "Zorg en bescherming"));
        part_label(b, "Opvang");
        certain(b, state, 'B', "CoMensha", "beslist", "Plaatst in de categorale opvang.", "033 448 11 86");
        certain(b, state, 'B', "COSM", "voert uit", "Opvang, begeleiding en psychische hulp.", "3 maanden");
        dependent(
            b,
            state,
            'B',
            "OMM",
            "voert uit",
            "Opvang bij zorg op meer gebieden.",
            "hangt af van: multiproblematiek",
        );
        part_label(b, "Inkomen");
        certain(b, state, 'B', "Centraal Orgaan opvang asielzoekers", "voert uit", "Betaalt de toelage (Rvb).", "Rvb");

        c.add(phase_heading('C', "Bestrijding"));
        part_label(c, "Opsporing");
        certain(c, state, 'C', "Politie, opsporing", "voert uit", "Onderzoekt de zaak onder gezag van het OM.", "");
        part_label(c, "Vervolging");
        certain(c, state, 'C', "OM", "beslist", "Besluit over vervolging.", "art. 273f Sr");
        part_label(c, "Informatie");
        certain(c, state, 'C', "EMM", "adviseert", "Brengt signalen bij elkaar.", "");

        d.add(phase_heading('D', "Hulp naar zelfstandigheid"));
        part_label(d, "Verblijf daarna");
        dependent(
            d,
            state,
            'D',
            "IND",
            "beslist",
            "Beslist over de verblijfsvergunning B8.",
            "hangt af van: strafproces",
        );
        part_label(d, "Huisvesting");
        dependent(d, state, 'D', "COA", "bemiddelt", "Zoekt met CoMensha een gemeente.", "hangt af van: verblijf");
        part_label(d, "Terugkeer");
        gap(d, state);
    });
}

/// Four columns of equal width, on whole points.
fn columns(ui: &mut Ui, add_contents: impl FnOnce([&mut Ui; 4])) {
    let room = ui.available_rect_before_wrap();
    let gap = 12.0;
    let width = ((room.width() - 3.0 * gap) / 4.0).floor();
    let mut columns = [0.0, 1.0, 2.0, 3.0].map(|index| {
        let left = room.left() + index * (width + gap);
        let rect = egui::Rect::from_min_size(egui::pos2(left, room.top()), egui::vec2(width, room.height()));
        let mut column = ui.new_child(egui::UiBuilder::new().max_rect(rect).id_salt(index.to_string()));
        column.spacing_mut().item_spacing.y = size::BETWEEN_CARDS;
        column
    });
    add_contents(columns.each_mut());
}

fn part_label(ui: &mut Ui, title: &str) {
    ui.add_space(size::XS);
    section_label(ui, title);
}

fn certain(ui: &mut Ui, state: &mut Gallery, letter: char, title: &'static str, act: &str, text: &str, mark: &str) {
    let name = format!("{title} {act}");
    let card = AnswerCard::new((letter, title), &name, letter, Bearing::Certain).selected(state.card == Some(title));
    let shown = card.show(ui, |ui| {
        card_header(ui, title, act);
        ui.label(TextRole::Secondary.rich(text));
        if !mark.is_empty() {
            ui.horizontal_wrapped(|ui| {
                ui.add(chip(mark));
                ui.label(TextRole::Small.rich("bron\u{a0}2022").color(ui.tokens().ink_soft));
            });
        }
    });
    if shown.response.clicked() {
        state.card = Some(title);
        state.card_clicks += 1;
    }
}

fn dependent(ui: &mut Ui, state: &mut Gallery, letter: char, title: &'static str, act: &str, text: &str, on: &str) {
    let name = format!("{title} {act}, {on}");
    let card = AnswerCard::new((letter, title), &name, letter, Bearing::Dependent).selected(state.card == Some(title));
    let shown = card.show(ui, |ui| {
        card_header(ui, title, act);
        ui.label(TextRole::Secondary.rich(text));
        ui.label(TextRole::Small.rich(on).color(ui.tokens().ink_soft));
    });
    if shown.response.clicked() {
        state.card = Some(title);
        state.card_clicks += 1;
    }
}

fn gap(ui: &mut Ui, state: &mut Gallery) {
    let shown = GapCard::new("terugkeer", "Gat: beperkt. Overleg eerst met CoMensha of een advocaat.").show(ui, |ui| {
        let warning = ui.tokens().warning;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            icon(ui, Icon::Warning, size::ICON, warning);
            ui.vertical(|ui| {
                lead_text(ui, TextRole::Secondary, "Beperkt.", warning, "Overleg eerst met CoMensha of een advocaat.");
            });
        });
    });
    if shown.response.clicked() {
        state.gap_clicks += 1;
    }
}

fn drawer(ui: &mut Ui) {
    let tokens = ui.tokens();
    ui.horizontal(|ui| {
        ui.label(TextRole::Title.rich("COSM"));
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add(icon_button(Icon::Close, "Sluit uitleg"))
        });
    });
    ui.label(TextRole::Body.rich("Categorale Opvang Slachtoffers Mensenhandel").color(tokens.ink_soft));
    let part = |ui: &mut Ui, title: &str, lines: &[&str]| {
        ui.add_space(size::S);
        section_label(ui, title);
        for line in lines {
            ui.label(TextRole::Secondary.rich(*line));
        }
    };
    part(ui, "Waarom u dit ziet", &["derdeland zonder verblijfsrecht", "geringste aanwijzing · 18 en ouder"]);
    part(ui, "Wat doet COSM", &["Opvang, persoonlijke begeleiding en psychische hulp tijdens de bedenktijd."]);
    part(ui, "Termijn", &["bedenktijd ten hoogste 3 maanden", "vanaf 3 februari 2022 → 2 mei 2022"]);
    part(ui, "Aanmelden", &["Alleen via CoMensha.", "033 448 11 86 · ma–vr 9–17 uur"]);
    ui.add_space(size::XS);
    ui.horizontal(|ui| {
        ui.add(outline_button("Kopieer nummer").icon(Icon::Copy).small());
    });
    part(ui, "Aantal plaatsen", &["“categorale opvang” … ≥ 40, € 1.250 per maand"]);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            for number in ["1.111", "70", "408"] {
                ui.with_layout(Layout::right_to_left(egui::Align::Min), |ui| {
                    tabular_number(ui, TextRole::Secondary, number, ui.tokens().ink);
                });
            }
        });
    });
}

/// Every colour of a theme as a square, so that none changes by a shade unseen: letters are too thin to tell.
fn swatches(ui: &mut Ui) {
    let &Tokens {
        ground,
        surface,
        hover,
        ink,
        ink_soft,
        ink_faint,
        line,
        line_strong,
        accent,
        accent_hover,
        accent_ground,
        on_accent,
        warning,
        warning_ground,
        success,
        success_ground,
        focus,
        phases,
        line_width: _,
        ring_width: _,
    } = ui.tokens();
    let inks = [ground, surface, hover, ink, ink_soft, ink_faint, line, line_strong, accent, accent_hover];
    let others = [accent_ground, on_accent, warning, warning_ground, success, success_ground, focus];
    let phases = phases.iter().flat_map(|phase| [phase.color, phase.ink]);
    ui.horizontal(|ui| {
        for color in inks.into_iter().chain(others).chain(phases) {
            let (rect, _) = ui.allocate_exact_size(egui::Vec2::splat(size::M), egui::Sense::hover());
            ui.painter().rect_filled(rect, 0.0, color);
        }
    });
}

/// Every icon, text, colour and button in every state.
pub(crate) fn sheet(ui: &mut Ui, state: &mut Gallery) {
    let tokens = ui.tokens();
    CentralPanel::default().frame(Frame::NONE.fill(tokens.surface).inner_margin(16)).show(ui, |ui| {
        for role in TextRole::iter() {
            ui.label(
                role.rich(format!(
                    "{role:?} – Het mogelijke slachtoffer krijgt bedenktijd; ë ï é ö ü € → ≥ · 0123456789"
                )),
            );
        }
        ui.add_space(size::S);
        ui.horizontal(|ui| {
            for one in Icon::iter() {
                icon(ui, one, size::L, tokens.ink);
            }
        });
        ui.horizontal(|ui| {
            for one in Icon::iter() {
                icon(ui, one, size::ICON, tokens.ink_soft);
            }
            for one in [Icon::Warning, Icon::Check, Icon::Phone] {
                icon(ui, one, size::ICON, tokens.warning);
            }
        });
        ui.add_space(size::S);
        ui.horizontal(|ui| {
            ui.add(filled_button("Doorverwijskaart"));
            ui.add(filled_button("Kopieer").icon(Icon::Copy).key("Ctrl C"));
            ui.add(outline_button("ja").key("J"));
            ui.add(outline_button("gekozen").selected(true));
            ui.add(outline_button("NL").neutral());
            ui.add(outline_button("gekozen").neutral().selected(true));
            ui.add(outline_button("klein").small());
            ui.add_enabled(false, filled_button("kan nu niet"));
            ui.add(icon_button(Icon::Sun, "Licht"));
            ui.add(icon_button(Icon::Moon, "Donker"));
        });
        ui.horizontal(|ui| {
            ui.add(chip("033 448 11 86").icon(Icon::Phone));
            ui.add(chip("ten hoogste 3 maanden"));
            ui.add(chip("18 en ouder").round());
            ui.add(chip("derdeland").round().button("derdeland").icon(Icon::Close));
            key_hint(ui, "Ctrl K");
            key_hint(ui, "J");
            emergency_badge(ui, "Acuut gevaar: bel 112", "Acuut gevaar: bel 112");
        });
        ui.horizontal(|ui| {
            for (letter, title) in
                [('A', "Identificatie"), ('B', "Zorg"), ('C', "Bestrijding"), ('D', "Zelfstandigheid")]
            {
                ui.add(phase_heading(letter, title));
            }
        });
        ui.add_space(size::S);
        ui.allocate_ui(egui::vec2(220.0, 0.0), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for mark in [ChoiceMark::Radio, ChoiceMark::Check] {
                for (label, how) in [
                    ("open", ChoiceState::Open),
                    ("gekozen", ChoiceState::Chosen),
                    ("volgt", ChoiceState::Implied("volgt uit bedenktijd")),
                    ("kan niet", ChoiceState::Impossible("kan niet samen met Nederlander")),
                ] {
                    let name = format!("{label} {mark:?}");
                    ui.add(ChoiceRow::new(mark, label, &name).state(how).effect("+11 −11"));
                }
                let name = format!("nul {mark:?}");
                ui.add(ChoiceRow::new(mark, "nul", &name).effect("−1"));
            }
        });
        ui.horizontal(|ui| {
            if ui.button("egui-knop").clicked() || ui.radio(true, "egui-rondje").clicked() {
                state.menu_clicks += 1;
            }
            ui.checkbox(&mut state.checked, "egui-vinkje");
            egui::ComboBox::from_id_salt("kies")
                .selected_text("gemeente")
                .show_ui(ui, |ui| ui.label("x"))
                .response
                .accessible_name("kies");
            ui.add(egui::TextEdit::singleline(&mut state.query).hint_text("egui-veld").desired_width(160.0));
            ui.hyperlink_to("een verwijzing", "https://example.org");
        });
        ui.add_space(size::S);
        swatches(ui);
    });
}
