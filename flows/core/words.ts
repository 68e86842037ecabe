import type { Locale } from './event.ts'
import { bo } from './words/bo.ts'
import { en } from './words/en.ts'
import { zh } from './words/zh.ts'

/** The few words the engine itself says, and what people say to it at any time. */
export type CoreWords = {
  /** Sends the summary off, and what else people say when they agree with it. */
  send: { label: string; hears: readonly string[] }
  /** What people say when they do not agree with something they are asked to confirm. */
  no: readonly string[]
  change: (label: string) => string
  done: { label: string; hears: readonly string[] }
  skip: { hears: readonly string[] }
  pickOne: string
  tooShort: (min: number) => string
  tooLong: (max: number, length: number) => string
  sendPlace: string
  placeKept: string
  sendFiles: (max: number) => string
  sendNumber: string
  sendMoney: string
  sendDate: string
  sendPhone: string
  sendHours: string
  sendTime: string
  /** A phrase that anybody might say by chance; one that was given already. */
  anybodySays: string
  givenBefore: string
  /** Some files are there; some choices are made; some items of a list are noted. */
  more: (count: number) => string
  chosen: (count: number) => string
  another: (count: number) => string
  noted: string
  moveOn: string
  notUnderstood: string
  /** A press on a question that was answered before. */
  correct: (label: string, value: string) => string
  correctYes: string
  correctNo: string
  closedQuestion: string
  first: string
  cancelled: string
  nudge: string
  expired: string
  resume: (label: string) => string
  goOn: string
  startAgain: string
  leftOpen: string
  files: (count: number) => string
  voice: (seconds: number | null) => string
  money: (yuan: string, approx: boolean) => string
  listed: (names: readonly string[]) => string
  refused: (code: string) => string
  restarted: string
  /** A message that was changed: its answer is changed too. */
  amended: (label: string) => string
  /** One field of a form. */
  notTaken: (label: string, why: string) => string
}

const all: { [L in Locale]: CoreWords } = { zh, en, bo }
export const coreWords = (locale: Locale): CoreWords => all[locale]
