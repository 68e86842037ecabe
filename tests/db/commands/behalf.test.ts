// 代登记 on real books: whoever came by phone or at the door goes on in a chat of their own, and hears what a reporter hears.
import { describe, expect, test } from 'vitest'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import type { Json } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Filed } from '../../../flows/intake/commands.ts'
import { held, report } from '../case.ts'
import { at, HOUR, type Station, station } from '../station.ts'

const START = at('2026-11-23', '10:12')
/** The name of the talk that asks, in these tests. */
const TALK = 'desk'

const entered = (more: object = {}) =>
  report({ source: 'phone', mayWrite: 'yes', role: 'PARTY', name: '甲某', phone: '13900000001', ...more })

const files = (now: Station, from: Address, told: ReturnType<typeof report>, when = START): Promise<Filed> =>
  now.asks(from, when, {
    do: 'fileDispute',
    with: { conversation: TALK, report: told, quiet: false } as unknown as Json,
  }) as unknown as Promise<Filed>
const updates = (now: Station, from: Address, dispute: string, told: ReturnType<typeof report>) =>
  now.asks(from, START, {
    do: 'updateReport',
    with: { dispute, report: told, complete: true } as unknown as Json,
  })
const uses = (now: Station, from: Address, code: string) =>
  now.asks(from, START + HOUR, { do: 'useCode', with: { code } })
const joins = async (now: Station, from: Address, code: string, dispute: string) => {
  await uses(now, from, code)
  return now.asks(from, START + HOUR, { do: 'noteJoined', with: { dispute, side: null } })
}
const kinds = async (now: Station, to: Address) => (await now.told(to)).map(({ notice }) => notice.kind)

/** The case goes to an officer, who takes it. */
async function taken(now: Station, dispute: string): Promise<void> {
  const rev = async () => Number((await now.rows('disputes')).find(({ id }) => id === dispute)?.rev)
  const gives = async (from: Address, name: string, given: object) => {
    const answer = await now.asks(from, START + 2 * HOUR, {
      do: name,
      with: { dispute, rev: await rev(), ...given } as unknown as Json,
    })
    expect(answer).not.toHaveProperty('refused')
  }
  const people = { officer: now.officer.person, leader: now.leader.person, helpers: [] }
  await now.does(now.leader.at, START + 2 * HOUR, async (books) =>
    mustAdvance(books, await held(books, dispute), 'ACCEPTED', {
      roles: ['leader'],
      facts: { consent: 'both' },
    }),
  )
  await gives(now.leader.at, 'assignDispute', { ...people, reason: null })
  await gives(now.officer.at, 'claimDispute', {})
}

