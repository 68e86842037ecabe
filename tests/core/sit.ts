// Sits at a desk in memory: everything passes through JSON between turns, as a database would have it.
import type { Event, Json } from '../../flows/core/event.ts'
import type { House } from '../../flows/core/house.ts'
import { receive } from '../../flows/core/reception.ts'
import type { Reply } from '../../flows/core/reply.ts'
import { emptySitting, type Sitting } from '../../flows/core/sitting.ts'

export type Books = (command: { do: string; with: any }) => Json

export function sit(
  house: House,
  { staff = false, books = filing }: { staff?: boolean; books?: Books } = {},
) {
  let sitting: Sitting = emptySitting('zh')
  let now = Date.UTC(2026, 10, 25, 2, 12)
  let ids = 0
  const lines: string[] = []
  const commands: { do: string; with: any }[] = []
  let last: Reply[] = []

  function hears(line: string, event: Event) {
    lines.push(line)
    last = []
    const queue: Event[] = [event]
    for (let turns = 0; queue.length > 0; turns++) {
      if (turns > 20) throw new Error('a turn that never ends')
      const stored: Sitting = JSON.parse(JSON.stringify(sitting))
      const received = receive(house, stored, queue.shift()!, { now, id: `c${++ids}`, staff })
      sitting = received.sitting
      for (const reply of received.replies) {
        last.push(reply)
        lines.push(`bot  ${reply.text}`)
        if (reply.kind === 'review')
          for (const row of reply.rows) lines.push(`       ${row.label}：${row.value}`)
        if ((reply.kind === 'ask' || reply.kind === 'review') && reply.choices.length > 0)
          lines.push(`     [${reply.choices.map(({ label }) => label).join('] [')}]`)
      }
      for (const { of, name, command } of received.commands) {
        lines.push(`     -> ${command.do}`)
        commands.push(command)
        queue.push({ kind: 'result', of, name, value: books(command) })
      }
    }
    return self
  }
  const self = {
    says: (text: string) => hears(`you  ${text}`, { kind: 'text', text }),
    sends: (event: Event) => hears(`you  (${event.kind})`, event),
    /** Presses a choice of the question asked last, by its label. */
    presses(label: string) {
      const posed = last.findLast((reply) => reply.kind === 'ask' || reply.kind === 'review')
      const choice = posed?.choices.find((one) => one.label === label)
      if (!posed || !choice) throw new Error(`nothing is labelled ${label}`)
      return hears(`you  [${label}]`, { kind: 'pick', question: posed.id, choice: choice.id })
    },
    waits(ms: number) {
      now += ms
      return hears(`     … ${ms / 3_600_000} h`, { kind: 'clock' })
    },
    /** Lets time pass without waking the desk. */
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
    get said() {
      return last.map(({ text }) => text)
    },
    get commands() {
      return commands
    },
    get posed() {
      return last.findLast((reply) => reply.kind === 'ask' || reply.kind === 'review')
    },
  }
  return self
}

const filing: Books = (command) =>
  command.do === 'open'
    ? { flow: command.with.flow, id: 'opened', given: { dispute: 'd1' } }
    : { dispute: 'd1', number: 'RD-2026-0001', ok: true }
