SELECT party.id, party.code, payment_habit.early, payment_habit.usual, payment_habit.late
FROM party
LEFT JOIN payment_habit ON payment_habit.party = party.id
ORDER BY party.id
