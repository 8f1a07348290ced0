import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{prisma,core,bot,adapters,jobs,test}/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
