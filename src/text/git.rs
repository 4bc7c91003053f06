//! What is said of setting up git.

use super::texts;

texts! {
    repository: "repository", "repository";
    set: "gezet", "set";
    was_set: "stond al goed", "was right";
    missing: "ontbreekt", "missing";
    removed: "weggehaald", "removed";
    would_remove: "gaat weg", "would go";
    was_not_set: "stond er niet", "was not there";
    how_to_set: "Niets gewijzigd. «wegwijzer git» zet wat ontbreekt.", "Nothing changed. «wegwijzer git» sets what is missing.";
    what_now: "Leg .gitattributes vast met git commit. Elke collega draait in zijn eigen kopie één keer «wegwijzer git»; «wegwijzer git --remove» draait het terug.", "Commit .gitattributes. Each colleague runs «wegwijzer git» once in their own clone; «wegwijzer git --remove» takes it back.";
}
