// How the tests run: the pure ones alone, all others with a PostgreSQL server that comes and goes with the run.
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// Bots that tests start, and the libraries of every test file, are compiled once and not each time.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), 'maple-compiled')

// What flows hold needs no database, and its tests wait for none.
const pure = ['tests/{core,casework,flows,understand}/**/*.test.ts']

export default defineConfig({
  test: {
    // A process for each file: what one leaves behind cannot help or hurt the next.
    pool: 'forks',
    // One more than there are cores: the tests mostly wait for processes, browsers and databases of their own.
    maxWorkers: availableParallelism() + 1,
    // Generous, because a loaded machine is slow and not wrong: first start of an embedded database, 5,000 random runs.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
    setupFiles: ['tests/setup/nothing-left-open.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      { extends: true, test: { name: 'pure', include: pure } },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['tests/**/*.test.ts'],
          exclude: pure,
          globalSetup: ['tests/postgres/global-setup.ts'],
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['flows/**/*.ts'],
      reporter: ['text-summary', 'json-summary', 'html'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 95 },
    },
  },
})
