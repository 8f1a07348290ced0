/** Of taggings `g`: the tag as it is now (`t`), which may be one that another was merged into (`had`). */
export const TAG_NOW = 'JOIN tags had ON had.id = g.tag_id JOIN tags t ON t.id = coalesce(had.merged_into, had.id)';

/** What a lead or a customer is tagged with, each once, in the order in which it was put on; `where` is about taggings `g`. */
export const tagsOf = (where: string) => `(
  SELECT coalesce(json_agg(json_build_object('zh', x.name_zh, 'en', x.name_en) ORDER BY x.at, x.first), '[]') FROM (
    SELECT t.name_zh, t.name_en, min(g.created_at) AS at, (array_agg(g.id ORDER BY g.created_at, g.id))[1] AS first
      FROM taggings g ${TAG_NOW} WHERE ${where} GROUP BY t.id) x)`;
