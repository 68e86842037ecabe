// Cards that were sent earlier and whose case has moved on: each is shown once more, as it stands now, with the buttons
// that still make sense.
import { randomUUID } from 'node:crypto'
import { stateName } from '../../flows/casework/life-cycle.ts'
import { stillStands } from '../../flows/casework/stands.ts'
import type { State } from '../../flows/casework/tables/life-cycle.ts'
import type { Notice } from '../../flows/notices/notice.ts'
import type { Base } from '../base.ts'
import type { Content, Tx } from '../books.ts'
import { runIn } from '../database/database.ts'
import { STALE_CARDS } from '../hot.ts'
import type { Pen } from './pen.ts'
import { hasButtons } from './post.ts'

/** Promises the revisions. One that is not delivered yet stays as it is: its buttons are checked when they are pressed. */
export async function reviseCards(base: Base, tx: Tx, pen: Pen): Promise<void> {
  if (pen.moved.size === 0) return
  for (const row of await runIn(tx, STALE_CARDS, [base.station, [...pen.moved.keys()]])) {
    const vault = base.ring.known({
      id: String(row.key_id),
      wrapped: row.wrapped as string | null,
      wrappedBy: Number(row.wrapped_by),
    })
    const sent = vault.open('outbox.content', String(row.id), row.content as string)
    const state = pen.moved.get(String(row.dispute_id))
    const card = sent === null ? null : (JSON.parse(sent) as Content)
    if (!state || !card || !('notice' in card) || FOR_GUESTS.includes(card.notice.kind)) continue
    const { zh, en } = stateName(state)
    const notice = stillStanding(card.notice, state)
    const content: Content = { notice, revises: { ref: String(row.ref), state: { zh, en } } }
    const id = randomUUID()
    pen.posts.push({
      address: String(row.address_id),
      id,
      class: 'repeatable',
      content: vault.seal('outbox.content', id, JSON.stringify(content)),
      // It makes nobody wait.
      priority: 0,
      dispute: String(row.dispute_id),
      // It stands in the place of the card from now on.
      live: hasButtons(notice),
      ref: String(row.ref),
      after: null,
    })
  }
}

/** Whoever was only asked to a sitting does not learn from an old card how the case goes on. */
const FOR_GUESTS: readonly Notice['kind'][] = ['jointInvited', 'jointReminder', 'jointCancelled']

function stillStanding(notice: Notice, state: State): Notice {
  if (!('buttons' in notice)) return notice
  return { ...notice, buttons: notice.buttons.filter(({ does }) => stillStands(does, state)) }
}
