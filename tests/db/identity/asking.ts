// What tests of identity ask of the books, as the desk would.
import type { Commands } from '../../../flows/commands.ts'
import type { Instant, Json } from '../../../flows/core/event.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { Station } from '../station.ts'

type Given<N extends Commands['do']> = Extract<Commands, { do: N }>['with']

/** One command in one turn; whatever comes back, as the conversation would learn it. */
export async function asks<N extends Commands['do']>(
  station: Station,
  from: Address,
  now: Instant,
  name: N,
  given: Given<N>,
): Promise<{ [name: string]: Json }> {
  const value = await station.asks(from, now, { do: name, with: given as Json })
  return value as { [name: string]: Json }
}

/** The actions of the audit, in order, with the facts of each. */
export const audited = async (station: Station, action: string): Promise<{ [name: string]: Json }[]> =>
  (await station.rows('audit'))
    .filter((row) => row.action === action)
    .sort((one, other) => Number(one.seq) - Number(other.seq))
    .map((row) => JSON.parse(String(row.facts)) as { [name: string]: Json })

/** A one-time code of staff, as the command line makes it. */
export const staffCode = async (station: Station, person: string, now: Instant): Promise<string> =>
  (await station.store.admin.staffCode(person, now)).code

/** A code for one's own other chat. */
export async function ownCode(station: Station, from: Address, now: Instant): Promise<string> {
  const { code } = await asks(station, from, now, 'makeCode', {})
  if (typeof code !== 'string') throw new Error('no code was made')
  return code
}
