// The contact plan in the books: who may give it, what is kept of it, and that nothing leaves for anybody beside it.
import { expect, test } from 'vitest'
import type { DueHandler } from '../../../db/books.ts'
import { recordContactPlan } from '../../../db/commands/record-contact-plan.ts'
import { askSide } from '../../../db/commands/shared/ask-side.ts'
import { alert } from '../../../db/commands/shared/emergency.ts'
import { tellEnd } from '../../../db/commands/shared/end-told.ts'
import { partiesOf, type Telling, tellResident } from '../../../db/commands/shared/resident.ts'
import { revisitById } from '../../../db/commands/shared/rounds.ts'
import { contactPlanOf } from '../../../db/commands/shared/safe-contact.ts'
import { updateReport } from '../../../db/commands/update-report.ts'
import { acts } from '../../../db/dues/index.ts'
import { agreements, duties } from '../../../db/schema/index.ts'
import { isRefused } from '../../../flows/casework/refusal.ts'
import type { Json } from '../../../flows/core/event.ts'
import { held } from '../case.ts'
import { about, act, caseRow, toldOf } from '../commands/a-case.ts'
import { at, DAY, HOUR, station } from '../station.ts'
import { asked, DURESS, type Guarded, guarded, PHRASE, plan, planned, violence } from './guarded.ts'
import { phone } from './phone.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)

const kept = (id: string) =>
  now().does(now().chief.at, START, async (books) => contactPlanOf(books, await held(books, id), 'A'))

test('what she says of it is kept sealed, her phrases as hashes that nobody can read', async () => {
  const one = await guarded(now(), START)
  await planned(now(), one, START)
  const made = await kept(one.id)
  expect(made).toMatchObject({ way: 'chat', by: 'self', words: '别打电话给我，他会看到', wording: 'neutral' })
  expect(made?.phrase).toMatch(/^[\w-]{22}$/)
  expect(made?.duress).toMatch(/^[\w-]{22}$/)
  expect(made?.duress).not.toBe(made?.phrase)
  // The same phrase of another person is another hash.
  const two = await guarded(now(), START)
  await planned(now(), two, START)
  expect((await kept(two.id))?.phrase).not.toBe(made?.phrase)
  const clear = JSON.stringify(await now().rows('parties'))
  for (const word of [PHRASE, DURESS, '别打电话']) expect(clear).not.toContain(word)
})

test('her phrases are in no transcript, and the officer reads that there are some', async () => {
  const one = await guarded(now(), START)
  const hers = phone(now(), one.wife)
  await hers.says(START, '改联系方式')
  for (const label of ['就在这里发消息', '上午', '每天都行', '看不出是谁']) await hers.presses(START, label)
  await hers.says(START, PHRASE)
  expect((await hers.says(START, DURESS)).at(-1)).toBe('好的，打扰了，谢谢。')
  const { reporter_address: id } = await caseRow(now(), one.id)
  const heard = (await now().rows('heard')).filter((row) => row.address_id === id)
  const address = (await now().rows('addresses')).find((row) => row.id === id)
  const said = await now().does(now().chief.at, START, async (books) => {
    const vault = await books.vault(String(address?.key_id))
    return heard
      .map((row) => vault.open('heard.content', String(row.inbound), String(row.content)))
      .join('\n')
  })
  expect(said).toContain('改联系方式')
  for (const word of [PHRASE, DURESS]) expect(said).not.toContain(word)
  const story = JSON.stringify(await now().store.desk.story(now().officer.at, one.number, START))
  for (const word of ['有暗号', '有求救暗号', '08:00–11:59', '别打电话给我']) expect(story).toContain(word)
  for (const word of [PHRASE, DURESS, (await kept(one.id))?.phrase ?? '']) expect(story).not.toContain(word)
})

test('what is said later changes only what it names, and words of the report never take its place', async () => {
  const one = await guarded(now(), START)
  await planned(now(), one, START)
  const before = await kept(one.id)
  const only = { ...plan(), hours: null, wording: null, phrase: null, duress: null }
  await planned(now(), one, START, { ...only, way: 'phone', phone: '13900000009' })
  expect(await kept(one.id)).toEqual({ ...before, way: 'phone', phone: '13900000009', address: null })
  const told = { ...violence(), safeContact: '只打字' }
  await act(now(), one.wife, START, updateReport, { dispute: one.id, report: told, complete: false })
  expect(await kept(one.id)).toMatchObject({ way: 'phone', words: '只打字', phrase: before?.phrase })
})

test('right after a report she is asked, once', async () => {
  const one = await guarded(now(), START)
  const given = { dispute: one.id, report: violence(), complete: true }
  const first = await act(now(), one.wife, START, updateReport, given)
  expect(first).toMatchObject({ asksOn: { flow: 'safecontact', given: { proof: false, staff: false } } })
  await planned(now(), one, START)
  expect(await act(now(), one.wife, START, updateReport, given)).not.toHaveProperty('asksOn')
})

