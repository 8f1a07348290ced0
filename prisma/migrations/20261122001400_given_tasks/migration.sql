-- A task is given to oneself or to whomever one looks after, whatever path led here.
CREATE FUNCTION tasks_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF parley_actor() IS NOT NULL AND NOT NEW.owner_id = ANY (parley_workable())
     AND (TG_OP = 'INSERT' OR NEW.owner_id IS DISTINCT FROM OLD.owner_id) THEN
    RAISE EXCEPTION 'task % is not for % to give', NEW.id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OF owner_id ON tasks FOR EACH ROW EXECUTE FUNCTION tasks_guard();

-- A colleague is meant by his full name, by its first word (Jim Green: jim), or by a Chinese given name (韩梅梅: 梅梅).
-- Words of a sentence arrive without the spaces between them, so names are compared without theirs.
CREATE OR REPLACE FUNCTION parley_names(p_keys text[]) RETURNS TABLE (kind text, id uuid, name text, key text)
  LANGUAGE sql STABLE AS $$
    SELECT 'customer', c.id, c.name, c.key FROM parley_customers_named(p_keys, 200) c
    UNION ALL
    SELECT DISTINCT 'person', u.id, u.name, k.key
      FROM users u CROSS JOIN LATERAL (VALUES
        (lower(replace(u.name, ' ', ''))), (lower(split_part(u.name, ' ', 1))),
        (CASE WHEN u.name ~ '^[一-鿿]{3}$' THEN substr(u.name, 2) END)) AS k (key)
     WHERE k.key = ANY (p_keys) AND u.active
    UNION ALL
    SELECT 'product', p.id, p.name, lower(p.code) FROM products p WHERE lower(p.code) = ANY (p_keys) OR lower(p.name) = ANY (p_keys)
  $$;
