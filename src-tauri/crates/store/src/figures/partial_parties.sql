WITH moved AS (
  SELECT entry_line.account, entry_line.party,
         sum(entry_line.debit) AS debit, sum(entry_line.credit) AS credit
  FROM entry
  JOIN entry_line ON entry_line.entry = entry.id
  JOIN account ON account.id = entry_line.account AND account.class IN ('asset', 'liability', 'equity')
  WHERE entry.period = ?1 AND entry.kind IN (1, 2) AND entry.date BETWEEN ?2 AND ?3
    AND entry_line.party IS NOT NULL
  GROUP BY entry_line.account, entry_line.party
)
SELECT moved.account, moved.debit, moved.credit,
       (SELECT coalesce(sum(debit), 0) FROM party_balance
        WHERE account = moved.account AND party = moved.party AND (kind = 0 OR period <= ?4)),
       (SELECT coalesce(sum(credit), 0) FROM party_balance
        WHERE account = moved.account AND party = moved.party AND (kind = 0 OR period <= ?4))
FROM moved
