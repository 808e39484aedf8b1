//! Opens an address in the browser.

use std::process::{Command, Stdio};
use std::sync::mpsc::Sender;
use std::thread;

use crate::console::app::{Message, Notice};

/// The program that opens addresses.
const OPENER: &str = if cfg!(target_os = "macos") { "open" } else { "xdg-open" };

/// Opens `url`, which must be `http` or `https`. What goes wrong later is told by a message.
pub(super) fn open(url: &str, messages: &Sender<Message>) -> Result<(), String> {
    if !allowed(url) {
        return Err("only http and https addresses are opened".to_owned());
    }
    let mut child = Command::new(OPENER)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| format!("{OPENER} could not be started ({error}); the address is {url}"))?;
    let messages = messages.clone();
    let url = url.to_owned();
    let waited = thread::Builder::new().name("link".to_owned()).spawn(move || {
        if !child.wait().is_ok_and(|status| status.success()) {
            _ = messages.send(Message::Told(Notice::trouble(format!("{OPENER} could not open {url}"))));
        }
    });
    waited.map(drop).map_err(|error| error.to_string())
}

/// An address that a browser may be given: `http` or `https`, in plain visible characters.
fn allowed(url: &str) -> bool {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    let known = scheme.is_some_and(|scheme| scheme == "http" || scheme == "https");
    known && !url.chars().any(|c| c.is_whitespace() || crate::text::is_hidden(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_opened() {
        assert!(allowed("https://example.org/x?y=1"));
        assert!(allowed("HTTP://example.org"));
        for url in
            ["file:///etc/passwd", "javascript://x", "-x", "https", "https://a b", "https://a\u{202e}b", ""]
        {
            assert!(!allowed(url), "{url:?}");
        }
    }
}
