INSERT INTO kept_statement (operation, name, figures, figures_hash, csv_hash, pdf_hash, csv, pdf)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
