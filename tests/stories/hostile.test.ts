// Hostile text in every field that people can type into, on the way from a report to an agreement: answered, never fatal.
import { expect, test } from 'vitest'
import { openStage } from '../../bot/stories/open-stage.ts'
import type { Person } from '../../bot/stories/person.ts'
import type { Posed, Reply } from '../../flows/core/reply.ts'
import { freshFolder } from '../db/embedded.ts'

const HOSTILE = [
  'a\u0000b\u0007c',
  'half \ud83d and \udc00 a pair',
  '长'.repeat(20_000),
  '\u202egnp.exe\u202c \u200f\u200b\ufeff',
  '👨‍👩‍👧‍👦🏳️‍🌈👍🏿'.repeat(30),
  `Z${'\u0301'.repeat(400)}algo`,
  "'; drop table disputes; --",
  '<img src=x onerror=alert(1)> {{7*7}}',
  '__proto__',
  ' \n\t ',
]

const isPosed = (reply: Reply): reply is Posed => reply.kind === 'ask' || reply.kind === 'review'
const open = ({ heard }: Person): Posed | undefined => heard.findLast(isPosed)

/** Answers every question with something hostile first; what is not taken so is answered from `then`, or by a choice. */
async function wander(someone: Person, then: { [step: string]: string } = {}): Promise<number> {
  let typed = 0
  let turns = 0
  for (let step = someone.asked(); step !== null; step = someone.asked()) {
    const before = open(someone)?.id
    if (turns++ > 100) throw new Error(`${someone.name} is asked without end: ${someone.heard.at(-2)?.text}`)
    if (open(someone)?.kind === 'ask') {
      const read = someone.heard.length
      await someone.says(HOSTILE[typed++ % HOSTILE.length] ?? '')
      expect(someone.heard.length).toBeGreaterThan(read)
    }
    const now = open(someone)
    if (someone.asked() === null || !now || now.id !== before) continue
    const given = then[step]
    const first = now.choices.find(({ label }) => label === '就这些' || label === '不再做') ?? now.choices[0]
    if (given !== undefined) await someone.says(given)
    else if (first) await someone.presses(first.label)
    else await someone.says('好的')
  }
  return typed
}

test('hostile text in every field is kept clean or refused kindly, and the work goes on', async () => {
  const stage = await openStage({
    begins: '2026-11-25 10:12',
    folder: (await freshFolder()).folder,
    script: { time() {}, said() {}, read() {} },
  })
  try {
    const leader = await stage.staff('示例副所长')
    const officer = await stage.staff('示例驻村民警甲')
    const resident = await stage.resident('甲方')
    for (const text of HOSTILE) await resident.says(text)
    await resident.says('邻居修墙占了我家地')
    await wander(resident, { place: '示例甲村' })
    const number = stage.numberTold(resident)
    const work: [Person, string, { [step: string]: string }?][] = [
      [leader, '研判', { category: '不改' }],
      [leader, '分派'],
      [officer, '签收'],
      [officer, '联系'],
      [officer, '调解'],
      [officer, '协议'],
    ]
    for (const [who, word, then] of work) {
      await who.says(`${word} ${number}`)
      await wander(who, then)
    }
    const { state } = await stage.shown(number)
    expect(['AGREED', 'PERFORMING', 'REVISITING']).toContain(state)
    expect(JSON.stringify(resident.heard)).not.toMatch(/\\u0000|\\ud83d(?!\\ud)/)
  } finally {
    await stage.close()
  }
}, 120_000)
