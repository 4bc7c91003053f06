//! Pictures of a window without a window: egui's triangles, filled on the CPU.
//!
//! The same code gives the same bytes on every machine, so a picture can be compared and a manual can be illustrated.

use std::collections::{BTreeMap, BTreeSet};

use dream_soft_render::{ClipRect, Color, Frame, MAX_SURFACE_PIXELS, Mesh, SoftwareRenderer, Vertex};
use eframe::egui::epaint::{ImageData, ImageDelta, Primitive};
use eframe::egui::{self, ClippedPrimitive, Color32, FullOutput, TextureId, TexturesDelta};
use egui_kittest::{Harness, TestRenderer};
use image::{RgbaImage, imageops};

/// Draws what a harness shows. Hand it to `Harness::builder().renderer(…)`.
#[derive(Default)]
pub(crate) struct SoftRenderer {
    textures: BTreeMap<TextureId, Texture>,
    freed: BTreeSet<TextureId>,
}

/// Draws what the harness shows now.
pub(crate) fn picture<State>(harness: &mut Harness<'_, State>) -> RgbaImage {
    harness.set_render_cursor(false);
    harness.render().expect("a picture")
}

/// A part of a picture, in pixels.
pub(crate) fn cut(picture: &RgbaImage, part: egui::Rect) -> RgbaImage {
    let edge = |pixels: f32| u32::try_from(whole(pixels)).unwrap_or(u32::MAX);
    let (left, top) = (edge(part.left()), edge(part.top()));
    imageops::crop_imm(picture, left, top, edge(part.right()) - left, edge(part.bottom()) - top).to_image()
}

struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
}

impl Texture {
    fn rows(&self, rows: usize) -> &[u8] {
        &self.pixels[..rows * self.width * 4]
    }

    fn update(&mut self, [left, top]: [usize; 2], width: usize, bytes: &[u8]) {
        for (row, line) in bytes.chunks_exact(width * 4).enumerate() {
            let start = ((top + row) * self.width + left) * 4;
            self.pixels[start..start + line.len()].copy_from_slice(line);
        }
    }
}

impl SoftRenderer {
    fn set(&mut self, id: TextureId, delta: &ImageDelta) {
        let ImageData::Color(image) = &delta.image;
        let [width, height] = image.size;
        let pixels: Vec<u8> = image.pixels.iter().flat_map(Color32::to_array).collect();
        match delta.pos {
            Some(at) => self.textures.get_mut(&id).expect("a texture to update").update(at, width, &pixels),
            None => {
                self.textures.insert(id, Texture { width, height, pixels });
            }
        }
    }
}

impl TestRenderer for SoftRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        // What was freed could still be drawn until now.
        for id in std::mem::take(&mut self.freed) {
            self.textures.remove(&id);
        }
        let images: BTreeMap<_, _> = delta.set.iter().collect();
        for (id, images) in images {
            images.iter().for_each(|image| self.set(*id, image));
        }
        self.freed.extend(&delta.free);
        delta.clear();
    }

    fn render(&mut self, ctx: &egui::Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let scale = output.pixels_per_point;
        let size = ctx.content_rect().size() * scale;
        let (width, height) = (whole(size.x), whole(size.y));
        // Small discs come from the atlas by default, scaled; without smooth sampling that shows.
        ctx.tessellation_options_mut(|options| options.prerasterized_discs = false);
        let primitives = ctx.tessellate(output.shapes.clone(), scale);
        let ground = ctx.global_style().visuals.panel_fill;

        let mut canvas = Canvas { renderer: SoftwareRenderer::default(), used: BTreeMap::new() };
        canvas.upload(&self.textures, &primitives)?;
        // A surface of the rasterizer holds no more than a small screen, so a large one is drawn in bands.
        let band_height = (MAX_SURFACE_PIXELS / width.max(1)).clamp(1, height.max(1));
        let mut pixels = Vec::with_capacity(width * height * 4);
        let mut top = 0;
        while top < height {
            let rows = band_height.min(height - top);
            pixels.extend(canvas.band(&primitives, Band { top, width, rows, scale }, ground)?);
            top += rows;
        }
        let (width, height) = (u32::try_from(width), u32::try_from(height));
        let image = width.ok().zip(height.ok()).and_then(|(width, height)| RgbaImage::from_raw(width, height, pixels));
        image.ok_or_else(|| "the picture has no size".to_owned())
    }
}

