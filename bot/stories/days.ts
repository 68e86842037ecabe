/** The days go by: whoever is asked answers, and officers go where the desk sends them. */
import { shiftDay } from '../../flows/casework/calendar.ts'
import type { Answers, Person } from './person.ts'
import type { Stage } from './stage.ts'

/** What a side would say at a visit; `day` is the day of the story, such as `2026-11-28`. */
export type Would = (day: string) => Answers
export type Household = {
  /** In the chat, where the side has one. */
  chat?: Person
  would: Would
  /** What is to be said before anything of the matter is. */
  phrase?: string
}
export type Going = {
  A: Household
  B: Household
  /** Goes or phones where the chat does not reach. */
  officer: Person
  /** How the officer says it was done. */
  mode?: '打电话' | '上门'
}

const EVENING = '21:30'

/** From the day after `from` through `to`, evening after evening. */
export async function daysGoBy(stage: Stage, from: string, to: string, going: Going): Promise<void> {
  for (let day = shiftDay(from, 1); day <= to; day = shiftDay(day, 1)) {
    await stage.until(`${day} ${EVENING}`)
    for (const { chat, would, phrase } of [going.A, going.B]) {
      if (phrase && chat?.asked() === 'reply') await chat.says(phrase)
      if (chat?.asked()) await chat.answers({ begin: '方便', ...would(day) })
    }
    await visits(day, going)
  }
}

/** Each card that sends the officer is answered for the first side it names; the next card names the other. */
async function visits(day: string, { A, B, officer, mode = '上门' }: Going): Promise<void> {
  for (let cards = officer.newCards('回访到期'); cards.length > 0; cards = officer.newCards('回访到期'))
    for (const card of cards) {
      const [side, { would }] = card.text.includes('甲方') ? (['甲方', A] as const) : (['乙方', B] as const)
      await officer.presses('记录回访')
      await officer.answers({ round: side, mode, outcome: '问到了', ...would(day) })
    }
}
