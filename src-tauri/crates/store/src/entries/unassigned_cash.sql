SELECT count(*), coalesce(sum(abs(entry_line.debit - entry_line.credit)), 0), min(entry.id), entry.word, entry.number,
       entry.uid
FROM period
JOIN account ON account.is_cash = 1
JOIN entry_line ON entry_line.account = account.id
  AND entry_line.date BETWEEN period.first_day AND period.last_day
JOIN entry ON entry.id = entry_line.entry AND entry.period = period.id AND entry.kind <> 0
WHERE period.id = ?1
  AND coalesce((SELECT cash_flow_item FROM line_tag
                WHERE line_tag.entry = entry_line.entry AND line_tag.no = entry_line.no
                ORDER BY operation DESC LIMIT 1), '') = ''
