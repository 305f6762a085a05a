SELECT line.account, line.party, sum(line.debit), sum(line.credit)
FROM entry JOIN entry_line AS line ON line.entry = entry.id
WHERE entry.period = ?1 AND entry.kind = 0
GROUP BY line.account, line.party
