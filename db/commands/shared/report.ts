// From what was told to what the rules of grading know: pure, and without personal words.
import type { KnownFacts } from '../../../flows/casework/facts.ts'
import { subCodeSchema } from '../../../flows/casework/tables/taxonomy.ts'
import { vulnerableIn } from '../../../flows/casework/understand/danger/people.ts'
import type { Json } from '../../../flows/core/event.ts'
import type { Report } from '../../../flows/intake/commands.ts'
import { riskCodes } from './emergency.ts'

/** Facts told in a report. Null and absent mean nobody knows. */
export const factsOf = (report: Report): KnownFacts => ({
  category: subCodeSchema.safeParse(report.category).data ?? 'OT-00',
  amountYuan: report.amount ? report.amount.fen / 100 : null,
  headcount: report.headcount ?? null,
  injury: report.injury ?? null,
  weapon: report.weapon === 'yes',
  ongoing: report.ongoing === 'yes',
  grudgeYears: report.grudgeYears,
  crossVillage: report.crossVillage,
  crossTownship: report.crossTownship,
  vulnerable: weak(report),
  danger: riskCodes(report.danger),
})

/** Where the words say who is weak, the codes come from them; only a bare yes may mean anybody (P15, B05). */
const weak = ({ vulnerable, narrative }: Report): KnownFacts['vulnerable'] =>
  vulnerable === 'yes' && vulnerableIn(narrative.text).length === 0 ? ['unspecified'] : []

/** The story and the place are what makes a lead a report. "None of these villages" is an answer too: a person sorts it. */
export const isStory = ({ narrative }: Report): boolean =>
  narrative.text.trim() !== '' || narrative.files.length > 0
export const isPlaced = ({ place }: Report): boolean => place !== null && place !== undefined

export const filesOf = ({ narrative, evidence }: Report) => [...narrative.files, ...(evidence ?? [])]

export const hasVoice = (files: { type: string }[]): boolean =>
  files.some(({ type }) => type.startsWith('audio/'))

/** The answers of a talk that has not filed anything yet, read as far as they go, with the words that were heard last. */
export function reportFrom(answers: { [step: string]: Json }, text: string, danger: string[]): Report {
  const told = answers as Partial<Report>
  const story = told.narrative
  const before = typeof story === 'object' && story !== null && typeof story.text === 'string' ? story : null
  const said = before?.text ?? ''
  const whole = said.includes(text.trim()) ? said : [said, text.trim()].filter(Boolean).join('\n')
  return {
    ...told,
    narrative: { text: whole, files: Array.isArray(before?.files) ? before.files : [] },
    category: typeof told.category === 'string' ? told.category : null,
    danger,
    grudgeYears: typeof told.grudgeYears === 'number' ? told.grudgeYears : null,
    crossVillage: told.crossVillage === true,
    crossTownship: told.crossTownship === true,
  }
}
