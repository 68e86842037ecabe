import { caseLine } from '../../case.ts'
import { whyName } from '../../casework/agenda.ts'
import { levelInfo } from '../../casework/level.ts'
import { minutesText } from '../../casework/minutes.ts'
import type { Level } from '../../casework/tables/level.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { AssessCaseGiven } from '../commands.ts'
import type { assesscase } from '../flow.ts'

const card = (given: AssessCaseGiven): string =>
  [
    `Case ${given.at} of ${given.of}`,
    caseLine(given, 'en'),
    `Why: ${given.why.map((code) => whyName(code).en).join('; ')}`,
    given.days > 0 ? `Last entry: ${given.days} days ago` : 'Last entry: today',
  ].join('\n')

const DONE = { keep: 'its level stays', raise: 'raised by one level', lower: 'lowered by one level' } as const

export const en: WordsOf<typeof assesscase> = {
  opening: [({ given }) => card(given)],
  closing: (_, { number, level, what, notDone, again, left, minutes }) => {
    const end = minutes === null ? [] : [minutesText(minutes, 'en')]
    if (again !== null) return [again.en, ...end]
    if (what === 'stop')
      return `That is all for now; what was decided is kept, ${left} to go. Type "risk meeting" to go on.`
    if (what === 'skip') return [`${number} is left out and comes up again next time.`, ...end]
    const why =
      notDone === null ? '' : ` The level was not changed: ${notDone.en} Your wish and reason are kept.`
    const done = notDone === null ? DONE[what] : DONE.keep
    return [`${number} is noted, ${done}; it is ${levelInfo(level as Level).en} now.${why}`, ...end]
  },
  steps: {
    what: {
      say: 'What about the level?',
      label: 'Level',
      choices: {
        keep: { label: 'Keep', hears: ['same', 'stays'] },
        raise: { label: 'One level up', hears: ['up', 'raise'] },
        lower: { label: 'One level down', hears: ['down', 'lower'] },
        skip: { label: 'Skip', hears: ['next'] },
        stop: { label: 'Stop for today', hears: ['that is all'] },
      },
    },
    reason: {
      say: ({ what }) => (what === 'lower' ? 'Why may it go down? Calm for how long?' : 'Why must it go up?'),
      label: 'Reason',
    },
    ease: {
      say: 'An officer is not at ease with this case. At ease again?',
      label: 'At ease',
      choices: {
        still: { label: 'Not yet', hears: ['no', 'still not'] },
        atease: { label: 'At ease again', hears: ['yes', 'at ease'] },
      },
    },
    decision: { say: 'What is to be done? One sentence.', label: 'To do' },
    owner: { say: 'Who does it?', label: 'Who' },
    due: { say: 'By which day?', label: 'Due' },
  },
}
