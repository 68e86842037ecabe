// 侧面了解: who is asked of the village, once in a round; who is never asked; and what happens while nobody answers.
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { recordThirdParty } from '../../../db/commands/record-third-party.ts'
import { writeAssignment } from '../../../db/commands/shared/responsible.ts'
import { askThirdParty } from '../../../db/commands/shared/third-party-check.ts'
import { disputes } from '../../../db/schema/index.ts'
import type { Report } from '../../../flows/intake/commands.ts'
import { held, performing, wall } from '../case.ts'
import { act, toldOf } from '../commands/a-case.ts'
import { answered, answers, halfOf } from '../commands/resident/a-round.ts'
import { at, DAY, embedded, HOUR, onServer, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const OWED = [{ what: '把墙退0.3米', due: '2026-12-20' }]

const databases = {
  embedded,
  server: onServer,
}

describe.each(Object.entries(databases))('somebody of the village is asked, on %s', (name, found) => {
  const now = station(START, found)

  const agreed = async (told: Report = wall()) => {
    const [A, B] = [now().resident(), now().resident()]
    const id = await performing(now(), { from: A, joined: B, now: START, owed: OWED, told })
    return { id, A, B }
  }
  /** The round's both hours have come. */
  async function opened(no = 1): Promise<number> {
    const hours = [await halfOf(now(), no, 'A'), await halfOf(now(), no, 'B')].map((half) => Number(half.at))
    await now().until(Math.max(...hours) + HOUR)
    return Math.max(...hours) + HOUR
  }
  const asked = async (who: 'grid' | 'mediator' | 'officer') =>
    (await toldOf(now(), now()[who].at, 'howAreThey')).map(({ by }) => by)
  const helpers = (id: string, people: string[]) =>
    now().does(now().leader.at, START, async (books) => {
      const c = await held(books, id)
      const [officer, leader] = [now().officer.person, now().leader.person]
      await writeAssignment(books, c, { officer, leader, helpers: people, accepted: true })
    })

  test('the nearest of those who help, once in a round, with nothing that a side said', async () => {
    const { id, A, B } = await agreed()
    const when = await opened()
    expect(await asked('grid')).toEqual(['village'])
    expect(await asked('mediator')).toEqual([])
    const [card] = await toldOf(now(), now().grid.at, 'howAreThey')
    expect(JSON.stringify(card)).not.toMatch(/墙退|甲方|乙方|13900000001/)
    expect(card?.buttons).toMatchObject([{ does: 'thirdparty' }])
    const button = card?.buttons[0]?.id ?? ''
    const pressed = await now().asks(now().grid.at, when, { do: 'press', with: { button } })
    const { id: half } = await halfOf(now(), 1, 'A')
    expect(pressed).toMatchObject({ flow: 'thirdparty', given: { dispute: id, revisit: half } })
    expect(JSON.stringify(pressed)).not.toMatch(/墙退|甲方|乙方|13900000001|parties/)
    // The next round asks again, once this one has ended.
    for (const [side, who] of [
      ['A', A],
      ['B', B],
    ] as const)
      await answered(now(), {
        no: 1,
        side,
        who,
        now: when,
        answers: answers({ own: 'notyet', theirs: 'notyet' }),
      })
    await opened(2)
    expect((await asked('grid')).length).toBe(2)
  })

  test('silent for two days: the officer is told, once', async () => {
    await agreed()
    const when = await opened()
    await now().until(when + DAY)
    expect(await asked('officer')).toEqual([])
    await now().until(when + 2 * DAY + HOUR)
    expect(await asked('officer')).toEqual(['silent'])
    await now().until(when + 3 * DAY)
    expect(await asked('officer')).toEqual(['silent'])
  })

  test.each(['yes', 'no', 'nothing'] as const)(
    '%s is an answer, and a voice waits for a listener',
    async (tense) => {
      const { id: dispute } = await agreed()
      const when = await opened()
      const { id } = await halfOf(now(), 1, 'A')
      const files = [{ id: 'v1', type: 'audio/ogg', seconds: 9 }]
      const said = { dispute, revisit: String(id), tense, words: '', files }
      expect(await act(now(), now().grid, when, recordThirdParty, said)).toMatchObject({ dispute })
      expect(await toldOf(now(), now().officer.at, 'voice')).toHaveLength(1)
      expect(await now().rows('third_parties')).toMatchObject([{ tense: tense === 'yes', revisit_id: id }])
      expect(await now().waits('thirdparty')).toEqual([])
      await now().until(when + 3 * DAY)
      expect((await asked('officer')).filter((by) => by === 'silent')).toEqual([])
    },
  )

  // Who is asked is a rule, and the same on both.
  if (name === 'server') return

  test('nobody of the village has to do with it: the officer is told at once to ask', async () => {
    const { id } = await agreed()
    await now().hires('示例村干部', ['cadre'], ['jia'])
    await helpers(id, [])
    await opened()
    expect([await asked('grid'), await asked('mediator')]).toEqual([[], []])
    expect(await asked('officer')).toEqual(['nobody'])
    expect(await now().waits('thirdparty')).toEqual([])
  })

  test('a cadre of this very village goes before a mediator; of another village they are not asked', async () => {
    const { id } = await agreed()
    const cadre = await now().hires('示例村干部', ['cadre'], ['jia'])
    const far = await now().hires('示例村干部', ['cadre', 'grid'], ['yi'])
    await helpers(id, [now().mediator.person, far.person, cadre.person])
    await opened()
    expect(await toldOf(now(), cadre.at, 'howAreThey')).toHaveLength(1)
    for (const { at } of [far, now().mediator]) expect(await toldOf(now(), at, 'howAreThey')).toEqual([])
  })

  test.each([
    ['violence in the family', 'MF-DV'],
    ['a complaint about the police', 'AD-PO'],
  ])('%s: nobody of the village hears of it', async (_, category) => {
    const { id } = await agreed()
    await now().does(now().officer.at, START, async (books) => {
      const { facts } = (await held(books, id)).row
      await books.tx
        .update(disputes)
        .set({ category, facts: { ...facts, category: category as 'MF-DV' } })
        .where(eq(disputes.id, id))
    })
    await now().does(now().officer.at, START, async (books) => {
      const c = await held(books, id)
      for (const round of ['r1', 'r1']) await askThirdParty(books, c, round)
    })
    expect([await asked('grid'), await asked('mediator')]).toEqual([[], []])
    expect(await asked('officer')).toEqual(['closed'])
    expect(await now().waits('thirdparty')).toEqual([])
  })

  test('below YELLOW nobody is asked; without a round once a day', async () => {
    const { id } = await agreed()
    const level = (code: 'BLUE' | 'ORANGE') =>
      now().does(now().officer.at, START, async (books) => {
        await books.tx.update(disputes).set({ level: code }).where(eq(disputes.id, id))
      })
    const ask = (when: number) =>
      now().does(now().officer.at, when, async (books) => askThirdParty(books, await held(books, id), null))
    await level('BLUE')
    await ask(START)
    expect(await asked('grid')).toEqual([])
    await level('ORANGE')
    for (const when of [START, START + HOUR, START + DAY]) await ask(when)
    expect(await asked('grid')).toEqual(['village', 'village'])
  })
})
