-- Times are kept to the millisecond and rounded to the nearest: half of what was due at once was due up to half a
-- millisecond later, and a relay that looked sooner left it to the next look. Now is the millisecond that has begun.
CREATE OR REPLACE FUNCTION parley_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT date_trunc('milliseconds', now()) + (SELECT offset_ms FROM clock) * interval '1 millisecond' $$;
