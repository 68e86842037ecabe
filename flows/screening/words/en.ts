import { caseLine } from '../../case.ts'
import { stateName } from '../../casework/life-cycle.ts'
import type { State } from '../../casework/tables/life-cycle.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { screening } from '../flow.ts'
import { gateTold } from '../told.ts'

export const en: WordsOf<typeof screening> = {
  opening: [({ given }) => `Triage: ${caseLine(given, 'en')}`],
  closing: (_, { number, state }) =>
    state === 'SCREENING'
      ? `Noted. ${number} is not for this station and must be passed on within 24 hours: reply “refer ${number}”.`
      : `Noted. ${number} is now: ${stateName(state as State).en}.`,
  steps: {
    decision: {
      say: 'What is to be done? To pass it to another body, cancel and reply “refer”.',
      label: 'Triage',
      choices: {
        accept: { label: 'Accept', hears: ['take', 'take it'] },
        reject: { label: 'Not accepted', hears: ['reject', 'refuse'] },
        emergency: { label: 'It is an emergency', hears: ['emergency'] },
      },
    },
    category: {
      say: ({ given }) => `Filed as “${given.categoryName.en}”. Choose another if that is wrong.`,
      label: 'Category',
      skip: 'Leave it',
      choices: { other: 'Another category' },
    },
    group: { say: 'Of which group?', label: 'Group', skip: 'Leave it' },
    kind: { say: 'Of which kind?', label: 'Kind', skip: 'Leave it' },
    bars: {
      say: 'Does any of this hold? If not, choose “None of these”.',
      label: 'In the way',
      choices: {
        none: { label: 'None of these', hears: ['none', 'no'] },
        crime: { label: 'Suspected crime', hears: ['crime'] },
        court: { label: 'Before a court', hears: ['court'] },
        arbitration: { label: 'In arbitration', hears: ['arbitration'] },
        body: { label: 'Another body has it or had it', hears: ['another body'] },
        petition: { label: 'A petition', hears: ['petition'] },
        refused: { label: 'One side clearly refuses', hears: ['refuses', 'refused'] },
        special: {
          label: 'Only a court or civil affairs decides (marriage, parentage)',
          hears: ['civil affairs'],
        },
      },
    },
    home: {
      say: 'Is there beating, abuse, threats or locking in at home?',
      label: 'Violence at home',
      choices: {
        none: { label: 'No violence at home', hears: ['no', 'none'] },
        violence: { label: 'Violence at home', hears: ['yes'] },
      },
    },
    act: {
      say: 'Was there an offence against public security? Police mediation is only for a minor one, with none of the rest.',
      label: 'Offence',
      choices: {
        none: { label: 'No offence', hears: ['no', 'none'] },
        minor: { label: 'Yes, a minor one', hears: ['minor'] },
        serious: { label: 'Not a minor one', hears: ['serious'] },
        hired: { label: 'Hired violence', hears: ['hired'] },
        gang: { label: 'A gang fight or provocation', hears: ['gang'] },
        repeat: { label: 'Repeated offences', hears: ['repeated'] },
        unwilling: { label: 'A side does not want police mediation', hears: ['unwilling'] },
        during: { label: 'A new offence during mediation', hears: ['new offence'] },
        fled: { label: 'The suspect fled', hears: ['fled'] },
        other: { label: 'Unfit for another reason', hears: ['other'] },
      },
    },
    guardian: {
      say: 'Is anybody under 18, and can the guardian come?',
      label: 'Guardian',
      choices: {
        adults: { label: 'All are adults', hears: ['no', 'adults'] },
        present: { label: 'Yes, with the guardian', hears: ['present'] },
        absent: { label: 'Yes, without the guardian', hears: ['absent'] },
      },
    },
    title: {
      say: 'What is at issue?',
      label: 'Title',
      choices: {
        use: { label: 'Only use, passage or compensation', hears: ['use'] },
        both: { label: 'Title too; a temporary line first', hears: ['both'] },
        title: { label: 'Who owns it', hears: ['title', 'owner'] },
      },
    },
    taking: {
      say: 'How it is shared out, or price and procedure?',
      label: 'Land taking',
      choices: {
        share: { label: 'How village or family share it', hears: ['share'] },
        price: { label: 'Price or procedure', hears: ['price', 'procedure'] },
      },
    },
    workers: {
      say: 'Are there ten people or more?',
      label: 'Workers',
      choices: {
        few: { label: 'Fewer than ten', hears: ['no', 'fewer'] },
        ten: { label: 'Ten or more', hears: ['yes', 'more'] },
      },
    },
    job: {
      say: 'Do they still work there?',
      label: 'Still employed',
      choices: {
        still: { label: 'Still there', hears: ['yes', 'still'] },
        left: { label: 'Have left', hears: ['no', 'left'] },
      },
    },
    ordered: {
      say: 'Did the labour office order payment, and nothing was paid?',
      label: 'Ordered to pay',
      choices: {
        no: { label: 'No such order', hears: ['no', 'none'] },
        unpaid: { label: 'Ordered, and not paid', hears: ['yes', 'unpaid'] },
      },
    },
    finding: {
      say: 'Have both sides received the finding on the accident?',
      label: 'Finding',
      choices: {
        waiting: { label: 'Not yet', hears: ['no'] },
        within: { label: 'Within the last ten days', hears: ['yes'] },
        over: { label: 'More than ten days ago', hears: ['long ago'] },
      },
    },
    wish: {
      say: 'Is anything that is asked for against the law?',
      label: 'Lawful demand',
      choices: {
        lawful: { label: 'Nothing unlawful', hears: ['no', 'lawful'] },
        usury: { label: 'Usury', hears: ['usury'] },
        gambling: { label: 'A gambling debt', hears: ['gambling'] },
        blood: { label: 'Blood money', hears: ['blood money'] },
        arranged: { label: 'An arranged marriage', hears: ['arranged'] },
      },
    },
    track: {
      say: (known) => `${gateTold(known, 'en')}\nWhich track?`,
      label: 'Track',
      choices: {
        PM: "People's mediation",
        JOINT: 'Joint mediation',
        PSM: 'Public-security mediation',
        TRM: 'Traffic-damage mediation',
        ADM: 'Administrative handling',
        LAB: 'Labour inspection or arbitration',
        CASE: 'Police case',
        COURT: 'Court',
        NONE: 'No track',
      },
    },
    reason: { say: 'Why not? The reporter will be told this sentence.', label: 'Reason' },
  },
}
