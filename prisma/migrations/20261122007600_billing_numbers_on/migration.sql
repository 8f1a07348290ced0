-- Numbers go on past 99,999, and each that was typed ahead of the counter is passed once, for ever.
CREATE OR REPLACE FUNCTION parley_billing_number(p_kind text, p_wanted text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  v_next text;
  v_number text := p_wanted;
BEGIN
  IF parley_actor() IS NULL THEN
    RETURN NULL;
  END IF;
  LOOP
    IF p_wanted IS NULL THEN
      v_next := nextval('billing_numbers_' || p_kind)::text;
      v_number := CASE p_kind WHEN 'quote' THEN 'Q-' WHEN 'contract' THEN 'C-' WHEN 'order' THEN 'O-' WHEN 'invoice' THEN 'INV-' END
        || lpad(v_next, greatest(5, length(v_next)), '0');
    END IF;
    IF NOT EXISTS (SELECT FROM sales_documents d WHERE d.kind = p_kind AND lower(d.number) = lower(v_number)
         UNION ALL SELECT FROM invoices i WHERE p_kind = 'invoice' AND lower(i.number) = lower(v_number)) THEN
      RETURN v_number;
    END IF;
    IF p_wanted IS NOT NULL THEN
      RETURN NULL;
    END IF;
  END LOOP;
END $$;
