-- What of the platforms' allowances is used up, counted by rate-limiter-flexible for all processes together. Nothing in it
-- is anybody's, and nobody but the owner touches it: parley_app is granted nothing. Unlogged, because a crash may forget it.
CREATE UNLOGGED TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);
SELECT parley_compile_writes();
