// Plays a talk in memory against a desk: everything passes through JSON between turns, as a database would have it.
import type { Event, FileRef, Json, Locale } from '../flows/core/event.ts'
import type { House } from '../flows/core/house.ts'
import { receive } from '../flows/core/reception.ts'
import type { Posed, Reply } from '../flows/core/reply.ts'
import { emptySitting, type Sitting } from '../flows/core/sitting.ts'
import { tapOf } from '../flows/core/tap.ts'

export type Asked = { do: string; with: any }
/** What the books answer to each command: a value, or a function of what was asked. */
export type Books = { [command: string]: Json | ((given: any) => Json) }

export type Talking = {
  staff?: boolean
  books?: Books
  locale?: Locale
  /** When the talk begins. */
  at?: number
}

/** 2026-11-25 10:12 at the station. */
export const MORNING = Date.UTC(2026, 10, 25, 2, 12)

/** Nothing ever begins again by itself: more turns than this for one message are a mistake of ours. */
const MOST_TURNS = 20

export function talk(house: House, { staff = false, books = {}, locale = 'zh', at = MORNING }: Talking = {}) {
  let sitting: Sitting = emptySitting(locale)
  let now = at
  let ids = 0
  const lines: string[] = []
  const commands: Asked[] = []
  let last: Reply[] = []

  const answer = (asked: Asked): Json => {
    const value = books[asked.do]
    if (value === undefined) throw new Error(`the books know nothing of ${asked.do}`)
    return typeof value === 'function' ? value(asked.with) : value
  }

  function show(reply: Reply): void {
    last.push(reply)
    lines.push(`bot  ${reply.text}`)
    if (reply.kind === 'review' || reply.kind === 'card')
      for (const row of reply.rows) lines.push(`       ${row.label}：${row.value}`)
    if ((reply.kind === 'ask' || reply.kind === 'review') && reply.choices.length > 0)
      lines.push(`     [${reply.choices.map(({ label }) => label).join('] [')}]`)
  }

  function hears(line: string, event: Event) {
    lines.push(line)
    last = []
    const queue: Event[] = [event]
    for (let turns = 0; queue.length > 0; turns++) {
      if (turns > MOST_TURNS) throw new Error('a turn that never ends')
      const stored: Sitting = JSON.parse(JSON.stringify(sitting))
      const received = receive(house, stored, queue.shift()!, { now, id: `c${++ids}`, staff })
      sitting = received.sitting
      for (const reply of received.replies) show(reply)
      for (const { of, name, command } of received.commands) {
        lines.push(`     -> ${command.do}`)
        commands.push(command)
        queue.push({ kind: 'result', of, name, value: answer(command) })
      }
    }
    return self
  }

  const self = {
    says: (text: string) => hears(`you  ${text}`, { kind: 'text', text }),
    sends: (event: Event) => hears(`you  (${event.kind})`, event),
    voice: (seconds = 18) =>
      hears('you  (voice)', { kind: 'files', files: [{ id: `v${ids}`, type: 'audio/ogg', seconds }] }),
    photo: (caption?: string) => {
      const files: FileRef[] = [{ id: `p${ids}`, type: 'image/jpeg' }]
      return hears('you  (photo)', { kind: 'files', files, ...(caption ? { caption } : {}) })
    },
    /** A flow begins, as the books would begin it. */
    opens: (flow: string, given: Json, id = flow) =>
      hears(`     (${flow})`, { kind: 'open', flow, id, given }),
    /** Presses a choice of the question asked last, by its label. */
    presses(label: string) {
      const posed = self.posed
      const choice = posed?.choices.find((one) => one.label === label)
      if (!posed || !choice) throw new Error(`nothing is labelled ${label}`)
      return hears(`you  [${label}]`, { kind: 'pick', question: posed.id, choice: choice.id })
    },
    /** The same press on a channel whose buttons hold few bytes. */
    taps(label: string) {
      const posed = self.posed
      const choice = posed?.choices.find((one) => one.label === label)
      if (!posed || !choice) throw new Error(`nothing is labelled ${label}`)
      return hears(`you  [${label}]`, { kind: 'tap', token: tapOf(posed.id, choice.id) })
    },
    /** A message is changed after it was sent. */
    corrects: (was: string | null, text: string) =>
      hears(`you  (${was} => ${text})`, { kind: 'correct', was, text }),
    /** Time passes, and the clock wakes the desk. */
    waits(ms: number) {
      now += ms
      return hears(`     … ${ms / 60_000} min`, { kind: 'clock' })
    },
    /** Time passes without waking the desk. */
    passes(ms: number) {
      now += ms
      return self
    },
    get transcript() {
      return lines.join('\n')
    },
    get sitting() {
      return sitting
    },
    get answers() {
      return sitting.open?.answers ?? {}
    },
    /** What was said to the last message. */
    get said() {
      return last.map(({ text }) => text)
    },
    get replies() {
      return last
    },
    get commands() {
      return commands
    },
    /** The commands of one name. */
    asked: (name: string) => commands.filter((one) => one.do === name),
    get posed(): Posed | undefined {
      return last.findLast((reply) => reply.kind === 'ask' || reply.kind === 'review')
    },
  }
  return self
}

export type Talk = ReturnType<typeof talk>
