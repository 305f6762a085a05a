SELECT here.entry AS place, here.line, here.no, here.kind, here.rate, -here.base AS base, -here.tax AS tax,
       here.invoice_kind, here.invoice_number, back.date, party.name AS party, back.uid, back.word, back.number,
       back.memo
FROM entry_tax_row AS here
JOIN entry AS back ON back.reversal_of = here.entry
JOIN entry_line ON entry_line.entry = here.entry AND entry_line.no = here.line
LEFT JOIN party ON party.id = entry_line.party
WHERE back.date BETWEEN ?2 AND ?3 AND (here.entry, here.line, here.no) > (?4, ?5, ?6) AND ?1 = ?1
  AND here.kind <> 'none'
  AND here.operation = (SELECT max(operation) FROM entry_tax_row WHERE entry = here.entry AND line = here.line)
ORDER BY here.entry, here.line, here.no
LIMIT ?7
