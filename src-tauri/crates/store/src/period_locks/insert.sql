INSERT INTO period_lock (operation, period, area, is_locked)
VALUES (?1, ?2, ?3, ?4)
