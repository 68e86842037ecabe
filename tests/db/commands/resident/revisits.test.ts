// The two halves of a round, and what it comes to when both are in.
import { expect, test } from 'vitest'
import { moveDispute } from '../../../../db/commands/move-dispute.ts'
import { putOffRevisit } from '../../../../db/commands/put-off-revisit.ts'
import { recordRevisit } from '../../../../db/commands/record-revisit.ts'
import { recordThirdParty } from '../../../../db/commands/record-third-party.ts'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import {
  halvesOf,
  roundsOf,
  setRevisit,
  setRound,
  supersedeRounds,
} from '../../../../db/commands/shared/rounds.ts'
import type { Report } from '../../../../flows/intake/commands.ts'
import { held, performing, wall } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { about, act, caseRow, pathOf, toldOf } from '../a-case.ts'
import { answered, answers, halfOf, roundNo } from './a-round.ts'
import { noise } from './stories.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const WALL = [{ what: '把墙退0.3米', due: '2026-12-20' }]
const QUIET = [{ what: '22:30后不放音响', due: null }]

async function agreed(owed: Parameters<typeof performing>[1]['owed'] = WALL, told: Report = wall()) {
  const [A, B] = [now().resident(), now().resident()]
  const id = await performing(now(), { from: A, joined: B, now: START, owed, told })
  if (owed === QUIET)
    await now().does(now().officer.at, START, async (books) => {
      const facts = { openDuties: 0, performance: 'proof' as const }
      await mustAdvance(books, await held(books, id), 'REVISITING', { roles: ['officer'], facts })
    })
  return { id, A, B }
}

test('a round is judged when both sides have answered, and not before', async () => {
  const { id, A, B } = await agreed()
  const one = await answered(now(), { no: 1, side: 'A', who: A, answers: answers({ theirs: 'notyet' }) })
  expect(one).toEqual({ dispute: id, number: 'RD-2026-0001' })
  expect(await halfOf(now(), 1, 'A')).toMatchObject({ state: 'answered', score: 4, by: 'A', mode: 'chat' })
  expect(await roundNo(now(), 1)).toMatchObject({ state: 'open', code: null })
  await answered(now(), { no: 1, side: 'B', who: B, answers: answers({ own: 'notyet', score: 5 }) })
  expect(await roundNo(now(), 1)).toMatchObject({ state: 'done', code: 'R-OK', verdict: 'kept', surface: 0 })
  expect((await pathOf(now(), id)).at(-1)).toBe('PERFORMING')
  // All is well is no news.
  expect(await toldOf(now(), now().officer.at, 'outcome')).toEqual([])
})

test('answers are sealed, and neither side hears anything of the other', async () => {
  const { A, B } = await agreed()
  const words = '看派出所面子，算了。告状的人以后别来。'
  await answered(now(), { no: 1, side: 'A', who: A })
  await answered(now(), { no: 1, side: 'B', who: B, answers: answers({ score: 1, words }) })
  for (const table of ['revisits', 'rounds', 'dispute_notes', 'audit', 'outbox', 'due'])
    expect(JSON.stringify(await now().rows(table)), table).not.toContain('面子')
  for (const to of [A, B]) expect(JSON.stringify(await now().told(to))).not.toContain('outcome')
})

test('answered twice it counts once; of another side or by a stranger not at all', async () => {
  const { A, B } = await agreed()
  await answered(now(), { no: 1, side: 'A', who: A })
  const again = await answered(now(), { no: 1, side: 'A', who: A, answers: answers({ score: 1 }) })
  expect(again).toMatchObject({ number: 'RD-2026-0001' })
  expect(await halfOf(now(), 1, 'A')).toMatchObject({ score: 4 })
  for (const who of [A, now().resident()])
    expect(await answered(now(), { no: 1, side: 'B', who })).toMatchObject({ refused: 'no-such-case' })
  const half = await halfOf(now(), 1, 'B')
  expect(half.answers).toBeNull()
  const swapped = {
    revisit: String(half.id),
    side: 'A' as const,
    mode: 'chat' as const,
    outcome: 'answered' as const,
  }
  expect(
    await act(now(), B, START + 5 * DAY, recordRevisit, { ...swapped, answers: answers(), danger: [] }),
  ).toMatchObject({ refused: 'no-such-case' })
})

