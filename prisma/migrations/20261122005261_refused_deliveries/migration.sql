-- What was refused is kept for some days, for an admin to see and to run again once the source is mended (R18).
-- AlterTable
ALTER TABLE "hook_sources" ADD COLUMN     "keep_body_days" INTEGER NOT NULL DEFAULT 7;

-- AlterTable
ALTER TABLE "hook_deliveries" ADD COLUMN     "body" TEXT;

ALTER TABLE hook_sources ADD CONSTRAINT hook_sources_body_days CHECK (keep_body_days >= 0);
CREATE INDEX hook_deliveries_with_body ON hook_deliveries (received_at) WHERE body IS NOT NULL;

-- What is done needs its body no longer.
CREATE OR REPLACE FUNCTION parley_hook_done(p_id uuid, p_event text, p_result text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT 'admin' = ANY (parley_roles()) THEN
    RAISE EXCEPTION 'delivery % is not for % to do', p_id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  UPDATE hook_deliveries SET state = 'done', event = p_event, result = p_result, problem = NULL, body = NULL WHERE id = p_id;
END $$;

SELECT parley_compile_writes();
