import { absorb, settle } from './absorb.ts'
import type { Asked } from './command.ts'
import { isRefused } from './command.ts'
import { type Conversation, known, type Signals } from './conversation.ts'
import type { Event, Instant, Json, Locale } from './event.ts'
import { type Flow, type Step, wordingOf } from './flow.ts'
import { asPick } from './hearing.ts'
import { milestones, pending } from './milestone.ts'
import { here, path, previous } from './path.ts'
import { asking, CORRECT, expected, fill, hearsChoice, NO, pose, questionId, SEND, YES } from './pose.ts'
import { labelled, SKIP } from './question.ts'
import { type Posed, type Reply, say } from './reply.ts'
import { upgrade } from './upgrade.ts'
import { coreWords } from './words.ts'

export type Turn = { conversation: Conversation; replies: Reply[]; commands: Asked[] }

export const SILENT: Signals = { codes: [], hard: false }

export type Beginning = { id: string; locale: Locale; given: Json; now: Instant; signals?: Signals }

/** A conversation that has not said anything yet. */
export const fresh = (flow: Flow, { id, locale, given, now, signals = SILENT }: Beginning): Conversation => ({
  id,
  flow: flow.name,
  version: flow.version,
  locale,
  status: 'open',
  given,
  answers: {},
  results: {},
  signals,
  asked: [],
  revisiting: null,
  editing: false,
  draft: null,
  correcting: null,
  held: null,
  tries: 0,
  heardAt: now,
  nudged: false,
  quiet: false,
  wakeAt: now + flow.idle.nudge,
})

/** Opens a conversation; `first` is what the person said that began it, and is kept as its first words. */
export function begin(flow: Flow, beginning: Beginning, first?: Event): Turn {
  const conversation = fresh(flow, beginning)
  const opening = wordingOf(flow, beginning.locale).opening.map((words) => say(fill(words, conversation)))
  const after = first ? absorb(flow, conversation, first, beginning.now) : conversation
  return stand(flow, after, beginning.now, opening)
}

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

const joined = (a: Signals, b: Signals): Signals => ({
  codes: [...new Set([...a.codes, ...b.codes])].sort(),
  hard: a.hard || b.hard,
})

function answered(flow: Flow, conversation: Conversation, event: Event, now: Instant, gap: number): Turn {
  switch (event.kind) {
    case 'cancel':
      return flow.quietly(known(conversation))
        ? finish(flow, { ...conversation, quiet: true })
        : over(conversation, 'cancelled', coreWords(conversation.locale).cancelled)
    case 'language':
      return stand(flow, { ...conversation, locale: event.locale }, now)
    case 'back':
      return back(flow, conversation, now)
    case 'text':
    case 'pick':
    case 'place':
    case 'files':
      return spoken(flow, conversation, event, now, gap)
    default:
      return stand(flow, conversation, now)
  }
}

function spoken(flow: Flow, conversation: Conversation, event: Event, now: Instant, gap: number): Turn {
  const posed = pose(flow, conversation, now)
  const step = here(flow, conversation)
  const meant = asPick(event, posed, (id) =>
    id === SEND
      ? coreWords(conversation.locale).send.hears
      : step && id !== SKIP
        ? hearsChoice(flow, conversation, step, id)
        : [],
  )
  if (meant.kind === 'pick' && meant.question !== posed.id) return stale(flow, conversation, meant, now)
  if (conversation.correcting) return corrected(flow, conversation, meant, now)
  if (conversation.held) return resumed(flow, conversation, meant, now)
  const begun = Object.keys(conversation.answers).length > 0
  if (gap > flow.idle.resume && begun && meant.kind !== 'pick')
    return stand(flow, { ...conversation, held: event }, now)
  return step ? listen(flow, conversation, step, meant, now) : decide(flow, conversation, posed, meant, now)
}

