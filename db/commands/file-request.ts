// 困难诉求: what somebody needs help with is written down with a promise, once for each talk.
import { and, eq } from 'drizzle-orm'
import type { Books, Handler } from '../books.ts'
import { requests } from '../schema/index.ts'
import { newRequest } from './shared/request-new.ts'

export const fileRequest: Handler<'fileRequest'> = async (books, given) => {
  const known = await ofTalk(books, given.conversation)
  if (known) return { request: known.id, number: known.number, promisedBy: known.promisedBy }
  const { story, kind, place, phone, how, name } = given
  const r = await newRequest(books, {
    source: books.actor.person ? 'desk' : 'chat',
    address: books.actor.address,
    conversation: given.conversation,
    village: books.station.villages.find(({ code }) => code === place?.village)?.code ?? null,
    kind,
    asked: { text: story.text, files: story.files, how },
    name,
    phone,
  })
  await books.attachFiles(story.files, { id: r.row.id, keyId: r.row.keyId }, 'evidence')
  return { request: r.row.id, number: r.row.number, promisedBy: r.row.promisedBy }
}

/** Of whoever acts, and of nobody else. */
async function ofTalk(books: Books, conversation: string) {
  if (books.actor.address === null) return null
  const [row] = await books.tx
    .select()
    .from(requests)
    .where(
      and(
        eq(requests.stationId, books.station.id),
        eq(requests.conversationId, conversation),
        eq(requests.reporterAddress, books.actor.address),
      ),
    )
  return row ?? null
}
