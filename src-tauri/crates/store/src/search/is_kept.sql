SELECT EXISTS (SELECT 1 FROM search_gram WHERE noun = ?1 AND gram = ?2 AND id = ?3)
