// 报表: the tables of a period, one row's list, or what pictures show, over what whoever asks answers for.
import { chartsOf } from '../../flows/casework/figures/charts.ts'
import { type FigureFacts, ofVillage } from '../../flows/casework/figures/facts.ts'
import { TABLES, type TableCode, tableOf } from '../../flows/casework/figures/figures.ts'
import { countedOf } from '../../flows/casework/figures/number.ts'
import { type Period, periodOf } from '../../flows/casework/figures/period.ts'
import { withoutVillages } from '../../flows/casework/figures/public.ts'
import { refuse } from '../../flows/casework/refusal.ts'
import type { ReportHead, ShowReport, View } from '../../flows/report/commands.ts'
import type { Books, Handler, ResultOf } from '../books.ts'
import { type LastHandedIn, lastHandedIn } from '../queries/figures/handed-in.ts'
import { figureFacts } from '../queries/figures/read.ts'
import { type Scope, scopeOf } from '../queries/figures/scope.ts'
import { figureOf, listShown, tableShown } from '../queries/figures/shown.ts'
import { reportOn, villagesOf } from '../queries/givens/report.ts'
import { offsetOf, villageName } from './shared/facts-shown.ts'
import { noSuchCase } from './shared/refusal.ts'

type Given = ShowReport['with']
type Looking = { scope: Scope; period: Period; view: View }

export const showReport: Handler<'showReport'> = async (books, given) => {
  const scope = await scopeOf(books)
  if (!scope) return noSuchCase()
  if (given.what === 'end') return { shown: 'end' }
  const { period: id, table, village, edition } = given
  const period = periodOf(id, books.now, books.station.rulebook.calendar)
  if (!period)
    return refuse('no-period', '没有这一期，或者还没到。', 'There is no such period, or it has not begun.')
  if (village !== null && !villagesOf(books, scope).some((one) => one.id === village)) return noSuchCase()
  const looking = { scope, period, view: { period: id, table, village, edition } }
  books.audit('read-report', `station:${books.station.id}`, {
    period: id,
    what: given.what === 'table' ? table : given.what,
    village,
    edition,
    ...(given.row ? { row: given.row.id } : {}),
  })
  return look(books, looking, given)
}

async function look(books: Books, looking: Looking, { what, row }: Given): Promise<ResultOf<'showReport'>> {
  const { scope, period, view } = looking
  const asksOn = reportOn(books, scope, view)
  if (what === 'table' && view.table === 'article') return { shown: 'article', asksOn }
  if (what !== 'table' && view.edition === 'public') return { shown: 'no-list', asksOn }
  const facts = await factsFor(books, looking)
  if (what === 'charts')
    return { shown: 'charts', charts: chartsOf(facts, period, books.station.rulebook.calendar), asksOn }
  const before = comparable(looking) ? await lastHandedIn(books, view.period) : null
  const head = headOf(books, looking, before)
  if (what === 'row') return rowOf(facts, looking, { head, row, asksOn })
  const codes: readonly TableCode[] =
    view.table === 'all' ? TABLES : TABLES.filter((code) => code === view.table)
  const tables = codes.map((code) =>
    tableShown(tableOf(code, facts, period), view.edition, before?.figures ?? null),
  )
  return { shown: 'tables', head, tables, article: view.table === 'all', asksOn }
}

/** In the public version no village is named for matters of families and children: they are taken out before one is chosen. */
async function factsFor(books: Books, { scope, period, view }: Looking): Promise<FigureFacts> {
  const all = await figureFacts(books, scope, period)
  const told = view.edition === 'public' ? withoutVillages(all) : all
  return view.village === null ? told : ofVillage(told, view.village)
}

/** What was handed in was counted over the whole station. */
const comparable = ({ scope, view }: Looking): boolean =>
  scope.whole && view.village === null && view.edition === 'inside'

const headOf = (books: Books, { scope, period, view }: Looking, before: LastHandedIn | null): ReportHead => ({
  period: period.id,
  over: period.over,
  to: period.now.to,
  offset: offsetOf(books),
  scope: scope.name,
  village: villageName(books, view.village),
  edition: view.edition,
  handedIn: before && { rev: before.rev, at: before.at },
})

type Shown = Extract<ResultOf<'showReport'>, { shown: 'row' }>

function rowOf(
  facts: FigureFacts,
  { period }: Looking,
  { head, row, asksOn }: Pick<Shown, 'head' | 'asksOn'> & Pick<Given, 'row'>,
): ResultOf<'showReport'> {
  const code = TABLES.find((one) => row?.id.startsWith(one))
  const figure = row && code && figureOf(tableOf(code, facts, period), row.id)
  if (!row || !figure) return { shown: 'no-row', asksOn }
  const { id, name, formula, form, unit, perUnit } = figure
  const value = row.total ? figure.year : figure.now
  const counted = countedOf(figure)
  return {
    shown: 'row',
    head,
    id,
    name,
    formula,
    form,
    unit,
    perUnit,
    total: row.total,
    numbers: row.total ? counted.year : counted.now,
    list: listShown(value.sum),
    per: value.per && listShown(value.per),
    asksOn,
  }
}
