-- What a platform gave this company's workspaces to speak with, sealed under ENCRYPTION_KEY; nobody's but the product's own.
CREATE TABLE "installations" (
    "id" UUID NOT NULL,
    "platform" TEXT NOT NULL,
    "workspace" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "installed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT parley_now(),

    CONSTRAINT "installations_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "installations_platform_workspace_key" ON "installations"("platform", "workspace");

ALTER TABLE installations ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON installations TO parley_app;
CREATE POLICY system_identity_all ON installations TO parley_app USING ((SELECT parley_system()) = 'identity');

SELECT parley_compile_writes();
