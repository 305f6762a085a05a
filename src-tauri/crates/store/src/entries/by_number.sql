WITH RECURSIVE word (period, text) AS (
  SELECT recent.id, (SELECT entry.word
                     FROM entry INDEXED BY entry_by_number
                     WHERE entry.period = recent.id
                     ORDER BY entry.word
                     LIMIT 1)
  FROM (SELECT id
        FROM period
        WHERE (?2 IS NULL OR id / 100 = ?2) AND (?3 IS NULL OR id % 100 = ?3)
        ORDER BY id DESC
        LIMIT 120) AS recent
  UNION ALL
  SELECT word.period, (SELECT entry.word
                       FROM entry INDEXED BY entry_by_number
                       WHERE entry.period = word.period AND entry.word > word.text
                       ORDER BY entry.word
                       LIMIT 1)
  FROM word
  WHERE word.text IS NOT NULL
)
SELECT entry.id
FROM word
CROSS JOIN entry INDEXED BY entry_by_number
  ON entry.period = word.period AND entry.word = word.text AND entry.number = ?1
WHERE ?4 IS NULL OR lower(word.text) = ?4
ORDER BY entry.period DESC, entry.word
LIMIT ?5
