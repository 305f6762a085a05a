SELECT entry_line.no, entry_line.account, entry_line.debit, entry_line.credit, entry_line.party,
       entry_line.item, entry_line.quantity, entry_line.currency, entry_line.foreign_amount,
       entry_line.rate, entry_line.memo, line_tag.cash_flow_item, line_tag.activity
FROM entry_line
LEFT JOIN line_tag
       ON line_tag.entry = entry_line.entry
      AND line_tag.no = entry_line.no
      AND line_tag.operation = (SELECT max(operation) FROM line_tag AS later
                                WHERE later.entry = entry_line.entry AND later.no = entry_line.no
                                  AND later.operation <= ?2)
WHERE entry_line.entry = ?1
ORDER BY entry_line.no
