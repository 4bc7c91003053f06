//! The letters in which texts are drawn, on screen and on paper: Fira Sans, of which every sign is known.

/// Weight 400.
pub static REGULAR: &[u8] = include_bytes!("../../assets/fonts/FiraSans_400Regular.ttf");
/// Weight 500.
pub static MEDIUM: &[u8] = include_bytes!("../../assets/fonts/FiraSans_500Medium.ttf");
/// Weight 600.
pub static SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/FiraSans_600SemiBold.ttf");
