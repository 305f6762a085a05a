SELECT party, net
FROM party_net
WHERE account = ?1 AND net < 0
ORDER BY net, party
LIMIT ?2
