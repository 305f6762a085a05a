INSERT INTO payment_habit (party, early, usual, late)
VALUES (?1, ?2, ?3, ?4)
ON CONFLICT (party) DO UPDATE
SET early = excluded.early, usual = excluded.usual, late = excluded.late
