import { wallClock } from '../../case.ts'
import { isRefused } from '../../core/command.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { LeadFiled } from '../commands.ts'
import type { lookout } from '../flow.ts'

function filed(told: LeadFiled, offset: number): string {
  const { number, at, voice, must, urgent } = told
  if (voice) return `Voice message received, number ${number}; a person will listen.`
  const emergency = urgent ? ' It is urgent: please call 110 now.' : ''
  return must
    ? `This is something that must be reported; I have passed it to an officer. ${wallClock(at, offset, 'en')}, number ${number}.${emergency}`
    : `Noted, number ${number}; an officer will look at it.${emergency}`
}

export const en: WordsOf<typeof lookout> = {
  opening: [],
  closing: (_told, { what, over, kept, asksOn }) => {
    if (what === 'left') return 'All right, not now. Type "lead" whenever something comes up.'
    // The next question says it.
    if (asksOn) return ''
    if (over) return 'This round is over; I have noted what you said all the same. Thank you.'
    if (what === 'zero')
      return kept ? 'What you told of before still stands. Thank you.' : 'Noted: nothing. Thank you.'
    return 'Thank you.'
  },
  quiet: () => '',
  notes: {
    filed: ({ given: { offset } }, told: LeadFiled) => (isRefused(told) ? null : filed(told, offset)),
  },
  steps: {
    meant: {
      say: ({ given: { villageName } }) => `Is this a lead from ${villageName}? If so I note it.`,
      label: 'A lead',
      choices: {
        yes: { label: 'Yes, note it', hears: ['yes', 'ok'] },
        no: { label: 'No, it is not', hears: ['no', 'by mistake'] },
      },
    },
    news: {
      say: ({ given: { villageName, more } }) =>
        more
          ? `Anything else in ${villageName}?`
          : `Any trouble brewing in ${villageName} these days? If so, say who and what, by text or voice.`,
      label: 'News',
      choices: {
        none: {
          label: 'Nothing',
          hears: ['no', 'none', 'nothing else', 'no more', 'that is all', 'zero report', 'all quiet'],
        },
      },
    },
    households: { say: 'How many households were visited?', label: 'Households', skip: 'Leave open' },
  },
}
