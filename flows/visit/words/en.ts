import { caseLine } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { visit } from '../flow.ts'

const NOT_ASKED = 'Not asked'
const KEPT = {
  all: { label: 'All of it', hears: ['all'] },
  part: { label: 'Part of it', hears: ['part', 'partly'] },
  none: { label: 'None of it', hears: ['none'] },
  notyet: { label: 'Not due yet', hears: ['not yet'] },
}

export const en: WordsOf<typeof visit> = {
  opening: [
    ({ given }) => `Revisit: ${caseLine(given, 'en')}`,
    'Ask each side alone, and do not tell one what the other said.',
  ],
  review: 'This is what will be recorded. Right?',
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
      say: 'Did you get to ask?',
      label: 'Asked',
      choices: {
        answered: { label: 'They answered', hears: ['answered', 'yes'] },
        declined: { label: 'They would rather not', hears: ['declined'] },
        unavailable: { label: 'Not reached', hears: ['no answer', 'not at home'] },
        uncooperative: { label: 'Would not cooperate', hears: ['uncooperative'] },
        unreached: { label: 'I have not been there yet', hears: ['not yet'] },
        nosuch: { label: 'Wrong number or address', hears: ['wrong number'] },
      },
    },
    theirs: {
      say: 'Did the other side do what was agreed?',
      label: 'Other side',
      skip: NOT_ASKED,
      choices: KEPT,
    },
    own: { say: 'Did they do what they promised?', label: 'Own part', skip: NOT_ASKED, choices: KEPT },
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
    words: {
      say: 'What else was said? What did you see yourself?',
      label: 'In their words',
      skip: 'Nothing',
    },
  },
}
