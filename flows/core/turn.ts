import { absorb, settle, taken, unkept } from './absorb.ts'
import { amended } from './amend.ts'
import { skips } from './answer-to.ts'
import { back, stale } from './back.ts'
import { SILENT } from './begin.ts'
import { type Conversation, known, type Signals } from './conversation.ts'
import type { Event, Instant } from './event.ts'
import type { Flow, Step } from './flow.ts'
import { fold } from './fold.ts'
import { asPick } from './hearing.ts'
import { learn, tick } from './learn.ts'
import { here } from './path.ts'
import { asking, CORRECT, draftOf, expected, hearsChoice, NO, pose, questionId, SEND, YES } from './pose.ts'
import { SKIP } from './question.ts'
import { type Posed, say } from './reply.ts'
import { ends, finish, gathered, over, stand, type Turn } from './stand.ts'
import { tapped } from './tapped.ts'
import { upgrade } from './upgrade.ts'
import { coreWords } from './words.ts'

/** One turn of talk. Pure: same conversation, event and time, same outcome. `heard` is what the danger watch found. */
export function turn(
  flow: Flow,
  stored: Conversation,
  event: Event,
  now: Instant,
  heard: Signals = SILENT,
): Turn {
  const conversation = upgrade(flow, stored)
  if (event.kind === 'result') return learn(flow, conversation, event.name, event.value, now)
  if (conversation.status !== 'open') return { conversation, replies: [], commands: [] }
  if (event.kind === 'clock') return tick(flow, conversation, now)
  const gap = now - conversation.heardAt
  const awake: Conversation = {
    ...conversation,
    signals: joined(conversation.signals, heard),
    heardAt: now,
    nudged: false,
    wakeAt: now + flow.idle.nudge,
  }
  return answered(flow, awake, event, now, gap)
}

export const joined = (a: Signals, b: Signals): Signals => ({
  codes: [...new Set([...a.codes, ...b.codes])].sort(),
  hard: a.hard || b.hard,
})

function answered(flow: Flow, conversation: Conversation, event: Event, now: Instant, gap: number): Turn {
  switch (event.kind) {
    case 'cancel':
      return flow.quietly(known(conversation))
        ? finish(flow, { ...gathered(flow, conversation, now), left: true })
        : over(conversation, 'cancelled', coreWords(conversation.locale).cancelled)
    case 'language':
      return stand(flow, { ...conversation, locale: event.locale }, now)
    case 'back':
      return back(flow, conversation, now)
    case 'tap':
      return spoken(flow, conversation, tapped(flow, conversation, event.token, now), now, gap)
    case 'correct': {
      const after = amended(flow, conversation, event.was, event.text, now)
      return after ? stand(flow, after.conversation, now, [say(after.said)]) : stand(flow, conversation, now)
    }
    case 'form':
      return filled(flow, conversation, event, now)
    case 'text':
    case 'pick':
    case 'place':
    case 'files':
      return spoken(flow, conversation, event, now, gap)
    default:
      return stand(flow, conversation, now)
  }
}

/** What stands between the answers is left out: only what is due at the end is said, and what could not be taken. */
function filled(
  flow: Flow,
  conversation: Conversation,
  { answers }: Extract<Event, { kind: 'form' }>,
  now: Instant,
): Turn {
  const { conversation: after, problems } = fold(flow, conversation, answers, now, { first: true })
  const { notTaken } = coreWords(conversation.locale)
  const said = problems.map(({ label, why }) => say(label ? notTaken(label, why) : why))
  return stand(flow, after, now, said)
}

function spoken(flow: Flow, conversation: Conversation, event: Event, now: Instant, gap: number): Turn {
  const posed = pose(flow, conversation, now)
  const step = here(flow, conversation)
  const meant = understood(flow, conversation, posed, event)
  if (meant.kind === 'pick' && meant.question !== posed.id) return stale(flow, conversation, meant, now)
  if (conversation.correcting) return corrected(flow, conversation, meant, now)
  if (conversation.held) return resumed(flow, conversation, meant, now)
  const begun = Object.keys(conversation.answers).length > 0
  if (gap > flow.idle.resume && begun && meant.kind !== 'pick')
    return stand(flow, { ...conversation, held: event }, now)
  return step ? listen(flow, conversation, step, meant, now) : decide(flow, conversation, posed, meant, now)
}

/** Words that name a choice of the open question are that choice. */
function understood(flow: Flow, conversation: Conversation, posed: Posed, event: Event): Event {
  const words = coreWords(conversation.locale)
  const step = here(flow, conversation)
  return asPick(event, posed, (id) => {
    if (conversation.correcting || conversation.held) return id === YES ? words.send.hears : words.no
    if (id === SEND) return words.send.hears
    return step && id !== SKIP ? hearsChoice(flow, conversation, step, id) : []
  })
}

