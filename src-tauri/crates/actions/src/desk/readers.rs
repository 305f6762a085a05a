//! Connections that only read the open book: questions are answered on them while something is written, backed up or
//! looked through, and none outlives the lock.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use kontor_store::{Connection, InterruptHandle};
use serde_json::Value;
use uuid::Uuid;

use crate::context::{Facts, Now};
use crate::door::{self, Door};
use crate::errors::Refusal;

/// How many questions are answered at once. Each connection keeps its own pages in memory, so they are few.
const CONNECTIONS: usize = 2;

/// How long the lock waits before it interrupts again a read that began a new statement.
const PATIENCE: Duration = Duration::from_millis(50);

/// The reading connections of the book on the desk.
#[derive(Default)]
pub(super) struct Readers {
    shelf: Mutex<Shelf>,
    returned: Condvar,
}

#[derive(Default)]
struct Shelf {
    /// Nothing while no book is open.
    facts: Option<(Arc<Facts>, Uuid)>,
    /// The one used last lies on top: its pages are in memory.
    idle: Vec<Connection>,
    /// Reads under way, each by what stops it.
    lent: Vec<(usize, InterruptHandle)>,
    next: usize,
    turns: u64,
}

impl Readers {
    /// Opens connections to a book that was just opened.
    pub(super) fn open(&self, door: &Door) -> Result<(), Refusal> {
        let connections: Result<Vec<_>, _> =
            (0..CONNECTIONS).map(|_| door.book().reader()).collect();
        let mut shelf = self.shelf();
        shelf.idle = connections?;
        shelf.turns += 1;
        shelf.facts = Some((door.facts(), door.book().file().person_uid()));
        Ok(())
    }

    /// How often the connections were opened or closed.
    pub(super) fn turn(&self) -> u64 {
        self.shelf().turns
    }

    /// Takes over what an action changed of the facts read once.
    pub(super) fn refresh(&self, door: &Door) {
        if let Some((facts, _)) = &mut self.shelf().facts {
            *facts = door.facts();
        }
    }

    /// Answers a question; nothing when no book is open.
    pub(super) fn ask(&self, request: Value, now: &Now) -> Option<Result<Value, Refusal>> {
        let mut shelf = self.shelf();
        let connection = loop {
            shelf.facts.as_ref()?;
            match shelf.idle.pop() {
                Some(connection) => break connection,
                None => shelf = self.wait(shelf),
            }
        };
        let (facts, person) = shelf.facts.clone()?;
        let number = shelf.lend(connection.get_interrupt_handle());
        drop(shelf);
        let answer = door::ask(&connection, &facts, person, request, now);
        let mut shelf = self.shelf();
        shelf.give_back(number);
        if shelf.facts.is_some() {
            shelf.idle.push(connection);
        } else {
            drop(connection);
        }
        self.returned.notify_all();
        Some(answer)
    }

    /// Counts a read on a connection of its own among those that the lock stops and waits for.
    pub(super) fn visit(&self, interrupt: InterruptHandle) -> Visit<'_> {
        Visit { number: self.shelf().lend(interrupt), readers: self }
    }

    /// Stops every read and closes the connections; afterwards nothing holds the file open for reading.
    pub(super) fn close(&self) {
        let mut shelf = self.shelf();
        shelf.facts = None;
        shelf.turns += 1;
        shelf.idle.clear();
        while !shelf.lent.is_empty() {
            for (_, read) in &shelf.lent {
                read.interrupt();
            }
            let waited = self.returned.wait_timeout(shelf, PATIENCE);
            shelf = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }

    fn shelf(&self) -> MutexGuard<'_, Shelf> {
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn wait<'a>(&self, shelf: MutexGuard<'a, Shelf>) -> MutexGuard<'a, Shelf> {
        self.returned.wait(shelf).unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    fn lend(&mut self, interrupt: InterruptHandle) -> usize {
        self.next += 1;
        self.lent.push((self.next, interrupt));
        self.next
    }

    fn give_back(&mut self, number: usize) {
        self.lent.retain(|(lent, _)| *lent != number);
    }
}

/// A read on a connection of its own, until it is dropped.
pub(super) struct Visit<'a> {
    number: usize,
    readers: &'a Readers,
}

impl Drop for Visit<'_> {
    fn drop(&mut self) {
        self.readers.shelf().give_back(self.number);
        self.readers.returned.notify_all();
    }
}
