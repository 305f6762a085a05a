SELECT id, code, parent, level, name_zh, name_en, class, normal_side, is_cash, needs_party,
       activity, indirect, cash_in_item, cash_out_item, auxiliary, keeps_quantity, currency,
       is_monetary, is_active
FROM account
ORDER BY code
