// Two thousand presses at the real desk that must do nothing: nothing is written but that they were heard and refused.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Desk, openDesk } from '../../bot/desk.ts'
import { openLog } from '../../bot/log.ts'
import { openMetrics } from '../../bot/metrics.ts'
import { unknownButton } from '../../db/queries/givens/buttons.ts'
import type { Event } from '../../flows/core/event.ts'
import { dumpAll, linesBeyond, linesOf } from './dump.ts'
import { type Chance, chanceOf, forged, pick, type Stock, stocked, WRONG, type Wrong } from './forged.ts'
import { type Actor, openScene, type Scene, START } from './scene.ts'
import { WHO, type Who } from './who.ts'

/** Print it again to have the same presses: PRESS_SEED=… */
const seed = Number(process.env.PRESS_SEED ?? Math.floor(Math.random() * 2 ** 31))
const BATCHES = 10
const GROUPS = 40
/** By one person in a row, between two looks at all tables. */
const IN_A_ROW = 5
/** A loaded machine is slow and not wrong. */
vi.setConfig({ testTimeout: 240_000 })

let scene: Scene
let desk: Desk
const outcomes: string[] = []
beforeAll(async () => {
  scene = await openScene()
  const metrics = {
    ...openMetrics({ standard: false }),
    turned: (outcome: string) => void outcomes.push(outcome),
  }
  desk = await openDesk({ store: scene.here.store, log: openLog('silent'), metrics, real: () => START })
}, 180_000)
afterAll(() => scene.close())

let heard = 0
const hear = (who: Actor, event: Event, id = `press-${heard++}`): Promise<void> =>
  desk.hearing.hear({ id, from: who.from, at: START, event })

/** What was said to somebody since they had so many messages; of several the first, which answers them. */
async function said(who: Actor, since: number): Promise<{ text: string; seq: number }> {
  const parcels = await scene.here.store.outbox.since(who.from, since, 1_000)
  const texts = parcels.flatMap(({ content }) =>
    'reply' in content && 'text' in content.reply ? [content.reply.text] : [],
  )
  return { text: texts[0] ?? '', seq: parcels.at(-1)?.seq ?? since }
}

type Try = { wrong: Wrong; event: Event; again: boolean }

/** Of what only its owner may press, the owner has those that are used, old or too late; everybody else any. */
const OWNERS: readonly Wrong[] = ['used', 'tooOld', 'movedOn']
const STAND_IN: { [W in Wrong]?: readonly Who[] } = {
  // Whoever is on duty, or stands in for it, may press what is for those on duty.
  anotherRoles: ['duty', 'chief'],
  // These decide which group gets the alerts, and end it too.
  noSuchGroup: ['leader', 'chief'],
}

function tries(chance: Chance, who: Actor, stock: Stock): Try[] {
  const fit = WRONG.filter((wrong) =>
    who === stock.owner ? OWNERS.includes(wrong) || wrong === 'madeUp' : !STAND_IN[wrong]?.includes(who.who),
  )
  return Array.from({ length: IN_A_ROW }, () => {
    const wrong = pick(chance, fit)
    return { wrong, event: forged(chance, scene, stock, wrong), again: chance() < 0.1 }
  })
}

const CODES: readonly Wrong[] = ['codeMadeUp', 'codeUsed', 'codeTooOld', 'codeElsewhere']

