import { wallClock } from '../../case.ts'
import { levelInfo } from '../../casework/level.ts'
import type { MyCase } from '../../core/desk-commands.ts'
import type { HouseWords } from '../../core/house.ts'
import type { DeskStation } from '../station.ts'

/** `RD-2026-0001 | Yellow | Mediating | first contact by 27 Nov 10:12 | overdue` */
const mineLine = ({ number, level, state, due, overdue }: MyCase, offset: number): string =>
  [
    number,
    levelInfo(level).en,
    state.en,
    due ? `${due.what.en} by ${wallClock(due.at, offset, 'en')}` : '',
    overdue ? 'overdue' : '',
  ]
    .filter(Boolean)
    .join(' | ')

export const en = ({ name, phone, retention, contact }: DeskStation): HouseWords => ({
  hears: {
    help: ['help', 'how does this work', 'what can you do'],
    human: ['human', 'officer', 'a person', 'talk to a person', 'talk to an officer'],
    stop: ['stop', 'unsubscribe', 'stop messages'],
    back: ['back', 'go back', 'previous'],
    cancel: ['cancel', 'quit', 'never mind'],
    privacy: ['privacy'],
    erase: ['delete', 'erase', 'delete my data'],
    link: ['link', 'code', 'my code', 'link chat', 'another chat', 'new phone'],
    mine: ['my cases', 'cases', 'mine'],
    zh: ['chinese'],
    en: ['english'],
    bo: ['tibetan'],
  },
  help: {
    resident: [
      'Just tell me about a dispute, by text, voice or photo. A Tibetan speaker will listen to voice messages in Tibetan.',
      "Reply 'status' to see where it stands, 'add' to add something, 'back' to change the last answer, 'cancel' to leave it for now.",
      "Reply 'human' for an officer, 'stop' for no more messages, 'privacy' for details, '中文' for Chinese. In an emergency call 110.",
      "With another phone or another chat app, reply 'link'.",
    ],
    staff: [
      'With a number: triage, assign, accept, hand back, contact, mediation, agreement, performance, record, third party, check flag, level, refer, receipt, joint, joint record, move, danger over, prevention, close. For example "accept NUMBER".',
      'A number alone: how the case stands, and what can be done.',
      "Without one: my cases, coverage, report (also with more, such as: report last month, report 2026-10 C2), register (a new dispute, also for somebody), screening, zero report, lead, link (another chat), back, cancel, '中文'.",
    ],
  },
  human: 'All right, I am asking an officer to contact you. In an emergency call 110.',
  stopped: 'All right, I will not write to you of my own accord. Write any time; in an emergency call 110.',
  privacy: [
    `We are ${name}. We collect what you tell us, the place and a contact, only to handle the dispute and prevent harm.`,
    'Seen by the handling officer, the responsible leader and mediators you accept; passed to other bodies when the law requires, and we tell you.',
    'You may stay unnamed, see, correct or ask deletion, except what must be archived.',
    `Kept for: ${retention?.en ?? 'as long as the rules require; ask us'}. Contact: ${contact ?? `${name}, phone ${phone}`}.`,
    'Under 14: read with a parent; if in danger come to us directly.',
  ].join(' '),
  erase:
    'All right, I am passing your wish for deletion to an officer, who will check it and answer you; except what must be archived.',
  language: 'All right, in English. What is the matter? Take your time.',
  inquiry: `For papers and registration please ask at the counter, or phone ${phone}. If it is about a dispute, just tell me.`,
  thanks: 'You are welcome. Contact us any time; in an emergency call 110.',
  abuse: 'I am here to help settle disputes. Please tell me the matter.',
  nothingOpen: 'No question is open now. If something is the matter, just say it.',
  emergency:
    'Call 110 now. If you cannot talk, text 12110 with the place and what is happening. Move somewhere safe.',
  emergencyTold: 'I have alerted the duty officer.',
  unknownToStaff:
    "I did not understand. Reply 'help' to see what can be done, 'register' to record a new dispute.",
  code: {
    hears: ['bind'],
    missing:
      "Please send the code with it: 'bind', a space, then the code. Without a code, reply 'link' in your first chat.",
    wrong:
      'This code cannot be used: it may be mistyped, used up or too old. Please ask for a new one and try again.',
    staff: (name) => `Hello ${name}. This chat is bound to you now, and you can work on cases here.`,
    joined: (numbers) =>
      `These two chats belong to one person now.${numbers.length === 0 ? '' : ` You can also ask about ${numbers.join(', ')} and add to it here.`}`,
    made: ({ code, until, staff, offset }) => [
      staff
        ? `Send me the line below in the other chat that you want to bind. It works once, until ${wallClock(until, offset, 'en')}. Do not give it to anybody: whoever has it can act in your name.`
        : `Send me the line below in your other chat, and you can go on there. It works once, until ${wallClock(until, offset, 'en')}. Do not give it to anybody: whoever has it can see what you told us.`,
      `bind ${code}`,
    ],
  },
  correction: {
    kept: (number) => `What you changed was added to ${number}; what you wrote first is kept too.`,
    sayAgain:
      'I saw that you changed a message, but I cannot tell which matter it is about. Please send it again as a new message.',
  },
  unreadable: {
    kind: 'I cannot read this kind of message. Please write, or send a voice message, a photo or a location.',
    tooLarge: 'This file is too large for me. Please send a smaller one, or send it in parts.',
    lost: 'This file did not reach me. Please send it once more.',
    notOwnPhone: 'This is not your own number, so I did not note it. Please share your own, or type it in.',
  },
  group: {
    on: 'All right, this group gets alerts about cases from now on. They hold no names and no stories.',
    off: 'All right, this group gets no more alerts.',
    unchanged: 'It is so for this group already; nothing has changed.',
  },
  mine: (cases, offset) =>
    cases.length === 0
      ? 'You have no cases at present.'
      : cases.map((one) => mineLine(one, offset)).join('\n'),
})