test('when the creditor calls done what was due, it is done, and the officer hears of the next step', async () => {
  const { id, A, B } = await agreed()
  const last = (await now().rows('rounds')).find(({ why }) => why === 'after-duty')!
  const no = Number(last.no)
  await answered(now(), { no, side: 'A', who: A, answers: answers({ theirs: 'all', score: 5 }) })
  await answered(now(), { no, side: 'B', who: B, answers: answers({ own: 'all' }) })
  expect(await roundNo(now(), no)).toMatchObject({ code: 'R-OK', verdict: 'kept' })
  expect(await now().rows('duties')).toMatchObject([{ state: 'done' }])
  expect((await now().rows('duty_events')).find(({ what }) => what === 'done')).toMatchObject({
    by: 'A',
    proof: 'creditor',
  })
  // The clock had found it overdue in the night; only a person says that it is performed.
  expect(await caseRow(now(), id)).toMatchObject({ state: 'BREACHED' })
  expect((await toldOf(now(), now().officer.at, 'next')).at(-1)).toMatchObject({
    state: 'BREACHED',
    buttons: [{ does: 'move' }],
  })
  // Nobody may close what is not yet in its months of asking.
  expect(await toldOf(now(), now().leader.at, 'mayClose')).toEqual([])
  const given = { ...(await about(now(), id)), remediesTold: null, bothAgree: null, reason: '双方都说做完了' }
  const step = { ...given, to: 'REVISITING' }
  const when = START + 40 * DAY
  expect(await act(now(), now().officer, when, moveDispute, step)).toMatchObject({ state: 'REVISITING' })
})

test('the side that an officer has yet to ask comes with a button of its own', async () => {
  const { id } = await agreed(QUIET)
  const no = Math.max(...(await now().rows('rounds')).map((one) => Number(one.no)))
  await now().does(now().officer.at, START, async (books) => {
    const c = await held(books, id)
    // An earlier round that is not over would go first.
    for (const round of await roundsOf(books, c, ['planned'])) {
      if (round.no === no) await setRound(books, round.id, { mode: 'visit' })
      for (const half of await halvesOf(books, round.id))
        await setRevisit(books, half, round.no === no ? { mode: 'visit' } : { state: 'superseded' })
    }
  })
  const due = async () => (await toldOf(now(), now().officer.at, 'revisitDue')).map(({ sides }) => sides)
  const start = Math.max(Number((await halfOf(now(), no, 'B')).at), Number((await halfOf(now(), no, 'A')).at))
  await now().until(start)
  expect((await due()).at(-1)).toEqual(['A', 'B'])
  const many = (await due()).length
  await answered(now(), { no, side: 'A', who: now().officer, mode: 'call', now: start })
  expect(await due()).toHaveLength(many + 1)
  expect((await toldOf(now(), now().officer.at, 'revisitDue')).at(-1)).toMatchObject({
    sides: ['B'],
    mode: 'visit',
    buttons: [{ does: 'visit' }],
  })
  await answered(now(), { no, side: 'B', who: now().officer, mode: 'call', now: start + HOUR })
  expect(await due()).toHaveLength(many + 1)
})

test('one says done, the other not: the accounts differ, and somebody goes there', async () => {
  const { A, B } = await agreed()
  await answered(now(), { no: 1, side: 'A', who: A, answers: answers({ theirs: 'none' }) })
  await answered(now(), { no: 1, side: 'B', who: B, answers: answers({ own: 'all' }) })
  expect(await roundNo(now(), 1)).toMatchObject({ verdict: 'accounts-differ', code: 'R-SURFACE' })
  const extra = (await now().rows('rounds')).find(({ why }) => why === 'extra')
  expect(extra).toMatchObject({ mode: 'visit', state: 'planned' })
  expect(await toldOf(now(), now().officer.at, 'outcome')).toMatchObject([{ verdict: 'accounts-differ' }])
})

