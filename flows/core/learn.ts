import { isRefused } from './command.ts'
import { type Conversation, known } from './conversation.ts'
import type { Instant, Json } from './event.ts'
import { type Flow, wordingOf } from './flow.ts'
import { pending } from './milestone.ts'
import { pictureInWords } from './picture.ts'
import { type Picture, type Reply, say } from './reply.ts'
import { ended, finish, gathered, over, stand, type Turn } from './stand.ts'
import { coreWords } from './words.ts'

/** The books answered a command. */
export function learn(flow: Flow, conversation: Conversation, name: string, value: Json, now: Instant): Turn {
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
  const said = [closing(known(conversation), result)].flat().filter(Boolean)
  // Silence may be met with nothing; somebody who is there is answered.
  const answered =
    said.length === 0 && conversation.left ? wording.closing(known(conversation), result) : said
  return {
    conversation: ended(conversation, 'done'),
    replies: [answered].flat().filter(Boolean).map(shown),
    commands: [],
  }
}

const shown = (said: string | Picture): Reply =>
  typeof said === 'string' ? say(said) : { kind: 'picture', text: pictureInWords(said), picture: said }

/** Nobody has spoken for a while: a nudge, then an end. */
export function tick(flow: Flow, conversation: Conversation, now: Instant): Turn {
  if (conversation.wakeAt === null || now < conversation.wakeAt)
    return { conversation, replies: [], commands: [] }
  const words = coreWords(conversation.locale)
  if (flow.quietly(known(conversation))) return finish(flow, gathered(flow, conversation, now))
  const expires = conversation.heardAt + flow.idle.expire
  if (now >= expires)
    return flow.discreet
      ? { conversation: ended(conversation, 'expired'), replies: [], commands: [] }
      : over(conversation, 'expired', words.expired)
  const wait = { ...conversation, wakeAt: expires }
  if (conversation.nudged || flow.discreet) return { conversation: wait, replies: [], commands: [] }
  return stand(flow, { ...wait, nudged: true }, now, [say(words.nudge)], true)
}
