INSERT INTO search_gram (noun, gram, id)
VALUES (?1, ?2, ?3)
