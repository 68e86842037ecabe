// Which of the people who use this browser is speaking in this tab.
//
// A household shares a phone, an office a computer: the other side of a dispute may open its link where the first
// side has talked before. Each has a seat, each seat a cookie of its own, and nobody sees what the other said.
import { forget, recall, recallHere, remember, rememberHere } from './memory.js'

const MOST = 9

/**
 * The seat of this tab in a room (`home` for residents, `desk` for staff). A link with a code brings its own: the
 * same link finds its seat again.
 * @param {'home' | 'desk'} room
 * @param {string | null} code
 * @returns {{ seat: string, known: boolean }} `known`: what the link brings was used here before
 */
export function takeSeat(room, code) {
  const taken = code ? seatOfCode(room, code) : { seat: recallHere(`seat.${room}`) ?? room, known: true }
  rememberHere(`seat.${room}`, taken.seat)
  return taken
}

/**
 * What the link brings was used in this seat. Until then a page that was closed too early tries it again.
 * @param {string} seat @param {string} code
 */
export const useUp = (seat, code) => remember(codeName(seat, code), '1')

/** Somebody has spoken or signed in here: another person's link now gets another seat. @param {string} seat */
export const occupy = (seat) => remember(`taken.${seat}`, '1')

/** @param {string} seat */
export function vacate(seat) {
  forget(`taken.${seat}`)
  forget(`code.${seat}.`)
}

/** @param {string} room @param {string} code */
function seatOfCode(room, code) {
  const names = [room, ...Array.from({ length: MOST - 1 }, (_, at) => `${room}-${at + 2}`)]
  const before = names.find((name) => recall(codeName(name, code)))
  if (before) return { seat: before, known: recall(codeName(before, code)) === '1' }
  const seat = names.find((name) => !recall(`taken.${name}`)) ?? names[MOST - 1] ?? room
  remember(codeName(seat, code), '0')
  return { seat, known: false }
}

/** @param {string} seat @param {string} code */
const codeName = (seat, code) => `code.${seat}.${mark(code)}`

/** Enough to know a code again, and too little to use it (FNV-1a, 32 bits). @param {string} code */
function mark(code) {
  let hash = 0x811c9dc5
  for (const sign of code) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36)
}
