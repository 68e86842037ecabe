import { wallClock } from '../../case.ts'
import { forceName } from '../../casework/joint.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { SitdownGiven } from '../commands.ts'
import type { sitdown } from '../flow.ts'

const who = ({ forces, guests }: SitdownGiven): string =>
  [
    ...forces.map((force) => forceName(force).en),
    ...(guests ? ['whom both of you agreed to'] : []),
    'the other party',
  ].join(', ')

export const en: WordsOf<typeof sitdown> = {
  opening: [
    ({ given }) =>
      given.moved
        ? `Hello, this is ${given.station.name}. The time for sitting down together has changed.`
        : `Hello, this is ${given.station.name}.`,
  ],
  closing: ({ given, answer }) =>
    answer === 'coming'
      ? `Good, see you at ${wallClock(given.at, given.offset, 'en')}. If that changes, please reply “human”.`
      : 'I see. An officer will talk to you. In an emergency call 110.',
  steps: {
    answer: {
      say: ({ given }) =>
        `About number ${given.number}: please come and sit down to talk at ${wallClock(given.at, given.offset, 'en')}, ${given.place}. There will be: ${who(given)}. Can you come?`,
      label: 'Coming',
      choices: {
        coming: { label: 'I can come', hears: ['yes', 'coming', 'ok'] },
        cannot: { label: 'I cannot', hears: ['no', 'cannot', 'not coming'] },
        'other-time': { label: 'Another time', hears: ['other time', 'change'] },
      },
    },
    when: { say: 'When would suit you?', label: 'When', skip: 'Later' },
  },
}
