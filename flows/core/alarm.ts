// A hard trigger was heard: whom to call is said first, and the books open an emergency.
import type { Asked } from './command.ts'
import type { Conversation, Signals } from './conversation.ts'
import type { Event } from './event.ts'
import type { House } from './house.ts'
import { DESK, type Received, type Told } from './received.ts'
import { reports, toConversation, warning } from './seat.ts'
import { disputeOf, type Sitting } from './sitting.ts'

const EMERGENCY = 'emergency'

/**
 * The person is told at once whom to call, the books are asked to open an emergency, and the talk goes on from the
 * same words.
 */
export function alarmed(
  house: House,
  sitting: Sitting,
  event: Event,
  text: string,
  told: Told,
  danger: Signals,
): Received {
  const after = sitting.open
    ? toConversation(house, sitting, event, told, danger)
    : reports(house, sitting, told, danger, event)
  // The words belong to the conversation they were said in, which this very turn may have ended.
  const now = after.sitting.open
  const subject = sitting.open && sitting.open.id !== now?.id ? sitting.open : now
  const command: Asked = {
    of: subject?.id ?? DESK,
    name: EMERGENCY,
    command: {
      do: 'raiseEmergency',
      with: {
        conversation: subject?.id ?? told.id,
        flow: subject?.flow ?? house.report.flow,
        dispute: subject ? disputeOf(subject) : null,
        codes: danger.codes,
        text,
        answers: subject?.answers ?? {},
      },
    },
  }
  return {
    sitting: now && now.id === subject?.id ? { ...after.sitting, open: alarm(now, danger) } : after.sitting,
    replies: [warning(house, sitting), ...after.replies],
    commands: [...after.commands, command],
  }
}

/** Leaves a place for what the books answer; the talk does not wait for it. */
const alarm = (conversation: Conversation, danger: Signals): Conversation => ({
  ...conversation,
  results: {
    ...conversation.results,
    [EMERGENCY]: {
      key: danger.codes.join(' '),
      value: conversation.results[EMERGENCY]?.value ?? null,
      pending: false,
    },
  },
})