/** The person spoke while a question was open. */
function listen(flow: Flow, conversation: Conversation, step: Step, event: Event, now: Instant): Turn {
  const words = coreWords(conversation.locale)
  if (step.optional && skips(event, words.skip.hears))
    return settled(flow, conversation, step, null, event, now)
  const reading = expected(conversation, step).read(event, asking(flow, conversation, step, now))
  switch (reading.kind) {
    case 'answer':
      return settled(flow, conversation, step, reading.value, event, now)
    case 'more':
      return stand(
        flow,
        { ...conversation, draft: reading.draft, tries: 0 },
        now,
        reading.say ? [say(reading.say)] : [],
      )
    case 'unclear':
      return unclear(flow, conversation, step, event, reading.say, now)
  }
}

const skips = (event: Event, hears: readonly string[]): boolean =>
  (event.kind === 'pick' && event.choice === SKIP) ||
  (event.kind === 'text' && hears.includes(event.text.trim().toLowerCase()))

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
  const tries = conversation.tries + 1
  // An answer half given is never dropped because the next part was not understood.
  const leave = step.optional && tries >= 2 && conversation.draft === null
  if (kept !== conversation) {
    if (here(flow, kept)?.name !== step.name) return stand(flow, kept, now, [say(words.noted)])
    if (leave) return moved(flow, kept, step, now)
    return stand(flow, { ...kept, tries }, now, [say(words.noted)])
  }
  if (leave) return moved(flow, conversation, step, now)
  return stand(flow, { ...conversation, tries }, now, [say(tries > 1 ? words.notUnderstood : why)])
}

const moved = (flow: Flow, conversation: Conversation, step: Step, now: Instant): Turn =>
  stand(flow, settle(flow, conversation, step.name, null), now, [say(coreWords(conversation.locale).moveOn)])

function settled(
  flow: Flow,
  conversation: Conversation,
  step: Step,
  value: Json,
  event: Event,
  now: Instant,
): Turn {
  const after = settle(flow, conversation, step.name, value)
  return stand(flow, event.kind === 'text' ? absorb(flow, after, event, now, step.name) : after, now)
}

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
  return stand(flow, kept, now, [say(kept === conversation ? words.pickOne : words.noted)])
}

/** A press on a question that is past: offered as a correction, never taken silently. */
function stale(
  flow: Flow,
  conversation: Conversation,
  { question, choice }: Extract<Event, { kind: 'pick' }>,
  now: Instant,
): Turn {
  const words = coreWords(conversation.locale)
  const step = path(flow, conversation).find((s) => questionId(conversation, s.name) === question)
  if (!step || !(step.name in conversation.answers))
    return stand(flow, conversation, now, [say(words.closedQuestion)])
  const ask = { ...asking(flow, conversation, step, now), draft: null }
  const offered = labelled(expected(conversation, step), ask.own).some(({ id }) => id === choice)
  const reading = offered ? expected(conversation, step).read({ kind: 'pick', question, choice }, ask) : null
  if (reading?.kind !== 'answer') return stand(flow, conversation, now, [say(words.closedQuestion)])
  // The same button pressed twice says nothing new.
  if (JSON.stringify(reading.value) === JSON.stringify(conversation.answers[step.name]))
    return { conversation, replies: [], commands: [] }
  return stand(flow, { ...conversation, correcting: { step: step.name, choice } }, now)
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
    const bare = { ...after, answers: {}, asked: [], revisiting: null, editing: false, draft: null, tries: 0 }
    return stand(flow, absorb(flow, bare, held, now), now, [say(coreWords(conversation.locale).restarted)])
  }
  const first = answered(flow, after, held, now, 0)
  if (event.kind === 'pick') return first
  const second = answered(flow, first.conversation, event, now, 0)
  return { ...second, commands: [...first.commands, ...second.commands] }
}

function back(flow: Flow, conversation: Conversation, now: Instant): Turn {
  if (conversation.correcting || conversation.held)
    return stand(flow, { ...conversation, correcting: null, held: null }, now)
  const current = here(flow, conversation)
  if (conversation.draft !== null) {
    const undo = current && expected(conversation, current).undo
    return stand(flow, { ...conversation, draft: undo ? undo(conversation.draft) : null }, now)
  }
  if (conversation.editing) return stand(flow, { ...conversation, revisiting: null, editing: false }, now)
  const step = previous(flow, conversation)
  if (!step) return stand(flow, conversation, now, [say(coreWords(conversation.locale).first)])
  return stand(flow, { ...conversation, revisiting: step.name, tries: 0 }, now)
}

