import type { WordsOf } from '../../core/flow.ts'
import type { SafeContactGiven } from '../commands.ts'
import type { safecontact } from '../flow.ts'

const SKIP = 'Skip'
const BLAND = 'All right, sorry to bother you. Thank you.'
/** An officer is told what to write down; the person themselves is asked. */
const either =
  (staff: string, own: string) =>
  ({ given }: { given: SafeContactGiven }): string =>
    given.staff ? staff : own

export const en: WordsOf<typeof safecontact> = {
  opening: [
    ({ given }) =>
      given.proof
        ? ''
        : given.staff
          ? 'Ask the person face to face first. Skip what they did not say; it stays as it was.'
          : 'Somebody may see your phone. A few questions, so that we reach you only in ways you find safe. You may skip any of them.',
  ],
  closing: ({ given, way, phrase }) => {
    if (given.staff)
      return 'The contact plan is recorded. Only the person knows the phrase; it is not shown again.'
    const chat =
      way === 'chat' && !phrase ? ['Without a phrase we will not write here, and find another way.'] : []
    const later = way
      ? ['Noted. To change it later, write "change contact" here.']
      : ['All right, we will send you nothing of our own accord.']
    // The last line is the one that stands on the screen.
    return [...chat, ...later, 'You may delete this chat now.', BLAND]
  },
  quiet: () => '',
  notes: { said: () => null },
  steps: {
    reply: { say: 'Hello, about the service you booked: please reply when convenient.', label: 'Reply' },
    rest: { say: BLAND, label: 'Reply' },
    side: { say: 'Whose contact plan?', label: 'Side' },
    way: {
      say: either('How does the person want to be reached?', 'How can we reach you safely?'),
      label: 'How',
      skip: SKIP,
      choices: {
        chat: { label: 'Write here', hears: ['here', 'write', 'message'] },
        phone: { label: 'Call a safe number', hears: ['phone', 'call'] },
        trusted: { label: 'Through someone I trust', hears: ['someone else', 'trusted'] },
        none: {
          label: "Don't contact me, I will come",
          hears: ['nothing', 'do not contact me', 'i will come'],
        },
      },
    },
    number: { say: 'Which number?', label: 'Phone', skip: SKIP },
    trusted: { say: 'Whom? What are they called, how do we find them?', label: 'Trusted person', skip: SKIP },
    times: {
      say: 'When is it safe?',
      label: 'When',
      skip: SKIP,
      choices: {
        morning: { label: 'Mornings', hears: ['morning'] },
        day: { label: 'By day', hears: ['daytime'] },
        evening: { label: 'Evenings before nine', hears: ['evening', 'evenings'] },
        own: { label: 'From … to …', hears: ['these hours'] },
      },
    },
    own: { say: 'From when to when? Such as 9 to 11.', label: 'Hours', skip: SKIP },
    night: {
      say: 'Some of that is after nine at night or before eight in the morning. Is that all right too?',
      label: 'At night too',
      skip: SKIP,
      choices: { yes: { label: 'Yes', hears: ['ok', 'fine'] }, no: { label: 'No', hears: ['not at night'] } },
    },
    days: {
      say: 'On which days?',
      label: 'Days',
      skip: SKIP,
      choices: {
        any: { label: 'Any day', hears: ['every day', 'any'] },
        work: { label: 'Monday to Friday', hears: ['weekdays'] },
        weekend: { label: 'Weekends', hears: ['weekend'] },
      },
    },
    wording: {
      say: 'How should the first line look?',
      label: 'First line',
      skip: SKIP,
      choices: {
        neutral: { label: 'So that nobody can tell', hears: ['neutral', 'plain'] },
        open: { label: 'It may name the station', hears: ['open'] },
      },
    },
    phrase: {
      say: either(
        'What phrase did the person choose? Two characters or more, nothing anybody would guess.',
        'Please choose a phrase only you and we know. We send a plain line first; only when you answer with this phrase do we speak of anything, and nobody else sees a thing.',
      ),
      label: 'Phrase',
      skip: SKIP,
    },
    duress: {
      say: either(
        'What did the person choose to say when they need help? It must be another phrase.',
        'One more: answer with this when somebody is watching or forcing you. It looks the same, and we send help at once. Skip it if you like.',
      ),
      label: 'Phrase for help',
      skip: SKIP,
    },
  },
}
