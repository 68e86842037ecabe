// A small model of the books' due rows: one table, two replicas that claim, hold leases, fall asleep and die.
import { afterSending, type Reach } from '../../flows/casework/allowance.ts'
import type { Instant } from '../../flows/casework/calendar.ts'
import { catchUp, PER_SECOND, spread } from '../../flows/casework/catch-up.ts'
import { onAnyDay } from '../../flows/casework/revisit-days.ts'
import type { PlannedRound } from '../../flows/casework/revisit-plan.ts'
import type { SideName } from '../../flows/casework/round.ts'
import type { Rulebook } from '../../flows/casework/rulebook.ts'
import type { Level, Mode } from '../../flows/casework/tables/level.ts'

export type Half = {
  case: number
  level: Level
  round: PlannedRound
  side: SideName
  planned: Instant
  mode: Mode
}
export type Fired = { half: Half; at: Instant; as: 'chat' | 'officer'; reach: Reach | null }
/** Something that befalls the whole house after so many steps; a jump of the clock is set right some steps later. */
export type Trouble =
  | { kind: 'outage'; after: number; ms: number }
  | { kind: 'jump'; after: number; ms: number; until: number }

type Row = { half: Half; level: Level; planned: Instant; at: Instant; lease: Lease | null; done: boolean }
type Lease = { by: number; since: Instant; until: Instant }

const LEASE = 60_000
const second = (at: Instant): number => Math.floor(at / 1_000)

export class DueTable {
  readonly fired: Fired[] = []
  /** Claims that left something riskier lying. */
  readonly unfair: string[] = []
  /** Those that still wait. */
  private rows: Row[]
  private readonly ofCase = new Map<number, Fired[]>()
  private readonly begun = new Map<number, number>()
  private readonly queues: [Row[], Row[]] = [[], []]
  private readonly reaches: { [side in SideName]: Reach | null }[]
  private readonly rulebook: Rulebook
  private readonly choices: readonly number[]
  private readonly jumped = new Map<Trouble, number>()
  private now: Instant
  private steps = 0

  constructor(
    given: {
      halves: readonly Half[]
      reaches: { [side in SideName]: Reach | null }[]
      now: Instant
      choices: readonly number[]
    },
    rulebook: Rulebook,
  ) {
    this.rulebook = rulebook
    this.choices = given.choices
    this.reaches = given.reaches
    this.now = given.now
    this.rows = given.halves.map((half) => {
      const { level, planned } = half
      return { half, level, planned, at: planned, lease: null, done: false }
    })
  }

  /** Until nothing waits any more. */
  run(troubles: readonly Trouble[]): void {
    const most = 60 * this.rows.length + 10_000
    while (this.rows.length > 0) {
      if (this.steps++ > most) throw new Error('the table does not come to an end')
      for (const trouble of troubles) this.befall(trouble)
      this.step(this.choices[this.steps % this.choices.length] ?? 0)
    }
  }

  private befall(trouble: Trouble): void {
    const { kind, after, ms } = trouble
    if (kind === 'outage' && this.steps === after) {
      this.queues[0] = []
      this.queues[1] = []
      this.now += ms
    }
    if (kind !== 'jump') return
    const { until } = trouble
    const moved = this.jumped.get(trouble) ?? 0
    // While somebody holds a lease, where there is one: that is when it hurts.
    if (moved === 0 && this.steps >= after && this.queues.some((queue) => queue.length > 0))
      this.jump(trouble, ms)
    else if (moved === 1 && this.steps >= until) this.jump(trouble, -ms)
  }

  private jump(trouble: Trouble, ms: number): void {
    this.jumped.set(trouble, (this.jumped.get(trouble) ?? 0) + 1)
    this.now += ms
  }

  /** A choice says which replica goes on, whether it dies now, or whether time passes before anybody does. */
  private step(choice: number): void {
    const who = choice % 2 === 0 ? 0 : 1
    const what = Math.floor(choice / 2) % 32
    if (what === 30) this.queues[who] = []
    else if (what === 31) this.now += (choice % 91) * 1_000
    const next = this.queues[who].shift()
    if (next) {
      this.take(next, who)
      return
    }
    this.claim(who)
    if (this.queues.every((queue) => queue.length === 0)) this.sleep()
  }

  private isFree = ({ lease }: Row): boolean =>
    lease === null || this.now >= lease.until || this.now < lease.since

  /** One transaction: the riskiest of what is due are leased, the others are put into later seconds. */
  private claim(by: number): void {
    const due = this.rows.filter((row) => row.at <= this.now && this.isFree(row))
    if (due.length === 0) return
    const lease = { by, since: this.now, until: this.now + LEASE }
    const claimed: Row[] = []
    const left: Row[] = []
    for (const { one, at } of spread(due, this.now, this.taken())) {
      if (at === this.now) claimed.push(one)
      else left.push(one)
      one.at = at
      one.lease = at === this.now ? lease : null
    }
    this.queues[by === 0 ? 0 : 1].push(...claimed)
    for (const one of claimed)
      for (const other of left)
        if (isRiskier(other, one)) this.unfair.push(`${other.level} waits for ${one.level}`)
  }

  /** Begun in this second, or leased by somebody who will. */
  private taken(): number {
    const leased = this.rows.filter((row) => row.lease !== null && !this.isFree(row)).length
    return (this.begun.get(second(this.now)) ?? 0) + leased
  }

  /** One transaction: nothing happens to a row that is somebody else's by now. */
  private take(row: Row, by: number): void {
    if (row.done || row.lease?.by !== by || this.now >= row.lease.until) return
    row.lease = null
    const begun = this.begun.get(second(this.now)) ?? 0
    if (begun >= PER_SECOND) {
      row.at = this.now + 1_000
      return
    }
    const { half } = row
    const reaches = this.reaches[half.case]
    const reach = reaches?.[half.side] ?? null
    const next = catchUp(
      { ...half, anyDay: onAnyDay(half.level), reach, ...this.others(half) },
      this.now,
      this.rulebook,
    )
    if (next.do === 'wait') {
      if (next.at <= this.now) throw new Error('a wait that does not wait')
      row.at = next.at
      return
    }
    row.done = true
    this.rows = this.rows.filter((one) => one !== row)
    this.begun.set(second(this.now), begun + 1)
    const fired: Fired = { half, at: this.now, as: next.do === 'now' ? 'chat' : 'officer', reach }
    this.fired.push(fired)
    this.ofCase.set(half.case, [...(this.ofCase.get(half.case) ?? []), fired])
    if (next.do === 'now' && reaches && reach) reaches[half.side] = afterSending(this.now, reach)
  }

  private others(half: Half): { other: Instant | null; earlier: Instant[] } {
    const mine = this.ofCase.get(half.case) ?? []
    const other = mine.find((one) => one.half.round.no === half.round.no)
    const earlier = mine.filter((one) => one.half.round.no !== half.round.no).map(({ at }) => at)
    return { other: other?.at ?? null, earlier }
  }

  /** To the moment at which something is due next. */
  private sleep(): void {
    const next = this.rows.map((row) => (this.isFree(row) ? row.at : Math.max(row.at, row.lease?.until ?? 0)))
    if (next.length > 0) this.now = Math.max(this.now + 1_000, Math.min(...next))
  }
}

const isRiskier = (one: Row, other: Row): boolean =>
  'RED ORANGE YELLOW BLUE'.indexOf(one.level) < 'RED ORANGE YELLOW BLUE'.indexOf(other.level) ||
  (one.level === other.level && one.planned < other.planned)
