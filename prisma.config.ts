import { defineConfig } from 'prisma/config';

const url = process.env.DATABASE_URL;

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Absent, so that `generate` works without a database; commands that need one say so themselves.
  ...(url ? { datasource: { url } } : {}),
});
