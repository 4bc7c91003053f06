//! egui's own style, filled in from the tokens, so that a plain egui widget looks like ours.

use eframe::egui::style::{
    HandleShape, KineticScrollStyle, ScrollAnimation, ScrollFadeStyle, ScrollStyle, Selection, Spacing,
    TextCursorStyle, WidgetVisuals, Widgets,
};
use eframe::egui::{self, Color32, CornerRadius, FontId, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

use super::{TextRole, Tokens, size};

pub(super) fn style(tokens: &Tokens) -> Style {
    let mut style = Style {
        text_styles: text_styles().into(),
        spacing: spacing(),
        visuals: visuals(tokens),
        // Motion never carries meaning, so there is none.
        animation_time: 0.0,
        scroll_animation: ScrollAnimation::none(),
        explanation_tooltips: false,
        ..Style::default()
    };
    style.interaction.tooltip_delay = size::TOOLTIP_DELAY;
    // A label that can be selected would be a Tab stop, and would catch the click on its card.
    style.interaction.selectable_labels = false;
    style
}

fn text_styles() -> [(TextStyle, FontId); 5] {
    [
        (TextStyle::Heading, TextRole::Heading.font()),
        (TextStyle::Body, TextRole::Body.font()),
        (TextStyle::Button, TextRole::Medium.font()),
        (TextStyle::Small, TextRole::Small.font()),
        (TextStyle::Monospace, TextRole::Secondary.font()),
    ]
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(size::S, size::XS),
        window_margin: size::margin((size::M, size::M)),
        menu_margin: size::margin((size::S, size::ROW_INSET)),
        button_padding: vec2(size::S + size::XS, size::XS),
        indent: size::M,
        interact_size: vec2(size::BUTTON, size::TARGET),
        icon_width: size::MARK + 2.0,
        icon_width_inner: size::S,
        icon_spacing: size::S,
        tooltip_width: size::TOOLTIP_WIDTH,
        extra_text_line_spacing: size::LINE_GAP,
        scroll: scroll(),
        ..Spacing::default()
    }
}

/// Always there, always as wide, in a softened ink.
/// egui's own solid bars can only be as dark as text or as light as a button; a floating bar that
/// never hides and has its own room looks solid and may be softened.
fn scroll() -> ScrollStyle {
    ScrollStyle {
        floating: true,
        bar_width: size::SCROLL_BAR,
        floating_width: size::SCROLL_BAR,
        floating_allocated_width: size::SCROLL_BAR + size::XS,
        handle_min_length: size::SCROLL_HANDLE,
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.5,
        active_handle_opacity: 0.5,
        interact_handle_opacity: 0.8,
        fade: ScrollFadeStyle { strength: 0.0, ..ScrollFadeStyle::default() },
        kinetic: KineticScrollStyle { rubber_band: false, ..KineticScrollStyle::default() },
        ..ScrollStyle::floating()
    }
}

fn visuals(tokens: &Tokens) -> Visuals {
    let base = if tokens.is_dark() { Visuals::dark() } else { Visuals::light() };
    let shadow = Shadow { offset: [0, 2], blur: 12, spread: 0, color: Color32::from_black_alpha(40) };
    let edge = Stroke::new(tokens.line_width, tokens.line_strong);
    Visuals {
        override_text_color: None,
        weak_text_color: Some(tokens.ink_soft),
        widgets: widgets(tokens),
        selection: Selection { bg_fill: tokens.accent_ground, stroke: Stroke::new(tokens.ring_width, tokens.accent) },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.ground,
        extreme_bg_color: tokens.surface,
        text_edit_bg_color: Some(tokens.surface),
        code_bg_color: tokens.ground,
        warn_fg_color: tokens.warning,
        error_fg_color: tokens.warning,
        window_corner_radius: CornerRadius::same(size::RADIUS_L),
        window_shadow: shadow,
        window_fill: tokens.surface,
        window_stroke: edge,
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(size::RADIUS_M),
        panel_fill: tokens.ground,
        popup_shadow: shadow,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(size::TEXT_CURSOR, tokens.accent),
            blink: false,
            ..base.text_cursor.clone()
        },
        button_frame: true,
        collapsing_header_frame: false,
        indent_has_left_vline: false,
        striped: false,
        handle_shape: HandleShape::Circle,
        interact_cursor: Some(egui::CursorIcon::PointingHand),
        image_loading_spinners: false,
        disabled_alpha: size::DISABLED_ALPHA,
        ..base
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let rest = WidgetVisuals {
        bg_fill: tokens.surface,
        weak_bg_fill: tokens.surface,
        bg_stroke: Stroke::new(tokens.line_width, tokens.line_strong),
        corner_radius: CornerRadius::same(size::RADIUS_M),
        fg_stroke: Stroke::new(tokens.line_width, tokens.ink),
        expansion: 0.0,
    };
    Widgets {
        // This draws separators and the edges of panels.
        noninteractive: WidgetVisuals { bg_stroke: Stroke::new(tokens.line_width, tokens.line), ..rest },
        inactive: rest,
        hovered: WidgetVisuals {
            bg_fill: tokens.hover,
            weak_bg_fill: tokens.hover,
            bg_stroke: Stroke::new(tokens.line_width, tokens.ink_soft),
            ..rest
        },
        // egui draws this for what is pressed and for what the keyboard is on.
        active: WidgetVisuals {
            bg_fill: tokens.hover,
            weak_bg_fill: tokens.hover,
            bg_stroke: Stroke::new(tokens.ring_width, tokens.focus),
            ..rest
        },
        open: WidgetVisuals {
            bg_fill: tokens.accent_ground,
            weak_bg_fill: tokens.accent_ground,
            bg_stroke: Stroke::new(tokens.line_width, tokens.accent),
            ..rest
        },
    }
}
