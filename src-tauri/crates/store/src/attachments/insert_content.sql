INSERT INTO attachment_content (operation, hash, media_type, size, bytes)
VALUES (?1, ?2, ?3, ?4, ?5)