/** The books answered a command. */
function learn(flow: Flow, conversation: Conversation, name: string, value: Json, now: Instant): Turn {
  if (name === 'done') return close(flow, conversation, value, now)
  const asked = conversation.results[name]
  if (!asked) return { conversation, replies: [], commands: [] }
  const results = { ...conversation.results, [name]: { ...asked, value, pending: false } }
  const after = { ...conversation, results }
  const note = wordingOf(flow, after.locale).notes?.[name]?.(known(after), value)
  const before = note ? [say(note)] : []
  // An answer that no milestone of the flow asked for is only kept: the question already stands.
  const ours = flow.milestones.some((milestone) => milestone.name === name)
  if (pending(after) || !ours) return { conversation: after, replies: before, commands: [] }
  if (after.status === 'awaiting') return { ...finish(flow, after), replies: before }
  return after.status === 'open'
    ? stand(flow, after, now, before)
    : { conversation: after, replies: before, commands: [] }
}

function close(flow: Flow, conversation: Conversation, result: Json, now: Instant): Turn {
  if (conversation.status !== 'awaiting') return { conversation, replies: [], commands: [] }
  const words = coreWords(conversation.locale)
  if (isRefused(result)) {
    const why = result.say?.[conversation.locale === 'en' ? 'en' : 'zh'] ?? words.refused(result.refused)
    if (!flow.review || conversation.quiet) return over(conversation, 'cancelled', why)
    // What was answered stays: the person may change an answer, or send it again later.
    return stand(flow, { ...conversation, status: 'open', wakeAt: now + flow.idle.nudge }, now, [say(why)])
  }
  const wording = wordingOf(flow, conversation.locale)
  const closing = (conversation.quiet ? wording.quiet : undefined) ?? wording.closing
  const said = closing(known(conversation), result)
  return { conversation: ended(conversation, 'done'), replies: [said].flat().map(say), commands: [] }
}

function tick(flow: Flow, conversation: Conversation, now: Instant): Turn {
  if (conversation.wakeAt === null || now < conversation.wakeAt)
    return { conversation, replies: [], commands: [] }
  const words = coreWords(conversation.locale)
  if (flow.quietly(known(conversation))) return finish(flow, { ...conversation, quiet: true })
  const expires = conversation.heardAt + flow.idle.expire
  if (now >= expires) return over(conversation, 'expired', words.expired)
  const wait = { ...conversation, wakeAt: expires }
  if (conversation.nudged) return { conversation: wait, replies: [], commands: [] }
  return stand(flow, { ...wait, nudged: true }, now, [say(words.nudge)], true)
}

/** Asks for what is due on the way, and then says what is due at the place the talk stands. */
function stand(flow: Flow, before: Conversation, now: Instant, replies: Reply[] = [], quiet = false): Turn {
  const { conversation, commands } = milestones(flow, before, quiet)
  // The answers of the books come first; the question follows them (see learn).
  if (commands.length > 0) return { conversation, replies, commands }
  const step = here(flow, conversation)
  const free = !conversation.correcting && !conversation.held
  if (!step && !flow.review && free) return { ...finish(flow, conversation), replies }
  const asked =
    step && free && !conversation.asked.includes(step.name)
      ? [...conversation.asked, step.name]
      : conversation.asked
  const standing = { ...conversation, asked }
  return { conversation: standing, replies: [...replies, pose(flow, standing, now)], commands: [] }
}

function finish(flow: Flow, conversation: Conversation): Turn {
  const awaiting: Conversation = { ...conversation, status: 'awaiting', wakeAt: null }
  const commands = pending(awaiting)
    ? []
    : [{ of: conversation.id, name: 'done', command: flow.done(known(awaiting)) }]
  return { conversation: awaiting, replies: [], commands }
}

const ended = (conversation: Conversation, status: Conversation['status']): Conversation => ({
  ...conversation,
  status,
  draft: null,
  held: null,
  correcting: null,
  wakeAt: null,
})

const over = (conversation: Conversation, status: Conversation['status'], words: string): Turn => ({
  conversation: ended(conversation, status),
  replies: [say(words)],
  commands: [],
})
