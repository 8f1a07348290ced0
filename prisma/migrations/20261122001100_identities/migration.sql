-- One person on several platforms: the codes that link them, what he is called there, and his leave to go.
ALTER TABLE "identities" ADD COLUMN "name" TEXT;

CREATE TABLE "link_codes" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_codes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_codes_user_id_idx" ON "link_codes"("user_id");
CREATE INDEX "link_codes_code_hash_idx" ON "link_codes"("code_hash");

CREATE TABLE "link_tries" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "link_tries_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "link_tries_platform_workspace_external_id_at_idx" ON "link_tries"("platform", "workspace", "external_id", "at");

ALTER TABLE link_codes ENABLE ROW LEVEL SECURITY;
ALTER TABLE link_tries ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON link_codes, link_tries TO parley_app;

-- A code is its owner's to make and to take back; who it is of is told only by parley_redeem_code.
CREATE POLICY own ON link_codes TO parley_app USING (user_id = (SELECT parley_actor()));
CREATE POLICY system_identity_all ON link_codes TO parley_app USING ((SELECT parley_system()) = 'identity');
CREATE POLICY system_identity_all ON link_tries TO parley_app USING ((SELECT parley_system()) = 'identity');

-- Leaving a platform is one's own to do; a row is locked before it is deleted, but never changed by its owner.
CREATE POLICY leave ON identities FOR DELETE TO parley_app USING (user_id = (SELECT parley_actor()));
CREATE POLICY hold ON identities FOR UPDATE TO parley_app USING (user_id = (SELECT parley_actor())) WITH CHECK (false);

-- What a code typed by this sender comes to. `redeemed` takes the code away, so it works once; `own` when he who typed it
-- is known as its owner already; `blocked` after so many wrong ones within an hour, whatever he types.
CREATE FUNCTION parley_redeem_code(p_platform text, p_workspace text, p_external text, p_hash bytea, p_limit int,
  OUT outcome text, OUT user_id uuid)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  IF parley_actor() IS NULL AND parley_system() IS DISTINCT FROM 'identity' THEN
    RAISE EXCEPTION 'nobody may redeem a code' USING ERRCODE = '42501';
  END IF;
  -- One try of a sender at a time, or several at once would all be the last.
  PERFORM pg_advisory_xact_lock(hashtextextended(concat_ws(' ', p_platform, p_workspace, p_external), 0));
  DELETE FROM link_tries WHERE at <= parley_now() - interval '1 hour';
  IF (SELECT count(*) >= p_limit FROM link_tries t
       WHERE t.platform = p_platform AND t.workspace = p_workspace AND t.external_id = p_external) THEN
    outcome := 'blocked';
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM link_codes c WHERE c.code_hash = p_hash AND c.user_id = parley_actor() AND c.expires_at > parley_now()) THEN
    outcome := 'own';
    RETURN;
  END IF;
  DELETE FROM link_codes c USING users u
   WHERE c.code_hash = p_hash AND c.expires_at > parley_now() AND u.id = c.user_id AND u.active
   RETURNING c.user_id INTO user_id;
  IF user_id IS NULL THEN
    INSERT INTO link_tries (id, platform, workspace, external_id) VALUES (gen_random_uuid(), p_platform, p_workspace, p_external);
    outcome := 'wrong';
    RETURN;
  END IF;
  outcome := 'redeemed';
END $$;
REVOKE EXECUTE ON FUNCTION parley_redeem_code FROM PUBLIC;
GRANT EXECUTE ON FUNCTION parley_redeem_code TO parley_app;

SELECT parley_compile_writes();
