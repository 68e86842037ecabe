// A talk in which nobody knows yet who holds the phone: every word goes to it, and the desk itself says nothing at all.
import { globalWord } from './at-any-time.ts'
import { SILENT } from './begin.ts'
import { type Conversation, known } from './conversation.ts'
import type { Event, Instant } from './event.ts'
import type { House } from './house.ts'
import { fill, stepText } from './pose.ts'
import { DESK, flowOf, quiet, type Received, type Told } from './received.ts'
import { say } from './reply.ts'
import { planned, toConversation } from './seat.ts'
import type { Sitting } from './sitting.ts'

/** True until the words were said that prove who is there. */
export function isDiscreet(house: House, { open }: Sitting, now: Instant): boolean {
  if (!open) return false
  const { discreet, idle } = flowOf(house, open.flow)
  if (!discreet) return false
  // The proof holds while the talk goes on. A clock that comes late must not leave it to whoever picks the phone up next.
  return discreet.holds(known(open)) || now - open.heardAt > idle.nudge
}

/** What is heard counts as one try, whatever it is; what no hand has done (opening the page, the platform's news) as none. */
export function discreetly(house: House, sitting: Sitting, event: Event, told: Told): Received {
  const open = sitting.open!
  const flow = flowOf(house, open.flow)
  switch (event.kind) {
    case 'result':
      return event.of === DESK ? quiet(sitting) : toConversation(house, sitting, event, told, SILENT)
    case 'clock':
      return toConversation(house, sitting, event, told, SILENT)
    case 'open':
      return planned(house, sitting, event, told)
    case 'arrive':
    case 'language':
    case 'group':
    case 'reach':
      return quiet(sitting)
    default:
      break
  }
  if (event.kind === 'correct' && event.text === event.was) return quiet(sitting)
  // The proof has run out: the talk ends with what there is, and whoever is there now learns nothing.
  if (flow.discreet && !flow.discreet.holds(known(open))) {
    const ended = toConversation(house, sitting, { kind: 'clock' }, told, SILENT)
    const { line } = flow.discreet
    const step = flow.steps.find(({ name }) => name === line)
    const bland = step ? [say(fill(stepText(flow, open, step).say, open))] : []
    return { ...ended, replies: [...ended.replies, ...bland] }
  }
  const text = wordsIn(event)
  const again: Conversation = { ...open, revisiting: flow.steps[0]!.name }
  const heard: Event = { kind: 'text', text }
  const after = toConversation(house, { ...sitting, open: again }, heard, told, house.watch(text))
  const stops = event.kind === 'stop' || globalWord(house, sitting, text, told) === 'stop'
  if (!stops) return after
  const dispute = (open.given as { dispute?: string } | null)?.dispute ?? null
  const command = { do: 'stopMessages', with: { dispute } }
  return { ...after, commands: [...after.commands, { of: DESK, name: 'stop', command }] }
}

/** A press, a picture, a place: something was done, and nothing was said. */
function wordsIn(event: Event): string {
  switch (event.kind) {
    case 'text':
    case 'correct':
      return event.text
    case 'files':
      return event.caption ?? ''
    case 'form':
      return event.answers.map((one) => (one.event.kind === 'text' ? one.event.text : '')).join('\n')
    default:
      return ''
  }
}
