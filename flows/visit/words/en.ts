import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { visit } from '../flow.ts'
import { task } from '../task.ts'

const NOT_ASKED = 'Not asked'
const KEPT = {
  all: { label: 'All of it', hears: ['all'] },
  part: { label: 'Part of it', hears: ['part', 'partly'] },
  none: { label: 'None of it', hears: ['none'] },
  notyet: { label: 'Not due yet', hears: ['not yet'] },
}

const TASK = {
  phone: (phone: string | null) => (phone === null ? 'no phone number' : `phone ${phone}`),
  place: (place: string) => `at ${place}`,
  careful: 'has a plan for safe contact: read it on the case first, and keep to it',
  theirs: 'Ask whether the other side did:',
  own: 'Ask whether they did:',
  by: (day: string) => `by ${day}`,
  left: (sum: string) => `${sum} left`,
  between: ', ',
}
const REASONS: { readonly [outcome: string]: string } = {
  declined: 'What did they say?',
  unavailable: 'How was it that they were not reached? Such as no answer, not at home.',
  uncooperative: 'In what way?',
  nosuch: 'What is wrong? Such as a dead number, moved away.',
}

export const en: WordsOf<typeof visit> = {
  opening: [
    ({ given }) => `Revisit: ${caseLine(given, 'en')}`,
    ({ given }) => task(given, 'en', TASK),
    'Ask as well: new trouble, how they meet, fair, freely signed, safe, a score, help. Ask each side alone, and do not tell one what the other said.',
  ],
  review: 'This is what will be recorded. Right? To add something, type, speak or send a photo now.',
  closing: (_, { number }) => `This revisit on ${number} is recorded.`,
  steps: {
    round: { say: 'Which round, which side?', label: 'Which' },
    mode: {
      say: 'How?',
      label: 'How',
      choices: {
        call: { label: 'By phone', hears: ['phone', 'call'] },
        visit: { label: 'At their home', hears: ['visit', 'home'] },
      },
    },
    outcome: {
      say: ({ given }) =>
        given.well
          ? 'Did you get to ask? "All well" is: what was due is done, no trouble, safe.'
          : 'Did you get to ask?',
      label: 'Asked',
      choices: {
        answered: { label: 'They answered', hears: ['answered', 'yes'] },
        well: { label: 'They answered, all well', hears: ['all well'] },
        declined: { label: 'They would rather not', hears: ['declined'] },
        unavailable: { label: 'Not reached', hears: ['no answer', 'not at home'] },
        uncooperative: { label: 'Would not cooperate', hears: ['uncooperative'] },
        unreached: { label: 'I have not been there yet', hears: ['not yet'] },
        nosuch: { label: 'Wrong number or address', hears: ['wrong number'] },
      },
    },
    reason: {
      say: ({ outcome = '' }) => REASONS[outcome] ?? 'Why?',
      label: 'Reason',
      skip: 'Nothing to add',
    },
    theirs: {
      say: 'Did the other side do what was agreed?',
      label: 'Other side',
      skip: NOT_ASKED,
      choices: KEPT,
    },
    own: { say: 'Did they do what they promised?', label: 'Own part', skip: NOT_ASKED, choices: KEPT },
    why: {
      say: 'Which part is not done, and why?',
      label: 'Not done because',
      skip: NOT_ASKED,
      choices: {
        theywont: 'The other side will not',
        wont: 'They do not want to',
        nomoney: 'No money',
        early: { label: 'Not due yet', hears: ['not yet'] },
        waits: 'Waiting for something',
        other: 'Other',
      },
    },
    received: { say: 'How much has come, in all?', label: 'Received', skip: NOT_ASKED },
    paid: { say: 'How much was paid, in all?', label: 'Paid', skip: NOT_ASKED },
    trouble: {
      say: 'Any trouble since?',
      label: 'Trouble',
      skip: NOT_ASKED,
      choices: {
        none: { label: 'None', hears: ['no', 'no trouble'] },
        quarrel: { label: 'A quarrel', hears: ['quarrelled'] },
        blows: { label: 'Blows', hears: ['a fight'] },
        threat: { label: 'Threats', hears: ['threatened'] },
      },
    },
    relation: {
      say: 'How is it when they meet?',
      label: 'When they meet',
      skip: NOT_ASKED,
      choices: {
        greet: { label: 'They greet', hears: ['greet'] },
        silent: { label: "They don't speak", hears: ['silent'] },
        avoid: { label: 'They avoid each other', hears: ['avoid'] },
        angry: { label: 'Still angry', hears: ['angry'] },
      },
    },
    fair: {
      say: 'Do they find it fair?',
      label: 'Fair',
      skip: NOT_ASKED,
      choices: {
        fair: 'Fair',
        acceptable: { label: 'Acceptable', hears: ['ok'] },
        notquite: { label: 'Not quite', hears: ['not quite fair'] },
        unfair: { label: 'Unfair', hears: ['not fair'] },
      },
    },
    freely: {
      say: 'Did they sign of their own will?',
      label: 'Freely',
      skip: NOT_ASKED,
      choices: {
        yes: { label: 'Yes', hears: ['y'] },
        reluctant: { label: 'A little reluctantly', hears: ['reluctantly'] },
        pressed: { label: 'Pressed', hears: ['forced'] },
      },
    },
    safe: {
      say: 'Do they feel safe now?',
      label: 'Safe',
      skip: NOT_ASKED,
      choices: {
        safe: 'Safe',
        abit: { label: 'A bit afraid', hears: ['a bit'] },
        very: { label: 'Very afraid', hears: ['very'] },
      },
    },
    score: {
      say: 'Their score for the mediation? 5 is best.',
      label: 'Score',
      skip: NOT_ASKED,
      choices: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5' },
    },
    help: { say: 'Anything they need help with?', label: 'Help', skip: 'No' },
    words: {
      say: 'What else was said? What did you see yourself? Type, speak or send photos.',
      label: 'In their words',
      skip: 'Nothing',
    },
    more: { say: 'Anything more?', label: 'Noted too' },
  },
}
