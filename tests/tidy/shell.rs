//! What the page may do in the shell, pinned: a change of these must be meant.

use serde_json::{Value, json};

use super::source::{assert_none, files, read};

fn configuration() -> Value {
    serde_json::from_str(&read("src-tauri/tauri.conf.json")).unwrap()
}

/// Nothing from elsewhere, nothing inlined, no frames, no forms; pictures also from bytes the page was handed; and no script can bend the language's own objects.
#[test]
fn the_page_is_confined() {
    let expected = json!({
        "capabilities": ["main"],
        "csp": {
            "default-src": "'self'",
            "connect-src": "ipc: http://ipc.localhost",
            "script-src": "'self'",
            "style-src": "'self'",
            "img-src": "'self' blob:",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'none'"
        },
        "freezePrototype": true
    });
    assert_eq!(configuration()["app"]["security"], expected);
}

#[test]
fn the_page_lies_inside_the_program() {
    let build = &configuration()["build"];
    assert_eq!(build["frontendDist"], "../ui/dist");
    assert_eq!(build["devUrl"], Value::Null, "a page from a server is a page from elsewhere");
    assert!(configuration()["plugins"].is_null());
}

#[test]
fn a_page_may_use_three_doors_and_its_window_and_listen() {
    let found = files().into_iter().filter(|file| file.is_in(&["src-tauri/capabilities"]));
    let names: Vec<String> = found.map(|file| file.path).collect();
    assert_eq!(names, ["src-tauri/capabilities/main.json"]);
    let capability: Value = serde_json::from_str(&read(&names[0])).unwrap();
    assert_eq!(capability["windows"], json!(["main", "main-*"]));
    assert_eq!(capability["remote"], Value::Null);
    assert_eq!(
        capability["permissions"],
        json!([
            "allow-perform",
            "allow-ask",
            "allow-desk",
            "allow-window",
            "core:event:allow-listen",
            "core:event:allow-unlisten"
        ])
    );
    assert!(read("src-tauri/build.rs").contains(r#"&["perform", "ask", "desk", "window"]"#));
}

#[test]
fn the_program_has_one_version() {
    let manifest = read("Cargo.toml");
    let line = manifest.lines().find(|line| line.starts_with("version = ")).unwrap();
    let page: Value = serde_json::from_str(&read("ui/package.json")).unwrap();
    for version in [&configuration()["version"], &page["version"]] {
        assert_eq!(line, format!("version = {version}"));
    }
}

/// No remote page, script, font or picture is named anywhere in the page's sources.
#[test]
fn the_page_names_no_address_elsewhere() {
    let breaches: Vec<String> = files()
        .iter()
        .filter(|file| file.is_in(&["ui/src", "ui/index.html"]) && file.extension() != "txt")
        .flat_map(|file| {
            let text = file.text();
            let strangers = text.lines().enumerate().filter(|(_, line)| {
                line.contains("://")
                    && !line.contains("http://www.w3.org/")
                    && !line.contains("127.0.0.1")
            });
            strangers.map(|(at, _)| format!("{}:{}", file.path, at + 1)).collect::<Vec<_>>()
        })
        .collect();
    assert_none("The program works without a network and tells nobody anything:", &breaches);
}
