SELECT paper.id
FROM open_item
CROSS JOIN paper ON paper.id = open_item.paper
