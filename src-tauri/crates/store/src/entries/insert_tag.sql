INSERT INTO line_tag (entry, no, operation, cash_flow_item, activity)
VALUES (?1, ?2, ?3, ?4, ?5)
