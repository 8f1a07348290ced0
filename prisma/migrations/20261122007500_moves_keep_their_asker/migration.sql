-- A move is of whom it was made for and asked by: that was looked at when it was made, and is not written over afterwards.
CREATE FUNCTION parley_keep_move() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  RAISE EXCEPTION 'move % is of whoever asked for it', OLD.id USING ERRCODE = 'PA403';
END $$;
REVOKE EXECUTE ON FUNCTION parley_keep_move FROM PUBLIC;
CREATE TRIGGER keep_move BEFORE UPDATE ON stage_moves FOR EACH ROW
  WHEN ((NEW.opportunity_id, NEW.moved_by, NEW.asked_by) IS DISTINCT FROM (OLD.opportunity_id, OLD.moved_by, OLD.asked_by))
  EXECUTE FUNCTION parley_keep_move();

-- Whom the pool has to tell of the last day.
CREATE INDEX pool_moves_told ON pool_moves (created_at) WHERE kind IN ('warned', 'returned');
