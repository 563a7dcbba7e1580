import { defineConfig } from 'vitest/config';

// Fast first: `unit` needs no build and no browser; `e2e` runs the built program in temporary folders.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          setupFiles: ['test/support/property-seed.ts'],
          // No test is of speed: a busy machine is none of its faults.
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // The core keeps no state of its own, so that its files may share modules: half the time of a run goes otherwise.
          isolate: false,
          // Both cores: end-to-end tests need the second one for the programs that they start.
          maxWorkers: 2,
          // A report is many small objects: with more room for the young ones, far fewer are moved and collected.
          execArgv: ['--max-semi-space-size=32'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/support/built-program.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each test waits for a program, and that for a browser: two files at a time leave no core idle.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
