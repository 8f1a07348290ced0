-- A visit to somebody who is no customer yet knows where it was as well (R37), and a lead keeps a place as customers do: it goes
-- with him to the customer he becomes.

-- AlterTable
ALTER TABLE "leads" ADD COLUMN     "place" JSONB;

ALTER TABLE leads ADD CONSTRAINT leads_place CHECK (
  (place ->> 'latitude')::float8 BETWEEN -90 AND 90 AND (place ->> 'longitude')::float8 BETWEEN -180 AND 180);
ALTER TABLE follow_ups DROP CONSTRAINT follow_ups_check_in,
  ADD CONSTRAINT follow_ups_check_in CHECK (check_in IS NULL OR (kind = 'visit' AND coalesce(customer_id, lead_id) IS NOT NULL));

INSERT INTO field_policies SELECT p.* FROM parley_policies('leads', 'place', '{"marketing": "hidden"}') p;

-- As it was, of leads too: whom one was with is the customer, else the lead. OR REPLACE keeps the names of what is given.
CREATE OR REPLACE FUNCTION parley_check_in_traces(p_photos text[], p_spot jsonb, p_customer uuid, p_of_photo boolean, p_days int, p_except uuid)
  RETURNS TABLE ("usedAt" timestamptz, spots int)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
    SELECT (SELECT min(x.created_at) FROM files x WHERE x.sha256 = ANY (p_photos) AND x.record_id IS DISTINCT FROM p_except),
           (SELECT count(*)::int FROM follow_ups f
             WHERE f.author_id = parley_actor() AND f.happened_on > (parley_now() - make_interval(days => p_days))::date
               AND f.check_in -> 'spot' = p_spot AND (p_of_photo OR coalesce(f.customer_id, f.lead_id) <> p_customer) AND f.id IS DISTINCT FROM p_except)
     WHERE parley_actor() IS NOT NULL
  $$;

SELECT parley_compile_writes();