describe(`forged, foreign, stale, expired and replayed presses, seed ${seed}`, () => {
  test.each(Array.from({ length: BATCHES }, (_, n) => n))('batch %i', (batch) =>
    scene.trial(async () => {
      const chance = chanceOf(seed + batch)
      const stock = await stocked(scene)
      const { here } = scene
      const pressers = [...WHO.filter((who) => who !== 'clock').map((who) => here.actors[who]), stock.owner]
      // Somebody in the middle of a talk: its questions are no way in either.
      await hear(here.actors.resident, { kind: 'text', text: '邻居修墙占了我家地，大概占了一尺多。' })
      let seq = new Map<Actor, number>()
      for (const who of pressers) seq.set(who, (await said(who, 0)).seq)
      const unknown = await answered(pressers, { kind: 'press', button: 'made-up-by-nobody' }, seq)
      const wrong = await answered(pressers, { kind: 'code', code: 'made-up-by-nobody' }, seq)
      for (const who of pressers)
        if (who.who !== 'group') expect(unknown.get(who), who.who).toBe(unknownButton().say.zh)

      for (let group = 0; group < GROUPS; group++) {
        const who = pick(chance, pressers)
        const all = tries(chance, who, stock)
        const tellTale = JSON.stringify({ seed, batch, group, who: who.who, all })
        const usesUp = all.some((one) => one.wrong === 'movedOn' && who === stock.owner)
        const look = async () => {
          const owed = { owed: true, tries: all.some((one) => CODES.includes(one.wrong)) }
          const { buttons, ...dump } = await dumpAll(scene.database.orm, who.address, owed)
          return usesUp ? dump : { ...dump, buttons }
        }
        const before = await look()
        for (const { wrong: kind, event, again } of all) {
          const lines = await linesOf(scene.database.orm, here.name)
          const id = `press-${heard++}`
          await hear(who, event, id)
          const answer = await said(who, seq.get(who)!)
          seq = new Map(seq).set(who, answer.seq)
          const audit = await linesBeyond(scene.database.orm, here.name, lines)
          const at = `${kind} ${tellTale}`
          // A choice that is not open is nobody's to allow: it goes no further than the talk.
          if (kind !== 'notOpen') {
            expect(audit.map(({ action }) => action).join(), at).toBe(ACTION[event.kind])
            expect([who.person, who.address], at).toContain(audit[0]?.actor)
          }
          if (event.kind === 'code') expect(answer.text, at).toBe(wrong.get(who))
          if (event.kind === 'press' && (who !== stock.owner || kind === 'madeUp'))
            expect(answer.text, at).toBe(unknown.get(who))
          else if (event.kind === 'press') expect(answer.text, at).toMatch(TO_ITS_OWNER[kind]!)
          if (!again) continue
          // The platform says it twice: nothing at all is written.
          const after = await linesOf(scene.database.orm, here.name)
          await hear(who, event, id)
          expect(await linesOf(scene.database.orm, here.name), at).toBe(after)
          expect((await said(who, answer.seq)).text, at).toBe('')
        }
        expect(await look(), tellTale).toEqual(before)
      }
      expect(outcomes.filter((outcome) => !['kept', 'acted', 'repeat'].includes(outcome))).toEqual([])

      async function answered(all: Actor[], event: Event, from: Map<Actor, number>) {
        const answers = new Map<Actor, string>()
        for (const who of all) {
          await hear(who, event)
          const answer = await said(who, from.get(who)!)
          from.set(who, answer.seq)
          answers.set(who, answer.text)
        }
        return answers
      }
    }),
  )

  test('a good press of the same kind does something, so that the rest is not silence', () =>
    scene.trial(async () => {
      const stock = await stocked(scene)
      const before = await dumpAll(scene.database.orm, stock.owner.address, { owed: true })
      await hear(stock.owner, { kind: 'press', button: stock.good[1]! })
      const after = await dumpAll(scene.database.orm, stock.owner.address, { owed: true })
      expect(after.disputes).not.toBe(before.disputes)
      expect(after.buttons).not.toBe(before.buttons)
    }))
})

/** Its owner is told what became of it: used up, perhaps by taking the case; too old; too late. */
const TO_ITS_OWNER: { [W in Wrong]?: RegExp } = {
  used: /用过了|已由.*签收/,
  tooOld: /过期了/,
  // The first press uses it up, though it is too late.
  movedOn: /用过了|有了变化|已由.*签收/,
}

/** How the refusal of each is called in the audit. */
const ACTION: { [kind in Event['kind']]?: string } = {
  press: 'press-refused',
  code: 'refused',
  group: 'refused',
}
