SELECT line.date, line.debit,
       (SELECT coalesce(sum(cash.credit), 0)
        FROM entry_line AS cash
        JOIN account ON account.id = cash.account AND account.is_cash = 1
        WHERE cash.entry = line.entry)
FROM (SELECT entry, date, debit
      FROM entry_line
      WHERE account = ?1 AND date BETWEEN ?2 AND ?3
      ORDER BY date
      LIMIT ?4) AS line
ORDER BY line.date, line.entry
