SELECT 1
FROM entry
JOIN entry_line AS debit_line ON debit_line.entry = entry.id
JOIN account AS debit_account ON debit_account.id = debit_line.account
JOIN entry_line AS credit_line ON credit_line.entry = entry.id
JOIN account AS credit_account ON credit_account.id = credit_line.account
WHERE entry.operation > ?1 AND entry.prepared_by = ?2 AND entry.kind = 1
  AND debit_account.code GLOB ?3 AND debit_line.debit = ?5
  AND credit_account.code GLOB ?4 AND credit_line.credit = ?5
