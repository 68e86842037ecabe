// A house of two questions, for tests of what stands around the flows.
import type { Command } from '../../flows/core/command.ts'
import type { Json, Locale } from '../../flows/core/event.ts'
import { type Flow, flow } from '../../flows/core/flow.ts'
import type { House, HouseWords } from '../../flows/core/house.ts'
import { text } from '../../flows/core/questions/text.ts'

const words: HouseWords = {
  hears: {
    help: ['help'],
    human: ['human'],
    stop: ['stop'],
    back: ['back'],
    cancel: ['cancel'],
    privacy: [],
    erase: [],
    link: [],
    mine: [],
    zh: [],
    en: [],
    bo: [],
  },
  help: { resident: ['help for residents'], staff: ['help for staff'] },
  human: 'somebody will come',
  stopped: 'stopped',
  privacy: 'privacy',
  erase: 'erase',
  language: 'language',
  inquiry: 'inquiry',
  thanks: 'thanks',
  abuse: 'abuse',
  nothingOpen: 'nothing is open',
  emergency: 'call 110',
  emergencyTold: 'told',
  unknownToStaff: 'unknown',
  code: {
    hears: ['bind'],
    missing: 'no code',
    wrong: 'wrong code',
    staff: (name) => `hello ${name}`,
    joined: () => 'joined',
    made: ({ code }) => [code],
  },
  correction: { kept: (number) => `added to ${number}`, sayAgain: 'say it again' },
  unreadable: { kind: 'unreadable', tooLarge: 'too large', lost: 'lost', notOwnPhone: 'not your own' },
  group: { on: 'on', off: 'off', unchanged: 'unchanged' },
  mine: (cases) => `${cases.length} cases`,
}

const wording = {
  opening: ['welcome'],
  closing: (_: unknown, result: { number: string }) => `thank you, ${result.number}`,
  steps: { what: { say: 'what happened?', label: 'what' }, where: { say: 'where?', label: 'where' } },
}

/** Asks two things and files them. `numbered` is another file command, made on the way. */
const report: Flow = {
  ...(flow('report', { version: 1 })
    .ask('what', text({ min: 1, max: 200 }))
    .ask('where', text({ min: 1, max: 200 }))
    .direct()
    .done((known): Command<string, unknown, Json> => ({ do: 'file', with: { ...known } })) as Flow),
  words: { zh: wording, en: wording },
}

const all: { [L in Locale]: HouseWords } = { zh: words, en: words, bo: words }

/** "boom" makes the danger watch throw: a mistake of ours that a message meets. */
export const smallHouse: House = {
  flows: new Map([['report', report]]),
  watch: (said) => {
    if (said.includes('boom')) throw new Error(`cannot read ${said}`)
    return { codes: [], hard: said.includes('knife') }
  },
  reads: () => 'opener',
  report: { flow: 'report', given: () => ({}) },
  openers: [],
  numberIn: () => null,
  words: all,
}
