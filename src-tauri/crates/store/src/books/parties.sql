SELECT party_balance.party, party.code, party.name
FROM (SELECT DISTINCT party FROM party_balance WHERE account = ?1) AS party_balance
JOIN party ON party.id = party_balance.party
ORDER BY party.code
