// A case number in what somebody typed, and the words beside it: "签收 rd 2026 7".
import { findCaseNumber, type Numbering } from '../casework/number.ts'

/** Letters, year and serial, however they are set apart; the proper form is findCaseNumber's to say. */
const SHAPE = /[A-Za-z]{1,6}[\s－—_-]*20\d{2}[\s－—_-]*\d{1,8}(?!\d)/g

export function numberIn(text: string, numbering: Numbering): { number: string; rest: string } | null {
  const plain = text.normalize('NFKC')
  for (const { 0: shape, index } of plain.matchAll(SHAPE)) {
    const number = findCaseNumber(shape, numbering)
    if (number)
      return { number, rest: `${plain.slice(0, index)} ${plain.slice(index + shape.length)}`.trim() }
  }
  return null
}
