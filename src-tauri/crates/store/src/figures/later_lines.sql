SELECT debit, credit
FROM entry_line
WHERE account = ?1 AND date > ?2 AND date <= ?3
