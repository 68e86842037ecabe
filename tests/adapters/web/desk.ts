// A desk without books: it takes each inbound id once, remembers what it heard, and answers by a short script.
import type { Inbound } from '../../../flows/core/ports.ts'
import { type Hear, Unavailable } from '../../../flows/core/ports.ts'
import { type Reply, say } from '../../../flows/core/reply.ts'
import type { Station } from './station.ts'

export type MemoryDesk = {
  hear: Hear
  /** What was kept, in order; a second delivery of an id is not here. */
  heard: Inbound[]
  /** How often each id was delivered. */
  deliveries: Map<string, number>
  /** While true nothing is kept, as when the database is away. */
  away: boolean
  /** Waits here before it keeps anything. */
  before: (inbound: Inbound) => Promise<void>
  script: (inbound: Inbound) => Reply[]
}

export function memoryDesk(station: Station): MemoryDesk {
  const desk: MemoryDesk = {
    heard: [],
    deliveries: new Map(),
    away: false,
    before: async () => {},
    script,
    async hear(inbound) {
      desk.deliveries.set(inbound.id, (desk.deliveries.get(inbound.id) ?? 0) + 1)
      await desk.before(inbound)
      if (desk.away) throw new Unavailable('the books are away', 1)
      if (desk.heard.some(({ id }) => id === inbound.id)) return
      desk.heard.push(inbound)
      for (const reply of desk.script(inbound)) station.post(inbound.from, reply)
    },
  }
  return desk
}

export const KIND: Reply = {
  kind: 'ask',
  id: 'intake/kind',
  text: '这是哪一类事？',
  choices: [
    { id: 'land', label: '宅基地、院墙、田边草场' },
    { id: 'wage', label: '工钱、欠账' },
    { id: 'noise', label: '噪音' },
    { id: 'other', label: '别的' },
  ],
  hint: 'choice',
  back: false,
}
export const WHERE: Reply = {
  kind: 'ask',
  id: 'intake/where',
  text: '在哪里？写村名，或者发位置。',
  choices: [{ id: 'unknown', label: '说不清' }],
  hint: 'place',
  back: true,
}
export const REVIEW: Reply = {
  kind: 'review',
  id: 'intake/review',
  text: '请看看对不对：',
  rows: [
    { label: '哪一类', value: '宅基地、院墙、田边草场' },
    { label: '在哪里', value: '说不清' },
    { label: '出了什么事', value: '邻居家的院墙占了我家的地，说了好几回都不听，昨天还吵起来了。' },
  ],
  choices: [
    { id: 'ok', label: '对，就这样' },
    { id: 'kind', label: '改“哪一类”' },
    { id: 'where', label: '改“在哪里”' },
    { id: 'story', label: '改“出了什么事”' },
  ],
}

/** A toy talk: what happened, what kind, where, is it right. */
function script({ event }: Inbound): Reply[] {
  switch (event.kind) {
    case 'pick':
      if (event.question === 'intake/kind') return [WHERE]
      if (event.question === 'intake/where') return [REVIEW]
      return event.choice === 'ok' ? [say('已经记下来了，会有人跟您联系。')] : [KIND]
    case 'place':
      return [REVIEW]
    case 'text':
      return [say('我在听，请接着说。'), KIND]
    case 'press':
      return [say(`已按：${event.button}`)]
    case 'back':
    case 'help':
    case 'human':
      // The open question is asked again.
      return [say(`收到：${event.kind}`), KIND]
    default:
      return [say(`收到：${event.kind}`)]
  }
}
