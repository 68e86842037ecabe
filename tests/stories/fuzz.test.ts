// Months of chance: both sides, staff, a cadre and a group say, press and leave whatever comes, with words that can be
// followed. None of them may ever turn up with the other side, in a group, with a cadre or in the log.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openLog } from '../../bot/log.ts'
import { openStage, type StageHere } from '../../bot/stories/open-stage.ts'
import { linksTold, type Person } from '../../bot/stories/person.ts'
import { contact, settle, takeOn } from '../../bot/stories/work.ts'
import { DAY, HOUR, MINUTE } from '../../flows/casework/calendar.ts'
import { freshDatabase } from '../postgres/fresh-database.ts'
import { type Canaries, escaped, openCanaries } from './canaries.ts'
import { written } from './memory.ts'

/** No weapon and no threat among them: what rings for days would be all that happens. */
const WORDS = [
  '昨天在路上碰到，没有说话',
  '算了，看派出所面子，走着瞧',
  '他还是天天倒垃圾在我家门口',
  '心里还是不舒服，见面绕着走',
  '给了我2199块9毛9，还差一点',
  '我们和好了，打招呼了，谢谢你们',
  '凭什么要我拆，休想，一分不给',
  '忙得很，过几天再说嘛',
  '不是说好了吗，那边到底做没做',
  '发抖音骂我，村里的人都看到了',
]
const OFFICER = '示例驻村民警甲'
const RESIDENT = ['查进度', '人工', '补充', '隐私', '还有一件事', '退出', '帮助', '返回']
const STAFF = '看 回访 侧面 履行 联系 调解 级别 回访计划 核对 流转 联系计划 应访尽访'.split(' ')

/** A yard wall agreed on: three duties, one of them money; both sides in the chat. */
async function agreed(stage: StageHere, [first, second]: [Person, Person], staff: Staff): Promise<string> {
  await first.says('邻居修墙占了我家地', '昨天我去说，他推了我一下，没有伤')
  await first.answers({ safety: '安全', place: '示例甲村' })
  const number = stage.numberTold(first)
  const { leader, officer } = staff
  await takeOn(number, { leader, officer, track: '人民调解', helpers: '示例网格员' })
  await contact(officer, number, '上门', '愿意')
  const { B } = linksTold(officer)
  if (B) await second.opens(B)
  await settle(officer, number, {
    summary: '墙退回去，误工费分着付。',
    form: '书面',
    duties: [
      { debtor: '乙方', kind: '拆除', what: '把墙退0.3米', due: stage.day('2026-12-20') },
      { debtor: '乙方', kind: '付钱', what: '误工费', amount: '2200元', payBy: stage.day('2026-12-10') },
      { debtor: '双方', kind: '不再做', what: '不再提前年旧事' },
    ],
  })
  return number
}

type Staff = { leader: Person; officer: Person; grid: Person }
type Step = { who: number; what: number; which: number }

/** One thing that somebody does: an answer, a press, words out of the blue, or nothing at all for some days. */
async function act(
  stage: StageHere,
  people: Person[],
  number: string,
  { who, what, which }: Step,
): Promise<void> {
  const someone = people[who % people.length]
  if (!someone || what < 2) return pass(stage, people, which)
  const words = WORDS[which % WORDS.length] ?? ''
  const labels = someone.offered()
  if (labels.length > 0 && what < 9) return someone.presses(labels[which % labels.length] ?? '')
  if (someone.asked() !== null && what < 11) return someone.says(words)
  const cards = someone.buttons()
  if (cards.length > 0 && what < 13) return someone.presses(cards[which % cards.length] ?? '')
  if (someone.name.startsWith('示例')) return someone.says(`${STAFF[which % STAFF.length]} ${number}`)
  return someone.says(what % 2 === 0 ? words : (RESIDENT[which % RESIDENT.length] ?? ''))
}

/** Time goes by. While an alarm rings every two minutes it is not left ringing for days: somebody tries to end it first. */
async function pass(stage: StageHere, people: Person[], which: number): Promise<void> {
  const officer = people.find(({ name }) => name === OFFICER)
  const card = people.flatMap(({ heard }) => heard.slice(-3)).find(({ text }) => text.includes('【紧急】'))
  const [number] = /[A-Z]{2}-\d{4}-\d{4}/.exec(card?.text ?? '') ?? []
  if (!officer || number === undefined)
    return stage.later(which % 2 === 0 ? 6 * HOUR : (1 + (which % 5)) * DAY)
  await officer.says('取消', `解除 ${number}`)
  if (officer.asked() === 'injured') {
    await officer.says('没有', '去看过了，人都安全。')
    if (officer.offered().includes('对，就这样')) await officer.presses('对，就这样')
  }
  return stage.later(10 * MINUTE)
}

async function months(steps: Step[]): Promise<{ canaries: Canaries; found: string[]; told: number }> {
  const canaries = openCanaries()
  const log: string[] = []
  const read = new Map<string, string[]>()
  const stage = await openStage({
    begins: '2026-11-25 10:12',
    databaseUrl: await freshDatabase(),
    marks: canaries.marks,
    log: openLog('debug', written(log)),
    script: {
      time() {},
      said() {},
      read: (name, reply) => void read.set(name, [...(read.get(name) ?? []), JSON.stringify(reply)]),
    },
  })
  try {
    const leader = await stage.staff('示例副所长')
    const officer = await stage.staff(OFFICER)
    const grid = await stage.staff('示例网格员')
    const sides: [Person, Person] = [await stage.resident('甲方'), await stage.resident('乙方')]
    await stage.group('警务群', leader)
    const number = await agreed(stage, sides, { leader, officer, grid })
    const people = [...sides, ...sides, officer, officer, leader, grid]
    for (const step of steps) await act(stage, people, number, step)
    const { firstBad } = await stage.store.admin.auditVerify()
    expect(firstBad).toBeNull()
    return { canaries, found: escaped(canaries, read, log), told: [...read.values()].flat().length }
  } finally {
    await stage.close()
  }
}

/** A few months that are always the same ones; others, and more of them, with another seed. */
const RUNS = Number(process.env.FUZZ_RUNS ?? 3)
const SEED = Number(process.env.FUZZ_SEED ?? 99)

test('whatever everybody says and presses for months, no word of one side reaches the other, a group or the log', async () => {
  const step = fc.record({ who: fc.nat(63), what: fc.nat(15), which: fc.nat(255) })
  let followed = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 120, size: 'max' }), async (steps) => {
      const { canaries, found, told } = await months(steps)
      expect(found).toEqual([])
      expect(told).toBeGreaterThan(20)
      followed += canaries.all.length
    }),
    {
      numRuns: RUNS,
      endOnFailure: true,
      seed: SEED,
    },
  )
  // What was never said could not have been found.
  expect(followed).toBeGreaterThan(RUNS * 10)
}, 600_000)
