SELECT entry.id, entry.uid, entry.operation, entry.period, entry.date, entry.word, entry.number,
       entry.kind, entry.memo, entry.total,
       preparer.name AS prepared_by, signer.name AS signed_by, reviewer.name AS reviewed_by,
       poster.name AS posted_by,
       posting_rule.name AS rule_name, posting_rule.version AS rule_version,
       paper.uid AS paper_uid, paper.kind AS paper_kind, paper.year AS paper_year,
       paper.number AS paper_number,
       reversed.uid AS reversed_uid, reversed.word AS reversed_word,
       reversed.number AS reversed_number,
       reversing.uid AS reversing_uid, reversing.word AS reversing_word,
       reversing.number AS reversing_number
FROM entry
JOIN person AS preparer ON preparer.id = entry.prepared_by
JOIN operation ON operation.number = entry.operation
JOIN person AS poster ON poster.id = operation.person
LEFT JOIN person AS signer ON signer.id = entry.signed_by
LEFT JOIN person AS reviewer ON reviewer.id = entry.reviewed_by
LEFT JOIN posting_rule ON posting_rule.id = entry.rule
LEFT JOIN paper ON paper.id = entry.paper
LEFT JOIN entry AS reversed ON reversed.id = entry.reversal_of
LEFT JOIN entry AS reversing ON reversing.reversal_of = entry.id
