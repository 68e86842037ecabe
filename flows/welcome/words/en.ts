import type { WordsOf } from '../../core/flow.ts'
import type { welcome } from '../flow.ts'

export const en: WordsOf<typeof welcome> = {
  opening: [],
  closing: ({ given: { station, side } }, { number }) => [
    `Hello, I am the automatic assistant of ${station.name}, not a police officer. Your number is ${number}.`,
    side === null
      ? "I will tell you here how it goes. Reply 'status' to ask, 'add' to tell more. What you say is seen only by those handling it."
      : 'From time to time I will ask here how things are. What you say is seen only by those handling it.',
    `If you would rather not, reply 'human' or phone ${station.phone}. In an emergency call 110.`,
  ],
  steps: {},
}
