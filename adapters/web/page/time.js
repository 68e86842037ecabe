// Times as people read them, on the station's clock and not the phone's.
import { words } from './words.js'

const MINUTE = 60_000
const DAY = 86_400_000

/** Minutes east of UTC at the station, and how far its clock is from this one's (a demonstration's may be far). */
let offset = 480
let ahead = 0

/** @param {number} minutes @param {number} now the station's time, in milliseconds */
export function setClock(minutes, now) {
  offset = minutes
  ahead = now - Date.now()
}

/** Nothing comes from the future: what came later than our clock shows that the station's was moved. @param {number} at */
export function notBefore(at) {
  ahead = Math.max(ahead, at - Date.now())
}

export const stationNow = () => Date.now() + ahead

/** @param {number} at */
const parts = (at) => new Date(at + offset * MINUTE)
const two = (/** @type {number} */ n) => String(n).padStart(2, '0')

/** `10:12`. @param {number} at */
export const hourText = (at) => `${two(parts(at).getUTCHours())}:${two(parts(at).getUTCMinutes())}`

/** `11月27日`, with the year when it is another. @param {number} at */
export function dayText(at) {
  const day = parts(at)
  const said = words().date_(day.getUTCMonth() + 1, day.getUTCDate())
  const year = day.getUTCFullYear()
  if (year === parts(stationNow()).getUTCFullYear()) return said
  return words().tag === 'en' ? `${said} ${year}` : `${year}年${said}`
}

/** `11月27日 10:12`. @param {number} at */
export const timeText = (at) => `${dayText(at)} ${hourText(at)}`

/** A day as a heading: today, yesterday, or its date and weekday. @param {number} at */
export function dayHeading(at) {
  const ago = dayNumber(stationNow()) - dayNumber(at)
  if (ago === 0) return words().today
  if (ago === 1) return words().yesterday
  return `${dayText(at)} ${words().days[parts(at).getUTCDay()]}`
}

/** Days since the epoch at the station. @param {number} at */
export const dayNumber = (at) => Math.floor((at + offset * MINUTE) / DAY)

/** `2小时`, `3天`: how long, roughly. @param {number} span milliseconds */
export function spanText(span) {
  const minutes = Math.max(1, Math.round(span / MINUTE))
  if (minutes < 60) return words().minute(minutes)
  if (minutes < 48 * 60) return words().hour(Math.floor(minutes / 60))
  return words().dayCount(Math.floor(minutes / 1440))
}
