// Messages that are changed after they were sent.
import { describe, expect, test } from 'vitest'
import { sit } from './sit.ts'
import { HOUR, house } from './toy.ts'

const TAKEN = (label: string) => `好，“${label}”按您改的记。`
/** As far as the questions for who, workers and a day, all left open. */
const far = () => sit(house).says('一村吵架').says('没有').presses('都没有').presses('没有工人')

describe('while the talk is open', () => {
  test('a line of the story is told anew, the others stay', () => {
    const desk = sit(house).says('邻居修墙').says('大概占了一尺多')
    desk.corrects('邻居修墙', '邻居修路')
    expect(desk.answers.story).toEqual({ text: '邻居修路\n大概占了一尺多', files: [] })
    expect(desk.said).toEqual([TAKEN('事由'), '有人受伤吗？'])
    expect(desk.commands).toEqual([])
  })

  test('what the old words volunteered goes, what the new ones do comes', () => {
    const desk = sit(house).says('一村吵架，推了')
    expect(desk.answers).toMatchObject({ where: { village: 'v1' }, hurt: 'no' })
    desk.corrects('一村吵架，推了', '二村吵架')
    expect(desk.answers).toEqual({
      story: { text: '二村吵架', files: [] },
      where: { village: 'v2', text: null },
    })
    expect(desk.posed?.text).toBe('有人受伤吗？')
  })

  test('an answer in words, with the rest of what is said', () => {
    const desk = far().says('12-20')
    desk.corrects('12-20', '12-25')
    expect(desk.answers.until).toBe('2026-12-25')
    expect(desk.said).toEqual([TAKEN('日期'), '有照片吗？'])
  })

  test('free words, told otherwise; in English too', () => {
    const paper = { kind: 'letter', note: '信在柜子里' }
    const desk = sit(house, { staff: true, locale: 'en' })
      .opens('paper', { dispute: 'd1' })
      .says('信')
      .says('0')
      .says('skip')
      .says('skip')
      .says(paper.note)
    expect(desk.answers).toMatchObject(paper)
    desk.corrects('信在柜子里。', '信在桌子上')
    expect(desk.answers.note).toBe('信在桌子上')
    expect(desk.said[0]).toBe('All right, “备注” is changed as you wrote.')
  })

  test('an answer that becomes left open, and one that was', () => {
    const desk = far().says('12-20').corrects('12-20', '跳过')
    expect(desk.answers.until).toBeNull()
    expect(sit(house).says('一村吵架').says('跳过').corrects('跳过', '有的').answers.hurt).toBe('yes')
  })

  test('a choice that was typed: its branch opens, and closes again', () => {
    const desk = sit(house).says('一村吵架').says('没得')
    expect(desk.corrects('没得', '有的').said).toEqual([TAKEN('受伤'), '伤得重吗？'])
    desk.says('轻')
    expect(desk.answers).toMatchObject({ hurt: 'yes', badly: 'slight' })
    desk.corrects('有的', '没得')
    expect(desk.answers).not.toHaveProperty('badly')
  })

  test('the place where the talk stands stays, also in the middle of a change', () => {
    const desk = far().says('12-20').presses('没有照片').presses('不留').presses('改：受伤')
    desk.corrects('12-20', '12-25')
    expect(desk.said).toEqual([TAKEN('日期'), '有人受伤吗？'])
    expect(desk.says('没有').posed?.kind).toBe('review')
  })

  test('the very answer that is being changed', () => {
    const desk = far().says('12-20').presses('没有照片').presses('不留').presses('改：日期')
    desk.corrects('12-20', '12-25')
    expect(desk.posed?.kind).toBe('review')
    expect(desk.answers.until).toBe('2026-12-25')
  })

  test('what was given in parts is not lost', () => {
    const desk = far().says('12-20').photo().corrects('12-20', '12-25')
    expect(desk.said).toEqual([TAKEN('日期'), '收到1个。还有就接着发，没有就点“就这些”。'])
  })

  test('words that are held until the person says whether to go on', () => {
    const desk = sit(house)
      .says('一村吵架')
      .passes(7 * HOUR)
      .says('又来了')
      .corrects('又来了', '又来吵了')
    expect(desk.said).toEqual(['记下了。', '上次说到“受伤”。接着说吗？'])
    expect(desk.presses('接着说').answers.story).toMatchObject({ text: '一村吵架\n又来吵了' })
  })

  test('what belongs to a picture', () => {
    const desk = sit(house).says('一村吵架').photo('这是墙').corrects('这是墙', '这是路')
    expect(desk.answers.story).toMatchObject({ text: '一村吵架\n这是路', files: [{ type: 'image/jpeg' }] })
  })

  test('several lines of one message', () => {
    const desk = sit(house).says('甲\n乙。').says('丙丁').corrects('甲\n乙', '戊己')
    expect(desk.answers.story).toMatchObject({ text: '戊己\n丙丁' })
  })

  test('a change of nothing says nothing', () => {
    const desk = sit(house).says('邻居吵架').corrects('邻居吵架', '邻居吵架')
    expect(desk.replies).toEqual([])
  })

  test('what was said beyond a question is told anew in the story', () => {
    const desk = far().says('我说过了，就12月20日，他还骂我')
    expect(desk.answers).not.toHaveProperty('until')
    desk.says('没有')
    expect(desk.corrects('我说过了，就12月20日，他还骂我', '他骂我').answers.story).toMatchObject({
      text: '一村吵架\n他骂我',
    })
  })
})

