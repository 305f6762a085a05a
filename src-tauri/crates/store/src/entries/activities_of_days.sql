SELECT entry.id, entry.period, entry_line.account, account.class, account.is_cash, account.activity,
       account.indirect IS NOT NULL,
       (SELECT cash_flow_item FROM line_tag
        WHERE line_tag.entry = entry_line.entry AND line_tag.no = entry_line.no
        ORDER BY operation DESC LIMIT 1),
       (SELECT activity FROM line_tag
        WHERE line_tag.entry = entry_line.entry AND line_tag.no = entry_line.no
        ORDER BY operation DESC LIMIT 1),
       entry_line.debit, entry_line.credit
FROM entry
JOIN entry_line ON entry_line.entry = entry.id
JOIN account ON account.id = entry_line.account
WHERE entry.period = ?1 AND entry.kind = 1 AND entry.date BETWEEN ?2 AND ?3
ORDER BY entry.id, entry_line.no
