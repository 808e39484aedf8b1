//! The person's editor, which has the terminal to itself meanwhile.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::drafts;

/// Where editors are named, the first that is set wins.
const VARIABLES: [&str; 2] = ["VISUAL", "EDITOR"];

/// Opens `text` in the person's editor on a file in `folder` and gives back what was saved.
#[expect(clippy::disallowed_methods, reason = "the shell reads the environment and the edited file")]
pub(super) fn edit(folder: &Path, text: &str) -> Result<String, String> {
    let named =
        VARIABLES.iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.trim().is_empty());
    let words = split(named.as_deref().unwrap_or("vi"))?;
    let (program, arguments) = words.split_first().ok_or("no editor is named in $VISUAL or $EDITOR")?;
    let file = folder.join(format!("edit-{}.md", std::process::id()));
    drafts::write(&file, text)?;
    let status = Command::new(program).args(arguments).arg(&file).status();
    let saved =
        fs::read_to_string(&file).map_err(|error| format!("{} cannot be read: {error}", file.display()));
    let failed = match status {
        Ok(status) if status.success() => None,
        Ok(status) => Some(format!("{program} ended with {status}")),
        Err(error) => Some(format!("{program} could not be started ({error}); set $VISUAL or $EDITOR")),
    };
    match (failed, saved) {
        (Some(failed), Ok(saved)) if saved != text => {
            Err(format!("{failed}; the text is as before, what you wrote is in {}", file.display()))
        }
        (failed, saved) => {
            _ = fs::remove_file(&file);
            failed.map_or(saved, Err)
        }
    }
}

/// Splits a command into words the way a shell does: quotes and backslashes count, nothing is expanded.
fn split(command: &str) -> Result<Vec<String>, String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote: Option<char> = None;
    let mut chars = command.chars();
    while let Some(c) = chars.next() {
        match (c, quote) {
            (c, Some(open)) if c == open => quote = None,
            ('\\', None | Some('"')) => word.get_or_insert_default().extend(chars.next()),
            ('"' | '\'', None) => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            (c, None) if c.is_whitespace() => words.extend(word.take()),
            (c, _) => word.get_or_insert_default().push(c),
        }
    }
    words.extend(word);
    if quote.is_some() { Err(format!("a quote is missing in `{command}`")) } else { Ok(words) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_editor_is_named_as_in_a_shell() {
        assert_eq!(split("code --wait").unwrap(), ["code", "--wait"]);
        assert_eq!(split("'/my apps/ed' \"a b\" c\\ d ''").unwrap(), ["/my apps/ed", "a b", "c d", ""]);
        assert_eq!(split("  ").unwrap(), Vec::<String>::new());
        assert!(split("vim 'x").is_err());
    }
}
