// What officers say was prevented counts once somebody else who leads has said so; a crime is noted with its day.
import { expect, test } from 'vitest'
import { figureFacts } from '../../../../db/queries/figures/read.ts'
import { EVERYTHING } from '../../../../db/queries/figures/scope.ts'
import { defaultCalendar } from '../../../../flows/casework/calendar.ts'
import { figuresIn, tableOf } from '../../../../flows/casework/figures/figures.ts'
import { periodOf } from '../../../../flows/casework/figures/period.ts'
import type { Json } from '../../../../flows/core/event.ts'
import { mediating } from '../../case.ts'
import { at, type Station, station } from '../../station.ts'

const START = at('2026-11-25')
const LATER = at('2026-11-26')
const now = station(START)

async function counted(here: Station, ...ids: string[]): Promise<(number | undefined)[]> {
  const period = periodOf('2026-11', LATER, defaultCalendar)
  if (!period) throw new Error('it has begun')
  const facts = await here.does(here.chief.at, LATER, (books) => figureFacts(books, EVERYTHING, period))
  const all = (['A', 'C'] as const).flatMap((code) => figuresIn(tableOf(code, facts, period)))
  return ids.map((id) => all.find((one) => one.id === id)?.now.sum.value)
}

test('an officer notes it, a leader approves it, and only then it counts', async () => {
  const here = now()
  const { officer, leader, chief } = here
  const dispute = await mediating(here, here.resident(), START)
  const rev = Number((await here.rows('disputes'))[0]?.rev)
  const note = (kind: string, from = officer.at) =>
    here.asks(from, LATER, {
      do: 'recordPrevention',
      with: { dispute, rev, kind, people: 7, reason: '劝开了，刀具已收走' },
    })
  expect(await note('fight')).toMatchObject({ waits: true })
  expect(await counted(here, 'A36', 'A37')).toEqual([0, 0])
  const card = (await here.told(leader.at)).find(({ notice }) => notice.kind === 'prevention')?.notice
  expect(card).toMatchObject({ what: 'fight', people: 7, buttons: [{ does: 'approvePrevention' }] })
  expect(JSON.stringify(card)).not.toContain('刀具')

  // What was written is opened for whoever decides, and for nobody else.
  const opened = (await here.asks(leader.at, LATER, {
    do: 'open',
    with: { flow: 'preventioncheck', number: 'RD-2026-0001' },
  })) as { given: { waiting: { id: string; reason: string }[] } }
  expect(opened.given.waiting.map(({ reason }) => reason)).toEqual(['劝开了，刀具已收走'])
  const prevention = opened.given.waiting[0]?.id ?? ''
  const decide = (from: typeof leader.at, approve: boolean, id = prevention) =>
    here.asks(from, LATER, { do: 'decidePrevention', with: { dispute, prevention: id, approve } as Json })
  expect(await decide(officer.at, true)).toMatchObject({ refused: 'no-such-case' })
  expect(await decide(leader.at, true)).toMatchObject({ approved: true })
  expect(await decide(leader.at, true)).toMatchObject({ refused: 'no-prevention' })
  expect(await counted(here, 'A36', 'A37')).toEqual([1, 7])
  const told = (await here.told(officer.at))
    .map(({ notice }) => notice)
    .filter(({ kind }) => kind === 'preventionDecided')
  expect(told).toMatchObject([{ what: 'fight', approved: true }])

  // Nobody decides on their own word; refused it never counts.
  expect(await note('suicide', leader.at)).toMatchObject({ waits: true })
  const own = (await here.rows('preventions')).find(({ kind }) => kind === 'suicide')
  expect(await decide(leader.at, true, String(own?.id))).toMatchObject({ refused: 'no-prevention' })
  expect(await decide(chief.at, false, String(own?.id))).toMatchObject({ approved: false })
  expect(await counted(here, 'A34', 'A35', 'A36')).toEqual([0, 0, 1])
})

test('a crime is noted with its day, between the report and today', async () => {
  const here = now()
  const dispute = await mediating(here, here.resident(), START)
  const rev = Number((await here.rows('disputes'))[0]?.rev)
  const note = (day: string, from = here.officer.at) =>
    here.asks(from, LATER, { do: 'noteCriminal', with: { dispute, rev, day } })
  expect(await note('2026-11-27')).toMatchObject({ refused: 'wrong-day' })
  expect(await note('2026-11-24')).toMatchObject({ refused: 'wrong-day' })
  expect(await note('2026-11-25', here.mediator.at)).toMatchObject({ refused: 'no-such-case' })
  expect(await note('2026-11-25')).toMatchObject({ dispute })
  expect(await counted(here, 'C28')).toEqual([1])
})
