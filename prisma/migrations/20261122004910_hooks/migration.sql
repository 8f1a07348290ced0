-- Where other systems' events come in, and what each sent (R18, R82).

-- CreateTable
CREATE TABLE "hook_sources" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "source_key" TEXT,
    "fields" JSONB NOT NULL DEFAULT '{}',
    "per_minute" INTEGER NOT NULL DEFAULT 60,
    "keep_days" INTEGER NOT NULL DEFAULT 30,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_by" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "hook_sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "hook_deliveries" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "event" TEXT,
    "result" TEXT,
    "problem" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "hook_deliveries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hook_sources_key_key" ON "hook_sources"("key");

-- CreateIndex
CREATE INDEX "hook_deliveries_source_id_received_at_idx" ON "hook_deliveries"("source_id", "received_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "hook_deliveries_source_id_key_key" ON "hook_deliveries"("source_id", "key");

-- AddForeignKey
ALTER TABLE "hook_sources" ADD CONSTRAINT "hook_sources_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "hook_deliveries" ADD CONSTRAINT "hook_deliveries_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "hook_sources"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE hook_sources ADD CONSTRAINT hook_sources_limits CHECK (per_minute > 0 AND keep_days > 0);
ALTER TABLE hook_deliveries ADD CONSTRAINT hook_deliveries_state CHECK (state IN ('new', 'done', 'failed'));
ALTER TABLE hook_deliveries ADD CONSTRAINT hook_deliveries_result CHECK (result IN ('lead', 'enquiry', 'touch', 'unmatched', 'tested'));

ALTER TABLE hook_sources ENABLE ROW LEVEL SECURITY;
ALTER TABLE hook_deliveries ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON hook_sources, hook_deliveries TO parley_app;
CREATE POLICY admin ON hook_sources TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY system_hook_select ON hook_sources FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'hook');
CREATE POLICY read ON hook_deliveries FOR SELECT TO parley_app USING ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY add ON hook_deliveries FOR INSERT TO parley_app WITH CHECK ('admin' = ANY ((SELECT parley_roles())::text[]));
CREATE POLICY system_hook_all ON hook_deliveries TO parley_app USING ((SELECT parley_system()) = 'hook');
CREATE POLICY system_hook_select ON users FOR SELECT TO parley_app USING ((SELECT parley_system()) = 'hook');

-- What a delivery comes to is written with what it did, in one transaction as the admin who stands for its source: whoever
-- asks first holds it, all others wait and then find it done. Definer functions: nobody else may touch what was received.
CREATE FUNCTION parley_hook_claim(p_id uuid) RETURNS TABLE (state text, result text, problem text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
#variable_conflict use_column
BEGIN
  IF NOT 'admin' = ANY (parley_roles()) THEN
    RAISE EXCEPTION 'delivery % is not for % to do', p_id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  RETURN QUERY SELECT d.state, d.result, d.problem FROM hook_deliveries d WHERE d.id = p_id FOR UPDATE;
END $$;
CREATE FUNCTION parley_hook_done(p_id uuid, p_event text, p_result text) RETURNS void
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF NOT 'admin' = ANY (parley_roles()) THEN
    RAISE EXCEPTION 'delivery % is not for % to do', p_id, parley_actor() USING ERRCODE = 'PA403';
  END IF;
  UPDATE hook_deliveries SET state = 'done', event = p_event, result = p_result, problem = NULL WHERE id = p_id;
END $$;
REVOKE EXECUTE ON FUNCTION parley_hook_claim, parley_hook_done FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_hook_claim, parley_hook_done TO parley_app;

SELECT parley_compile_writes();
