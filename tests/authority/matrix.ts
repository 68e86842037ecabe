// The table of who may do what, held against the books: every cell is tried on real handlers and taken back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefused } from '../../flows/casework/refusal.ts'
import type { Commands } from '../../flows/commands.ts'
import type { Json } from '../../flows/core/event.ts'
import { asks, type Standing } from './asks.ts'
import { type Cell, type Outcome, tried, triedOnNone } from './cell.ts'
import { openScene, type Scene } from './scene.ts'
import { type Line, table, type Word } from './table.ts'
import { WHO, type Who } from './who.ts'

export type Entry = {
  command: Commands['do']
  variant: string
  standing: Standing
  who: Who
  word: Word
}

/** Every cell of the table that can be. */
export const entries: Entry[] = Object.entries(table).flatMap(([command, variants]) =>
  Object.entries(variants).flatMap(([variant, lines]) =>
    Object.entries(lines as { [standing: string]: Line }).flatMap(([standing, line]) =>
      WHO.flatMap((who, n) => {
        const word = line[n] ?? null
        const at = { command: command as Commands['do'], variant, standing: standing as Standing, who }
        return word === null ? [] : [{ ...at, word }]
      }),
    ),
  ),
)

/** What staff record on a case, and what its sides answer. */
const RECORDS: readonly Commands['do'][] = [
  'screenDispute',
  'assignDispute',
  'claimDispute',
  'declineDispute',
  'recordContact',
  'recordMediation',
  'recordAgreement',
  'recordConfirmation',
  'recordLimit',
  'recordDuty',
  'confirmSupplement',
  'recordRevisit',
  'putOffRevisit',
  'recordThirdParty',
  'markFlag',
  'referDispute',
  'recordReceipt',
  'planJoint',
  'changeJoint',
  'answerInvitation',
  'recordJoint',
  'endEmergency',
  'changePlan',
  'closeDispute',
  'adjustLevel',
  'moveDispute',
]
const all = Object.keys(table) as Commands['do'][]
export const onCase = all.filter((command) => RECORDS.includes(command))
export const atDesk = all.filter((command) => !RECORDS.includes(command))

/** Some of the commands, a test for each cell; the files that call it run beside each other. */
export function matrix(commands: readonly Commands['do'][]): void {
  let scene: Scene
  beforeAll(async () => {
    scene = await openScene()
  }, 180_000)
  afterAll(() => scene.close())

  const cellOf = ({ command, variant, standing, who }: Entry): Cell => {
    const ask = (asks[command] as unknown as { [variant: string]: Cell['ask'] })[variant]!
    return { scene, command, variant, ask, who, standing }
  }

  /** Remembered: what is not there does not depend on whose it is not, nor on the station that has it not. */
  const ofNone = new Map<string, Json>()
  const nameOf = ({ command, variant, who }: Entry) => [command, variant, who].join()

  /** Something is written, or it is answered as it should be. */
  function expectDone({ result, before, after, audit }: Outcome, entry: Entry): void {
    expect(isRefused(result), JSON.stringify(result)).toBe(false)
    const { ask, standing, who } = cellOf(entry)
    if (!ask.reads) expect([after, audit.length > 0], 'what is written').not.toEqual([before, false])
    const house = standing === 'station' ? scene.elsewhere : scene.here
    ask.answers?.(result, { scene, house, actor: house.actors[who], standing, about: scene.cases[ask.on] })
  }

  function expectNothing({ before, after, audit }: Outcome, { who, standing }: Entry): void {
    expect(after).toEqual(before)
    // What comes due acts by the books' own code, and nobody tries anything.
    if (who === 'clock') return
    const { actors } = standing === 'station' ? scene.elsewhere : scene.here
    const { address, person } = actors[who]
    const actor = who === 'revoked' ? address : (person ?? address)
    expect(audit.filter((line) => line.actor === actor)).not.toEqual([])
  }

  const AS_SAID: { [W in Word]: (entry: Entry) => Promise<void> } = {
    async may(entry) {
      expectDone(await tried(cellOf(entry), 'case'), entry)
    },
    async not(entry) {
      const name = nameOf(entry)
      // The clock acts once in a trial: its other try is a trial of its own.
      const apart = entry.who === 'clock'
      const outcome = await tried(cellOf(entry), 'all', { none: !apart && !ofNone.has(name) })
      if (!ofNone.has(name)) ofNone.set(name, apart ? await triedOnNone(cellOf(entry)) : outcome.none)
      expect(outcome.result).toHaveProperty('refused')
      expect(JSON.stringify(outcome.result)).toBe(JSON.stringify(ofNone.get(name)))
      expectNothing(outcome, entry)
    },
    async step(entry) {
      const outcome = await tried(cellOf(entry), 'all')
      expect(STEP).toContain((outcome.result as { refused?: string }).refused)
      expectNothing(outcome, entry)
    },
    async self(entry) {
      const { result, before, after } = await tried(cellOf(entry), 'case')
      expect(isRefused(result), JSON.stringify(result)).toBe(false)
      const name = nameOf(entry)
      if (!ofNone.has(name)) ofNone.set(name, await triedOnNone(cellOf(entry)))
      expect(plainly(result)).toBe(plainly(ofNone.get(name) ?? null))
      expect(after).toEqual(before)
    },
  }

  const expectAsSaid = (entry: Entry): Promise<void> => AS_SAID[entry.word](entry)

  for (const command of commands)
    describe(`${command}`, () => {
      const mine = entries.filter((entry) => entry.command === command)
      test.each(mine)('$variant · $standing · $who · $word', (entry) => expectAsSaid(entry))
    })
}

/** Ids and numbers that were made on the way differ each time. */
const plainly = (result: Json): string =>
  JSON.stringify(result)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
    .replace(/[A-Z]{2}-\d{4}-\d{4}/g, 'number')

/** The step belongs to somebody else, or cannot be taken so by this person. */
const STEP = ['not-yours', 'not-by-hand']
