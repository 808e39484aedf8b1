//! Whether a JSON value fits a JSON schema, as far as the schemas of docket go.

use serde_json::{Map, Value};

/// What in `value` does not fit `schema`, whose definitions stand in `root`; nothing where it fits.
pub(crate) fn misfit(root: &Value, schema: &Value, value: &Value) -> Option<String> {
    at(root, schema, value, "")
}

fn at(root: &Value, schema: &Value, value: &Value, path: &str) -> Option<String> {
    let Some(rules) = schema.as_object() else {
        return (*schema == Value::Bool(false)).then(|| format!("{path}: nothing is allowed here"));
    };
    if let Some(reference) = rules.get("$ref").and_then(Value::as_str) {
        let definition =
            root.pointer(reference.trim_start_matches('#')).unwrap_or_else(|| panic!("{reference}"));
        if let Some(misfit) = at(root, definition, value, path) {
            return Some(misfit);
        }
    }
    let list = |name: &str| rules.get(name).and_then(Value::as_array);
    // A part stands beside fields of the whole: there the whole's fields are none that it must describe.
    let beside = rules.contains_key("properties");
    let part_of = |part: &Value| match part.as_object() {
        Some(part) if beside => {
            let mut part = part.clone();
            part.entry("additionalProperties").or_insert(Value::Bool(true));
            Value::Object(part)
        }
        _ => part.clone(),
    };
    for part in list("allOf").into_iter().flatten() {
        if let Some(misfit) = at(root, &part_of(part), value, path) {
            return Some(misfit);
        }
    }
    for either in [list("anyOf"), list("oneOf")].into_iter().flatten() {
        let misfits: Vec<String> =
            either.iter().filter_map(|one| at(root, &part_of(one), value, path)).collect();
        if misfits.len() == either.len() {
            return Some(format!("{path}: none of {}", misfits.join(" | ")));
        }
    }
    if list("enum").is_some_and(|words| !words.contains(value))
        || rules.get("const").is_some_and(|only| only != value)
        || !rules.get("type").is_none_or(|named| is_of(named, value))
    {
        return Some(format!("{path}: {value} is not of {schema}"));
    }
    match value {
        Value::Object(fields) => object(root, rules, fields, path),
        Value::Array(items) => {
            let each = rules.get("items")?;
            (0..).zip(items).find_map(|(n, item): (u32, _)| at(root, each, item, &format!("{path}/{n}")))
        }
        _ => None,
    }
}

fn object(
    root: &Value,
    rules: &Map<String, Value>,
    fields: &Map<String, Value>,
    path: &str,
) -> Option<String> {
    let required = rules.get("required").and_then(Value::as_array).into_iter().flatten();
    let missing = required.filter_map(Value::as_str).find(|name| !fields.contains_key(*name));
    if let Some(missing) = missing {
        return Some(format!("{path}: `{missing}` is missing"));
    }
    let known = rules.get("properties").and_then(Value::as_object);
    // A field that is described nowhere is a misfit too, where the schema lists fields and nothing adds others.
    let open = ["$ref", "allOf", "anyOf", "oneOf"].iter().any(|part| rules.contains_key(*part));
    fields.iter().find_map(|(name, value)| {
        let path = format!("{path}/{name}");
        match (known.and_then(|known| known.get(name)), rules.get("additionalProperties")) {
            (Some(schema), _) | (None, Some(schema)) => at(root, schema, value, &path),
            (None, None) if known.is_some() && !open => Some(format!("{path}: is not described")),
            (None, None) => None,
        }
    })
}

fn is_of(named: &Value, value: &Value) -> bool {
    let one = |name: &Value| match (name.as_str(), value) {
        (Some("null"), Value::Null)
        | (Some("boolean"), Value::Bool(_))
        | (Some("string"), Value::String(_))
        | (Some("array"), Value::Array(_))
        | (Some("object"), Value::Object(_))
        | (Some("number"), Value::Number(_)) => true,
        (Some("integer"), Value::Number(number)) => number.is_i64() || number.is_u64(),
        _ => false,
    };
    named.as_array().map_or_else(|| one(named), |names| names.iter().any(one))
}
