//! Serves the page and its door over loopback, for journeys in a browser. Never shipped.
//!
//! `bridge --page ui/dist --places FOLDER [--port N]` prints the address with a token on its first line; requests
//! without the token are refused, so that no other page on this machine can reach the book.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use kontor_actions::desk::{Desk, Places, Purpose};
use kontor_actions::{Code, Now, Refusal};
use serde_json::{Value, json};

/// A folder that answers instead of the system's dialogs.
struct AnsweringFolder(PathBuf);

impl Places for AnsweringFolder {
    fn choose(&self, purpose: Purpose, suggested: &str) -> Option<PathBuf> {
        let plain: String = suggested
            .chars()
            .map(|c| if c.is_control() || r"/\:".contains(c) { '-' } else { c })
            .collect();
        let named = |ending: &str| {
            let name = plain.strip_suffix(&format!(".{ending}")).unwrap_or(&plain);
            Some(self.0.join(format!("{name}.{ending}")))
        };
        match purpose {
            Purpose::NewBook => named("kontor"),
            Purpose::SaveStatement { extension } => named(extension),
            Purpose::SaveText => named("txt"),
            Purpose::OpenBook => newest(&self.0, "kontor"),
            Purpose::OpenBackup => newest(&self.0, "kontor-backup"),
            Purpose::OpenAttachment => {
                ["png", "jpg", "pdf", "xml"].iter().find_map(|kind| newest(&self.0, kind))
            }
            Purpose::OpenTable => ["xlsx", "csv"].iter().find_map(|kind| newest(&self.0, kind)),
            Purpose::Folder => Some(self.0.clone()),
        }
    }
}

fn newest(folder: &Path, ending: &str) -> Option<PathBuf> {
    std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension() == Some(OsStr::new(ending)))
        .max_by_key(|path| std::fs::metadata(path).and_then(|data| data.modified()).ok())
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let said = |name: &str| {
        let place = words.iter().position(|word| word == name)?;
        words.get(place + 1).cloned()
    };
    let (Some(page), Some(places)) = (said("--page"), said("--places")) else {
        eprintln!("bridge --page FOLDER --places FOLDER [--port N] [--book FILE]");
        std::process::exit(2);
    };
    let port = said("--port").unwrap_or_else(|| "0".to_owned());
    let listener = match TcpListener::bind(format!("127.0.0.1:{port}")) {
        Ok(listener) => listener,
        Err(error) => {
            eprintln!("bridge: {error}");
            std::process::exit(3);
        }
    };
    let token = uuid::Uuid::new_v4().simple().to_string();
    let places = PathBuf::from(places);
    let desk =
        Arc::new(Desk::new(Box::new(AnsweringFolder(places.clone())), places.join("device")));
    if let Some(book) = said("--book") {
        desk.offer(PathBuf::from(book));
    }
    if let Ok(address) = listener.local_addr() {
        println!("http://{address}/?token={token}");
    }
    let page = PathBuf::from(page);
    for stream in listener.incoming().flatten() {
        let (desk, page, token) = (Arc::clone(&desk), page.clone(), token.clone());
        std::thread::spawn(move || answer(stream, &desk, &page, &token));
    }
}

/// One request on one connection, which is closed after it: slow enough for nobody, and no connection waits for a
/// thread that another one holds.
fn answer(stream: TcpStream, desk: &Desk, page: &Path, token: &str) -> Option<()> {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).ok()?;
    let mut words = line.split_whitespace();
    let (method, url) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (mut length, mut has_token) = (0_u64, false);
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).ok()?;
        let Some((name, value)) = header.trim_end().split_once(':') else { break };
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.trim().parse().ok()?,
            "x-bridge-token" => has_token = value.trim() == token,
            _ => {}
        }
    }
    let path = url.split('?').next().unwrap_or_default().to_owned();
    let (status, kind, body) = match path.strip_prefix("/bridge/") {
        Some(door) if method == "POST" && has_token => {
            let mut body = String::new();
            reader.by_ref().take(length.min(32 * 1024 * 1024)).read_to_string(&mut body).ok()?;
            through(door, &body, desk)
        }
        Some(_) => (403, "application/json", b"{}".to_vec()),
        None => file(page, &path),
    };
    let mut stream = reader.into_inner();
    let head = format!(
        "HTTP/1.1 {status} -\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).ok()
}

fn through(door: &str, body: &str, desk: &Desk) -> (u16, &'static str, Vec<u8>) {
    let now = now();
    let answered = serde_json::from_str(body)
        .map_err(|error| Refusal::new(Code::Malformed).with("what", error))
        .and_then(|request: Value| match door {
            "perform" => desk.perform(request, &now),
            "ask" => desk.ask(request, &now),
            "desk" => desk.desk(request, &now),
            _ => Err(Refusal::new(Code::Malformed).with("what", door)),
        });
    let (status, value) = match answered {
        Ok(value) => (200, value),
        Err(refusal) => (400, json!(refusal)),
    };
    (status, "application/json", value.to_string().into_bytes())
}

fn file(page: &Path, path: &str) -> (u16, &'static str, Vec<u8>) {
    let relative = Path::new(path.trim_start_matches('/'));
    let is_plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let name = if path == "/" || !is_plain { Path::new("index.html") } else { relative };
    match std::fs::read(page.join(name)) {
        Ok(bytes) => (200, content_type(name), bytes),
        Err(_) => (404, "text/plain", Vec::new()),
    }
}

fn content_type(name: &Path) -> &'static str {
    match name.extension().and_then(OsStr::to_str) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

fn now() -> Now {
    Now {
        at: chrono::Utc::now().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        today: chrono::Local::now().date_naive(),
        uid: uuid::Uuid::now_v7(),
    }
}
