import { wallClock } from '../../case.ts'
import { repeatName, roundLine, roundName } from '../../casework/patrol-text.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { patrol } from '../flow.ts'

export const en: WordsOf<typeof patrol> = {
  opening: [
    ({ given: { rounds, offset } }) =>
      rounds.length === 0 ? '' : rounds.map((one) => roundLine(one, offset, 'en')).join('\n'),
  ],
  review: ({ which = 'new' }) => (which === 'new' ? 'Screen like this?' : 'Change it like this?'),
  closing: ({ given: { offset, villages } }, planned) => {
    const { no, state, at, until, repeat, asked, nobody } = planned
    const clock = (then: number) => wallClock(then, offset, 'en')
    const name = roundName(no, 'en')
    const missing = nobody.map((code) => villages.find(({ id }) => id === code)?.label ?? code)
    const none =
      missing.length > 0 ? ` Nobody to ask in ${missing.join(', ')}: please send somebody there.` : ''
    const again = repeat === 'none' ? '' : ` It comes again: ${repeatName(repeat, 'en')}.`
    switch (state) {
      case 'open':
        return `Screening ${name} has begun: ${asked} people asked, until ${clock(until)}.${again}${none} Type "screening progress" to see it.`
      case 'planned':
        return `Screening ${name} is set: from ${clock(at)} until ${clock(until)}.${again}${none}`
      case 'done':
        return `Screening ${name} is over.${again || ' It does not come again.'}`
      default:
        return `Screening ${name} is called off.`
    }
  },
  steps: {
    which: {
      say: 'Which round, or a new one?',
      label: 'Which',
      choices: { new: { label: 'A new one', hears: ['new'] } },
    },
    deed: {
      say: 'What should change?',
      label: 'Change',
      choices: {
        until: { label: 'When it ends', hears: ['end', 'until', 'longer'] },
        at: { label: 'When it begins', hears: ['begin', 'start'] },
        once: { label: 'No repeating', hears: ['once', 'stop repeating'] },
        cancel: { label: 'Call it off', hears: ['call off', 'drop it'] },
      },
    },
    where: {
      say: ({ given }) => `Which villages? You look after ${given.villages.length}.`,
      label: 'Where',
      choices: { all: { label: 'All', hears: ['everywhere'] }, some: { label: 'Some', hears: ['a few'] } },
    },
    villages: { say: 'Which of them?', label: 'Villages' },
    method: {
      say: 'How?',
      label: 'How',
      choices: {
        chat: { label: 'In chat', hears: ['chat'] },
        visit: { label: 'At homes', hears: ['visit', 'homes'] },
        call: { label: 'By phone', hears: ['phone', 'call'] },
        meeting: { label: 'Talks', hears: ['meeting'] },
        data: { label: 'From data', hears: ['data'] },
      },
    },
    when: {
      say: 'When does it begin? Press "Now", or type a time such as tomorrow 9:00.',
      label: 'Begins',
      choices: { now: { label: 'Now', hears: ['at once'] } },
    },
    until: {
      say: 'Until when are answers awaited? A time such as 2026-12-20 18:00 will do.',
      label: 'Awaited',
      choices: {
        day: { label: 'One day', hears: ['1 day'] },
        two: { label: 'Two days', hears: ['2 days'] },
        three: { label: 'Three days', hears: ['3 days'] },
        week: { label: 'A week', hears: ['7 days'] },
      },
    },
    repeat: {
      say: 'Again? In a sensitive time every day.',
      label: 'Again',
      choices: {
        none: { label: 'Only this time', hears: ['once', 'no'] },
        daily: { label: 'Daily', hears: ['every day'] },
        weekly: { label: 'Weekly', hears: ['every week'] },
        'half-month': { label: 'Every half month', hears: ['half month'] },
        month: { label: 'Monthly', hears: ['every month'] },
      },
    },
  },
}
