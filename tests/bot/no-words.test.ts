// Nobody's words come into the log or the figures of a running bot, however much it is told and however loud it is.
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test, vi } from 'vitest'
import { freshFolder } from '../db/embedded.ts'
import { seat } from '../e2e/seat.ts'
import { admin, bot, type Child } from './child.ts'

vi.setConfig({ testTimeout: 180_000 })

const { folder: DATA_DIR, drop } = await freshFolder()
let child: Child | null = null
afterAll(async () => {
  child?.process.kill('SIGKILL')
  await child?.ended
  drop()
})

const SECRETS = ['暗号枫', '暗号河', '暗号山', '13912345678', '暗号村支书', '暗号文件', '暗号歪', 'webcanary']

test('what people say, send and are called stays out of the log and the figures', async () => {
  child = bot({ DATA_DIR, LOG_LEVEL: 'trace' })
  const url = await child.opened()
  const resident = seat(url)
  await resident.hello()
  for (const text of [
    '邻居暗号枫占了我家的地，还拿刀要砍我，就在暗号河边，我电话13912345678',
    '暗号山',
    '转人工',
    '帮助',
  ])
    await resident.send(randomUUID(), { kind: 'text', text })
  await resident.send(randomUUID(), { kind: 'press', button: 'webcanary' })
  await resident.send(randomUUID(), { kind: 'pick', question: '暗号山', choice: '暗号山' })
  expect((await resident.news()).length).toBeGreaterThan(0)

  const { out } = await admin({ DATA_DIR }, 'staff', 'add', '暗号村支书', '--role', 'cadre', '--json')
  const { person } = JSON.parse(out)
  const { code } = JSON.parse((await admin({ DATA_DIR }, 'staff', 'code', person, '--json')).out)
  await seat(url).signIn(code)
  await expect(seat(url).signIn('暗号歪')).rejects.toThrow()

  const strange: [string, RequestInit][] = [
    ['/web/send', { method: 'POST', headers: { 'x-bridge': '1' }, body: '{"暗号歪":' }],
    ['/web/desk/cases/暗号歪', {}],
    ['/暗号歪?who=暗号歪', {}],
    [
      '/web/files',
      {
        method: 'POST',
        headers: { 'x-bridge': '1', 'x-file-name': encodeURIComponent('暗号文件') },
        body: 'x',
      },
    ],
    ['/web/stream?after=暗号歪', {}],
  ]
  for (const [path, init] of strange) await (await fetch(url + encodeURI(path), init)).text()
  const figures = await (await fetch(`${url}/metrics`)).text()
  expect(figures).toMatch(/maple_turns_total\{outcome="kept"\} [1-9]/)
  expect(figures).toMatch(/maple_rows\{kind="heard"\} [1-9]/)
  child.process.kill('SIGTERM')
  const { out: log, err } = await child.ended
  expect(log).toContain('"msg":"stopped"')
  for (const text of [log, err, figures])
    for (const secret of [...SECRETS, code]) {
      expect(text.includes(secret), secret).toBe(false)
      expect(text.includes(encodeURIComponent(secret)), secret).toBe(false)
    }
})
