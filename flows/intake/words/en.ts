import { wallClock } from '../../case.ts'
import type { WordsOf } from '../../core/flow.ts'
import type { Filed } from '../commands.ts'
import type { intake } from '../flow.ts'
import { isViolent } from '../kind.ts'
import { lawSaid } from '../law.ts'
import { codes, gentle, isNeed, isNew, isUrgent, type Told } from '../told.ts'

const RATHER_NOT = 'Rather not say'

const phoned = ({ phone }: { phone: string }) => (phone === '110' ? '' : ` The station's number is ${phone}.`)

export const en: WordsOf<typeof intake> = {
  opening: [
    ({ signals, given }) =>
      given.behalf
        ? ''
        : signals.hard
          ? "I am the station's automatic assistant, not a police officer."
          : "Hello, I am the station's automatic assistant, not a police officer. Tell me about a dispute by text or voice. If someone is being beaten or hurt, call 110 now.",
    ({ signals, given }) =>
      signals.hard || given.matters.length > 0 || given.behalf
        ? ''
        : "What you say is seen only by those handling it, and passed on where the law requires. You may leave anything out. Reply 'privacy' for details, 'delete' to ask for deletion.",
  ],
  review: (told) =>
    isUrgent(told)
      ? 'I have noted all you said, and it is registered. If there is more, just go on.'
      : isNew(told)
        ? 'I noted the following. Right?'
        : 'I will add this. Right?',
  closing: (told, result) =>
    told.given.behalf
      ? closedFor(told, result as Partial<Filed>)
      : isNeed(told)
        ? promised(told, result as Promised)
        : `${closed(told, result as Partial<Filed>)}${lawSaid(told, 'en')}`,
  // Somebody at risk who has gone silent is sent nothing: another may hold the phone by now.
  quiet: (told, result) =>
    told.given.behalf
      ? closedFor(told, result as Partial<Filed>)
      : isNeed(told)
        ? promised(told, result as Promised)
        : gentle(told)
          ? ''
          : `${isUrgent(told) ? '' : 'No hurry; it is registered as you told it. '}${closed(told, result as Partial<Filed>)}`,
  notes: {
    filed: (told, { number }: Filed) =>
      isUrgent(told)
        ? `Registered, number ${number}.`
        : `Registered, number ${number}. A few more questions, so that an officer can help sooner.`,
    updated: () => null,
    raised: () => null,
    human: () => 'I hear how hard this is. I am asking an officer to talk with you.',
  },
  remarks: {
    voice: 'Voice message received; a person will listen. You can also type a few words.',
    violence:
      "Hitting is not a 'family matter'. The duty officer will see your message. You can report it, ask the court for a protection order, and the Women's Federation can help (12338).",
    child:
      "You did nothing wrong. Is there an adult you trust? I'll ask an officer to help you, and we will be careful to keep it private.",
    minor:
      'Officers follow the rules that protect children: a parent is present, and the child is asked once where possible.',
    duty: 'This is something that must be reported; I have passed it to an officer.',
    wages:
      'Wage matters belong to the labour office; dial 12333. We will also help you reach them. Please do not block roads or doors.',
    land: 'Who owns the pasture or land is for the government to decide. Until then, please both leave it as it is. The police will help keep things calm.',
    thanks: 'Thank you for telling us. We will not say who reported it.',
  },
  steps: {
    safety: {
      say: (told) =>
        isViolent(codes(told))
          ? 'Are you safe now? If not, call 110; if you cannot talk, text 12110.'
          : 'Are you safe now?',
      label: 'Safety',
      skip: RATHER_NOT,
      choices: {
        safe: { label: 'Safe', hears: ['yes', 'i am safe', "i'm safe", 'fine', 'ok'] },
        unsafe: { label: 'Not safe', hears: ['no', 'unsafe', 'danger', 'in danger', 'afraid', 'scared'] },
        other: { label: 'Someone else is in danger', hears: ['someone else', 'others', 'another person'] },
      },
    },
    narrative: {
      say: 'What happened? Take your time; one or two sentences are enough.',
      label: 'What happened',
    },
    matter: {
      say: 'Is this about an earlier matter, or something new?',
      label: 'Which matter',
      skip: 'Not sure',
      choices: { new: { label: 'Something new', hears: ['new', 'no', 'another matter'] } },
    },
    sort: {
      say: 'Is it help that you need, or a quarrel with somebody?',
      label: 'What it is',
      skip: 'Not sure',
      choices: {
        need: { label: 'I need help', hears: ['help', 'need help', 'no quarrel'] },
        quarrel: { label: 'A quarrel', hears: ['quarrel', 'dispute', 'a dispute'] },
      },
    },
    place: {
      say: 'Which village, which place? You can send a location.',
      label: 'Place',
      choices: {
        elsewhere: { label: 'None of these', hears: ['none', 'elsewhere', "don't know", 'not sure'] },
      },
    },
    moment: {
      say: 'When did it happen? Is it still going on?',
      label: 'When',
      skip: RATHER_NOT,
      choices: {
        yes: { label: 'Still going on', hears: ['yes', 'still', 'it is'] },
        no: { label: 'It has stopped', hears: ['no', 'stopped', 'over'] },
      },
    },
    role: {
      say: 'Who are you in this?',
      label: 'You are',
      skip: 'Skip',
      choices: {
        PARTY: { label: 'A party', hears: ['party', 'me', 'myself', 'it is me'] },
        RELATIVE: { label: 'A relative', hears: ['relative', 'family'] },
        WITNESS: { label: 'A witness', hears: ['witness', 'neighbour', 'neighbor', 'saw it'] },
        GRID: { label: 'Grid worker or village cadre', hears: ['grid worker', 'cadre', 'village cadre'] },
        ANON: { label: 'Prefer not to say', hears: ['anonymous'] },
        CADRE: 'A village cadre',
        TEACHER: 'A teacher',
        CHILD: 'The child',
      },
    },
    counterpart: {
      say: "With whom? A name, nickname or household is fine. If you don't know, say so.",
      label: 'The other side',
      skip: "Don't know",
    },
    injury: {
      say: 'Is anyone hurt?',
      label: 'Hurt',
      skip: 'Not sure',
      choices: {
        none: { label: 'No', hears: ['nobody', 'no one', 'not hurt'] },
        minor: { label: 'Slightly', hears: ['a little', 'a bit', 'slight', 'bruises'] },
        serious: { label: 'Needs hospital', hears: ['hospital', 'badly', 'serious'] },
      },
    },
    weapon: {
      say: 'Did the other side hold a knife or stick, or threaten to beat or kill?',
      label: 'Weapon or threat',
      skip: RATHER_NOT,
      choices: {
        no: { label: 'No', hears: ['none', 'nothing'] },
        yes: { label: 'Yes', hears: ['he did', 'she did', 'they did'] },
        unsure: { label: 'Not sure', hears: ["don't know", 'do not know'] },
      },
    },
    headcount: {
      say: 'About how many people?',
      label: 'People',
      skip: 'Not sure',
      choices: {
        two: { label: 'Two', hears: ['two people', 'just us two'] },
        few: { label: 'Three to nine', hears: ['a few', 'several'] },
        many: { label: 'Ten or more', hears: ['many', 'a group'] },
        crowd: { label: 'Fifty or more', hears: ['a crowd', 'hundreds'] },
      },
    },
    amount: { say: 'Is money involved? Roughly how much? If none, say none.', label: 'Money', skip: 'None' },
    history: {
      say: 'Has this come up before? Who did you go to?',
      label: 'Before',
      skip: RATHER_NOT,
      choices: {
        first: { label: 'First time', hears: ['no', 'never', 'first'] },
        village: { label: 'The village', hears: ['village', 'village committee'] },
        police: { label: 'Police or township', hears: ['police', 'township', 'the station'] },
        court: { label: 'In court or arbitration', hears: ['court', 'arbitration', 'lawsuit'] },
      },
    },
    wish: { say: 'How would you like it settled?', label: 'Wish', skip: 'Not decided' },
    evidence: {
      say: "If you have photos, an IOU or chat records, send them. It's fine if not.",
      label: 'Photos, papers',
      skip: 'None',
    },
    reach: {
      say: "Your phone number? When is a good time? If calls are not safe or convenient, reply 'text only'.",
      label: 'How to reach you',
      skip: 'Leave open',
      choices: { text: { label: 'Text only', hears: ['text', 'no calls', "don't call"] } },
    },
    vulnerable: {
      say: 'Are old people, a pregnant woman or children affected?',
      label: 'Old people, pregnancy, children',
      skip: RATHER_NOT,
      choices: {
        no: { label: 'No', hears: ['none', 'nobody'] },
        yes: { label: 'Yes', hears: ['there are', 'children', 'old people'] },
      },
    },
    name: {
      say: 'What may we call you? A surname is enough; you may stay unnamed.',
      label: 'Name',
      skip: 'Stay unnamed',
    },
    willing: {
      say: 'Are you willing to sit down and talk with the help of the village and the station? If not, that is fine; court and other ways stay open.',
      label: 'Willing to talk',
      skip: RATHER_NOT,
      choices: {
        yes: { label: 'Yes', hears: ['willing', 'ok', 'sure'] },
        no: { label: 'No', hears: ['not willing', 'unwilling'] },
        thinking: { label: 'Let me think', hears: ['maybe', 'later'] },
      },
    },
  },
}