test('a peace on the surface: two signals bring a visit, the word of a third opens the case again', async () => {
  const { id, A, B } = await agreed(QUIET, noise())
  await answered(now(), { no: 1, side: 'A', who: A })
  const words = '看派出所面子，算了。告状的人以后别来。'
  await answered(now(), { no: 1, side: 'B', who: B, answers: answers({ score: 1, relation: null, words }) })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-SURFACE', surface: 40 })
  const level = (await caseRow(now(), id)).level
  const when = START + 12 * DAY
  await now().until(when)
  const said = {
    dispute: id,
    revisit: null,
    tense: 'yes' as const,
    words: '两家不说话，乙把垃圾倒甲家门口。',
  }
  await act(now(), now().grid, when, recordThirdParty, said)
  expect(level).toBe('BLUE')
  expect(await caseRow(now(), id)).toMatchObject({ state: 'SCREENING', level: 'YELLOW' })
  expect((await pathOf(now(), id)).slice(-2)).toEqual(['REOPENED', 'SCREENING'])
  const judged = (await now().rows('rounds')).filter(({ code }) => code !== null)
  expect(Math.max(...judged.map(({ surface }) => Number(surface)))).toBe(85)
  expect((await now().rows('rounds')).filter(({ state }) => state === 'planned')).toEqual([])
})

test('fear does not wait for the other side', async () => {
  const { id, A } = await agreed(QUIET)
  await answered(now(), { no: 1, side: 'A', who: A, answers: answers({ safe: 'very', score: null }) })
  expect(await roundNo(now(), 1)).toMatchObject({ state: 'done', code: 'R-NEWRISK', verdict: 'danger' })
  expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'superseded' })
  const row = await caseRow(now(), id)
  expect(row.state).toBe('SCREENING')
  expect(['ORANGE', 'RED']).toContain(row.level)
  expect(await toldOf(now(), now().officer.at, 'outcome')).toMatchObject([{ code: 'R-NEWRISK' }])
  expect((await now().waits('revisit')).length).toBe(0)
})

test('a weapon named in an answer is an emergency, with the level it makes', async () => {
  const { id, A } = await agreed(QUIET)
  const said = answers({ trouble: 'threat', words: '他拿刀来过' })
  await answered(now(), { no: 1, side: 'A', who: A, answers: said, danger: ['A02'] })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'EMERGENCY', level: 'RED' })
  expect((await pathOf(now(), id)).slice(-2)).toEqual(['REOPENED', 'EMERGENCY'])
  expect(await toldOf(now(), now().chief.at, 'emergency')).toMatchObject([{ facts: { level: 'RED' } }])
})

test('quarrelled again: opened again, one level higher, and the leader has it to screen', async () => {
  const { id, A, B } = await agreed(QUIET)
  await answered(now(), { no: 1, side: 'A', who: A, answers: answers({ trouble: 'quarrel' }) })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'SCREENING', level: 'ORANGE' })
  expect((await toldOf(now(), now().leader.at, 'newCase')).at(-1)).toMatchObject({
    buttons: [{ does: 'screen' }, { does: 'refer' }],
  })
  // Whoever answers after that is still heard.
  await answered(now(), { no: 1, side: 'B', who: B })
  expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'answered' })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'SCREENING' })
})

test.each([
  ['fear', answers({ safe: 'very' }), [] as string[], 'SCREENING'],
  ['a weapon', answers({ trouble: 'threat' }), ['A02'], 'EMERGENCY'],
])('%s that is told after the case was closed opens it again', async (_, said, danger, state) => {
  const { id, A } = await agreed(QUIET)
  await now().until(Number((await halfOf(now(), 1, 'A')).at))
  await now().does(now().leader.at, START + 20 * DAY, async (books) => {
    const c = await held(books, id)
    const facts = { openRounds: 0, askedSeparately: true, openDuties: 0, surfaceScore: 0 }
    await mustAdvance(books, c, 'CLOSED', { roles: ['leader'], facts })
    await supersedeRounds(books, c)
  })
  await answered(now(), { no: 1, side: 'A', who: A, now: START + 21 * DAY, answers: said, danger })
  expect(await caseRow(now(), id)).toMatchObject({ state })
  expect(await halfOf(now(), 1, 'A')).toMatchObject({ state: 'answered' })
})

