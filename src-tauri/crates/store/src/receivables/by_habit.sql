SELECT open_item.paper, open_item.party, open_item.due, open_item.open,
       payment_habit.early, payment_habit.usual, payment_habit.late
FROM open_item
LEFT JOIN payment_habit ON payment_habit.party = open_item.party
ORDER BY open_item.due, open_item.paper
