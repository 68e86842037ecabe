// What comes of something heard at the desk, and the few things that every part of the reception does with it.
import type { Asked, Command } from './command.ts'
import type { Instant } from './event.ts'
import type { Flow } from './flow.ts'
import type { House, HouseWords } from './house.ts'
import { pose } from './pose.ts'
import { type Reply, say } from './reply.ts'
import type { Sitting } from './sitting.ts'

/** What the desk is told about a turn: the time, an id it may use, and whether this person works here. */
export type Told = { now: Instant; id: string; staff: boolean }
export type Received = { sitting: Sitting; replies: Reply[]; commands: Asked[] }

/** Who asks the books when no conversation does. */
export const DESK = 'desk'

export const quiet = (sitting: Sitting): Received => ({ sitting, replies: [], commands: [] })

export const asks = (sitting: Sitting, name: string, command: Command): Received => ({
  sitting,
  replies: [],
  commands: [{ of: DESK, name, command }],
})

export const wordsOf = (house: House, sitting: Sitting): HouseWords => house.words[sitting.locale]

export function flowOf(house: House, name: string): Flow {
  const flow = house.flows.get(name)
  if (!flow) throw new Error(`no flow is named ${name}`)
  return flow
}

/** Says something in between, and then asks the open question again. */
export function again(house: House, sitting: Sitting, said: readonly string[], { now }: Told): Received {
  const replies: Reply[] = said.map(say)
  const { open } = sitting
  if (open?.status === 'open') replies.push(pose(flowOf(house, open.flow), open, now))
  return { sitting, replies, commands: [] }
}