test('a calm answer that comes after the case was closed is kept, and changes nothing', async () => {
  const { id, A } = await agreed(QUIET)
  await now().until(Number((await halfOf(now(), 1, 'A')).at))
  await now().does(now().leader.at, START + 20 * DAY, async (books) => {
    const c = await held(books, id)
    const facts = { openRounds: 0, askedSeparately: true, openDuties: 0, surfaceScore: 0 }
    await mustAdvance(books, c, 'CLOSED', { roles: ['leader'], facts })
    await supersedeRounds(books, c)
  })
  await answered(now(), { no: 1, side: 'A', who: A, now: START + 21 * DAY })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'CLOSED' })
  expect(await roundNo(now(), 1)).toMatchObject({ state: 'superseded', code: null })
})

test('pressed into it: an officer looks at the consent, the case goes on', async () => {
  const { id, A, B } = await agreed()
  await answered(now(), { no: 1, side: 'A', who: A })
  await answered(now(), { no: 1, side: 'B', who: B, answers: answers({ freely: 'pressed', own: 'notyet' }) })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-UNFAIR' })
  expect(await caseRow(now(), id)).toMatchObject({ state: 'PERFORMING' })
  expect(await toldOf(now(), now().officer.at, 'outcome')).toMatchObject([
    {
      code: 'R-UNFAIR',
      reasons: [{ zh: expect.stringContaining('30') }],
      buttons: [{ does: 'contact' }, { does: 'visit' }, { does: 'flag' }],
    },
  ])
})

test('"later" is two days later, and the third time a person asks', async () => {
  const { B } = await agreed()
  const half = await halfOf(now(), 1, 'B')
  const [revisit, first] = [String(half.id), Number(half.at)]
  const put = { revisit, side: 'B' as const, wish: 'later' as const }
  for (const [times, when] of [first, first + 2 * DAY, first + 4 * DAY].entries()) {
    await now().until(when)
    expect(await act(now(), B, when, putOffRevisit, put)).toEqual({ number: 'RD-2026-0001' })
    if (times < 2)
      expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'planned', mode: 'chat', answers: null })
  }
  expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'open', mode: 'call' })
  expect((await toldOf(now(), now().officer.at, 'wants')).at(-1)).toMatchObject({
    what: 'call',
    buttons: [{ does: 'visit' }],
  })
})

test('"call me" becomes the officer’s task; a stranger puts off nothing', async () => {
  const { A, B } = await agreed()
  const half = await halfOf(now(), 1, 'B')
  const when = Number(half.at) + HOUR
  await now().until(when)
  const put = { revisit: String(half.id), side: 'B' as const, wish: 'call' as const }
  for (const who of [A, now().resident()])
    expect(await act(now(), who, when, putOffRevisit, put)).toMatchObject({ refused: 'no-such-case' })
  await act(now(), B, when, putOffRevisit, put)
  expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'open', mode: 'call' })
  expect((await now().waits('unanswered')).some(({ key }) => key.endsWith(String(half.id)))).toBe(true)
})

