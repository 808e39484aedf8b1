//! A tree of values grown from paths such as `organisation.name` or `evidence.2.url`, and written as JSON.

use super::{
    limits,
    node::{Node, Value},
    text::quote,
};

/// Puts `leaf` at a dotted path; a step that is a number counts the items of a list, from 1.
///
/// # Errors
/// Says why the path cannot be: empty, too long a list, or another path needs something else there.
pub(super) fn plant(root: &mut Node, path: &str, leaf: Node) -> Result<(), String> {
    if path.split('.').count() > limits::DEPTH {
        return Err(format!("{} is nested deeper than {} levels", quote(path), limits::DEPTH));
    }
    let place = path.split('.').try_fold(root, |node, step| descend(node, step, path))?;
    if place.value != Value::Null {
        return Err(format!("`{path}` is given twice, or another column reaches into it"));
    }
    *place = leaf;
    Ok(())
}

fn descend<'n>(node: &'n mut Node, step: &str, path: &str) -> Result<&'n mut Node, String> {
    let number = step.parse::<usize>().ok();
    if node.value == Value::Null {
        node.value = number.map_or_else(|| Value::Object(Vec::new()), |_| Value::List(Vec::new()));
    }
    match (&mut node.value, number) {
        (Value::List(items), Some(number)) if (1..=limits::NUMBERED).contains(&number) => {
            while items.len() < number {
                items.push(Node::new(Value::Null));
            }
            number.checked_sub(1).and_then(|index| items.get_mut(index)).ok_or_else(|| format!("`{path}`"))
        }
        (Value::List(_), Some(_)) => Err(format!("in `{path}` items are numbered 1 to {}", limits::NUMBERED)),
        (Value::Object(entries), None) if !step.is_empty() => {
            let index = entries.iter().position(|(key, _)| key == step).unwrap_or(entries.len());
            if index == entries.len() {
                entries.push((step.to_owned(), Node::new(Value::Null)));
            }
            entries.get_mut(index).map(|(_, node)| node).ok_or_else(|| format!("`{path}`"))
        }
        _ => Err(format!("`{path}` and another column contradict each other")),
    }
}

/// How many items the list at a dotted path has; none where there is no list.
pub(super) fn length(root: &Node, path: &str) -> usize {
    let found = path.split('.').try_fold(root, |node, step| match &node.value {
        Value::Object(entries) => entries.iter().find(|(key, _)| key == step).map(|(_, node)| node),
        _ => None,
    });
    match found.map(|node| &node.value) {
        Some(Value::List(items)) => items.len(),
        _ => 0,
    }
}

/// The tree as JSON in one line, in its own order.
pub(super) fn json(node: &Node) -> String {
    let mut out = String::new();
    write(node, &mut out);
    out
}

/// Brings the keys of every object into order; what is given twice keeps its order.
pub(super) fn sort(node: &mut Node) {
    match &mut node.value {
        Value::List(items) => items.iter_mut().for_each(sort),
        Value::Object(entries) => {
            for (_, node) in entries.iter_mut() {
                sort(node);
            }
            entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        }
        _ => {}
    }
}

fn write(node: &Node, out: &mut String) {
    match &node.value {
        Value::Null => out.push_str("null"),
        Value::Flag(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(raw) | Value::Unreadable(raw) => out.push_str(raw),
        Value::Text(text) | Value::Cell(text) => write_text(text, out),
        Value::List(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, out);
            }
            out.push(']');
        }
        Value::Object(entries) => {
            out.push('{');
            for (index, (key, value)) in entries.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_text(key, out);
                out.push(':');
                write(value, out);
            }
            out.push('}');
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push_str(&serde_json::Value::from(text).to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Node {
        Node::new(Value::Cell(text.to_owned()))
    }

    #[test]
    fn paths_grow_a_tree() {
        let mut root = Node::new(Value::Null);
        for (path, text) in [("b.name", "N"), ("list.2.x", "two"), ("list.1.x", "o\"ne"), ("a", "1")] {
            plant(&mut root, path, cell(text)).unwrap();
        }
        assert_eq!(json(&root), r#"{"b":{"name":"N"},"list":[{"x":"o\"ne"},{"x":"two"}],"a":"1"}"#);
        assert_eq!(length(&root, "list"), 2);
        sort(&mut root);
        assert!(json(&root).starts_with(r#"{"a":"1","b""#));
    }

    #[test]
    fn paths_that_contradict_are_refused() {
        for (first, second) in
            [("a", "a"), ("a", "a.b"), ("a.b", "a"), ("a.1", "a.b"), ("a", "b."), ("a", "")]
        {
            let mut root = Node::new(Value::Null);
            plant(&mut root, first, cell("x")).unwrap();
            assert!(plant(&mut root, second, cell("y")).is_err(), "{first} {second}");
        }
        let mut root = Node::new(Value::Null);
        assert!(plant(&mut root, &"a.".repeat(1_000_000), cell("x")).is_err());
        assert!(plant(&mut root, "a.0", cell("x")).is_err());
        assert!(plant(&mut root, "a.999999999", cell("x")).is_err());
    }
}
