// From a message to the wire. Pure; field by field, so that nothing the desk may add later slips out unseen.
import type { Message, Reply } from '../../flows/core/reply.ts'

/** A message as clients get it. `at` is in milliseconds since the epoch. */
export type Wire = Pick<Message, 'id' | 'seq' | 'at'> & { reply: Shown }
/** A reply as clients get it: a picture is fetched from where `url` says. */
export type Shown = Exclude<Reply, { kind: 'picture' }> | { kind: 'picture'; text: string; url: string }

export const render = ({ id, seq, at, reply }: Message): Wire => ({ id, seq, at, reply: shown(reply, seq) })

/** Where the picture of a message can be fetched. */
const pictureAddress = (seq: number): string => `/web/pictures/${seq}`

function shown(reply: Reply, seq: number): Shown {
  switch (reply.kind) {
    case 'picture':
      return { kind: 'picture', text: reply.text, url: pictureAddress(seq) }
    case 'say':
      return { kind: 'say', text: reply.text, ...(reply.urgent && { urgent: true }) }
    case 'ask':
      return {
        kind: 'ask',
        id: reply.id,
        text: reply.text,
        choices: reply.choices.map(labelled),
        hint: reply.hint,
        back: reply.back,
      }
    case 'review':
      return {
        kind: 'review',
        id: reply.id,
        text: reply.text,
        rows: reply.rows.map(row),
        choices: reply.choices.map(labelled),
      }
    case 'card':
      return {
        kind: 'card',
        text: reply.text,
        rows: reply.rows.map(row),
        buttons: reply.buttons.map(labelled),
        twin: reply.twin,
        tone: reply.tone,
      }
  }
}

const labelled = ({ id, label }: { id: string; label: string }) => ({ id, label })
const row = ({ label, value }: { label: string; value: string }) => ({ label, value })
