import type { HouseWords } from '../../core/house.ts'
import type { DeskStation } from '../station.ts'

export const en = ({ name, phone, retention, contact }: DeskStation): HouseWords => ({
  hears: {
    help: ['help', 'how does this work', 'what can you do'],
    human: ['human', 'officer', 'a person', 'talk to a person', 'talk to an officer'],
    stop: ['stop', 'unsubscribe', 'stop messages'],
    back: ['back', 'go back', 'previous'],
    cancel: ['cancel', 'quit', 'never mind'],
    privacy: ['privacy'],
    erase: ['delete', 'erase', 'delete my data'],
    zh: ['chinese'],
    en: ['english'],
    bo: ['tibetan'],
  },
  help: {
    resident: [
      'Just tell me about a dispute, by text, voice or photo. A Tibetan speaker will listen to voice messages in Tibetan.',
      "Reply 'status' to see where it stands, 'add' to add something, 'back' to change the last answer, 'cancel' to leave it for now.",
      "Reply 'human' for an officer, 'stop' for no more messages, 'privacy' for details, '中文' for Chinese. In an emergency call 110.",
    ],
    staff: [
      'With a number: triage, assign, accept, hand back, contact, mediation, agreement, performance, record, third party, level, refer, move, danger over, close. For example "accept NUMBER".',
      "Without one: report (a new dispute), back, cancel, '中文'.",
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
    "I did not understand. Reply 'help' to see what can be done, 'report' to record a new dispute.",
})
