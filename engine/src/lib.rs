//! The door of the page: bytes in, bytes out, in the memory that WebAssembly shares with the page's script.
//!
//! The script asks for `room`, writes a request there, calls `open` once and then `ask`, and reads the `answer`. A
//! negative length is that of the words why not. What is asked is in this memory only, and is written over by the next.
#![cfg(target_arch = "wasm32")]
#![deny(unsafe_code)]

use std::cell::RefCell;

use wegwijzer::page::Page;

thread_local! {
    static DOOR: RefCell<Door> = const { RefCell::new(Door { request: Vec::new(), answer: Vec::new(), page: None }) };
}

struct Door {
    request: Vec<u8>,
    answer: Vec<u8>,
    page: Option<Page>,
}

impl Door {
    /// What was asked, as text; it is gone from memory then.
    fn take(&mut self) -> String {
        String::from_utf8(std::mem::take(&mut self.request)).unwrap_or_default()
    }

    fn give(&mut self, answer: String) -> i32 {
        self.answer = answer.into_bytes();
        i32::try_from(self.answer.len()).unwrap_or(i32::MAX)
    }
}

/// Room for a request of so many bytes.
#[expect(unsafe_code, reason = "the script finds it by this name, and there is no other")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    DOOR.with_borrow_mut(|door| {
        door.request = vec![0; length];
        door.request.as_mut_ptr()
    })
}

/// Opens the bundle that was written in the room; gives the length of the words why not, negative, or nought.
#[expect(unsafe_code, reason = "as above")]
#[unsafe(no_mangle)]
pub extern "C" fn open() -> i32 {
    DOOR.with_borrow_mut(|door| match Page::read(&door.take()) {
        Ok(page) => {
            door.page = Some(page);
            0
        }
        Err(why) => -door.give(why),
    })
}

/// Answers the request that was written in the room; gives the length of the answer, negative when it is why not.
#[expect(unsafe_code, reason = "as above")]
#[unsafe(no_mangle)]
pub extern "C" fn ask() -> i32 {
    DOOR.with_borrow_mut(|door| {
        let request = door.take();
        let Some(page) = &mut door.page else { return 0 };
        match page.answer(&request) {
            Ok(answer) => door.give(answer),
            Err(why) => -door.give(why),
        }
    })
}

/// Where the answer stands.
#[expect(unsafe_code, reason = "as above")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    DOOR.with_borrow(|door| door.answer.as_ptr())
}
