// The last line of a run tells the truth, also where vitest counts no failed test and yet the run failed.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const tally = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '.ci', 'tally.js')
const good = { status: 'passed', assertionResults: [{ status: 'passed' }] }
const bad = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }
const broken = { status: 'failed', assertionResults: [{ status: 'passed' }] }

/** The last line and the exit status for a report (or none) and the statuses of the checks and of the tests. */
function lastWord(
  report: object | undefined,
  code: string,
  tests: string,
): [string | undefined, number | null] {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'))
  const file = join(folder, 'tests.json')
  if (report) writeFileSync(file, JSON.stringify(report))
  const { stdout, status } = spawnSync(process.execPath, [tally, file, code, tests], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return [stdout.trimEnd().split('\n').at(-1), status]
}

const report = (numPassedTests: number, numFailedTests: number, ...testResults: object[]) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})

test.each([
  ['all well', report(7, 0, good), '0', '0', '7 passed, 0 failed', 0],
  ['a test fails', report(7, 1, good, bad), '0', '1', '7 passed, 1 failed', 1],
  ['a file fails beside its tests', report(7, 1, bad, broken), '0', '1', '7 passed, 2 failed', 1],
  ['too little coverage', report(7, 0, good), '0', '1', '7 passed, 1 failed', 1],
  ['a lint error', report(7, 0, good), '1', '0', '7 passed, 1 failed', 1],
  ['both', report(7, 2, good, bad), '2', '1', '7 passed, 3 failed', 1],
  ['no test ran', report(0, 0), '0', '0', '0 passed, 0 failed', 1],
  ['vitest did not start', undefined, '0', '1', '0 passed, 1 failed', 1],
])('%s', (_, given, code, tests, line, status) => {
  expect(lastWord(given, code, tests)).toEqual([line, status])
})
