SELECT attachment.id, attachment.uid, attachment.holder, attachment.name, content.hash, content.media_type,
       content.size, operation.number, operation.at, person.name AS person, attachment.content
FROM attachment
JOIN attachment_content AS content ON content.id = attachment.content
JOIN operation ON operation.number = attachment.operation
JOIN person ON person.id = operation.person
WHERE NOT EXISTS (SELECT 1 FROM attachment_removal WHERE attachment_removal.attachment = attachment.id)
