//! The door between the pages and the books: three commands, the clock, and locking what nobody uses. What one window
//! did, the others hear at once.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{Local, SecondsFormat, Utc};
use kontor_actions::desk::{Desk, Places};
use kontor_actions::{Now, Refusal};
use serde_json::{Value, json};
use tauri::async_runtime::spawn_blocking;
use tauri::{AppHandle, Emitter, State, WebviewWindow};
use uuid::Uuid;

/// How often somebody looks whether the book has been idle for too long.
const LOOKS_EVERY: Duration = Duration::from_secs(5);

/// Every how many looks the day's backup is thought of.
const LOOKS_PER_BACKUP: u64 = 120;

/// The one desk of all windows.
pub(crate) struct Session {
    desk: Arc<Desk>,
    app: AppHandle,
}

impl Session {
    pub(crate) fn new(app: AppHandle, places: Box<dyn Places>, device: PathBuf) -> Session {
        Session { desk: Arc::new(Desk::new(places, device)), app }
    }

    /// Somebody started the program with a book: the page asks anew what lies on the desk.
    pub(crate) fn offer(&self, book: PathBuf) {
        self.desk.offer(book);
        tell_turned(&self.app, None);
    }

    /// Locks the book when nobody has done anything for a while, and keeps its daily backup.
    pub(crate) fn watch(&self) {
        let (desk, app) = (Arc::clone(&self.desk), self.app.clone());
        std::thread::spawn(move || {
            for look in 1_u64.. {
                std::thread::sleep(LOOKS_EVERY);
                if desk.lock_if_idle(&now()) {
                    tell_turned(&app, None);
                }
                if look % LOOKS_PER_BACKUP == 0 {
                    desk.keep_daily(&now());
                }
            }
        });
    }

    /// The window is gone: the book is brought into one file and its keys are forgotten.
    pub(crate) fn close(&self) {
        // There is nobody left to tell. A book that was not open refuses, which is well.
        let _ = self.desk.desk(json!({ "desk": "lock_book" }), &now());
    }
}

/// Changes the book. The other windows hear which nouns changed.
#[tauri::command]
pub(crate) async fn perform(
    window: WebviewWindow,
    session: State<'_, Session>,
    request: Value,
) -> Result<Value, Value> {
    let done = carry(&session, Desk::perform, request).await?;
    let told = json!({ "from": window.label(), "nouns": done.get("changed") });
    // Without another window nobody needs to hear it.
    let _ = session.app.emit("changed", told);
    Ok(done)
}

/// Reads the book.
#[tauri::command]
pub(crate) async fn ask(session: State<'_, Session>, request: Value) -> Result<Value, Value> {
    carry(&session, Desk::ask, request).await
}

/// Files and windows: create, unlock, lock, choose a place, save a statement. Where the book was opened or locked by
/// it, the other windows ask anew what lies on the desk.
#[tauri::command]
pub(crate) async fn desk(
    window: WebviewWindow,
    session: State<'_, Session>,
    request: Value,
) -> Result<Value, Value> {
    let before = session.desk.turn();
    let answer = carry(&session, Desk::desk, request).await;
    if session.desk.turn() != before {
        tell_turned(&session.app, Some(window.label()));
    }
    answer
}

type Door = fn(&Desk, Value, &Now) -> Result<Value, Refusal>;

/// Away from the main thread, which draws the window and shows the dialogs that this may wait for.
async fn carry(session: &Session, door: Door, request: Value) -> Result<Value, Value> {
    let desk = Arc::clone(&session.desk);
    let answer = spawn_blocking(move || door(&desk, request, &now())).await;
    match answer {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(error)) => Err(json!(error)),
        // The door catches its own panics; this one came from the shell's side of it.
        Err(error) => {
            Err(json!({ "kind": "bug", "code": "bug", "details": { "what": error.to_string() } }))
        }
    }
}

/// Says that a book was opened or locked, and by which window.
fn tell_turned(app: &AppHandle, from: Option<&str>) {
    // Without a window nobody needs to hear it.
    let _ = app.emit("desk", json!({ "from": from }));
}

/// The only clock of the program: everything behind the door receives the time as a value.
fn now() -> Now {
    Now {
        at: Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true),
        today: Local::now().date_naive(),
        uid: Uuid::now_v7(),
    }
}
