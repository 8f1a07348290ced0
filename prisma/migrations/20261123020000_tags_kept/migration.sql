-- Tags are kept (R1, R23): renamed, merged into another one, no longer used. What carried one that was merged carries the other,
-- so that the merge can be taken back whoever may see what it is on.
-- AlterTable
ALTER TABLE "tags" ADD COLUMN     "active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "merged_into" UUID;

-- CreateIndex
CREATE INDEX "tags_merged_into_idx" ON "tags"("merged_into");

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_merged_into_fkey" FOREIGN KEY ("merged_into") REFERENCES "tags"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE tags ADD CONSTRAINT tags_merged CHECK (merged_into <> id);

-- Set by whoever has people below him; made by whoever types it first.
ALTER POLICY write_insert ON tags WITH CHECK ((SELECT parley_roles() && ARRAY['manager', 'director', 'executive', 'admin']));
ALTER POLICY write_update ON tags USING ((SELECT parley_roles() && ARRAY['manager', 'director', 'executive', 'admin']))
  WITH CHECK ((SELECT parley_roles() && ARRAY['manager', 'director', 'executive', 'admin']));
ALTER POLICY write_delete ON tags USING ((SELECT parley_roles() && ARRAY['manager', 'director', 'executive', 'admin']));

-- A rule names a tag by the word it had when the rule was made: every word it has or had counts.
CREATE OR REPLACE FUNCTION parley_tier_figures(p_ids uuid[], p_today date, p_days int[], p_currency text)
  RETURNS TABLE (id uuid, contacts jsonb, "openDeals" int, probability int, "openAmount" bigint, "wonAmounts" jsonb, tags text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF coalesce(parley_system(), '') <> 'schedule' THEN
    RAISE EXCEPTION 'figures are for the sweep' USING ERRCODE = '42501';
  END IF;
  RETURN QUERY
    SELECT c.id,
      (SELECT jsonb_object_agg(d, (SELECT count(*) FROM follow_ups f WHERE f.customer_id = c.id AND f.kind <> 'note'
          AND f.happened_on > p_today - d AND f.happened_on <= p_today)) FROM unnest(p_days) d),
      open.deals, open.probability, open.amount,
      (SELECT jsonb_object_agg(d, (SELECT coalesce(sum(o.amount), 0)::text FROM opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'won'
          WHERE o.customer_id = c.id AND o.currency = p_currency AND o.stage_since > (p_today - d)::timestamptz)) FROM unnest(p_days) d),
      ARRAY(SELECT w FROM taggings g JOIN tags had ON had.id = g.tag_id JOIN tags t ON t.id = coalesce(had.merged_into, had.id),
              unnest(ARRAY[t.name_zh, t.name_en] || t.synonyms) w WHERE g.customer_id = c.id)
    FROM unnest(p_ids) AS c (id)
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS deals, coalesce(max(s.probability), 0) AS probability,
             coalesce(sum(o.amount) FILTER (WHERE o.currency = p_currency), 0)::bigint AS amount
        FROM opportunities o JOIN stages s ON s.key = o.stage_key AND s.kind = 'open' WHERE o.customer_id = c.id) open;
END $$;
CREATE TRIGGER mark_tiers AFTER UPDATE OF merged_into ON tags FOR EACH STATEMENT EXECUTE FUNCTION parley_mark_tiers();

SELECT parley_compile_writes();