/// A horizontal strip of the picture, in pixels.
#[derive(Clone, Copy)]
struct Band {
    top: usize,
    width: usize,
    rows: usize,
    scale: f32,
}

struct Canvas {
    renderer: SoftwareRenderer,
    used: BTreeMap<TextureId, Upload>,
}

struct Upload {
    id: dream_soft_render::TextureId,
    /// From egui's v to the v in the part that was uploaded.
    v_scale: f32,
}

impl Canvas {
    /// Uploads of every texture the rows that are drawn from, since the whole atlas may be over the limit.
    fn upload(
        &mut self,
        textures: &BTreeMap<TextureId, Texture>,
        primitives: &[ClippedPrimitive],
    ) -> Result<(), String> {
        let mut deepest: BTreeMap<TextureId, f32> = BTreeMap::new();
        for mesh in primitives.iter().filter_map(mesh) {
            let depth = deepest.entry(mesh.texture_id).or_default();
            *depth = mesh.vertices.iter().fold(*depth, |depth, vertex| depth.max(vertex.uv.y));
        }
        for (id, depth) in deepest {
            let texture = textures.get(&id).ok_or_else(|| format!("{id:?} was never set"))?;
            let rows = whole((depth * real(texture.height)).ceil() + 1.0).clamp(1, texture.height);
            let upload = Upload {
                id: self
                    .renderer
                    .create_texture(texture.width, rows, texture.rows(rows))
                    .map_err(|error| error.to_string())?,
                v_scale: real(texture.height) / real(rows),
            };
            self.used.insert(id, upload);
        }
        Ok(())
    }

    fn band(&mut self, primitives: &[ClippedPrimitive], band: Band, ground: Color32) -> Result<Vec<u8>, String> {
        let mut frame = self.renderer.begin_frame(band.width, band.rows).map_err(|error| error.to_string())?;
        frame.clear(color(ground));
        for primitive in primitives {
            let mesh = mesh(primitive).ok_or("paint callbacks cannot be drawn")?;
            let upload = self.used.get(&mesh.texture_id).ok_or("a texture went missing")?;
            draw(&mut frame, mesh, upload, clip(primitive.clip_rect, band), band).map_err(|error| error.to_string())?;
        }
        Ok(frame.surface().pixels.clone())
    }
}

/// A smoothed edge lies exactly on the middle of a pixel, where rounding decides on which side the pixel falls,
/// and two neighbouring shapes may both lose it. This little aside nothing lies on a middle any more.
const NUDGE: f32 = 1.0 / 128.0;

fn draw(
    frame: &mut Frame<'_>,
    mesh: &egui::Mesh,
    upload: &Upload,
    clip: ClipRect,
    band: Band,
) -> Result<(), dream_soft_render::Error> {
    let vertices: Vec<Vertex> = mesh
        .vertices
        .iter()
        .map(|vertex| {
            let at = vertex.pos * band.scale;
            let at = [at.x + NUDGE, at.y - real(band.top) + NUDGE];
            Vertex::new(at, [vertex.uv.x, vertex.uv.y * upload.v_scale], color(vertex.color))
        })
        .collect();
    frame.mesh(Mesh { vertices: &vertices, indices: &mesh.indices, texture: Some(upload.id) }, clip)
}

fn mesh(primitive: &ClippedPrimitive) -> Option<&egui::Mesh> {
    match &primitive.primitive {
        Primitive::Mesh(mesh) => Some(mesh),
        Primitive::Callback(_) => None,
    }
}

fn clip(rect: egui::Rect, band: Band) -> ClipRect {
    let edge = |points: f32, offset: usize, limit: usize| {
        let inside = whole((points * band.scale).round() - real(offset)).min(limit);
        u32::try_from(inside).unwrap_or(u32::MAX)
    };
    ClipRect::new(
        edge(rect.min.x, 0, band.width),
        edge(rect.min.y, band.top, band.rows),
        edge(rect.max.x, 0, band.width),
        edge(rect.max.y, band.top, band.rows),
    )
}

fn color(color: Color32) -> Color {
    let [red, green, blue, alpha] = color.to_array();
    Color { r: red, g: green, b: blue, a: alpha }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sizes in pixels; below zero becomes zero")]
fn whole(pixels: f32) -> usize {
    pixels.round() as usize
}

#[expect(clippy::cast_precision_loss, reason = "sizes in pixels are small")]
fn real(pixels: usize) -> f32 {
    pixels as f32
}