test('an officer who did not find somebody tries again; that is no visit', async () => {
  await agreed(QUIET)
  const no = Math.max(...(await now().rows('rounds')).map((one) => Number(one.no)))
  await answered(now(), { no, side: 'A', who: now().officer, mode: 'call' })
  const start = Math.max(Number((await halfOf(now(), no, 'B')).at), Number((await halfOf(now(), no, 'A')).at))
  const half = () => halfOf(now(), no, 'B')
  const nobody = (days: number, mode: 'call' | 'visit', reason: string | null = null) =>
    answered(now(), {
      no,
      side: 'B',
      who: now().officer,
      mode,
      outcome: 'unavailable',
      answers: null,
      reason,
      now: start + days * DAY + HOUR,
    })
  await nobody(0, 'call')
  expect(await half()).toMatchObject({ state: 'open', mode: 'visit', attempts: [{ mode: 'call' }] })
  expect(await roundNo(now(), no)).toMatchObject({ state: 'open', code: null })
  await nobody(1, 'visit')
  await nobody(2, 'call')
  // Three times, two ways, three days: one more time at the door.
  expect(await half()).toMatchObject({ state: 'open', mode: 'visit' })
  // Not without a word of why.
  expect(await nobody(3, 'visit')).toMatchObject({ refused: 'no-reason' })
  expect(await half()).toMatchObject({ state: 'open', reason: null })
  await nobody(3, 'visit', '门锁着，邻居说去州上了。')
  expect(await half()).toMatchObject({ state: 'unavailable', by: now().officer.person })
  expect((await half()).reason).not.toContain('邻居')
  expect(await roundNo(now(), no)).toMatchObject({
    state: 'done',
    code: 'R-UNREACH',
    verdict: 'one-side-silent',
  })
})

test('"not gone yet" ends nothing and is no attempt', async () => {
  const { A } = await agreed()
  await answered(now(), { no: 1, side: 'A', who: A })
  await answered(now(), {
    no: 1,
    side: 'B',
    who: now().officer,
    mode: 'visit',
    outcome: 'unreached',
    answers: null,
  })
  expect(await halfOf(now(), 1, 'B')).toMatchObject({ state: 'open', attempts: [], ended_at: null })
})

test('an officer records what somebody said at the door; twice is refused, and so are other people', async () => {
  const { A } = await agreed()
  await answered(now(), { no: 1, side: 'A', who: A })
  const visit = { no: 1, side: 'B' as const, mode: 'visit' as const, answers: answers({ own: 'notyet' }) }
  for (const who of [now().other, now().grid, now().resident()])
    expect(await answered(now(), { ...visit, who })).toMatchObject({ refused: 'no-such-case' })
  await answered(now(), { ...visit, who: now().officer })
  expect(await halfOf(now(), 1, 'B')).toMatchObject({
    state: 'answered',
    mode: 'visit',
    by: now().officer.person,
  })
  expect(await roundNo(now(), 1)).toMatchObject({ state: 'done', code: 'R-OK' })
  expect(await answered(now(), { ...visit, who: now().officer })).toMatchObject({ refused: 'recorded' })
})

test('not willing is not "not reached", and neither counts as visited', async () => {
  const { A, B } = await agreed()
  await answered(now(), { no: 1, side: 'A', who: A })
  await answered(now(), { no: 1, side: 'B', who: B, outcome: 'declined', answers: null })
  expect(await halfOf(now(), 1, 'B')).toMatchObject({
    state: 'declined',
    verdict: 'one-side-silent',
    answers: null,
  })
  expect(await roundNo(now(), 1)).toMatchObject({ code: 'R-DECLINE', verdict: 'one-side-silent' })
})

test('the last round well answered: the leader may close', async () => {
  const { A, B } = await agreed(QUIET)
  const rounds = (await now().rows('rounds')).map(({ no }) => Number(no)).sort((one, other) => one - other)
  for (const no of rounds)
    for (const [side, who] of [
      ['A', A],
      ['B', B],
    ] as const) {
      const { mode, at: when } = await halfOf(now(), no, side)
      const by = mode === 'chat' ? { who } : { who: now().officer, mode: mode as 'call' | 'visit' }
      await answered(now(), { no, side, ...by, now: Number(when) + 3 * HOUR })
    }
  expect((await now().rows('rounds')).every(({ code }) => code === 'R-OK')).toBe(true)
  expect(await toldOf(now(), now().leader.at, 'mayClose')).toMatchObject([{ buttons: [{ does: 'close' }] }])
})
