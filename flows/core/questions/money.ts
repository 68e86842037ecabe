import { z } from 'zod'
import { answer, type Question, unclear } from '../question.ts'

/** A sum in fen (0.01 yuan), a whole number; `approx` when it was said as "about". */
export type Money = { fen: number; approx: boolean }

/** A sum as people say it. `read` gives the yuan that a text names, or null; digits are understood without it. */
export const money = (
  read: (text: string) => { yuan: number; approx: boolean } | null = () => null,
): Question<Money, never> => ({
  hint: 'money',
  schema: z.object({ fen: z.int().min(0).max(1e14), approx: z.boolean() }),
  choices: [],
  read(event, { words }) {
    if (event.kind !== 'text') return unclear(words.sendMoney)
    const said = event.text.trim().normalize('NFKC').replace(/,/g, '')
    const digits = /^¥?\s*(\d{1,12}(?:\.\d{1,2})?)\s*(?:元|块|yuan|rmb)?$/i.exec(said)
    const sum = digits ? { yuan: Number(digits[1]), approx: false } : read(event.text)
    return sum ? answer({ fen: Math.round(sum.yuan * 100), approx: sum.approx }) : unclear(words.sendMoney)
  },
  show: ({ fen, approx }, { words }) => words.money(yuan(fen), approx),
})

/** 1234500 -> "12345", 50 -> "0.50". */
export const yuan = (fen: number): string => (fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2))
