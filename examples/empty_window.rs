//! The emptiest window of the same toolkit, to hold the start of the product against.
//!
//! It draws nothing, and closes once its first frame was painted, as the product does with `--close-at-once`.

use eframe::egui;

struct Empty;

impl eframe::App for Empty {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        // The frame that asks for it is still painted.
        ctx.send_viewport_cmd(egui::ViewportCommand::Close);
    }

    fn ui(&mut self, _ui: &mut egui::Ui, _frame: &mut eframe::Frame) {}
}

fn main() -> eframe::Result {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        renderer: eframe::Renderer::Glow,
        ..eframe::NativeOptions::default()
    };
    eframe::run_native("leeg venster", options, Box::new(|_| Ok(Box::new(Empty))))
}