describe('entered by a colleague', () => {
  const now = station(START)

  test('whoever told it comes by the code, sees the matter, and is told from then on', async () => {
    const here = now()
    const { mediator } = here
    const first = await files(here, mediator.at, entered())
    expect((await here.rows('disputes'))[0]).toMatchObject({
      source: 'phone',
      state: 'SCREENING',
      reporter_address: null,
      reporter_role: 'PARTY',
    })
    // The talk goes on; no other talk touches what was told in it.
    const more = entered({ wish: '把墙退回去' })
    const apart = await here.asks(here.other.at, START, {
      do: 'fileDispute',
      with: { conversation: 'apart', report: entered(), quiet: false } as unknown as Json,
    })
    const { dispute: another } = apart as unknown as Filed
    for (const who of [here.other, mediator])
      expect(await updates(here, who.at, another, more)).toMatchObject({ refused: 'no-such-case' })
    const whole = (await updates(here, mediator.at, first.dispute, more)) as unknown as Filed
    expect(whole.number).toBe('RD-2026-0001')
    expect(await here.rows('disputes')).toHaveLength(2)
    const { code = '' } = whole.link ?? {}
    expect(code).toHaveLength(22)

    // A colleague who tries it uses nothing up.
    expect(await uses(here, here.officer.at, code)).toMatchObject({ refused: 'wrong-code' })
    const person = here.resident()
    expect(await uses(here, person, code)).toMatchObject({
      flow: 'welcome',
      given: { side: null, number: 'RD-2026-0001' },
    })
    const noted = { do: 'noteJoined', with: { dispute: first.dispute, side: null } }
    expect(await here.asks(here.resident(), START + HOUR, noted)).toMatchObject({ refused: 'no-such-case' })
    expect(await here.asks(person, START + HOUR, noted)).toMatchObject({ number: 'RD-2026-0001' })
    const again = await uses(here, here.resident(), code)
    expect(again).toMatchObject({ refused: 'wrong-code' })
    const status = { do: 'tellStatus', with: { number: 'RD-2026-0001' } }
    expect(await here.asks(person, START + HOUR, status)).toMatchObject({ number: 'RD-2026-0001' })
    // It is their own matter: they are side A, with a chat.
    const sides = (await here.rows('parties'))
      .filter(({ dispute_id: id }) => id === first.dispute)
      .filter(({ address_id: chat }) => chat !== null)
      .map(({ side }) => side)
    expect(sides).toEqual(['A'])
    await taken(here, first.dispute)
    expect(await kinds(here, person)).toContain('taken')
    expect(await kinds(here, mediator.at)).not.toContain('taken')
    // The colleague's talk is over: what they add now is not theirs.
    expect(await updates(here, mediator.at, first.dispute, more)).toMatchObject({ refused: 'no-such-case' })
  })

  test('who never comes to chat is told by an officer, who is asked to', async () => {
    const here = now()
    const filed = await files(here, here.mediator.at, entered({ mayWrite: 'no', source: 'door' }))
    expect(filed).not.toHaveProperty('link')
    await taken(here, filed.dispute)
    const tasks = (await here.told(here.officer.at)).flatMap(({ notice }) =>
      notice.kind === 'undelivered' ? [notice.why] : [],
    )
    expect(tasks).toEqual(['not-in-chat'])
    expect(await kinds(here, here.mediator.at)).not.toContain('taken')
  })

  test('a witness becomes the reporter and no side; and sees no other matter', async () => {
    const here = now()
    const other = await files(here, here.resident(), report({ name: '丙某', phone: '13900000009' }))
    const conversation = { conversation: 'another', report: entered({ role: 'WITNESS' }), quiet: false }
    const filed = (await here.asks(here.mediator.at, START, {
      do: 'fileDispute',
      with: conversation as unknown as Json,
    })) as unknown as Filed
    const person = here.resident()
    expect(await joins(here, person, filed.link?.code ?? '', filed.dispute)).toMatchObject({
      number: filed.number,
    })
    const sides = (await here.rows('parties')).filter(({ dispute_id: id }) => id === filed.dispute)
    expect(sides.map(({ address_id: chat }) => chat)).toEqual([null, null])
    expect(
      await here.asks(person, START + HOUR, { do: 'tellStatus', with: { number: other.number } }),
    ).toMatchObject({ refused: 'no-such-case' })
    const opened = await here.asks(person, START + HOUR, {
      do: 'open',
      with: { flow: 'status', number: null },
    })
    expect(opened).toMatchObject({ given: { matters: [{ number: filed.number }] } })
  })

  test('where somebody is at risk, the first thing is how they may be reached', async () => {
    const here = now()
    const told = entered({
      category: 'MF-DV',
      danger: ['A11'],
      narrative: { text: '他又打我了。', files: [] },
    })
    const filed = await files(here, here.officer.at, told)
    const person = here.resident()
    expect(await uses(here, person, filed.link?.code ?? '')).toMatchObject({
      flow: 'safecontact',
      given: { dispute: filed.dispute, sides: [{ id: 'A' }] },
    })
    const guarded = (await here.rows('conversations')).filter(({ at_risk: risk }) => risk)
    expect(guarded).toHaveLength(1)
    expect(
      await here.asks(person, START + HOUR, { do: 'tellStatus', with: { number: filed.number } }),
    ).toMatchObject({ number: filed.number })
  })

  test('danger that is answered on the way belongs to the same case', async () => {
    const here = now()
    const filed = await files(here, here.grid.at, entered())
    const alarm = {
      conversation: TALK,
      flow: 'intake',
      dispute: filed.dispute,
      codes: ['A06'],
      text: '',
      answers: {},
    }
    const raised = await here.asks(here.grid.at, START, { do: 'raiseEmergency', with: alarm })
    expect(raised).toMatchObject({ dispute: filed.dispute })
    expect((await here.rows('disputes')).map(({ state }) => state)).toEqual(['EMERGENCY'])
  })

  test('residents enter nothing for others: what they send of it is not taken', async () => {
    const here = now()
    const person = here.resident()
    expect(
      await here.asks(person, START, { do: 'open', with: { flow: 'behalf', number: null } }),
    ).toMatchObject({
      refused: 'no-such-case',
    })
    const filed = await files(here, person, entered({ source: '110' }))
    const [row] = await here.rows('disputes')
    expect(row).toMatchObject({ source: 'chat' })
    expect([row?.reporter_address !== null, filed.link]).toEqual([true, undefined])
  })
})
