// What the Slack channel needs from the station. The books' own functions have these shapes and can be passed as they are.
import type { FileRef, FormAnswer, Instant } from '../../flows/core/event.ts'
import type { Form, FormProblem } from '../../flows/core/form.ts'
import type { Address } from '../../flows/core/ports.ts'
import type { Picture } from '../../flows/core/reply.ts'

export type SlackPorts = {
  settings: SlackSettings
  /** The station's time; a demonstration may move it. */
  now(): Instant
  files: Files
  /** What App Home shows; null for whoever does not work here. */
  cases(at: Address, now: Instant): Promise<CaseLine[] | null>
  /** The open questions of somebody's conversation as one form; null where there are not two at least. */
  form(at: Address): Promise<Form | null>
  /** What is wrong with a filled-in form; nothing is kept by asking. */
  check(at: Address, answers: FormAnswer[]): Promise<FormProblem[]>
  /** What `/case` and its words mean to the desk: typing `accept` stands for the desk's own word. */
  words: readonly string[]
  /** Figures as a PNG. */
  draw(picture: Picture): Promise<Uint8Array>
  /** Told of every fault of ours or of the platform's. It may carry personal words: log by allow-list only. */
  fault(error: unknown, where: string): void
}

export type SlackSettings = {
  /** `xoxb-…`; never logged, never part of an error. */
  botToken: string
  /** `https://slack.com/api/`, or a stand-in of the tests'. */
  apiUrl: string
  receive: { mode: 'http'; signingSecret: string } | { mode: 'socket'; appToken: string }
}

export type Files = {
  put(
    file: { type: string; name: string | null; bytes: Uint8Array; by: Address; key?: string },
    now: Instant,
  ): Promise<FileRef>
}

/** The part of the books' own line that App Home shows. */
export type CaseLine = {
  number: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  stateName: { zh: string; en: string }
  category: { zh: string; en: string }
  village: string | null
  due: { what: { zh: string; en: string }; at: Instant } | null
  overdue: boolean
  mine: boolean
}
