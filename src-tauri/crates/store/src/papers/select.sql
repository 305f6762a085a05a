SELECT paper.id, paper.uid, paper.kind, paper.year, paper.number, paper.date, paper.party,
       party.uid AS party_uid, paper.party_name, paper.due, paper.net, paper.tax, paper.gross,
       paper.memo, paper.prepared_by, open_item.open,
       paper_reversal.paper IS NOT NULL AS is_reversed
FROM paper
LEFT JOIN party ON party.id = paper.party
LEFT JOIN open_item ON open_item.paper = paper.id
LEFT JOIN paper_reversal ON paper_reversal.paper = paper.id