type Promised = { number: string; promisedBy: number }

/** A difficulty: by when they get an answer. */
const promised = ({ given }: Told, { number, promisedBy }: Promised): string =>
  `Received, number ${number}. You get an answer by ${wallClock(promisedBy, given.offset, 'en')}. Reply “status” to ask. In an emergency call 110.`

/** To the colleague who entered it: what to read out, and by what the person goes on in a chat of their own. */
function closedFor({ given }: Told, { number = '', contactBy, link }: Partial<Filed>): string[] {
  const by =
    contactBy === undefined
      ? ''
      : ` An officer will be in touch by ${wallClock(contactBy, given.offset, 'en')}.`
  const first = `Registered. Please read out: number ${number}.${by} In an emergency call 110.`
  if (!link) return [first, 'They are not in chat: an officer will tell them by phone how it goes.']
  const { url, telegram, code, until } = link
  const ways = [url, telegram].filter((one) => one !== null)
  return [
    first,
    `To see in chat how it goes they ${ways.length > 0 ? 'open a link below, or' : ''} send the last line there. It works once, until ${wallClock(until, given.offset, 'en')}, and is for them alone.`,
    ...(ways.length > 0 ? [ways.join('\n')] : []),
    `bind ${code}`,
  ]
}

function closed(told: Parameters<typeof isNew>[0], { number, contactBy }: Partial<Filed>): string {
  if (!isNew(told))
    return `Someone is already handling this, number ${number}. I have added what you said. In an emergency call 110.`
  const { given, reach } = told
  const by =
    contactBy === undefined
      ? ''
      : ` An officer will contact you by ${wallClock(contactBy, given.offset, 'en')}.`
  const how = reach?.how ? ' They will reach you the way you asked for.' : ''
  return `Received, number ${number}.${by}${how} In an emergency call 110.${phoned(given.station)}`
}