test('who answers for the case may write it down, on the side at risk alone', async () => {
  const one = await guarded(now(), START)
  const say = async (who: { at: Guarded['wife'] }, side: 'A' | 'B', said = plan({ way: 'none' })) =>
    act(now(), who.at, START, recordContactPlan, { ...(await about(now(), one.id)), side, plan: said })
  for (const who of [now().officer, now().leader, now().chief])
    expect(isRefused((await say(who, 'A')) as Json)).toBe(false)
  expect(await say(now().officer, 'B')).toMatchObject({ refused: 'other-side' })
  for (const who of [now().other, now().mediator, now().grid, { at: one.husband }, { at: now().resident() }])
    expect(await say(who, 'A')).toMatchObject({ refused: 'no-such-case' })
  expect(await kept(one.id)).toMatchObject({ way: 'none', by: now().chief.person })
})

test.each([
  ['a word anybody may say', { phrase: '好的' }],
  ['one sign', { duress: '蓝' }],
  ['the same twice', { phrase: '蓝布围裙', duress: ' 蓝布围裙。' }],
])('%s is no phrase', async (_what, bad) => {
  const one = await guarded(now(), START)
  expect(await planned(now(), one, START, plan(bad))).toMatchObject({ refused: 'bad-plan' })
  expect((await kept(one.id))?.way ?? null).toBeNull()
})

const TELLINGS: readonly Telling[] = [
  'taken',
  'refusedCase',
  'referred',
  'closed',
  'agreed',
  'confirmable',
  'notAgreed',
  'notKept',
  'willCall',
  'permission',
]

test.each([
  ['no plan', null],
  ['a plan by chat', plan()],
  ['a plan to come herself', plan({ way: 'none' })],
  ['a plan by phone', plan({ way: 'phone', phone: '13900000009' })],
])('with %s no sender of the books reaches her or him', async (_what, said) => {
  const one = await guarded(now(), START)
  if (said) await planned(now(), one, START, said)
  const revisit = await asked(now(), one, START, 'B')
  const officer = now().officer.at
  // Duties as an agreement would leave them, and everything that is due on them.
  const owed = await now().does(officer, START, async (books) => {
    const agreement = books.newId()
    const key = { stationId: books.station.id, disputeId: one.id }
    const paper = { form: 'written' as const, by: 'x', onTheSpot: false, signed: true, effectiveAt: START }
    await books.tx.insert(agreements).values({ ...key, id: agreement, number: 'x', at: START, ...paper })
    const c = await held(books, one.id)
    for (const [no, debtor] of (['A', 'B', 'both'] as const).entries()) {
      const id = books.newId()
      const what = c.vault.seal('duties.what', id, '搬出去住')
      const rest = { kind: 'remove' as const, state: 'open' as const, dueAt: START + 3 * DAY, no: no + 1 }
      const creditor = debtor === 'A' ? ('B' as const) : ('A' as const)
      await books.tx
        .insert(duties)
        .values({ ...key, id, agreementId: agreement, debtor, creditor, what, ...rest })
    }
    return agreement
  })
  const [sent] = [await now().rows('outbox')]
  const ids = (await now().rows('duties'))
    .filter((row) => row.dispute_id === one.id)
    .map(({ id }) => String(id))
  const dues: [DueHandler, { [name: string]: Json }][] = [
    ...ids.flatMap((duty) => [
      ...['D-3', 'D0', 'D+1'].map((code): [DueHandler, { [name: string]: Json }] => [
        acts.duty,
        { duty, code },
      ]),
      [acts.breach, { duty }] satisfies [DueHandler, { [name: string]: Json }],
    ]),
    [acts.confirmable, { agreement: owed, mark: 15 }],
    [acts.emergency, { times: 0, promised: true }],
    [acts.emergency, { times: 5, promised: true }],
    [acts.unanswered, { revisit, rung: 'silent' }],
    [acts.unanswered, { revisit, rung: 'remind', since: START, day: 1 }],
    [acts.contact, {}],
    [acts.target, {}],
    [acts.review, {}],
    [acts.night, {}],
    [acts.receipt, {}],
    [acts.lead, {}],
  ]
  const late = START + 3 * DAY + HOUR
  for (const [does, payload] of dues)
    await now().does(officer, late, (books) =>
      does(books, { key: 'x', at: late, payload: { dispute: one.id, ...payload } }),
    )
  await now().does(officer, late, async (books) => {
    const c = await held(books, one.id)
    for (const what of TELLINGS) {
      await tellEnd(books, c, what, { sides: true })
      for (const party of await partiesOf(books, one.id))
        if (party.addressId) {
          expect(await tellResident(books, c, party.addressId, what, party)).toBe('by-hand')
          await acts.tell(books, {
            key: 'x',
            at: late,
            payload: { dispute: one.id, what, address: party.addressId, party: party.id },
          })
        }
    }
    await alert(books, c, 0, true)
    const half = await revisitById(books, revisit)
    if (half) await askSide(books, c, half)
  })
  const more = (await now().rows('outbox')).slice(sent.length)
  const { reporter_address: hers } = await caseRow(now(), one.id)
  const his = (await now().rows('parties')).find(
    (row) => row.dispute_id === one.id && row.side === 'B',
  )?.address_id
  expect(more.length).toBeGreaterThan(0)
  for (const address of [hers, his]) {
    expect(address).toBeTruthy()
    expect(more.filter((row) => row.address_id === address)).toEqual([])
    expect(more.filter((row) => row.after_address === address)).toEqual([])
  }
  expect((await toldOf(now(), officer, 'undelivered')).map(({ why }) => why)).toContain('contact-plan')
})
