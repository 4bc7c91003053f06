//! Pictures that somebody looked at and found good: each drawing is held against its own, pixel by pixel.
//!
//! They stand in `tests/golden`. What differs leaves `NAME.new.png` and `NAME.diff.png` beside its picture, and
//! `UPDATE_SNAPSHOTS=1` renews it, as `egui_kittest` has it. The comparison is our own: that of `egui_kittest` takes the
//! pixels of smoothed edges for equal, and its files are four times as large.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Cursor,
    path::{Path, PathBuf},
};

use image::{ImageFormat, Rgb, RgbImage, RgbaImage, buffer::ConvertBuffer as _};

/// Where the pictures are, from the root of the package.
const FOLDER: &str = "tests/golden";

/// A colour that fills an area is kept as it is. The halftones of edges and letters, thousands in every picture, are
/// kept as a colour that is at most so far from their own, in each of red, green and blue.
const HALFTONE: u8 = 56;

/// As far as processors differ in the halftones of a letter.
const ROUNDING: u8 = 2;

/// The drawings of one test; complains at its end of all that differ, so that one run shows or renews them all.
#[derive(Default)]
pub(crate) struct Album {
    differ: Vec<String>,
}

impl Album {
    /// Holds a drawing against the picture of this name.
    pub(crate) fn hold(&mut self, name: &str, drawn: &RgbaImage) {
        self.differ.extend(differs(name, &place(name, "png"), &drawn.convert(), |drawn| Kept::of(drawn).png()));
    }

    /// Holds a drawing against a picture of the README, which keeps every colour.
    pub(crate) fn hold_in_readme(&mut self, name: &str, drawn: &RgbaImage) {
        let golden = Path::new("assets").join(format!("{name}.png"));
        self.differ.extend(differs(&format!("readme-{name}"), &golden, &drawn.convert(), whole));
    }
}

impl Drop for Album {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert!(self.differ.is_empty(), "{}", self.differ.join("\n"));
        }
    }
}

/// The names of golden pictures that are not among these; gone when pictures are renewed.
pub(crate) fn left_over(drawn: &BTreeSet<String>) -> Vec<String> {
    let files = fs::read_dir(FOLDER).expect("the golden pictures").map(|file| file.expect("a picture").file_name());
    let names = files.filter_map(|file| Some(file.to_str()?.strip_suffix(".png")?.to_owned()));
    // What a failed test leaves beside them has a second dot, and stays out of the repository.
    let old: Vec<String> = names.filter(|name| !name.contains('.') && !drawn.contains(name)).collect();
    if renews() {
        for name in &old {
            fs::remove_file(format!("{FOLDER}/{name}.png")).expect("an old picture");
        }
        return Vec::new();
    }
    old
}

fn place(name: &str, end: &str) -> PathBuf {
    Path::new(FOLDER).join(format!("{name}.{end}"))
}

/// A picture with every colour as it is.
fn whole(drawn: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    drawn.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a picture in memory");
    bytes
}

/// What is wrong with a drawing; `None` when it is the golden picture, or has just become it as `kept` keeps it.
fn differs(name: &str, golden: &Path, drawn: &RgbImage, kept: impl Fn(&RgbImage) -> Vec<u8>) -> Option<String> {
    let (new, diff) = (place(name, "new.png"), place(name, "diff.png"));
    for old in [&new, &diff] {
        let _ = fs::remove_file(old);
    }
    let before = image::open(golden).ok().map(|picture| picture.to_rgb8());
    let strays = before.as_ref().map(|before| strays(before, drawn));
    if strays.as_ref().is_some_and(Vec::is_empty) {
        return None;
    }
    if renews() {
        fs::write(golden, kept(drawn)).expect("the golden picture on disk");
        return None;
    }
    drawn.save(&new).expect("the drawing on disk");
    let what = match (&before, strays) {
        (Some(before), Some(strays)) if before.dimensions() == drawn.dimensions() => {
            marked(before, &strays).save(&diff).expect("the difference on disk");
            format!("{} pixels differ: {}", strays.len(), diff.display())
        }
        (Some(before), _) => {
            format!("was {:?} and is {:?}: {}", before.dimensions(), drawn.dimensions(), new.display())
        }
        (None, _) => format!("has no golden picture: {}", new.display()),
    };
    Some(format!("{name} {what}. If it is right, renew it with UPDATE_SNAPSHOTS=1"))
}

