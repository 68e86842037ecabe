// What is known at a moment of a report, and what follows from it: how urgent it is, and what the books are given.
import { reconcile } from '../casework/understand/index.ts'
import type { Known } from '../core/conversation.ts'
import type { FileRef } from '../core/event.ts'
import type { Money } from '../core/questions/money.ts'
import type { Place } from '../core/questions/place.ts'
import type { Story } from '../core/questions/story.ts'
import type { Filed, IntakeGiven, Report } from './commands.ts'
import { isGentle, type Kind, kindOf, needOf } from './kind.ts'
import type { Moment } from './questions/moment.ts'
import type { Reach } from './questions/reach.ts'
import type { Role } from './questions/role.ts'

/** The answers so far, as far as they go. */
export type Told = Known<IntakeGiven> & {
  safety?: 'safe' | 'unsafe' | 'other' | null
  narrative?: Story
  matter?: string | null
  sort?: 'need' | 'quarrel' | null
  place?: Place
  moment?: Moment | null
  role?: Role | null
  counterpart?: string | null
  injury?: 'none' | 'minor' | 'serious' | null
  weapon?: 'no' | 'yes' | 'unsure' | null
  headcount?: number | null
  amount?: Money | null
  history?: 'first' | 'village' | 'police' | 'court' | null
  vulnerable?: 'no' | 'yes' | null
  wish?: string | null
  evidence?: FileRef[] | null
  reach?: Reach | null
  name?: string | null
  willing?: 'yes' | 'no' | 'thinking' | null
}

const NO_STORY: Story = { text: '', files: [] }

export const kind = ({ narrative, given }: Told): Kind => kindOf(narrative ?? NO_STORY, given.villages)

/** Hard triggers that an answer holds by itself (domain 3.3). */
export function answeredDanger({ safety, injury, weapon, moment }: Told): string[] {
  const codes: string[] = []
  if (safety === 'unsafe' || safety === 'other') codes.push('A01')
  if (weapon === 'yes' && moment?.ongoing === 'yes') codes.push('A02')
  if (injury === 'serious') codes.push('A06')
  return codes
}

/** Every risk code known so far: heard in any message, read in the story, or answered. */
export const codes = (told: Told): string[] =>
  reconcile([...told.signals.codes, ...kind(told).danger, ...answeredDanger(told)])

/** The level the books gave last; a refused update leaves the one before. */
const levelOf = ({ results }: Told): Filed['level'] | undefined =>
  results.updated?.level ?? results.filed?.level

/** A hard trigger of domain 3.3, heard or answered. */
export const isHard = (told: Told): boolean => told.signals.hard || answeredDanger(told).length > 0

/** A hard trigger, or a case that the books hold for RED: from now on little is asked. */
export const isUrgent = (told: Told): boolean => isHard(told) || levelOf(told) === 'RED'

export const gentle = (told: Told): boolean =>
  told.role === 'CHILD' || isGentle(kind(told).category, codes(told))

/** Something new, and not one of the matters this person told of before. */
export const isNew = ({ matter }: Told): boolean => (matter ?? 'new') === 'new'

/** The words tell of a difficulty and of no quarrel: the person is asked which it is. A colleague who writes it down knows. */
export const readsAsNeed = (told: Told): boolean =>
  !told.given.behalf && isNew(told) && !isUrgent(told) && needOf(told.narrative ?? NO_STORY) !== null

/** A difficulty and no dispute, as they say themselves; not once a case has been made of it. */
export const isNeed = (told: Told): boolean =>
  told.sort === 'need' && readsAsNeed(told) && !told.results.filed && !told.results.raised

/** A new dispute. */
export const isReport = (told: Told): boolean => isNew(told) && !isNeed(told)

export function reportOf(told: Told): Report {
  const { category: read, grudgeYears, crossVillage, crossTownship } = kind(told)
  const category = read ?? (told.sort !== 'quarrel' && readsAsNeed(told) ? 'ND-HP' : null)
  return {
    narrative: told.narrative ?? NO_STORY,
    ...(told.given.behalf ? { source: told.given.behalf.source, mayWrite: told.given.behalf.mayWrite } : {}),
    safety: told.safety ?? null,
    place: told.place ?? null,
    when: told.moment?.text ?? null,
    ongoing: told.moment?.ongoing ?? null,
    role: told.role ?? null,
    counterpart: told.counterpart ?? null,
    injury: told.injury ?? null,
    weapon: told.weapon ?? null,
    headcount: told.headcount ?? null,
    amount: told.amount ?? null,
    history: told.history ?? null,
    vulnerable: told.vulnerable ?? null,
    wish: told.wish ?? null,
    evidence: told.evidence ?? null,
    phone: told.reach?.phone ?? null,
    safeContact: told.reach?.how ?? null,
    name: told.name ?? null,
    willing: told.willing ?? null,
    category,
    danger: codes(told),
    grudgeYears,
    crossVillage,
    crossTownship,
  }
}

/** What grading goes by: when it changes, the books grade again. */
export function riskKey(all: Told): string {
  const { place, ongoing, injury, weapon, headcount, amount, vulnerable, category, danger, ...more } =
    reportOf(all)
  // "No" and "nobody" raise nothing: they wait for the end of the talk.
  const told = [ongoing, injury, weapon, vulnerable].map((one) =>
    one === 'no' || one === 'none' ? null : one,
  )
  const facts = [place?.village, ...told, headcount, amount?.fen, category]
  return JSON.stringify([...facts, danger, more.grudgeYears, more.crossVillage, more.crossTownship])
}
