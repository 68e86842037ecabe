// The last word of a run: "N passed, N failed", from vitest's own report and the exit statuses of both parts.
// Plain JavaScript, as it may be read by the machine's own Node.
import { existsSync, readFileSync } from 'node:fs'

const [report = '', code = '1', tests = '1'] = process.argv.slice(2)
const empty = { numPassedTests: 0, numFailedTests: 0, testResults: [] }
const { numPassedTests, numFailedTests, testResults } = existsSync(report)
  ? JSON.parse(readFileSync(report, 'utf8'))
  : empty

// A file that did not load, or left something open, has failed without a failed test in it.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
).length

let failed = numFailedTests + brokenFiles
if (tests !== '0' && failed === 0) {
  console.log('The tests as a whole failed: too little coverage, an error outside any test, or no report.')
  failed++
}
if (code !== '0') {
  console.log('Format, lint, types, dead code or the schema failed: see above.')
  failed++
}

console.log(`${numPassedTests} passed, ${failed} failed`)
process.exitCode = failed === 0 && numPassedTests > 0 ? 0 : 1
