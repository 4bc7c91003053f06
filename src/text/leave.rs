//! What is asked when the window closes while something is not saved.

use super::texts;

texts! {
    comes_back: "Sluit u zonder te bewaren, dan raakt niets weg: bij de volgende start kunt u verdergaan waar u was.", "If you close without saving nothing gets lost: at the next start you can go on where you were.";
    save_and_close: "Bewaren en sluiten", "Save and close";
    close_unsaved: "Sluiten, later verder", "Close, go on later";
}
