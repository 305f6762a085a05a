SELECT open_item.paper, open_item.party, open_item.due, open_item.open, paper.uid, paper.kind,
       paper.year, paper.number, paper.date, paper.gross, party.uid AS customer,
       coalesce(paper.party_name, party.name) AS customer_name
FROM open_item
JOIN paper ON paper.id = open_item.paper
JOIN party ON party.id = open_item.party
