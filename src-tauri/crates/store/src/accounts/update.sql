UPDATE account
SET name_zh = ?2, name_en = ?3, is_active = ?4, currency = ?5, is_monetary = ?6
WHERE id = ?1
RETURNING code
