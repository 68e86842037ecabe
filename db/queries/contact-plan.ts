// How a side at risk may be reached, for whoever handles the case. That there is a phrase is shown, and never the phrase.
import { type ContactPlan, planInWords } from '../../flows/casework/contact-plan.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { partiesOf } from '../commands/shared/resident.ts'
import { isGuarded, planOf } from '../commands/shared/safe-contact.ts'
import * as words from './labels.ts'

const WORDING: words.Words = {
  neutral: ['第一句看不出是谁', 'The first line says nothing'],
  open: ['第一句可以说是派出所', 'The first line may name the station'],
}

export async function plansTold(books: Books, c: Case): Promise<words.Row[]> {
  const rows: words.Row[] = []
  for (const party of await partiesOf(books, c.row.id)) {
    const plan = planOf(c, party)
    if (!party.atRisk || !(plan || isGuarded(books, c, party))) continue
    const label = words.said(words.SIDES, party.side)
    const value = plan ? told(plan) : planInWords(null)
    const of = { zh: `${label.zh}联系计划`, en: `Contact plan, ${label.en}` }
    if (value) rows.push({ label: of, value })
  }
  return rows
}

function told(plan: ContactPlan) {
  const { way, hours, phone, trusted, words: own, phrase, duress, wording } = plan
  const inChat = way === 'chat'
  return words.joined(
    planInWords(plan),
    phone,
    trusted,
    hours && `${hours.from}–${hours.to}`,
    hours && { zh: `周${hours.days.join('')}`, en: `weekdays ${hours.days.join('')}` },
    hours?.night ? { zh: '夜里也可以', en: 'at night too' } : null,
    inChat ? words.said(WORDING, wording) : null,
    inChat && phrase ? { zh: '有暗号', en: 'there is a phrase' } : null,
    inChat && duress ? { zh: '有求救暗号', en: 'there is a call for help' } : null,
    own,
  )
}
