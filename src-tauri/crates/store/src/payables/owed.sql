SELECT count(*), coalesce(sum(net), 0)
FROM party_net
WHERE account = ?1 AND net < 0
