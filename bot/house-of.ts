/** The desk of a station, from the books' description of it. */
import type { Station } from '../db/books.ts'
import type { House } from '../flows/core/house.ts'
import { type DeskStation, house } from '../flows/index.ts'

export function houseOf({ name, phone, villages, rulebook, settings }: Station): House {
  const { calendar, numbering } = rulebook
  return house({
    name,
    phone,
    villages: villages.map(({ code, name: label, names }) => ({ id: code, label, names })),
    offset: calendar.offsetMinutes,
    numbering,
    retention: said(settings.retention),
    contact: typeof settings.contact === 'string' ? settings.contact : null,
  })
}

/** What a station's file says in two languages: `{ "zh": "…", "en": "…" }`. */
function said(value: Station['settings'][string] | undefined): DeskStation['retention'] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const { zh, en } = value
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null
}
