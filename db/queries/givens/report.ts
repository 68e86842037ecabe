// Begun on no case: figures of a period, by words that may say which, or again after something was shown.
import { readAsked } from '../../../flows/casework/figures/asked.ts'
import { named, periodOf } from '../../../flows/casework/figures/period.ts'
import type { Opened } from '../../../flows/core/desk-commands.ts'
import type { ReportGiven, View } from '../../../flows/report/commands.ts'
import type { Books } from '../../books.ts'
import { offsetOf } from '../../commands/shared/facts-shown.ts'
import { noSuchCase } from '../../commands/shared/refusal.ts'
import { type Scope, scopeOf } from '../figures/scope.ts'
import type { Begin } from './resident.ts'

export const report: Begin = async (books, _number, _subject, rest = '') => {
  const scope = await scopeOf(books)
  if (!scope) return noSuchCase()
  const { calendar } = books.station.rulebook
  const asked = readAsked(rest, books.now, calendar)
  const period = asked?.period && periodOf(asked.period, books.now, calendar) ? asked.period : null
  const { table = null, row = null } = asked ?? {}
  if (row && table) {
    const at = period ?? named('month', books.now, calendar)
    const view: View = { period: at, table, village: null, edition: 'inside' }
    return reportOn(books, scope, view, { period: null, table: null, row })
  }
  return reportOn(books, scope, null, { period, table, row: null })
}

const NOTHING: ReportGiven['typed'] = { period: null, table: null, row: null }

export function reportOn(books: Books, scope: Scope, view: View | null, typed = NOTHING): Opened {
  const period = view && periodOf(view.period, books.now, books.station.rulebook.calendar)
  const given: ReportGiven = {
    offset: offsetOf(books),
    villages: villagesOf(books, scope),
    view,
    typed,
    mayHandIn: scope.whole && period?.over === true && view?.village === null && view.edition === 'inside',
  }
  return { flow: 'report', id: books.newId(), given }
}

export const villagesOf = (books: Books, { looksAfter }: Scope) =>
  books.station.villages
    .filter(({ code }) => looksAfter(code))
    .map(({ code, name }) => ({ id: code, label: name }))
