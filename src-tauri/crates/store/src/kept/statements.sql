SELECT name, figures, figures_hash, csv_hash, pdf_hash
FROM kept_statement
WHERE operation = ?1
ORDER BY id
