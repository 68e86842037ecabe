// A picture of figures in words, for whoever cannot see it and wherever it cannot be drawn.
import type { Picture } from './reply.ts'

/** A line for each label. */
export function pictureInWords({ title, labels, series, unit }: Picture): string {
  const lines = labels.map((label, at) => {
    const values = series.map(({ name, values }) =>
      series.length > 1 ? `${name} ${values[at] ?? 0}` : String(values[at] ?? 0),
    )
    return `${label} ${values.join('、')}`
  })
  return [`${title}（${unit}）`, ...lines].join('\n')
}
