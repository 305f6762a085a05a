INSERT INTO asset (uid, code, name, class, place, cost_account, accumulated_account)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
