// A chart in the language of whoever asked.
import type { Chart } from '../casework/figures/charts.ts'
import { inLanguage, type Locale } from '../casework/said.ts'
import type { Picture } from '../core/reply.ts'

export const pictureOf = ({ kind, title, unit, labels, series, levels }: Chart, locale: Locale): Picture => ({
  form: kind,
  title: inLanguage(title, locale),
  unit: inLanguage(unit, locale),
  labels: labels.map((label) => inLanguage(label, locale)),
  series: series.map(({ name, values }) => ({ name: inLanguage(name, locale), values })),
  ...(levels ? { tones: levels } : {}),
})
