-- Tags are suggested from the newest customers alike (R23): of one industry, region or source, or who ask for the same product.
CREATE INDEX "customers_industry_created_at_idx" ON "customers"("industry", "created_at");
CREATE INDEX "customers_region_created_at_idx" ON "customers"("region", "created_at");
CREATE INDEX "customers_source_key_created_at_idx" ON "customers"("source_key", "created_at");
CREATE INDEX "opportunity_products_product_id_idx" ON "opportunity_products"("product_id");
