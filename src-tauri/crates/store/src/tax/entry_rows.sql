SELECT here.entry AS place, here.line, here.no, here.kind, here.rate, here.base, here.tax, here.invoice_kind,
       here.invoice_number, entry.date, party.name AS party, entry.uid, entry.word, entry.number, entry.memo
FROM entry_tax_row AS here
JOIN entry ON entry.id = here.entry
JOIN entry_line ON entry_line.entry = here.entry AND entry_line.no = here.line
LEFT JOIN party ON party.id = entry_line.party
WHERE here.tax_period = ?1 AND (here.entry, here.line, here.no) > (?4, ?5, ?6) AND ?2 <= ?3
  AND here.kind <> 'none'
  AND here.operation = (SELECT max(operation) FROM entry_tax_row WHERE entry = here.entry AND line = here.line)
ORDER BY here.entry, here.line, here.no
LIMIT ?7
