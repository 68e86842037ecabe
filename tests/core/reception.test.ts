import { expect, test } from 'vitest'
import { sit } from './sit.ts'
import { HOUR, house } from './toy.ts'

test('a trouble out of the blue begins a report with its own words as the story', () => {
  const desk = sit(house).says('邻居修墙占了我家地')
  expect(desk.sitting.open?.answers.story).toEqual({ text: '邻居修墙占了我家地', files: [] })
  expect(desk.said).toEqual(['您好', '有人受伤吗？'])
})

test('a greeting begins a report that has no story yet; thanks begins nothing', () => {
  expect(sit(house).says('你好').sitting.open?.answers).toEqual({})
  const thanked = sit(house).says('谢谢')
  expect(thanked.sitting.open).toBeNull()
  expect(thanked.said).toEqual(['不客气'])
})

test('a voice note out of the blue begins a report', () => {
  const desk = sit(house).sends({ kind: 'files', files: [{ id: 'f1', type: 'audio/ogg', seconds: 18 }] })
  expect(desk.sitting.open?.answers.story).toMatchObject({ files: [{ id: 'f1' }] })
})

test('danger is answered first, in any flow, and asked of the books with the words that were said', () => {
  const desk = sit(house).says('邻居吵架').says('他拿刀了')
  expect(desk.said[0]).toBe('请马上打110')
  expect(desk.commands.map(({ do: name }) => name)).toContain('raiseEmergency')
  const raised = desk.commands.find(({ do: name }) => name === 'raiseEmergency')!
  expect(raised.with).toMatchObject({ codes: ['A02'], text: '他拿刀了', flow: 'report' })
  expect(raised.with.conversation).toBe(desk.sitting.open?.id)
  expect(desk.sitting.open?.signals).toEqual({ codes: ['A02'], hard: true })
})

test('danger out of the blue begins a report and raises the alarm in the same turn', () => {
  const desk = sit(house).says('他拿刀了')
  expect(desk.said[0]).toBe('请马上打110')
  expect(desk.commands.map(({ do: name }) => name)).toEqual(['raiseEmergency'])
  expect(desk.sitting.matters).toEqual([{ dispute: 'd1', number: 'RD-2026-0001' }])
  // After a hard trigger only what is needed is asked.
  expect(desk.presses('没有').said).toEqual(['对吗？'])
})

test('the alarm knows the case that the same talk has filed', () => {
  const desk = sit(house).says('一村吵架').says('他拿刀了')
  const raised = desk.commands.find(({ do: name }) => name === 'raiseEmergency')!
  expect(raised.with.dispute).toBe('d1')
})

test('an alarm in the last answer of a flow belongs to that flow, not to the one that comes up', () => {
  const desk = sit(house, { staff: false })
    .sends({ kind: 'open', flow: 'checkIn', id: 'r1', given: { dispute: 'd7' } })
    .sends({ kind: 'open', flow: 'checkIn', id: 'r2', given: { dispute: 'd8' } })
    .says('他拿刀了')
  expect(desk.commands.at(-1)?.with).toMatchObject({ conversation: 'r1', dispute: 'd7', flow: 'checkIn' })
})

test('staff words are not alarms: an officer presses for an emergency', () => {
  const desk = sit(house, { staff: true }).says('对方拿刀')
  expect(desk.commands).toEqual([])
  expect(desk.said).toEqual(['没听懂，回“帮助”'])
})

test('human and stop beat the running flow', () => {
  const desk = sit(house).says('一村吵架').says('人工')
  expect(desk.commands.at(-1)).toEqual({ do: 'callHuman', with: { dispute: 'd1' } })
  expect(desk.said).toEqual(['已经请民警联系您'])
  expect(desk.sitting.open).not.toBeNull()
  desk.says('停')
  expect(desk.commands.slice(-2).map(({ do: name }) => name)).toEqual(['update', 'stopMessages'])
  expect(desk.sitting.open).toBeNull()
})

test('help and privacy are said in between, and the question stands again', () => {
  const desk = sit(house).says('邻居吵架').says('隐私')
  expect(desk.said).toEqual(['隐私说明', '有人受伤吗？'])
  expect(desk.says('帮助').said).toEqual(['帮助：说就行', '有人受伤吗？'])
})

test('a language switch asks the open question again and stays', () => {
  const desk = sit(house).says('邻居吵架').says('English')
  expect(desk.sitting.locale).toBe('en')
  expect(desk.sitting.open?.locale).toBe('en')
  expect(sit(house).says('English').said).toEqual(['English now'])
})

test('staff open a flow by its words and a case number; what was open waits and comes back', () => {
  const desk = sit(house, { staff: true })
    .sends({ kind: 'open', flow: 'report', id: 'r', given: { greeting: '您好' } })
    .says('回访 rd-2026-0001')
  expect(desk.commands[0]).toEqual({ do: 'open', with: { flow: 'checkIn', number: 'RD-2026-0001' } })
  expect(desk.said).toEqual(['回访', '做到了吗？'])
  expect(desk.says('1').said).toEqual(['谢谢', '有人受伤吗？'])
})

test('a resident does not see staff words', () => {
  const desk = sit(house).says('你好').says('回访')
  expect(desk.commands).toEqual([])
})

test('a refusal of the books is said in the person’s language', () => {
  const refused = { refused: 'none', say: { zh: '没有这个案子', en: 'No such case' } }
  const desk = sit(house, { staff: true, books: { open: refused } }).says('回访')
  expect(desk.said).toEqual(['没有这个案子'])
})

test('a planned talk waits while another is open, and is never begun twice', () => {
  const open = { kind: 'open', flow: 'checkIn', id: 'r1', given: { dispute: 'd1' } } as const
  const desk = sit(house).says('邻居吵架').sends(open).sends(open)
  expect(desk.sitting.waiting).toHaveLength(1)
  desk.says('取消')
  expect(desk.said).toEqual(['好，先不说了。有事随时找我，急事打110。', '回访', '做到了吗？'])
  expect(desk.sitting.waiting).toEqual([])
})

test('a planned talk does not wait behind one that was left standing for hours', () => {
  const desk = sit(house)
    .says('邻居吵架')
    .passes(7 * HOUR)
    .sends({ kind: 'open', flow: 'checkIn', id: 'r1', given: { dispute: 'd1' } })
  expect(desk.said).toEqual(['回访', '做到了吗？'])
  expect(desk.says('做到了').said).toEqual(['谢谢', '有人受伤吗？'])
})

test('a press on a question when nothing is open is answered kindly', () => {
  const desk = sit(house).sends({ kind: 'pick', question: 'gone.hurt', choice: 'no' })
  expect(desk.said).toEqual(['没有问题开着'])
})

test('a button of a card is looked up in the books', () => {
  const desk = sit(house, {
    staff: true,
    books: { press: { flow: 'checkIn', id: 'x', given: { dispute: 'd1' } } },
  }).sends({ kind: 'press', button: 'b1' })
  expect(desk.commands[0]).toEqual({ do: 'press', with: { button: 'b1' } })
  expect(desk.said).toEqual(['回访', '做到了吗？'])
})

test('a wish for erasure is passed on', () => {
  const desk = sit(house).says('删除')
  expect(desk.commands).toEqual([{ do: 'requestErasure', with: { dispute: null } }])
  expect(desk.said).toEqual(['已经转给民警'])
})
