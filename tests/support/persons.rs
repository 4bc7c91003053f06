//! Persons that several tests ask about.

/// The person of the drawings: an adult from a third country, without residence right, found in the Netherlands, with
/// the slightest indication, who was told what reporting means.
pub(crate) const WOMAN: [&str; 5] = [
    "leeftijd=volwassen",
    "verblijf=derdeland-zonder-verblijfsrecht",
    "aanwijzing=geringste-aanwijzing",
    "strafproces=informatief-gesprek",
    "vindplaats=elders-in-nederland",
];
