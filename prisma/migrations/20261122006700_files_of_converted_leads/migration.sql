-- What hangs on a lead is its customer's once it is converted: whoever sees him sees its files, whosever the lead was.

-- The customer a lead became and the leads a customer was: ids alone, for whoever may not see the lead itself.
CREATE FUNCTION parley_customer_of_lead(p_lead uuid) RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.customer_id FROM leads l WHERE l.id = p_lead AND l.status = 'converted'
$$;
CREATE FUNCTION parley_leads_of_customer(p_customer uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT l.id FROM leads l WHERE l.customer_id = p_customer AND l.status = 'converted'
$$;
REVOKE EXECUTE ON FUNCTION parley_customer_of_lead, parley_leads_of_customer FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_customer_of_lead, parley_leads_of_customer TO parley_app;

CREATE OR REPLACE FUNCTION parley_sees(p_entity text, p_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN CASE p_entity
    WHEN 'customer' THEN EXISTS (SELECT FROM customers c WHERE c.id = p_id)
    WHEN 'opportunity' THEN EXISTS (SELECT FROM opportunities o WHERE o.id = p_id)
    WHEN 'lead' THEN EXISTS (SELECT FROM leads l WHERE l.id = p_id)
      OR EXISTS (SELECT FROM customers c WHERE c.id = parley_customer_of_lead(p_id))
    WHEN 'follow_up' THEN EXISTS (SELECT FROM follow_ups f WHERE f.id = p_id)
    ELSE false
  END;
END $$;
