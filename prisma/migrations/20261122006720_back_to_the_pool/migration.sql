-- A lead that goes back into the pool by itself takes its first call off the list of whoever had it.
CREATE POLICY system_schedule_delete ON tasks FOR DELETE TO parley_app USING (
  (SELECT parley_system()) = 'schedule' AND lead_id IS NOT NULL AND done_at IS NULL);

-- A customer with a deal, open or won, stays with its owner, whosever the deal is: he is not warned of it although he may not
-- see the deal. Yes or no, nothing else.
CREATE FUNCTION parley_has_live_deal(p_customer uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (SELECT FROM opportunities o JOIN stages s ON s.key = o.stage_key WHERE o.customer_id = p_customer AND s.kind IN ('open', 'won'))
$$;
REVOKE EXECUTE ON FUNCTION parley_has_live_deal FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_has_live_deal TO parley_app;
