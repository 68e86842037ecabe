// A simple dispute and the mediators of its village: who presses first has it, on whichever database the books lie.
import { describe, expect, test } from 'vitest'
import { claimDispute } from '../../../db/commands/claim-dispute.ts'
import { recordAgreement } from '../../../db/commands/record-agreement.ts'
import { recordContact } from '../../../db/commands/record-contact.ts'
import { declineOffer, takeOffer } from '../../../db/commands/take-offer.ts'
import { report } from '../case.ts'
import { at, type embedded, HOUR, MINUTE, type Station, station } from '../station.ts'
import { about, act, caseRow, contact, dueKeys, paper, pathOf, screened, toldOf } from './a-case.ts'
import { recategorised } from './staff/setup.ts'

/** A Wednesday morning. */
const START = at('2026-11-25', '10:12')

/** Noise at night: blue, no danger, nobody hurt, told once. */
export const noise = () =>
  report({
    narrative: { text: '隔壁天天唱歌到半夜。', files: [] },
    category: 'NB-NO',
    grudgeYears: null,
    danger: [],
  })

const offered = async (s: Station, dispute: string) =>
  (await s.rows('offers')).filter((one) => one.dispute_id === dispute)
const answers = async (s: Station, dispute: string) =>
  (await offered(s, dispute)).map(({ answer }) => String(answer)).sort()

type Found = typeof embedded

export function offersOn(name: string, found: Found): void {
  describe(`an offer, ${name}`, () => {
    const now = station(START, found)

    test('two mediators press at once: one of them has it, with an officer and a leader', async () => {
      const s = now()
      const second = await s.hires('示例调解员乙', ['mediator'], ['jia'])
      const far = await s.hires('示例调解员丙', ['mediator'], ['yi'])
      const id = await screened(s, s.resident(), START, noise())
      expect(await caseRow(s, id)).toMatchObject({ state: 'ACCEPTED', difficulty: 'simple' })
      expect(await dueKeys(s, 'offer')).toEqual([`offer:${id}`])
      for (const { at: chat } of [s.mediator, second])
        expect((await toldOf(s, chat, 'offer'))[0]?.buttons.map(({ does }) => does)).toEqual([
          'takeOffer',
          'declineOffer',
        ])
      expect(await toldOf(s, far.at, 'offer')).toEqual([])
      // The leader is not asked to assign what mediators may take.
      const announced = (await toldOf(s, s.leader.at, 'newCase')).flatMap(({ buttons }) => buttons)
      expect(announced.map(({ does }) => does)).not.toContain('assign')

      const other = await s.another()
      const take = { do: 'takeOffer', with: { dispute: id } }
      const both = await Promise.all([
        s.asks(s.mediator.at, START + MINUTE, take),
        s.asks(second.at, START + MINUTE, take, other),
      ])
      await other.close()
      expect(both.filter((one) => JSON.stringify(one).includes('"refused":"taken"'))).toHaveLength(1)
      expect(both.filter((one) => JSON.stringify(one).includes('"state":"ASSIGNED"'))).toHaveLength(1)
      expect(await answers(s, id)).toEqual(['lapsed', 'taken'])
      const [assignment] = (await s.rows('assignments')).filter((one) => one.dispute_id === id)
      const winner = (await offered(s, id)).find(({ answer }) => answer === 'taken')?.person_id
      expect(assignment).toMatchObject({
        officer_id: s.officer.person,
        leader_id: s.leader.person,
        helpers: [winner],
        accepted_at: null,
      })
      expect(await dueKeys(s, 'offer')).toEqual([])
      expect(await dueKeys(s, 'accept')).toEqual([`accept:${id}`])
      const [card] = await toldOf(s, s.officer.at, 'offerTaken')
      expect(card?.buttons.map(({ does }) => does)).toEqual(['accept', 'decline'])
      expect((await toldOf(s, s.leader.at, 'offerTaken'))[0]?.buttons).toEqual([])
      // Who was second, and who was never asked, sees nothing of it.
      for (const chat of [far.at, s.grid.at, s.chief.at])
        expect(await s.asks(chat, START + 2 * MINUTE, take)).toMatchObject({ refused: 'no-such-case' })
    })
  })
}

/** What does not hang on the database. */
export function offersBesides(found: Found): void {
  const now = station(START, found)

  test('the mediator works on it until it is settled, and loses sight of it when officers must lead', async () => {
    const s = now()
    const id = await screened(s, s.resident(), START, noise())
    await act(s, s.mediator, START + MINUTE, takeOffer, { dispute: id })
    expect(await act(s, s.mediator, START + MINUTE, takeOffer, { dispute: id })).toMatchObject({
      state: 'ASSIGNED',
    })
    await act(s, s.officer, START + 2 * MINUTE, claimDispute, await about(s, id))
    await act(s, s.mediator, START + HOUR, recordContact, { ...(await about(s, id)), ...contact() })
    expect(await caseRow(s, id)).toMatchObject({ state: 'MEDIATING' })
    expect(
      await act(s, s.mediator, START + HOUR, recordAgreement, { ...(await about(s, id)), ...paper() }),
    ).toMatchObject({ state: 'PERFORMING' })
    await recategorised(s, id, 'MF-DV', START + 2 * HOUR)
    expect(
      await act(s, s.mediator, START + 2 * HOUR, recordContact, { ...(await about(s, id)), ...contact() }),
    ).toMatchObject({ refused: 'no-such-case' })
  })

  test('all decline, or nobody answers: the leader hears of it as of any case, and why', async () => {
    const s = now()
    const second = await s.hires('示例调解员乙', ['mediator'], ['jia'])
    const declined = await screened(s, s.resident(), START, noise())
    const gone = { dispute: declined }
    await act(s, s.mediator, START + MINUTE, declineOffer, gone)
    const asked = async () =>
      (await toldOf(s, s.leader.at, 'newCase')).filter(({ buttons }) =>
        buttons.some(({ does }) => does === 'assign'),
      )
    expect(await asked()).toEqual([])
    await act(s, second, START + 2 * MINUTE, declineOffer, gone)
    expect((await asked()).map(({ reasons }) => reasons[0]?.zh)).toEqual(['简易纠纷，村里调解员都不接'])
    expect(await act(s, s.mediator, START + 3 * MINUTE, takeOffer, gone)).toMatchObject({ refused: 'taken' })

    const silent = await screened(s, s.resident(), START + HOUR, {
      ...noise(),
      name: '丙',
      phone: '13900000007',
      counterpart: '丁',
    })
    // Half of a working day from 11:12.
    await s.until(at('2026-11-25', '15:41'))
    expect(await asked()).toHaveLength(1)
    await s.until(at('2026-11-25', '15:43'))
    expect((await asked()).map(({ reasons }) => reasons[0]?.zh)[1]).toBe('简易纠纷，村里调解员没有回话')
    expect(await answers(s, silent)).toEqual(['lapsed', 'lapsed'])
    expect((await pathOf(s, silent)).at(-1)).toBe('ACCEPTED')
  })

  test.each([
    ['a shove', { danger: ['A09'] }, 'PM'],
    ['much money', { amount: { fen: 600_000, approx: false } }, 'PM'],
    ['another track', {}, 'PSM'],
  ])('never for %s', async (_, change, track) => {
    const s = now()
    const id = await screened(s, s.resident(), START, { ...noise(), ...change }, track)
    expect(await offered(s, id)).toEqual([])
    expect((await caseRow(s, id)).difficulty).toBeNull()
    expect((await toldOf(s, s.leader.at, 'newCase')).at(-1)?.buttons.map(({ does }) => does)).toEqual([
      'assign',
    ])
  })
}