describe('goes to the case instead', () => {
  const kept = ['已补记到 RD-2026-0001']

  test('where the same word answered several questions', () => {
    const desk = sit(house).says('一村吵架').says('跳过').says('跳过')
    const before = desk.answers
    desk.corrects('跳过', '有的')
    expect(desk.asked('keepCorrection')[0]?.with).toEqual({ dispute: 'd1', was: '跳过', text: '有的' })
    expect(desk.said).toEqual([...kept, '叫什么？'])
    expect(desk.answers).toEqual(before)
  })

  test.each([
    ['the new words are no answer', '12-20', '随便哪天吧'],
    ['nobody knows what it said', null, '别的'],
    ['it said nothing', '…', '别的'],
  ])('where %s', (_, was, text) => {
    const desk = far().says('12-20').corrects(was, text)
    expect(desk.said).toEqual([...kept, '有照片吗？'])
    expect(desk.answers.until).toBe('2026-12-20')
  })

  test('where the story would be longer than it may be', () => {
    const desk = sit(house).says('一村吵架').corrects('一村吵架', '长'.repeat(501))
    expect(desk.answers.story).toMatchObject({ text: '一村吵架' })
    expect(desk.said[0]).toBe(kept[0])
  })

  test('where the talk has ended', () => {
    const desk = sit(house).says('一村吵架').says('取消').corrects('一村吵架', '一村打架')
    expect(desk.asked('keepCorrection')[0]?.with).toEqual({
      dispute: 'd1',
      was: '一村吵架',
      text: '一村打架',
    })
    expect(desk.said).toEqual(kept)
  })

  test('and where there is none, the person is asked to say it again', () => {
    expect(sit(house).corrects('谢谢', '谢谢你').said).toEqual(['请重新发'])
    expect(sit(house).says('邻居吵架').corrects('别的', '田').said).toEqual(['请重新发', '有人受伤吗？'])
  })
})

describe('the watch', () => {
  test('reads it first, where an answer is changed', () => {
    const desk = sit(house).says('一村吵架').corrects('一村吵架', '一村他拿刀')
    expect(desk.said[0]).toBe('请马上打110')
    expect(desk.said[1]).toBe(TAKEN('事由'))
    expect(desk.asked('raiseEmergency')[0]?.with).toMatchObject({
      dispute: 'd1',
      codes: ['A02'],
      text: '一村他拿刀',
    })
    expect(desk.sitting.open?.signals.hard).toBe(true)
  })

  test('and where none is', () => {
    const desk = sit(house).says('一村吵架').corrects('别的', '他拿刀')
    expect(desk.said[0]).toBe('请马上打110')
    expect(desk.asked('raiseEmergency')).toHaveLength(1)
  })

  test('and where nothing is open: it begins a report', () => {
    const desk = sit(house).corrects('谢谢', '他拿刀')
    expect(desk.said[0]).toBe('请马上打110')
    expect(desk.answers.story).toMatchObject({ text: '他拿刀' })
  })

  test('does not alarm for staff, but is heard in their talk', () => {
    const desk = sit(house, { staff: true }).opens('checkIn', { dispute: 'd1' }).corrects('别的', '他拿刀')
    expect(desk.asked('raiseEmergency')).toEqual([])
    expect(desk.sitting.open?.signals.hard).toBe(true)
  })
})

test('words that are for any time are obeyed', () => {
  const desk = sit(house).says('一村吵架').corrects('一村吵架', '停')
  expect(desk.commands.at(-1)?.do).toBe('stopMessages')
})