fn renews() -> bool {
    std::env::var("UPDATE_SNAPSHOTS").is_ok_and(|value| ["1", "true", "yes", "on", "force"].contains(&value.as_str()))
}

/// The pixels of a drawing that are not what its golden picture says; all when they differ in size.
fn strays(golden: &RgbImage, drawn: &RgbImage) -> Vec<(u32, u32)> {
    let fills = fills(drawn);
    let is_same_size = golden.dimensions() == drawn.dimensions();
    let strays = drawn.enumerate_pixels().filter(|(x, y, pixel)| {
        !is_same_size || {
            let nearest = golden.get_pixel(*x, *y);
            *pixel != nearest && (fills.contains(&pixel.0) || distance(pixel.0, nearest.0) > HALFTONE + ROUNDING)
        }
    });
    strays.map(|(x, y, _)| (x, y)).collect()
}

/// The golden picture, pale, with what differs in red.
fn marked(golden: &RgbImage, strays: &[(u32, u32)]) -> RgbImage {
    let mut marked = golden.clone();
    marked.pixels_mut().for_each(|pixel| pixel.0 = pixel.0.map(|channel| 192 + channel / 4));
    for (x, y) in strays {
        marked.put_pixel(*x, *y, Rgb([255, 0, 0]));
    }
    marked
}

type Colour = [u8; 3];

/// The most that two colours differ in red, green or blue.
fn distance(one: Colour, other: Colour) -> u8 {
    (0..3).map(|channel| one[channel].abs_diff(other[channel])).max().unwrap_or(0)
}

/// The colours that somewhere fill a square of three by three.
fn fills(picture: &RgbImage) -> BTreeSet<Colour> {
    let (width, height) = picture.dimensions();
    let pixels: Vec<Colour> = picture.pixels().map(|pixel| pixel.0).collect();
    let rows: Vec<&[Colour]> = pixels.chunks_exact(width as usize).collect();
    let mut fills = BTreeSet::new();
    for three in rows.windows(3).take(height as usize) {
        for x in 1..width as usize - 1 {
            let colour = three[1][x];
            if three.iter().all(|row| row[x - 1..=x + 1].iter().all(|other| *other == colour)) {
                fills.insert(colour);
            }
        }
    }
    fills
}

fn colours(picture: &RgbImage) -> impl Iterator<Item = Colour> {
    picture.pixels().map(|pixel| pixel.0).collect::<BTreeSet<_>>().into_iter()
}

/// The colours that fill an area, and as many halftones as it takes to have one near every other.
fn palette(picture: &RgbImage) -> Vec<Colour> {
    let mut palette: Vec<Colour> = fills(picture).into_iter().collect();
    let to_palette = |colour| palette.iter().map(|other| distance(colour, *other)).min().unwrap_or(u8::MAX);
    let mut away: BTreeMap<Colour, u8> = colours(picture).map(|colour| (colour, to_palette(colour))).collect();
    let farthest = |away: &BTreeMap<Colour, u8>| away.iter().max_by_key(|(_, away)| **away).map(|(colour, _)| *colour);
    while let Some(farthest) = farthest(&away).filter(|farthest| away[farthest] > HALFTONE) {
        palette.push(farthest);
        for (colour, away) in &mut away {
            *away = (*away).min(distance(*colour, farthest));
        }
    }
    palette
}

/// A picture as it is kept: the place of each pixel's colour in a palette.
struct Kept {
    size: (u32, u32),
    palette: Vec<Colour>,
    pixels: Vec<u8>,
}

impl Kept {
    fn of(picture: &RgbImage) -> Self {
        let palette = palette(picture);
        let nearest = |colour| (0..palette.len()).min_by_key(|place| distance(palette[*place], colour)).unwrap_or(0);
        let places: BTreeMap<Colour, usize> = colours(picture).map(|colour| (colour, nearest(colour))).collect();
        let place = |colour| u8::try_from(places[&colour]).expect("no more than 256 colours");
        Self { size: picture.dimensions(), pixels: picture.pixels().map(|pixel| place(pixel.0)).collect(), palette }
    }

    fn png(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, self.size.0, self.size.1);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_palette(self.palette.concat());
        encoder.set_compression(png::Compression::High);
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header().expect("the head of a PNG");
        writer.write_image_data(&self.pixels).expect("the pixels of a PNG");
        writer.finish().expect("the end of a PNG");
        bytes
    }
}
