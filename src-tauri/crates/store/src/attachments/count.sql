SELECT count(*) FROM attachment
WHERE holder = ?1
  AND NOT EXISTS (SELECT 1 FROM attachment_removal WHERE attachment_removal.attachment = attachment.id)
