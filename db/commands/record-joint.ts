// 联调记录: who came to the sitting and what came of it. What was mediated there is a session of the case like any other.
import { isThreeForce } from '../../flows/casework/joint.ts'
import { isRefused, refuse } from '../../flows/casework/refusal.ts'
import type { Handler } from '../books.ts'
import { holdSession } from './record-mediation.ts'
import { save, stateOf, subjectOf } from './shared/case.ts'
import { forgetSitting } from './shared/joint-everybody.ts'
import {
  invitationsOf,
  placeOf,
  plannedOf,
  recordOf,
  sealRecord,
  setInvitation,
  setMeeting,
} from './shared/joint-rows.ts'
import { moved } from './shared/moved.ts'
import { recorded } from './shared/sight.ts'

export const recordJoint: Handler<'recordJoint'> = async (books, given) => {
  const found = await recorded(books, given.dispute, given.rev)
  if (isRefused(found)) return found
  const { c } = found
  const meeting = await plannedOf(books, c)
  if (meeting?.id !== given.meeting)
    return refuse('no-meeting', '没有这次联合调解了。', 'There is no such joint mediation any more.')
  if (meeting.at > books.now)
    return refuse('early', '还没到联合调解的时间。', 'The time of the joint mediation has not come yet.')
  const { result, sides, summary } = given
  if ((result === 'absent') !== sides.length < 2)
    return refuse('guard', '双方都来了才能谈。', 'There is a talk only where both sides came.')
  const asked = await invitationsOf(books, meeting.id)
  const came = (id: string): boolean => given.came.includes(id)
  const staff = asked.flatMap(({ id, personId }) => (came(id) && personId !== null ? [personId] : []))
  // Where the case has gone elsewhere meanwhile only who came is written down.
  if (result !== 'absent' && stateOf(c.row) === 'MEDIATING') {
    const refused = await holdSession(books, found, {
      dispute: c.row.id,
      rev: c.row.rev,
      result,
      place: placeOf(c, meeting),
      helpers: staff,
      summary: summary ?? '',
      reason: given.reason,
      resumeOn: null,
      remediesTold: given.remediesTold,
      photos: given.photos,
    })
    if (refused) return refused
  } else {
    await save(books, c, {}, { quiet: true })
    await books.attachFiles(given.photos ?? [], { id: c.row.id, keyId: c.row.keyId }, 'record')
  }
  const rows = []
  for (const one of asked)
    rows.push(
      await setInvitation(books, one, {
        came: one.slot === 'party' ? one.side !== null && sides.includes(one.side) : came(one.id),
      }),
    )
  const note = summary?.trim()
  await setMeeting(books, meeting, {
    state: 'held',
    heldAt: meeting.at,
    endedAt: books.now,
    result,
    present: sides,
    record: sealRecord(c, meeting.id, { ...recordOf(c, meeting), ...(note ? { note } : {}) }),
  })
  await forgetSitting(books, c, meeting)
  const threeForce = result !== 'absent' && isThreeForce(rows)
  books.audit('joint-held', subjectOf(c), { meeting: meeting.id, result, threeForce })
  return { ...moved(c), threeForce }
}
