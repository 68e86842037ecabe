import type { Command, Refused } from '../core/command.ts'
import type { Opened } from '../core/desk-commands.ts'
import type { FileRef } from '../core/event.ts'
import type { Money } from '../core/questions/money.ts'
import type { Place } from '../core/questions/place.ts'
import type { Story } from '../core/questions/story.ts'
import type { Choice } from '../core/reply.ts'
import type { Matter } from '../core/sitting.ts'

/** What a report is begun with. */
export type IntakeGiven = {
  station: { name: string; phone: string }
  /** The station's villages, and names people use for each. */
  villages: (Choice & { names: string[] })[]
  /** Matters this person told of before. */
  matters: Matter[]
  /** Minutes east of UTC at the station. */
  offset: number
  /** The village by whose link this person came: taken as the place until they say another. */
  village?: string
  /** A colleague enters it for somebody who came another way. */
  behalf?: Behalf
}

/** Whoever told a colleague: how it came, what is known of them, and whether they may be written to. */
export type Behalf = {
  source: string
  name: string | null
  phone: string | null
  part: 'PARTY' | 'RELATIVE' | 'WITNESS' | 'CHILD' | 'ANON' | null
  mayWrite: 'yes' | 'no'
}
/** By which whoever told a colleague goes on in a chat of their own. */
export type ReporterLink = {
  code: string
  url: string | null
  telegram: string | null
  until: number
}

/** What was told. Null and absent mean left open: an officer asks. */
export type Report = {
  narrative: Story
  /** How it came, where a colleague enters it: a code of casework/tables/source. */
  source?: string | null
  /** Entered for somebody else: whether they may be written to. */
  mayWrite?: 'yes' | 'no' | null
  safety?: 'safe' | 'unsafe' | 'other' | null
  place?: Place | null
  when?: string | null
  ongoing?: 'yes' | 'no' | null
  role?: 'PARTY' | 'RELATIVE' | 'WITNESS' | 'GRID' | 'CADRE' | 'TEACHER' | 'CHILD' | 'ANON' | null
  counterpart?: string | null
  injury?: 'none' | 'minor' | 'serious' | null
  weapon?: 'no' | 'yes' | 'unsure' | null
  /** People involved: the least number that was said. */
  headcount?: number | null
  amount?: Money | null
  history?: 'first' | 'village' | 'police' | 'court' | null
  vulnerable?: 'no' | 'yes' | null
  wish?: string | null
  evidence?: FileRef[] | null
  phone?: string | null
  /** How and when to reach this person safely, in their own words; it overrides every notification. */
  safeContact?: string | null
  name?: string | null
  willing?: 'yes' | 'no' | 'thinking' | null
  /** The sub code of the taxonomy that the words suggest; an officer confirms it. */
  category: string | null
  /** Risk codes heard so far, sorted. */
  danger: string[]
  /** Years the trouble has lasted, where said. */
  grudgeYears: number | null
  crossVillage: boolean
  crossTownship: boolean
}

export type Filed = {
  dispute: string
  number: string
  level: 'RED' | 'ORANGE' | 'YELLOW' | 'BLUE'
  state: string
  /** By when an officer will be in touch. */
  contactBy: number
  /** What is asked on, right after a report that the person ended themselves. */
  asksOn?: Opened
  /** For whoever told it to a colleague. */
  link?: ReporterLink
}

/** Files a report as soon as there is enough to act on. Without a village it is a lead (DRAFT). */
export type FileDispute = Command<
  'fileDispute',
  { conversation: string; report: Report /** The person went silent. */; quiet: boolean },
  Filed
>
/** Brings what was told since into the filed case and grades it again; the bot only raises. */
export type UpdateReport = Command<
  'updateReport',
  { dispute: string; report: Report; complete: boolean },
  Filed | Refused
>
/** Adds words and files to a case that this person told of before. */
export type AddToReport = Command<
  'addToReport',
  { dispute: string; story: Story; danger: string[] },
  { dispute: string; number: string } | Refused
>
