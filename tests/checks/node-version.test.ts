// An old Node is told so in one sentence, by every script that would run our code on it.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

/** Starts the guard on this Node, made to believe that it is another version. */
function guardOn(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`
  const disguise = `data:text/javascript,${encodeURIComponent(pretend)}`
  return spawnSync(process.execPath, ['--import', disguise, 'bot/node-version.js'], {
    cwd: root,
    encoding: 'utf8',
  })
}

test.each(['18.20.8', '20.20.2', '22.12.0', '23.11.1'])(
  'Node %s is refused in one line that names it',
  (version) => {
    const { status, stdout, stderr } = guardOn(version)
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toContain(`this is Node ${version}:`)
  },
)

test.each(['24.0.0', '24.21.0', '26.1.0'])('Node %s is let through in silence', (version) => {
  expect(guardOn(version)).toMatchObject({ status: 0, stdout: '', stderr: '' })
})

test('is written for an old Node: no types, no imports', () => {
  expect(readFileSync(join(root, 'bot', 'node-version.js'), 'utf8')).not.toMatch(
    /\b(import|require|type|interface)\b[ (]/,
  )
})

test.each(['start', 'admin', 'story', 'bench', 'schema', 'test'])('npm run %s asks it first', (name) => {
  expect(scripts[name]).toMatch(/^(exec )?node (--import )?(\.\/)?bot\/node-version\.js/)
})

// A shell between npm and the bot would die of a signal and leave the bot running.
test('npm start replaces its shell, so that a signal to npm reaches the bot', () => {
  expect(scripts.start).toMatch(/^exec node [^&|;]*$/)
})
