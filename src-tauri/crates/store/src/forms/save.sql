INSERT INTO form_draft (person, form, content)
VALUES (?1, ?2, ?3)
ON CONFLICT (person, form) DO UPDATE SET content = excluded.content
