SELECT count(*), min(entry.id), entry.word, entry.number
FROM entry
JOIN entry_line ON entry_line.entry = entry.id
JOIN account ON account.id = entry_line.account AND account.is_cash = 1
WHERE entry.period = ?1
  AND entry.kind <> 0
  AND coalesce((SELECT cash_flow_item FROM line_tag
                WHERE line_tag.entry = entry_line.entry AND line_tag.no = entry_line.no
                ORDER BY operation DESC LIMIT 1), '') = ''
