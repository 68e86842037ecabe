import type { WordsOf } from '../../core/flow.ts'
import type { revisit } from '../flow.ts'
import { goesOnLater, inDanger } from '../told.ts'

const RATHER_NOT = 'Rather not say'
const NOT_SURE = 'Not sure'
const THANKS = 'Thank you. Contact us any time; in an emergency call 110.'
const KEPT = {
  all: { label: 'All', hears: ['yes', 'all of it', 'done'] },
  part: { label: 'Part', hears: ['partly', 'part of it', 'some'] },
  none: { label: 'No', hears: ['none', 'not done', 'nothing'] },
  notyet: { label: 'Not due yet', hears: ['not yet'] },
}

export const en: WordsOf<typeof revisit> = {
  opening: [],
  closing: (known) => {
    const { speaker, begin } = known
    if (speaker === 'other') return 'All right, sorry to have troubled you.'
    if (begin === 'later')
      return 'All right, no hurry; I will ask again in a few days. In an emergency call 110.'
    if (begin === 'call') return 'All right, an officer will phone you. In an emergency call 110.'
    if (begin === 'no')
      return [
        'All right, I will leave you in peace. You may stop at any time; no one will blame you.',
        'Contact us any time; in an emergency call 110.',
      ]
    if (goesOnLater(known))
      return 'All right, go ahead. I will ask the rest in a few days. In an emergency call 110.'
    if (inDanger(known)) return 'Thank you for telling us. An officer will contact you as soon as possible.'
    const { law } = known.given
    return law ? `${THANKS}\n${law.en}` : THANKS
  },
  quiet: () => THANKS,
  remarks: {
    danger: 'Go somewhere safe first. If they come again, call 110 at once; if you cannot talk, text 12110.',
  },
  steps: {
    speaker: {
      say: 'Is this you yourself now?',
      label: 'You yourself',
      choices: {
        self: { label: 'Yes, it is me', hears: ['yes', 'y', 'me', 'it is me', "it's me"] },
        other: {
          label: 'Somebody else',
          hears: ['no', 'n', 'not me', 'he is not here', 'she is not here', 'not here'],
        },
      },
    },
    begin: {
      say: ({ given }) =>
        given.said
          ? 'Hello, a follow-up from the station. We did not finish; just a few more questions.'
          : 'Hello, a follow-up from the station about the earlier matter. One minute.',
      label: 'A good moment',
      choices: {
        now: { label: 'Now', hears: ['yes', 'ok', 'okay', 'sure', 'go on', 'fine'] },
        later: { label: 'Later', hears: ['busy', 'not now', 'tomorrow'] },
        call: { label: 'Please phone', hears: ['phone', 'call', 'call me', 'phone me'] },
        no: { label: 'No follow-up', hears: ['no', 'no thanks', 'no thank you'] },
      },
    },
    busy: { say: 'No time?', label: 'No time', choices: { yes: 'No time' } },
    theirs: {
      say: 'Did the other side do what was agreed?',
      label: 'Their part',
      skip: RATHER_NOT,
      choices: KEPT,
    },
    own: { say: 'Did you do what you promised?', label: 'Your part', skip: RATHER_NOT, choices: KEPT },
    reason: {
      say: 'Which part is not done, and why?',
      label: 'Not done because',
      skip: RATHER_NOT,
      choices: {
        theywont: 'They will not',
        wont: 'I do not want to',
        nomoney: 'No money',
        early: { label: 'Not due yet', hears: ['not yet'] },
        waits: 'Waiting for something',
        other: 'Other',
      },
    },
    received: { say: 'How much has come, in all?', label: 'Received', skip: NOT_SURE },
    paid: { say: 'How much have you paid, in all?', label: 'Paid', skip: NOT_SURE },
    trouble: {
      say: 'Any trouble since then?',
      label: 'Trouble',
      skip: RATHER_NOT,
      choices: {
        none: { label: 'No', hears: ['none', 'no trouble'] },
        quarrel: { label: 'We quarrelled', hears: ['quarrel', 'quarrelled', 'an argument'] },
        blows: { label: 'Blows', hears: ['a fight', 'he hit me', 'she hit me'] },
        threat: { label: 'I was threatened', hears: ['threatened', 'threat', 'threats'] },
      },
    },
    relation: {
      say: 'How is it when you meet?',
      label: 'When you meet',
      skip: RATHER_NOT,
      choices: {
        greet: { label: 'We greet', hears: ['fine', 'we talk'] },
        silent: { label: "We don't speak", hears: ['we do not speak', "don't speak", 'silent'] },
        avoid: { label: 'We avoid each other', hears: ['avoid', 'avoid each other'] },
        angry: { label: 'Still angry', hears: ['angry'] },
      },
    },
    fair: {
      say: 'Do you find the outcome fair?',
      label: 'Fair',
      skip: RATHER_NOT,
      choices: {
        fair: { label: 'Fair', hears: ['yes'] },
        acceptable: { label: 'Acceptable', hears: ['ok', 'okay', 'so so'] },
        notquite: { label: 'Not quite', hears: ['not really'] },
        unfair: { label: 'Unfair', hears: ['not fair', 'no'] },
      },
    },
    freely: {
      say: 'Did you sign of your own will?',
      label: 'Of your own will',
      skip: RATHER_NOT,
      choices: {
        yes: { label: 'Yes', hears: ['y'] },
        reluctant: { label: 'A little reluctantly', hears: ['reluctantly'] },
        pressed: { label: 'I was pressed', hears: ['pressed', 'forced'] },
      },
    },
    safe: {
      say: 'Do you feel safe now?',
      label: 'Safe',
      skip: RATHER_NOT,
      choices: {
        safe: { label: 'Safe', hears: ['yes'] },
        abit: { label: 'A bit afraid', hears: ['a bit', 'a little'] },
        very: { label: 'Very afraid', hears: ['afraid', 'very', 'no', 'not safe'] },
      },
    },
    score: {
      say: 'Score this mediation from 1 to 5; 5 is best.',
      label: 'Score',
      skip: RATHER_NOT,
      choices: { '1': '1', '2': '2', '3': '3', '4': '4', '5': '5' },
    },
    help: { say: 'Anything else we can help with? If not, say no.', label: 'Help', skip: 'No' },
    words: { say: 'What else would you like to say?', label: 'You also said' },
  },
}
