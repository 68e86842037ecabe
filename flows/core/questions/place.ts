import { z } from 'zod'
import { cut } from '../hearing.ts'
import { answer, labelOf, type Question, unclear } from '../question.ts'
import type { Choice } from '../reply.ts'

/** A village of the station and, where said, the spot: words or degrees (WGS 84). `village` is null when none fits. */
export type Place = { village: string | null; text: string | null; lat?: number; lon?: number }

/** The choice for "none of these". */
export const ELSEWHERE = 'elsewhere'

/**
 * A village picked or named in a sentence; `find` gives the village that a text names. A shared location is kept
 * and the village is still asked for, because a point on a map has no village of its own.
 */
export const place = (
  villages: readonly Choice[],
  find: (text: string) => string | null,
): Question<Place, typeof ELSEWHERE> => ({
  hint: 'place',
  schema: z.object({
    village: z.string().nullable(),
    text: z.string().nullable(),
    lat: z.number().optional(),
    lon: z.number().optional(),
  }) as z.ZodType<Place>,
  choices: [ELSEWHERE],
  offered: villages,
  read(event, { words, draft }) {
    const spot = (draft ?? {}) as { lat?: number; lon?: number }
    if (event.kind === 'place')
      return {
        kind: 'more',
        draft: { lat: event.lat, lon: event.lon },
        say: words.placeKept,
      }
    if (event.kind === 'pick' && event.choice === ELSEWHERE)
      return answer({ village: null, text: null, ...spot })
    if (event.kind === 'pick' && villages.some(({ id }) => id === event.choice))
      return answer({ village: event.choice, text: null, ...spot })
    if (event.kind === 'text') {
      const village = find(event.text)
      if (village) return answer({ village, text: cut(event.text.trim(), 200), ...spot })
    }
    return unclear(words.sendPlace)
  },
  show({ village, text, lat, lon }, { own }) {
    const label = villages.find(({ id }) => id === village)?.label ?? ''
    // "In Sample village" names the village and no more.
    const spot = text !== null && text.length > label.length + 2 ? text : null
    const point = lat === undefined ? null : `${lat.toFixed(5)}, ${lon?.toFixed(5)}`
    return [label, spot, point].filter(Boolean).join(' · ') || labelOf(own.choices?.[ELSEWHERE], ELSEWHERE)
  },
})