/** True when these words choose an answer of the question that is open. */
export function chooses(flow: Flow, stored: Conversation, text: string, now: Instant): boolean {
  if (stored.status !== 'open') return false
  const conversation = upgrade(flow, stored)
  const posed = pose(flow, conversation, now)
  return understood(flow, conversation, posed, { kind: 'text', text }).kind === 'pick'
}

/** The person spoke while a question was open. */
function listen(flow: Flow, conversation: Conversation, step: Step, event: Event, now: Instant): Turn {
  const words = coreWords(conversation.locale)
  const question = expected(conversation, step)
  const ask = asking(flow, conversation, step, now)
  const none = step.optional && skips(event, words.skip.hears)
  if (none && ask.draft === null) return stand(flow, taken(flow, conversation, step, null, event, now), now)
  // "None" after two photos means no more of them.
  const reading = question.read(none && question.collects ? ends(conversation, step) : event, ask)
  switch (reading.kind) {
    case 'answer':
      return stand(flow, taken(flow, conversation, step, reading.value, event, now), now)
    case 'more':
      return stand(
        flow,
        { ...conversation, draft: { step: step.name, value: reading.draft }, tries: 0 },
        now,
        reading.say ? [say(reading.say)] : [],
      )
    case 'unclear':
      return unclear(flow, conversation, step, event, reading.say, now)
  }
}

/** Not an answer to this question: kept in the story where there is one, and asked again, but not for ever. */
function unclear(
  flow: Flow,
  conversation: Conversation,
  step: Step,
  event: Event,
  why: string,
  now: Instant,
): Turn {
  const words = coreWords(conversation.locale)
  const kept = absorb(flow, conversation, event, now)
  const lost = unkept(flow, conversation, event, now)
  const tries = conversation.tries + 1
  // An answer half given is never dropped because the next part was not understood.
  const leave = step.optional && tries >= 2 && lost === null && draftOf(conversation, step) === null
  if (kept !== conversation) {
    const noted = [say(lost ?? words.noted)]
    if (here(flow, kept)?.name !== step.name) return stand(flow, kept, now, noted)
    if (leave) return moved(flow, kept, step, now)
    return stand(flow, { ...kept, tries }, now, noted)
  }
  if (leave) return moved(flow, conversation, step, now)
  return stand(flow, { ...conversation, tries }, now, [say(lost ?? (tries > 1 ? words.notUnderstood : why))])
}

const moved = (flow: Flow, conversation: Conversation, step: Step, now: Instant): Turn =>
  stand(flow, settle(flow, conversation, step.name, null), now, [say(coreWords(conversation.locale).moveOn)])

/** The person spoke while the summary was open: send it, change one answer, or add to the story. */
function decide(flow: Flow, conversation: Conversation, posed: Posed, event: Event, now: Instant): Turn {
  const words = coreWords(conversation.locale)
  if (event.kind === 'pick') {
    if (event.choice === SEND) return finish(flow, conversation)
    if (posed.choices.some(({ id }) => id === event.choice))
      return stand(flow, { ...conversation, revisiting: event.choice, editing: true, tries: 0 }, now)
    return stand(flow, conversation, now, [say(words.pickOne)])
  }
  const kept = absorb(flow, conversation, event, now)
  const noted = kept === conversation ? words.pickOne : words.noted
  return stand(flow, kept, now, [say(unkept(flow, conversation, event, now) ?? noted)])
}

function corrected(flow: Flow, conversation: Conversation, event: Event, now: Instant): Turn {
  const { step: name, choice } = conversation.correcting!
  const after = { ...conversation, correcting: null }
  if (event.kind !== 'pick') return answered(flow, after, event, now, 0)
  const step = flow.steps.find((s) => s.name === name)
  if (event.choice !== YES || !step) return stand(flow, after, now)
  const pick: Event = { kind: 'pick', question: questionId(conversation, CORRECT), choice }
  const reading = expected(after, step).read(pick, { ...asking(flow, after, step, now), draft: null })
  if (reading.kind !== 'answer') return stand(flow, after, now)
  const { revisiting, editing, draft, tries } = after
  return stand(flow, { ...settle(flow, after, name, reading.value), revisiting, editing, draft, tries }, now)
}

/** After a gap the person said whether to go on; what was said before the question is heard now. */
function resumed(flow: Flow, conversation: Conversation, event: Event, now: Instant): Turn {
  const held = conversation.held!
  const after = { ...conversation, held: null }
  if (event.kind === 'pick' && event.choice === NO) {
    const answers = flow.prefilled(conversation.given)
    const bare = { ...after, answers, asked: [], revisiting: null, editing: false, draft: null, tries: 0 }
    return stand(flow, absorb(flow, bare, held, now), now, [say(coreWords(conversation.locale).restarted)])
  }
  const first = answered(flow, after, held, now, 0)
  if (event.kind === 'pick' || first.conversation.status !== 'open') return first
  const second = answered(flow, first.conversation, event, now, 0)
  return { ...second, commands: [...first.commands, ...second.commands] }
}
