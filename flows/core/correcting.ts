// A message was changed after it had been taken: its answer changes with it, or both are kept with the case.
import { alarmed } from './alarm.ts'
import { amends } from './amend.ts'
import { globally, globalWord } from './at-any-time.ts'
import type { Conversation, Signals } from './conversation.ts'
import type { Event } from './event.ts'
import type { House } from './house.ts'
import { asks, flowOf, quiet, type Received, type Told } from './received.ts'
import { toConversation } from './seat.ts'
import { type Sitting, subjectOf } from './sitting.ts'
import { joined } from './turn.ts'

type Correct = Extract<Event, { kind: 'correct' }>

/** The danger watch reads it first, exactly as a text. */
export function corrects(house: House, sitting: Sitting, event: Correct, told: Told): Received {
  const { text, was } = event
  // Platforms also call it a change when only a link got its preview.
  if (text === was) return quiet(sitting)
  const danger = house.watch(text)
  if (danger.hard && !told.staff)
    return alarmed(house, sitting, sitting.open ? event : { kind: 'text', text }, text, told, danger)
  const word = globalWord(house, sitting, text, told)
  if (word) return globally(house, sitting, word, told)
  const { open } = sitting
  if (open && amends(flowOf(house, open.flow), open, event, told.now))
    return toConversation(house, sitting, event, told, danger)
  const after = open ? { ...sitting, open: warned(open, danger) } : sitting
  return asks(after, 'keepCorrection', {
    do: 'keepCorrection',
    with: { dispute: subjectOf(sitting), was, text },
  })
}

const warned = (open: Conversation, danger: Signals): Conversation => ({
  ...open,
  signals: joined(open.signals, danger),
})
