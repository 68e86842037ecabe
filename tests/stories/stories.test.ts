// The stories of the work play from first message to the end on real parts: levels, states and consequences as told.
import { expect, test } from 'vitest'
import { STORIES } from '../../bot/stories/index.ts'
import { s03 } from '../../bot/stories/s03.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { leaked, type Played, play } from './play.ts'

const RESIDENTS: { [id: string]: readonly string[] } = {
  S03: ['甲方', '乙方'],
  S06: ['甲方', '乙方'],
}

/** What must be seen in a story beside its states and levels. */
const ALSO: { [id: string]: (played: Played) => void } = {
  S01({ read }) {
    const wife = (read.get('受害方') ?? []).join('\n')
    expect(wife).not.toMatch(/坐下来谈|愿意谈|和解|身份证/)
    expect(wife).toContain('打人不是家务事')
    // How to reach her safely is asked while she writes; what stands on her screen in the end says nothing.
    expect(wife).toContain('怎么找您安全？')
    expect(read.get('受害方')?.at(-1)).toContain('好的，打扰了，谢谢。')
    // Only she wrote to the desk, and nobody but staff and she was ever written to.
    expect([...read.keys()].filter((name) => !name.startsWith('示例'))).toEqual(['受害方'])
  },
  S02({ read }) {
    expect(read.get('工人代表')?.join('\n')).toContain('12333')
    expect(read.get('示例驻村民警甲')?.join('\n')).toContain('到期未履行')
  },
  S04({ read, gradings }) {
    expect(read.get('网格员')?.join('\n')).toContain('请马上打110')
    expect(gradings.map(({ level }) => level)).toEqual(expect.arrayContaining(['ORANGE', 'RED']))
    expect(read.get('示例驻村民警甲')?.join('\n')).toContain('R-SURFACE')
  },
  S06({ level, read }) {
    expect(level).toBe('YELLOW')
    expect(read.get('示例副所长')?.join('\n')).toContain('R-SURFACE')
  },
  S08({ read }) {
    expect(read.get('示例女民警')?.join('\n')).toContain('R-NEWRISK')
    expect(read.get('母亲（监护人）')?.join('\n')).toContain('保护孩子')
  },
}

function expectTold(id: string, played: Played, ends: (typeof s03)['ends']): void {
  expect(played.category).toBe(ends.category)
  expect(played.states).toEqual(ends.path)
  const graded = played.gradings.map(({ level, score }) => [level, score])
  for (const grading of ends.gradings) expect(graded).toContainEqual(grading)
  expect(played.auditIsWhole).toBe(true)
  expect(played.canaries).toBeGreaterThan(4)
  expect(played.escaped).toEqual([])
  if (played.nights) {
    // Each night of the story every matter was looked at, and none ever hung.
    expect(played.nights.looked).toBeGreaterThanOrEqual(7)
    expect(played.nights.found).toEqual([])
  }
  for (const from of RESIDENTS[id] ?? [])
    for (const to of RESIDENTS[id] ?? []) if (from !== to) expect(leaked(played, from, to)).toEqual([])
  ALSO[id]?.(played)
}

test.each(STORIES)('$id $name.en', { timeout: 240_000 }, async (story) => {
  expectTold(story.id, await play(story, await freshDatabase()), story.ends)
})

test('S03 plays on the embedded database as well', { timeout: 240_000 }, async () => {
  expectTold('S03', await play(s03), s03.ends)
})
