// What the reporter told, from the report as it was kept last, for whoever handles the case.
import { moneyText } from '../../flows/casework/money.ts'
import type { Report } from '../../flows/intake/commands.ts'
import type { Books } from '../books.ts'
import { villageName } from '../commands/shared/facts-shown.ts'
import type { Note } from '../commands/shared/note.ts'
import type { Name } from '../store.ts'
import * as words from './labels.ts'

const lastOf = (notes: readonly Note[], kind: string): string | null =>
  notes.findLast((one) => one.kind === kind)?.text ?? null

/** The reporter's own words; every earlier version stays in the books. */
export const narrativeIn = (notes: readonly Note[]): string | null => lastOf(notes, 'narrative') || null

export function factsTold(books: Books, notes: readonly Note[]): words.Row[] {
  const kept = lastOf(notes, 'report')
  if (kept === null) return []
  const told = JSON.parse(kept) as Partial<Report>
  const worded = (list: words.Words, code: string | null | undefined) => code && words.said(list, code)
  const { place, amount, headcount } = told
  return words.rowsOf([
    ['称呼', 'Name', told.name],
    ['电话', 'Phone', told.phone],
    ['安全联系方式', 'Safe contact', told.safeContact],
    ['身份', 'Who tells', worded(words.ROLES, told.role)],
    ['现在安全吗', 'Safe now', worded(words.SAFETY, told.safety)],
    ['地点', 'Where', placeOf(books, place)],
    ['什么时候', 'When', told.when],
    ['还在闹吗', 'Still going on', worded(words.YES_NO, told.ongoing)],
    ['对方', 'The other side', told.counterpart],
    ['受伤', 'Injury', worded(words.INJURY, told.injury)],
    ['器械', 'Weapon', worded(words.WEAPON, told.weapon)],
    ['人数', 'People', headcount ? String(headcount) : null],
    ['金额', 'Sum', amount && sumOf(amount)],
    ['以前处理过吗', 'Handled before', worded(words.HISTORY, told.history)],
    ['有老弱病孕或孩子', 'Vulnerable people', worded(words.YES_NO, told.vulnerable)],
    ['想怎么办', 'What they want', told.wish],
    ['愿意调解吗', 'Willing to mediate', worded(words.WILLING, told.willing)],
  ])
}

export const sumOf = ({ fen, approx }: NonNullable<Report['amount']>): Name => ({
  zh: `${approx ? '约' : ''}${moneyText(fen, 'zh')}`,
  en: `${approx ? 'about ' : ''}${moneyText(fen, 'en')}`,
})

const placeOf = (books: Books, place: Report['place']): string | null =>
  [place && villageName(books, place.village), place?.text].filter(Boolean).join(' ') || null
