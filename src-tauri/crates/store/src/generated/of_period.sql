SELECT generated_entry.generator, generated_entry.key, entry.uid, entry.word, entry.number, entry.id,
       entry.period, entry.kind
FROM generated_entry
JOIN entry ON entry.id = generated_entry.entry
WHERE generated_entry.period = ?1
UNION ALL
SELECT generated_entry.generator, generated_entry.key, entry.uid, entry.word, entry.number, entry.id,
       entry.period, entry.kind
FROM generated_entry
JOIN entry ON entry.reversal_of = generated_entry.entry
WHERE generated_entry.period = ?1
  AND entry.period = (SELECT period FROM entry AS taken_back WHERE taken_back.id = generated_entry.entry)
ORDER BY 6
