INSERT INTO party_net (account, party, net)
VALUES (?1, ?2, ?3)
ON CONFLICT (account, party) DO UPDATE SET net = excluded.net
