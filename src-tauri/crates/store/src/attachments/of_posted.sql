SELECT entry.period, entry.word, entry.number, attachment.uid
FROM attachment
JOIN entry ON entry.uid = attachment.holder
WHERE attachment.id > ?1
  AND NOT EXISTS (SELECT 1 FROM attachment_removal WHERE attachment_removal.attachment = attachment.id)
ORDER BY attachment.id
LIMIT 1
