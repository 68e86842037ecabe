import { wallClock } from '../../case.ts'
import { isRefused } from '../../core/command.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Standing } from '../commands.ts'
import type { status } from '../flow.ts'

/** What a resident is told of each state, in plain words. */
const STATES: { [state: string]: string } = {
  DRAFT: 'noted; a little is still missing',
  REPORTED: 'registered; we are looking into it',
  EMERGENCY: 'officers are dealing with it now',
  SCREENING: 'registered; we are looking into it',
  ACCEPTED: 'accepted; an officer is being named',
  REJECTED: 'not for us; you were told why',
  REFERRED: 'passed on to another body',
  ASSIGNED: 'given to an officer',
  CLAIMED: 'an officer has taken it up',
  MEDIATING: 'being talked over',
  SUSPENDED: 'paused; it goes on later',
  AGREED: 'settled',
  FAILED: 'not settled this time',
  TERMINATED: 'the talks ended; other ways are open',
  PERFORMING: 'settled, and being carried out',
  BREACHED: 'something is overdue; the officer is urging it',
  REVISITING: 'settled; we will ask a few more times',
  CLOSED: 'finished',
  REOPENED: 'taken up again',
  MERGED: 'handled together with another matter',
  // Difficulties that are no dispute.
  'request-open': 'registered; somebody is being found for it',
  'request-taken': 'in hand',
  'request-answered': 'you were given an answer',
  'request-solved': 'done',
  'request-passed-on': 'passed on to another body',
  'request-declined': 'it cannot be done; you were told why',
  'request-case': 'handled as a dispute',
}
const NEXT = {
  contact: 'an officer contacts you',
  mediation: 'the talks go on',
  duty: 'something agreed is due',
  revisit: 'we ask you again',
  answer: 'you get an answer',
  nothing: null,
}

function told({ number, state, next, officer }: Standing, offset: number): string {
  const what = NEXT[next.what]
  const by = next.at === null ? '' : `, by ${wallClock(next.at, offset, 'en')}`
  return [
    `Number ${number}: ${STATES[state] ?? 'in hand'}.`,
    ...(officer ? [`Handled by ${officer}.`] : []),
    ...(what ? [`Next: ${what}${by}.`] : []),
  ].join('\n')
}

export const en: WordsOf<typeof status> = {
  opening: [],
  notes: { standing: ({ given }, result) => (isRefused(result) ? null : told(result, given.offset)) },
  closing: ({ reached }) =>
    reached === 'no'
      ? 'Sorry, I am reminding them again. In an emergency call 110.'
      : 'Contact us any time; in an emergency call 110.',
  steps: {
    which: { say: 'Which matter do you mean?', label: 'Which' },
    reached: {
      say: 'Has an officer contacted you?',
      label: 'Contacted',
      choices: {
        yes: { label: 'Yes', hears: ['y'] },
        no: { label: 'Not yet', hears: ['no', 'n', 'nobody'] },
      },
    },
  },
}
