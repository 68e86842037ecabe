/** A stage in this process: a desk of its own on real books, its outbox and its clock. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { destination } from 'pino'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import sample from '../../db/seed/sample-station.json' with { type: 'json' }
import type { Store } from '../../db/store.ts'
import { type Calendar, defaultCalendar, instantAt } from '../../flows/casework/calendar.ts'
import { clockText } from '../../flows/casework/clock-text.ts'
import { levelInfo } from '../../flows/casework/level.ts'
import { stateName } from '../../flows/casework/life-cycle.ts'
import { findCaseNumber } from '../../flows/casework/number.ts'
import type { Level } from '../../flows/casework/tables/level.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Instant } from '../../flows/core/event.ts'
import type { Channel } from '../../flows/core/ports.ts'
import { render, renderRevised } from '../../flows/notices/index.ts'
import { openBooks } from '../books.ts'
import { openDelivery } from '../deliver.ts'
import { openDesk } from '../desk.ts'
import { type Log, openLog } from '../log.ts'
import { openMetrics } from '../metrics.ts'
import { readSettings } from '../settings.ts'
import { joinCode, type Lines, newest, type Person, person } from './person.ts'
import type { Script } from './script.ts'
import type { Shown, Stage } from './stage.ts'

const CHANNEL = 'story'
/** Between one thing done and the next, in milliseconds. */
const MOMENT = 20_000

export type StageOn = {
  /** On the station's clock. */
  begins: string
  script: Script
  /** A PostgreSQL database that is the story's own; embedded books in a folder that is removed afterwards where absent. */
  databaseUrl?: string
  /** A folder with empty books, which are the story's own and are removed with it; made where absent. */
  folder?: string
  /** Where the desk writes its log; errors alone, to standard error, where absent. */
  log?: Log
  /** Changes what somebody types before it is heard; `step` is what they are asked for. */
  marks?: (name: string, step: string | null, text: string) => string
}

/** The stage of this process, whose books and calendar can be looked into. */
export type StageHere = Stage & {
  store: Store
  calendar(): Calendar
  /** A group of staff that gets the alerts from now on, because somebody who leads asked for it. */
  group(name: string, by: Person): Promise<Person>
  /** Milliseconds later, doing on the way what comes due. */
  later(ms: number): Promise<void>
}

export async function openStage({ begins, script, databaseUrl, ...on }: StageOn): Promise<StageHere> {
  const folder = on.folder ?? (await mkdtemp(join(tmpdir(), 'maple-story-')))
  const keys = join(folder, 'story.key')
  const server = databaseUrl ? { DATABASE_URL: databaseUrl, SEALING_KEY_FILE: keys } : {}
  if (databaseUrl) openMasterKeys(keys, true)
  const store = await openBooks(readSettings({ DATA_DIR: folder, LOG_LEVEL: 'error', ...server }))
  // Before the station is known its clock is that of the sample: the rulebook's own.
  let real = instantOf(begins, defaultCalendar)
  await store.admin.importStation(sample, real)
  const log = on.log ?? openLog('error', destination(2))
  const metrics = openMetrics({ standard: false })
  const people = new Map<string, Person>()
  const cases = new Map<string, number>()

  const desk = await openDesk({ store, log, metrics, real: () => real, drained: () => settled() })
  const calendar = () => desk.live.station().rulebook.calendar
  const channel: Pick<Channel, 'send'> = {
    async send({ to, reply }) {
      const receiver = people.get(to.id)
      script.time(clockText(desk.time.now(), calendar(), 'zh'))
      if (receiver) {
        receiver.receives(reply)
        script.read(receiver.name, reply)
      }
      return 'delivered'
    },
  }
  const delivery = openDelivery({
    outbox: store.outbox,
    channels: new Map([[CHANNEL, channel]]),
    render,
    renderRevised,
    now: desk.time.now,
    log,
    metrics,
  })

  /** Everything posted has gone out, and what changed in the cases is told. */
  async function settled(): Promise<void> {
    await delivery.drained()
    if (!script.case) return
    for (const [number, seen] of cases) {
      const { path, level } = await shown(number)
      for (const { from, to } of path.slice(seen)) script.case(moved(number, from, to, level))
      cases.set(number, path.length)
    }
  }

  async function shown(number: string): Promise<Shown> {
    return (await store.admin.caseShow(number, desk.time.now())) as Shown
  }

  let heard = 0
  const lines: Lines = {
    async hear({ name, address }, event, text) {
      real += MOMENT
      script.time(clockText(desk.time.now(), calendar(), 'zh'))
      script.said(name, text)
      heard++
      await desk.hearing.hear({
        id: `heard-${heard}`,
        from: address,
        at: desk.time.now(),
        locale: 'zh',
        event,
      })
      await desk.sweep()
      await settled()
    },
    ...(on.marks && { marks: on.marks }),
    opens: (someone, link) => lines.hear(someone, { kind: 'press', button: joinCode(link) }, '（打开链接）'),
    async keep({ address }, { type, name, seconds }) {
      const bytes = Buffer.from(`${type} ${name ?? ''}`)
      const file = await store.files.put({ type, name, bytes, by: address }, desk.time.now())
      return seconds === undefined ? file : { ...file, seconds }
    },
  }

  async function resident(name: string): Promise<Person> {
    const someone = person(name, { channel: CHANNEL, id: `chat-${people.size + 1}` }, lines)
    people.set(someone.address.id, someone)
    return someone
  }

  return {
    resident,
    async staff(name) {
      const someone = await resident(name)
      const { code } = await store.admin.staffCode(name, desk.time.now())
      const signed = await store.desk.signIn(code, someone.address, desk.time.now())
      if (!signed) throw new Error(`${name} could not sign in`)
      return someone
    },
    async until(clock) {
      await desk.advance(instantOf(clock, calendar()) - desk.time.now())
      await settled()
    },
    day: (day) => day,
    numberTold(someone) {
      const { numbering } = desk.live.station().rulebook
      const number = newest(someone.heard, (text) => findCaseNumber(text, numbering))
      if (number === null) throw new Error(`${someone.name} was told no number`)
      if (!cases.has(number)) cases.set(number, 0)
      return number
    },
    shown,
    store,
    calendar,
    async group(name, by) {
      const someone = await resident(name)
      await lines.hear(by, { kind: 'group', group: someone.address.id, alerts: true }, '（把机器人拉进群）')
      return someone
    },
    async later(ms) {
      await desk.advance(ms)
      await settled()
    },
    async close() {
      await delivery.stop()
      await store.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** `2026-11-25 10:12` on the station's clock. */
const instantOf = (clock: string, calendar: Calendar): Instant => {
  const [day = '', time = ''] = clock.split(' ')
  return instantAt(day, time, calendar)
}

/** `RD-2026-0001 待研判 → 已受理｜黄（SCREENING → ACCEPTED）`; where it stays, only what was done is told. */
function moved(number: string, from: string, to: string, level: string): string {
  const names = [from, to].map((code) => stateName(code as State).zh)
  const way = from === to ? `${names[0]}，记了一笔` : names.join(' → ')
  return `${number} ${way}｜${levelInfo(level as Level).zh}（${from === to ? to : `${from} → ${to}`}）`
}
