// Nobody has taken a case, and no other ladder calls for it: said every day to whoever was named and to those who lead.
import { z } from 'zod'
import { awaitOwner, hasOwner, isCalled, takenByWork } from '../commands/shared/owner.ts'
import { currentAssignment } from '../commands/shared/responsible.ts'
import { putOffByNight } from './by-day.ts'
import { remind } from './next-step.ts'
import { tellNotAccepted } from './not-accepted.ts'
import { onCase } from './on-case.ts'

export const owner = onCase(
  'owner',
  z.object({ times: z.number().int().min(0) }),
  async (books, c, { times }) => {
    await takenByWork(books, c)
    if (await hasOwner(books, c)) return
    if (await putOffByNight(books, c, 'owner', { payload: { times } })) return
    if (!(await isCalled(books, c))) {
      const named = await currentAssignment(books, c)
      const officer = named && (await books.person(named.officerId))
      if (officer)
        await tellNotAccepted(books, c, {
          officer: officer.id,
          since: named.at,
          leader: true,
          chief: times > 0,
          township: false,
        })
      else await remind(books, c, { people: [c.row.leaderId], roles: ['leader', 'chief'] }, null)
    }
    await awaitOwner(books, c, times + 1)
  },
)
