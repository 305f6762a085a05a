INSERT INTO account (code, parent, level, name_zh, name_en, class, normal_side, is_cash, needs_party,
                     activity, indirect, cash_in_item, cash_out_item, auxiliary, keeps_quantity,
                     currency, is_monetary, is_active)
VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)
