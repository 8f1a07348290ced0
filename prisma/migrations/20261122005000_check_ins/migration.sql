-- Visits with their place (R37): a check-in is a follow-up that knows where it was made; a customer's place is what a
-- confirmed check-in has stored. Follow-ups know their hour where one was said: what is written down later says so.

-- AlterTable
ALTER TABLE "follow_ups" ADD COLUMN     "check_in" JSONB,
ADD COLUMN     "happened_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "customers" ADD COLUMN     "place" JSONB;

-- AlterTable
ALTER TABLE "received_files" ADD COLUMN     "photo" JSONB;

-- CreateIndex
CREATE INDEX "files_sha256_idx" ON "files"("sha256");

ALTER TABLE customers ADD CONSTRAINT customers_place CHECK (
  (place ->> 'latitude')::float8 BETWEEN -90 AND 90 AND (place ->> 'longitude')::float8 BETWEEN -180 AND 180);
ALTER TABLE follow_ups ADD CONSTRAINT follow_ups_check_in CHECK (check_in IS NULL OR (kind = 'visit' AND customer_id IS NOT NULL));

-- Where somebody was is for himself, whoever leads him, and those who sell there.
INSERT INTO field_policies SELECT p.* FROM (VALUES
  ('customers', 'place', '{"marketing": "hidden"}'),
  ('follow_ups', 'check_in', '{"marketing": "hidden", "finance": "hidden", "service": "hidden"}')
) AS x (entity, field, access), parley_policies(x.entity, x.field, x.access::jsonb) p;

-- What earlier check-ins say of a new one: when the same photo was first used, on whatever record by whomever, and how often
-- the actor has been at this very spot. A definer function: it answers with a moment and a number, never with whose.
-- One picks the same point of a map again and again at one customer's; of a photo, or at others, it is no accident.
CREATE FUNCTION parley_check_in_traces(p_photos text[], p_spot jsonb, p_customer uuid, p_of_photo boolean, p_days int, p_except uuid)
  RETURNS TABLE ("usedAt" timestamptz, spots int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT (SELECT min(x.created_at) FROM files x WHERE x.sha256 = ANY (p_photos) AND x.record_id IS DISTINCT FROM p_except),
           (SELECT count(*)::int FROM follow_ups f
             WHERE f.author_id = parley_actor() AND f.happened_on > (parley_now() - make_interval(days => p_days))::date
               AND f.check_in -> 'spot' = p_spot AND (p_of_photo OR f.customer_id <> p_customer) AND f.id IS DISTINCT FROM p_except)
     WHERE parley_actor() IS NOT NULL
  $$;
REVOKE EXECUTE ON FUNCTION parley_check_in_traces FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_check_in_traces TO parley_app;

-- Of two customers that become one, the place goes with the address that is kept, else whichever has one.
DO $$
DECLARE
  v_merge text := pg_get_functiondef('parley_merge_rows'::regproc);
  v_with text := replace(v_merge, '    address = CASE', $line$    place = CASE WHEN 'address' = ANY (p_take) THEN coalesce(v_from.place, c.place) ELSE coalesce(c.place, v_from.place) END,
    address = CASE$line$);
BEGIN
  IF v_with = v_merge THEN
    RAISE EXCEPTION 'parley_merge_rows names no address';
  END IF;
  EXECUTE v_with;
END $$;

SELECT parley_compile_writes();
