SELECT paper_line.no, paper_line.item, paper_line.description, paper_line.quantity,
       paper_line.unit_price, paper_line.tax_included, tax_row.rate_code, tax_row.rate,
       paper_line.net, paper_line.tax, paper_line.gross
FROM paper_line
JOIN tax_row ON tax_row.paper = paper_line.paper AND tax_row.no = paper_line.no
WHERE paper_line.paper = ?1
ORDER BY paper_line.no
