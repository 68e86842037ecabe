// What is shown of a table or of one of its rows: numbers with their revisions, and lists with what may not be known left out.
import {
  type Figure,
  type FigureGroup,
  type FigureTable,
  figuresIn,
} from '../../../flows/casework/figures/figures.ts'
import { type Columns, columnsOf, countedOf, type Numbers } from '../../../flows/casework/figures/number.ts'
import { FEWEST, shownIn } from '../../../flows/casework/figures/public.ts'
import { type HandedIn, revisionOf } from '../../../flows/casework/figures/revised.ts'
import type { Tally } from '../../../flows/casework/figures/tally.ts'
import type { Edition, ListShown, RowShown, TableShown } from '../../../flows/report/commands.ts'

export const tableShown = (table: FigureTable, edition: Edition, before: HandedIn | null): TableShown => ({
  code: table.code,
  groups: table.groups.map((group) => ({
    title: group.title,
    rows: edition === 'public' ? publicRows(group) : group.figures.map((one) => rowShown(one, before)),
  })),
})

function rowShown(figure: Figure, before: HandedIn | null): RowShown {
  const { id, name, form, unit } = figure
  const counted = countedOf(figure)
  return {
    id,
    name,
    form,
    unit,
    ...counted,
    columns: id.startsWith('B') ? columnsOf(figure) : null,
    was: revisionOf(id, counted, before),
  }
}

function publicRows(group: FigureGroup): RowShown[] {
  const shown = shownIn(group)
  return group.figures.map((figure, i): RowShown => {
    const row = rowShown(figure, null)
    const { now = false, year = false } = shown[i] ?? {}
    return {
      ...row,
      now: now ? row.now : null,
      year: year ? row.year : null,
      // The two columns add up to the subtotal: one hidden hides both.
      columns: now && row.columns && isLarge(row.columns) ? row.columns : null,
    }
  })
}

const large = ({ sum, per }: Numbers): boolean => sum >= FEWEST && (per === undefined || per >= FEWEST)
const isLarge = ({ township, village }: Columns): boolean => large(township) && large(village)

export const figureOf = (table: FigureTable, id: string): Figure | undefined =>
  figuresIn(table).find((one) => one.id === id)

/** What may not be known is counted and not named, so that the sum still agrees. */
export function listShown({ value, list }: Tally): ListShown {
  const hidden = list.filter(({ seen }) => !seen)
  return {
    value,
    entries: list.filter(({ seen }) => seen).map(({ of, n }) => ({ of, n })),
    hidden: { count: hidden.length, n: hidden.reduce((sum, { n }) => sum + n, 0) },
  }
}
