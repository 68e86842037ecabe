/** Every verb of `npm run admin`. */
import { closeSync, existsSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { resolve } from 'node:path'
import { openMasterKeys } from '../../db/keys/master-keys.ts'
import type { Json } from '../../flows/core/event.ts'
import { readJson } from '../json-file.ts'
import { Refusal } from '../refusal.ts'
import { readSpan } from '../span.ts'
import { readArguments } from './arguments.ts'
import { reportLines } from './report-lines.ts'
import { Misuse, type Verb } from './verb.ts'

const done = (facts: Json, ...text: string[]) => ({ ok: true, facts, text })

const nothing = (args: string[]): Json => {
  readArguments(args, 0)
  return {}
}

const stationImport: Verb = {
  name: 'station import',
  takes: 'FILE',
  does: 'brings in the station, its villages and its roster from a JSON file; - is what is piped in',
  read(args) {
    const [file = ''] = readArguments(args, 1).words
    return { file: readJson(file) }
  },
  async run({ admin, now }, { file }) {
    const facts = await admin.importStation(file, now())
    return done(facts, `Station ${facts.station}: ${facts.villages} villages, ${facts.people} people.`)
  },
}

const staffAdd: Verb = {
  name: 'staff add',
  takes: 'NAME --role ROLE… [--village VILLAGE…]',
  does: 'adds somebody who works here',
  read(args) {
    const { words, lists } = readArguments(args, 1, ['role', 'village'])
    const roles = lists.role ?? []
    if (roles.length === 0) throw new Misuse('At least one --role says what they may do.')
    return { name: words[0]!, roles, villages: lists.village ?? [] }
  },
  async run({ admin, now }, given) {
    const facts = await admin.addStaff(given, now())
    return done(facts, `Added ${given.name}.`, `staff code ${facts.person} makes the code they sign in with.`)
  },
}

const staffCode: Verb = {
  name: 'staff code',
  takes: 'PERSON',
  does: 'makes a one-time code; PERSON is an id or a name that only one of them has',
  read: (args) => ({ person: readArguments(args, 1).words[0]! }),
  async run(office, { person }) {
    const { code, expiresAt } = await office.admin.staffCode(person, office.now())
    const link = staffLink(office.publicUrl, code)
    return done(
      { code, link, expiresAt },
      `Code: ${code}`,
      `Link: ${link}`,
      `In a chat, write to the bot: 绑定 ${code}`,
      `Until: ${office.shown(expiresAt)}`,
    )
  },
}

const staffRevoke: Verb = {
  name: 'staff revoke',
  takes: 'PERSON',
  does: 'takes away everything somebody may do, on every channel, at once',
  read: (args) => ({ person: readArguments(args, 1).words[0]! }),
  async run({ admin, now }, { person }) {
    await admin.revoke(person, now())
    return done({ person, revoked: true }, 'Revoked.')
  },
}

const staffList: Verb = {
  name: 'staff list',
  takes: '',
  does: 'shows who works here and on which channels they are signed in',
  read: nothing,
  async run({ admin }) {
    const people = await admin.listStaff()
    const lines = people.map(({ person, name, roles, bound, revoked }) =>
      [person, name, roles.join(','), revoked ? 'revoked' : bound.join(',') || 'not signed in'].join('\t'),
    )
    return done(people, ...lines)
  },
}

const dutyImport: Verb = {
  name: 'duty import',
  takes: 'FILE',
  does: 'brings in who is on duty when; what the file covers takes the place of what was there; - is what is piped in',
  read(args) {
    const [file = ''] = readArguments(args, 1).words
    return { file: readJson(file) }
  },
  async run({ admin, now }, { file }) {
    const facts = await admin.importDuty(file, now())
    return done(facts, `${facts.shifts} shifts.`)
  },
}

const dutyList: Verb = {
  name: 'duty list',
  takes: '',
  does: 'shows who is on duty from now on',
  read: nothing,
  async run({ admin, now, shown }) {
    const facts = await admin.listDuty(now())
    const lines = facts.shifts.map(({ name, begins, ends, now: on }) =>
      [shown(begins), shown(ends), name, ...(on ? ['now'] : [])].join('\t'),
    )
    const role = 'No shift covers this moment: whoever has the role duty is on duty.'
    return done(facts, ...lines, ...(facts.calendar ? [] : [role]))
  },
}

const calendarAdd: Verb = {
  name: 'calendar add',
  takes: 'DAY KIND NAME [NAME_EN]',
  does: 'enters one of the station’s own days, e.g. 2027-02-06 festival 春节; kinds: holiday, workday, festival, sensitive',
  read(args) {
    const [day = '', kind = '', zh = '', en = null] = readArguments(args, 3, [], 4).words
    return { day, kind, zh, en }
  },
  async run({ admin, now }, given) {
    const facts = await admin.addDay(given, now())
    return done(facts, `Entered ${facts.day} as ${facts.kind}: ${facts.zh}.`)
  },
}

const calendarRemove: Verb = {
  name: 'calendar remove',
  takes: 'DAY KIND',
  does: 'takes a day out of the calendar again',
  read(args) {
    const [day = '', kind = ''] = readArguments(args, 2).words
    return { day, kind }
  },
  async run({ admin, now }, given) {
    await admin.removeDay(given, now())
    return done({ ...given, removed: true }, `Removed ${given.day} as ${given.kind}.`)
  },
}

const calendarImport: Verb = {
  name: 'calendar import',
  takes: 'FILE',
  does: 'brings in a list of days from a JSON file; what is there already stays; - is what is piped in',
  read(args) {
    const [file = ''] = readArguments(args, 1).words
    return { file: readJson(file) }
  },
  async run({ admin, now }, { file }) {
    const facts = await admin.importDays(file, now())
    return done(facts, `${facts.days} days.`)
  },
}

const calendarList: Verb = {
  name: 'calendar list',
  takes: '[YEAR]',
  does: 'shows the station’s own days, of one year or of all',
  read(args) {
    const [year = null] = readArguments(args, 0, [], 1).words
    return { year }
  },
  async run({ admin }, { year }) {
    const days = await admin.listDays(year)
    return done(days, ...days.map(({ day, kind, zh, en }) => [day, kind, zh, en].join('\t')))
  },
}

const caseShow: Verb = {
  name: 'case show',
  takes: 'NUMBER',
  does: 'shows a case without personal words',
  read: (args) => ({ number: readArguments(args, 1).words[0]! }),
  async run({ admin, now }, { number }) {
    const facts = await admin.caseShow(number, now())
    return done(facts, JSON.stringify(facts, null, 2))
  },
}

const report: Verb = {
  name: 'report',
  takes: 'PERIOD [--table A|B|C]… [--village VILLAGE]',
  does: 'shows the figures of 2026-10, 2026-Q4, 2026-H2, 2026 or "last month"; --json adds the list behind each number',
  read(args) {
    const { words, lists } = readArguments(args, 1, ['table', 'village'])
    const villages = lists.village ?? []
    if (villages.length > 1) throw new Misuse('One village at a time.')
    const tables = (lists.table ?? []).map((one) => one.toUpperCase())
    return { period: words[0]!, tables, village: villages[0] ?? null }
  },
  async run({ admin, now }, given) {
    const facts = await admin.report(given, now())
    return done(facts, ...reportLines(facts))
  },
}

const auditVerify: Verb = {
  name: 'audit verify',
  takes: '',
  does: 'checks that no row of the audit was changed, moved or cut off',
  read: nothing,
  async run({ admin }) {
    const facts = await admin.auditVerify()
    if (facts.firstBad === null) return done(facts, `The audit is whole: ${facts.rows} rows.`)
    return { ok: false, facts, text: [`The audit was tampered with, first at row ${facts.firstBad}.`] }
  },
}

const keysRotate: Verb = {
  name: 'keys rotate',
  takes: '',
  does: 'makes a new sealing key and wraps every case key anew; the bot may go on working',
  read: nothing,
  async run({ admin, now }) {
    const facts = await admin.rotateKeys(now())
    return done(
      facts,
      `Wrapped ${facts.wrapped} keys anew.`,
      'Copy the sealing key file to its safe place again.',
    )
  },
}

const keysMake: Verb = {
  name: 'keys make',
  takes: 'FILE',
  does: 'makes a sealing key file for SEALING_KEY_FILE',
  read(args) {
    const file = resolve(readArguments(args, 1).words[0]!)
    if (existsSync(file)) throw new Refusal(`${file} is there already; name another file.`)
    return { file }
  },
  alone: true,
  async run(_, { file }) {
    openMasterKeys(file, true)
    return done({ file }, `Made ${file}.`, 'Keep a copy of it apart from the database and its backups.')
  },
}

const keysAdd: Verb = {
  name: 'keys add',
  takes: 'FILE',
  does: 'adds the next sealing key to FILE, for bots on several machines to have before keys rotate',
  read(args) {
    const file = resolve(readArguments(args, 1).words[0]!)
    if (!existsSync(file)) throw new Refusal(`${file} is not there; "keys make FILE" makes a new one.`)
    return { file }
  },
  alone: true,
  async run(_, { file }) {
    const version = openMasterKeys(file, false).add()
    return done(
      { file, version },
      `Added version ${version} to ${file}.`,
      'Give it to every machine, then: keys rotate',
    )
  },
}

const backup: Verb = {
  name: 'backup',
  takes: '[FILE]',
  does: 'copies the embedded database into FILE (.tar.gz); for a server it says how',
  read(args) {
    const [file = `maple-bridge-${stamp()}.tar.gz`] = readArguments(args, 0, [], 1).words
    return { file: resolve(file) }
  },
  async run({ admin }, { file }) {
    const copy = await admin.backup()
    const keyToo = 'The sealing key file is not in it: keep that apart, and keep it, or nothing can be read.'
    if (!copy) {
      const line = `pg_dump --format=custom --file=${JSON.stringify(file)} "$DATABASE_URL"`
      return done({ line }, 'The database server makes its own copies:', line, keyToo)
    }
    writeNew(file, copy)
    const restore = `To restore: stop the bot, empty the folder books in DATA_DIR, and unpack with tar -xzf FILE -C DATA_DIR/books.`
    return done({ file, bytes: copy.length }, `Wrote ${copy.length} bytes to ${file}.`, restore, keyToo)
  },
}

const clockAdvance: Verb = {
  name: 'clock advance',
  takes: 'SPAN',
  does: 'moves the clock of a demonstration forward, e.g. 30m, 12h, 7d, 2w',
  read(args) {
    const ms = readSpan(readArguments(args, 1).words[0]!)
    if (ms === null) throw new Misuse('The span is a number with m, h, d or w behind it, such as 7d.')
    return { ms }
  },
  async run(office, { ms }) {
    const facts = await office.advance(ms)
    const left = facts.failed > 0 ? [`${facts.failed} rows could not be done; see the log.`] : []
    return done(facts, `It is now ${office.shown(facts.now)} at the station.`, ...left)
  },
}

export const VERBS: readonly Verb[] = [
  stationImport,
  staffAdd,
  staffCode,
  staffRevoke,
  staffList,
  dutyImport,
  dutyList,
  calendarAdd,
  calendarRemove,
  calendarImport,
  calendarList,
  caseShow,
  report,
  auditVerify,
  keysMake,
  keysAdd,
  keysRotate,
  backup,
  clockAdvance,
]

/** The link that signs somebody in: the code stands behind the #, which browsers do not send anywhere. */
export const staffLink = (publicUrl: string, code: string): string => `${publicUrl}/desk#code=${code}`

/** A name for a file that no other has. */
const stamp = (): string => new Date().toISOString().replace(/[-:]|\.\d+/g, '')

/** Only the owner may read a copy of the books, and nothing that is there already is written over. */
function writeNew(file: string, bytes: Uint8Array): void {
  let opened: number
  try {
    opened = openSync(file, 'wx', 0o600)
  } catch (error) {
    const there = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new Refusal(there ? `${file} is there already; name another file.` : `${file} cannot be written.`)
  }
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(opened, bytes, at)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
