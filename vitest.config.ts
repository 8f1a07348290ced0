import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const isShuffled = process.argv.some((argument) => argument.startsWith('--sequence.shuffle'));

export default defineConfig({
  test: {
    include: ['{prisma,core,bot,adapters,jobs,test}/**/*.test.ts'],
    exclude: ['test/bench/**'],
    globalSetup: ['test/support/global-setup.ts'],
    setupFiles: ['test/support/setup.ts'],
    // Not a measure of any test: a machine may have other things to do.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Files share their workers and the modules loaded there: loading everything anew for each was two fifths of a run.
    // So a file leaves its process as it found it: what it opens it closes, what it changes there it puts back.
    isolate: false,
    // An expression is compiled to machine code at once, not to be interpreted first and compiled again at its second use:
    // a worker reads its first sentences in half the time, and all tests of the language take an eighth less.
    // And with more room for what is young, a worker, which holds the whole product, clears up less often.
    execArgv: ['--no-regexp-tier-up', '--max-semi-space-size=64'],
    // What a source was made into is kept under a hash of it: a second run, and every run of one file, begins at once.
    experimental: { fsModuleCache: true },
    // One more than there are cores: a quarter of what a worker does is waiting.
    maxWorkers: availableParallelism() + 1,
    // Tests that say they may run beside each other mostly wait; more of them would keep each other from being in time.
    maxConcurrency: 4,
    // A sequencer of ours would win over a shuffle that was asked for.
    sequence: isShuffled ? {} : { sequencer: LongestFirst },
  },
});
