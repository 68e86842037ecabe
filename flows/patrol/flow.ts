import { DAY, HOUR } from '../casework/calendar.ts'
import { METHODS, REPEATS } from '../casework/patrol.ts'
import { flow } from '../core/flow.ts'
import { choose } from '../core/questions/choose.ts'
import { chooseMany } from '../core/questions/many-of.ts'
import { oneOf } from '../core/questions/one-of.ts'
import type { ChangePatrol, PatrolChange, PatrolGiven, PlanPatrol, Wait } from './commands.ts'
import { type Moment, moment } from './moment.ts'

/** Hours meant by those who give a day alone: rounds begin in the morning, and end with the working day. */
const BEGINS = 9
const ENDS = 18

type Until = 'day' | 'two' | 'three' | 'week'
const WAITS: { readonly [U in Until]: number } = { day: 1, two: 2, three: 3, week: 7 }
type Deed = PatrolChange['to']

type Told = { given: PatrolGiven; which?: string }
const isNew = ({ which }: Told) => which === undefined || which === 'new'
const round = ({ given, which }: Told) => given.rounds.find(({ id }) => id === which)

/** What may still be changed: nobody begins anew what has begun. */
function deeds(told: Told): readonly [Deed, ...Deed[]] {
  const found = round(told)
  const at: Deed[] = found?.state === 'planned' ? ['at'] : []
  const once: Deed[] = found && found.repeat !== 'none' ? ['once'] : []
  return ['until', ...at, ...once, 'cancel']
}

/** 摸排: a round that goes out to find disputes early; and changing one that runs or is to come. */
export const patrol = flow<PatrolGiven>('patrol', { version: 1, idle: { nudge: HOUR, expire: DAY } })
  .askIf(
    ({ given }) => given.rounds.length > 0,
    'which',
    ({ given }) =>
      choose(
        given.rounds.map(({ id, label }) => ({ id, label })),
        ['new'],
      ),
  )
  .askIf(
    (told) => !isNew(told),
    'deed',
    (told) => oneOf<Deed>(deeds(told)),
  )
  .askIf(isNew, 'where', oneOf(['all', 'some']))
  .askIf(
    (told) => isNew(told) && told.where === 'some',
    'villages',
    ({ given }) => chooseMany(given.villages),
  )
  .askIf(isNew, 'method', oneOf(METHODS))
  .askIf(
    (told) => isNew(told) || told.deed === 'at',
    'when',
    ({ given: { offset } }) => moment(['now'], { offset, hour: BEGINS }),
  )
  .askIf(
    (told) => isNew(told) || told.deed === 'until',
    'until',
    ({ given: { offset } }) => moment(['day', 'two', 'three', 'week'], { offset, hour: ENDS }),
  )
  .askIf(isNew, 'repeat', oneOf(REPEATS))
  .review()
  .done((told): PlanPatrol | ChangePatrol => {
    const { given, which, where, villages = [], method = 'chat', repeat = 'none', when, until, deed } = told
    if (which !== undefined && deed !== undefined && !isNew(told))
      return { do: 'changePatrol', with: { patrol: which, change: changed(deed, { when, until }) } }
    return {
      do: 'planPatrol',
      with: {
        villages: where === 'all' ? given.villages.map(({ id }) => id) : villages,
        method,
        at: when?.at ?? null,
        wait: waitOf(until),
        repeat,
      },
    }
  })

const waitOf = (until: Moment<Until> | undefined): Wait =>
  until?.at ? { until: until.at } : { days: WAITS[until?.choice ?? 'day'] }

function changed(
  deed: Deed,
  { when, until }: { when?: Moment<'now'> | undefined; until?: Moment<Until> | undefined },
): PatrolChange {
  switch (deed) {
    case 'at':
      return { to: 'at', at: when?.at ?? null }
    case 'until':
      return { to: 'until', wait: waitOf(until) }
    default:
      return { to: deed }
  }
}
