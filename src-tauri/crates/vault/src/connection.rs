//! Connections to an open book: how each one is keyed and what it is held to.

use crate::error::{Result, VaultError};
use crate::keys::BookKey;
use crate::vfs;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write;
use std::path::Path;
use std::time::Duration;
use zeroize::Zeroizing;

/// Older versions can corrupt a book in write-ahead mode with two connections (fixed 2026-03).
const OLDEST_SQLITE: i32 = 3_051_003;
const WAIT_FOR_LOCKS: Duration = Duration::from_secs(5);
/// One action uses more statements than the usual sixteen, and each would push out the next one needed.
const STATEMENTS_KEPT: usize = 256;

/// What every connection is held to. Nothing stored in a file may run code or reach outside its
/// schema; a commit has reached the disk when it returns.
const TERMS: &str = "
    PRAGMA trusted_schema = OFF;
    PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0;
    PRAGMA temp_store = MEMORY;
    PRAGMA foreign_keys = ON;
    PRAGMA cache_size = -65536;
    PRAGMA synchronous = FULL;
    PRAGMA fullfsync = ON;
    PRAGMA checkpoint_fullfsync = ON;
";

/// The connection that writes.
pub(crate) fn open_writer(path: &Path, key: &BookKey) -> Result<Connection> {
    let connection = open(path, key)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if !mode.eq_ignore_ascii_case("wal") {
        return Err(VaultError::UnfitPlace { path: path.to_path_buf() });
    }
    Ok(connection)
}

/// A connection that only reads.
pub(crate) fn open_reader(path: &Path, key: &BookKey) -> Result<Connection> {
    let connection = open(path, key)?;
    connection.execute_batch("PRAGMA query_only = ON")?;
    Ok(connection)
}

/// Reads the first page, and so finds a wrong key or a file that is not a database. Nothing is
/// written: a log beside the file stays where it is.
pub(crate) fn probe(path: &Path, key: &BookKey) -> Result<()> {
    let connection = open(path, key)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    // Now that the log proved readable, closing may tidy it away again.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(())
}

/// Moves everything from the write-ahead log into the file.
pub(crate) fn checkpoint(connection: &Connection) -> Result<()> {
    let busy: i64 =
        connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(VaultError::Busy) }
}

fn open(path: &Path, key: &BookKey) -> Result<Connection> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(VaultError::SqliteTooOld);
    }
    vfs::register()?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags_and_vfs(path, flags, vfs::NAME)?;
    // SQLCipher would else write to standard error; what went wrong is in our answer.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    vfs::key(&connection, &derive_key_text(key))?;
    connection.busy_timeout(WAIT_FOR_LOCKS)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Beside a partial index a statement would else be compiled anew for each value bound to it.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    connection.execute_batch(TERMS)?;
    Ok(connection)
}

/// SQLCipher's form of a key that needs no stretching, with the salt it would else store in the
/// first page only, where damage would lose it.
fn derive_key_text(key: &BookKey) -> Zeroizing<String> {
    let (database_key, salt) = (key.derive("database-key"), key.derive("database-salt"));
    let mut text = Zeroizing::new(String::with_capacity(2 + 64 + 32 + 1));
    text.push_str("x'");
    for byte in database_key.iter().chain(salt.iter().take(16)) {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    text.push('\'');
    text
}
