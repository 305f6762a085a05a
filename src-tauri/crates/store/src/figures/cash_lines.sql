SELECT account.code AS account, entry_line.date, entry.uid, entry.word, entry.number,
       coalesce(entry_line.memo, entry.memo) AS memo, party.name AS party,
       entry_line.debit, entry_line.credit
FROM account
JOIN entry_line ON entry_line.account = account.id AND entry_line.date BETWEEN ?2 AND ?3
JOIN entry ON entry.id = entry_line.entry AND entry.kind <> 0
LEFT JOIN party ON party.id = entry_line.party
WHERE account.is_cash = 1
  AND (SELECT cash_flow_item FROM line_tag
       WHERE line_tag.entry = entry_line.entry AND line_tag.no = entry_line.no
       ORDER BY operation DESC LIMIT 1) = ?1
ORDER BY entry_line.date, entry_line.entry, entry_line.no
LIMIT ?4
