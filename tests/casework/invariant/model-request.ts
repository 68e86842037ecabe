// A model of one difficulty request in the books: taken, promised, put off with a reason, answered, told.
import { DAY, HOUR } from '../../../flows/casework/calendar.ts'
import type { RequestMatter, Waiting } from '../../../flows/casework/invariant/matter.ts'
import type { Dice } from './model-case.ts'

export const REQUEST_HABITS = [
  'call for a request that nobody takes',
  'answer or put off what was promised',
  'remind of what was promised',
  'tell the answer',
] as const
export type RequestHabit = (typeof REQUEST_HABITS)[number]

export class ModelRequest {
  state: RequestMatter['state'] = 'open'
  readonly due = new Map<string, Waiting>()
  private owned = false
  private told = false
  /** The promised day came, and nobody did anything. */
  private missed = false
  private promisedBy: number
  private readonly dice: Dice
  private readonly broken: RequestHabit | null
  now: number

  constructor(now: number, dice: Dice, broken: RequestHabit | null) {
    this.now = now
    this.dice = dice
    this.broken = broken
    this.promisedBy = now + 5 * DAY
    this.call()
    this.remind()
  }

  matter(): RequestMatter {
    return {
      kind: 'request',
      id: 'request',
      number: 'RDK-2026-0001',
      state: this.state,
      owned: this.owned,
      led: this.owned,
      waits: [...this.due.values()],
      reporter: true,
      told: this.told,
      promisedBy: this.promisedBy,
      dispute: false,
    }
  }

  happens() {
    if (this.state === 'open' && this.dice.pick(2) === 0) this.take()
    else if (this.state === 'taken') this.goesOn()
  }

  /** The next row, and before it the day that was promised: whoever has it answers by then, or names another day. */
  next(until: number): [key: string, row: Waiting] | null {
    const open = this.state === 'open' || this.state === 'taken'
    let first: [string, Waiting] | null = null
    for (const entry of this.due)
      if (entry[1].at <= until && (first === null || entry[1].at < first[1].at)) first = entry
    if (
      open &&
      !this.missed &&
      this.promisedBy <= until &&
      (first === null || this.promisedBy <= first[1].at)
    )
      return ['over', { kind: 'over', at: this.promisedBy }]
    return first
  }

  comesDue(key: string, { kind, at }: Waiting) {
    this.now = Math.max(this.now, at)
    if (kind === 'over') return this.promiseEnds()
    this.due.delete(key)
    if (kind === 'accept') this.call()
    else if (kind === 'promise') this.remind()
    else this.told = true
  }

  private promiseEnds() {
    if (this.state === 'open') this.take()
    if (this.keeps('answer or put off what was promised')) this.goesOn(true)
    else this.missed = true
  }

  private take() {
    this.state = 'taken'
    this.owned = true
    this.due.delete('accept')
  }

  private goesOn(must = false) {
    const roll = this.dice.pick(must ? 2 : 4)
    if (roll === 0) {
      this.promisedBy = this.now + (1 + this.dice.pick(10)) * DAY
      this.remind()
    } else if (roll === 1) this.answer()
  }

  private answer() {
    this.state = (['solved', 'answered', 'passed-on', 'declined'] as const)[this.dice.pick(4)]!
    this.due.clear()
    if (!this.keeps('tell the answer')) return
    if (this.dice.pick(2) === 0) this.told = true
    else this.due.set('tell', { kind: 'tell', at: this.now + 8 * HOUR })
  }

  private call() {
    if (this.state === 'open' && this.keeps('call for a request that nobody takes'))
      this.due.set('accept', { kind: 'accept', at: this.now + 4 * HOUR })
  }

  private remind() {
    const at = Math.max(this.now + DAY, this.promisedBy - DAY)
    if (this.keeps('remind of what was promised')) this.due.set('promise', { kind: 'promise', at })
  }

  private keeps(habit: RequestHabit): boolean {
    return this.broken !== habit
  }
}
