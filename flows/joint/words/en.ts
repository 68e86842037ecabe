import { caseLine, type Side, wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Coming } from '../../invitation/commands.ts'
import type { Planned } from '../commands.ts'
import type { joint } from '../flow.ts'

const SIDES: { readonly [S in Side]: string } = { A: 'party A', B: 'party B' }
const COMING: { readonly [C in Coming]: string } = {
  coming: 'comes',
  cannot: 'cannot',
  'other-time': 'wants another time',
}

/** Who said what, with their words: only those who handle the case see this. */
const answered = ({ answers }: Planned): string =>
  answers
    .map(({ who, answer, words }) =>
      [`${who}: ${answer === null ? 'not answered' : COMING[answer]}`, words].filter(Boolean).join(', '),
    )
    .join('\n')

export const en: WordsOf<typeof joint> = {
  opening: [
    ({ given }) => `Joint mediation: ${caseLine(given, 'en')}`,
    ({ given: { planned, offset } }) =>
      planned === null
        ? 'Three forces together: police, cadres and mediators.'
        : `It is planned: ${wallClock(planned.at, offset, 'en')}, ${planned.place}.\n${answered(planned)}`,
  ],
  review: 'Like this?',
  closing: ({ given, what }, { at, told, phone }) => {
    if (what === 'answer') return 'Noted.'
    const call =
      phone.length > 0
        ? ` No chat reaches ${phone.map((side) => SIDES[side]).join(' and ')}: please phone.`
        : ''
    if (what === 'cancel') return `It is off; ${told} were told.${call}`
    return `It is on ${wallClock(at, given.offset, 'en')}; ${told} were asked whether they come. The host will hear who does.${call}`
  },
  remarks: {
    unwanted:
      'Somebody from outside is asked only where both sides agree (mediation law, article 20). Whoever lacks that is not asked this time.',
  },
  steps: {
    what: {
      say: 'What is to change?',
      label: 'Change',
      choices: {
        answer: { label: 'Note a phoned answer', hears: ['answer', 'phoned'] },
        move: { label: 'Another time', hears: ['move', 'time'] },
        cancel: { label: 'Call it off', hears: ['off', 'call off'] },
      },
    },
    who: { say: 'Whose answer?', label: 'Who' },
    answer: {
      say: 'What did they say?',
      label: 'Answer',
      choices: {
        coming: { label: 'They come', hears: ['yes', 'coming'] },
        cannot: { label: 'They cannot', hears: ['no', 'cannot'] },
        'other-time': { label: 'They want another time', hears: ['another time'] },
      },
    },
    police: { say: 'Which officers? You may choose several.', label: 'Police', skip: 'No officer' },
    cadres: { say: 'Which cadres?', label: 'Cadres', skip: 'No cadre' },
    people: { say: 'Which mediators?', label: 'People', skip: 'No mediator' },
    why: { say: 'One of the three forces is missing. Why?', label: 'Why one is missing' },
    more: {
      say: 'Should an elder, a relative or somebody respected come too?',
      label: 'From outside',
      choices: { yes: { label: 'Yes', hears: ['y'] }, no: { label: 'No', hears: ['n'] } },
    },
    guests: {
      say: 'Who?',
      label: 'Guests',
      another: 'One more',
      parts: {
        name: { say: 'What are they called?', label: 'Name' },
        relation: {
          say: 'Who are they?',
          label: 'Relation',
          choices: {
            elder: { label: 'An elder', hears: ['elder'] },
            relative: { label: 'A relative', hears: ['relative'] },
            respected: { label: 'Somebody respected', hears: ['respected'] },
          },
        },
        A: {
          say: 'Does party A agree to that?',
          label: 'Party A agrees',
          choices: {
            yes: { label: 'Agrees', hears: ['yes', 'y'] },
            no: { label: 'Not so', hears: ['no', 'n'] },
          },
        },
        B: {
          say: 'Does party B agree to that?',
          label: 'Party B agrees',
          choices: {
            yes: { label: 'Agrees', hears: ['yes', 'y'] },
            no: { label: 'Not so', hears: ['no', 'n'] },
          },
        },
      },
    },
    host: { say: 'Who leads the talk?', label: 'Host' },
    day: { say: 'On which day?', label: 'Day' },
    time: { say: 'At what time?', label: 'Time' },
    place: { say: 'Where?', label: 'Place' },
    elsewhere: { say: 'Another place? Then write it.', label: 'Place', skip: 'The same' },
    language: {
      say: 'In which language?',
      label: 'Language',
      choices: {
        zh: { label: 'Chinese', hears: ['mandarin'] },
        bo: { label: 'Tibetan', hears: ['khams'] },
        both: { label: 'Both', hears: ['two'] },
      },
    },
    interpreter: { say: 'Who interprets?', label: 'Interpreter' },
    reason: { say: 'Why is it off? Nobody else is sent this.', label: 'Reason' },
  },
}
