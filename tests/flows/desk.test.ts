// What may be said at any time: help, a person, stop, privacy, a language, a flow by its words, a case by its number.
import { describe, expect, test } from 'vitest'
import { numberIn } from '../../flows/desk/number-in.ts'
import { DEEDS, typedTwin } from '../../flows/notices/does.ts'
import { OPENERS } from '../../flows/openers.ts'
import { come, house, STATION } from './desk.ts'

describe('what residents may say at any time', () => {
  test('help, privacy and thanks leave the open question open', () => {
    const desk = come().says('邻居骂我').says('怎么用')
    expect(desk.said.at(-1)).toBe('现在安全吗？')
    expect(desk.said[0]).toMatch(/语音/)
    desk.says('隐私')
    expect(desk.said[0]).toMatch(/^我们是示例派出所。/)
    expect(desk.said[0]).toMatch(/按规定/)
    expect(desk.said.at(-1)).toBe('现在安全吗？')
  })

  test('a person is called at once, with the case where it is known', () => {
    const desk = come().says('邻居骂我 甲村').says('找民警')
    expect(desk.commands.at(-1)).toEqual({ do: 'callHuman', with: { dispute: 'd1' } })
    expect(desk.said).toEqual(['好，我请民警联系您。急事打110。'])
  })

  test('stop ends the talk and keeps what was told', () => {
    const desk = come().says('邻居骂我 甲村').says('别再发了')
    expect(desk.commands.map((one) => one.do).slice(-2)).toEqual(['updateReport', 'stopMessages'])
    expect(desk.sitting.open).toBeNull()
    expect(desk.said[0]).toBe('好，不再主动给您发消息。想说随时找我，急事打110。')
  })

  test('erasure is passed on', () => {
    expect(come().says('要求删除').commands).toEqual([{ do: 'requestErasure', with: { dispute: null } }])
  })

  test('languages: the open question again; Tibetan is honest about its slot', () => {
    const desk = come().says('邻居骂我').says('English')
    expect(desk.said).toEqual(['Are you safe now?'])
    expect(desk.says('汉语').said).toEqual(['现在安全吗？'])
    expect(come().says('བོད་སྐད').said).toEqual([
      '藏文的句子还在审，我先用汉语回您。您可以用藏语发语音，有懂藏语的人听。',
    ])
    expect(come().says('English').said).toEqual([
      'All right, in English. What is the matter? Take your time.',
    ])
  })

  test('questions, thanks and abuse are answered and begin nothing', () => {
    for (const said of ['身份证到期了怎么办理', '谢谢你们', '你们派出所是吃干饭的']) {
      const desk = come().says(said)
      expect(desk.sitting.open, said).toBeNull()
      expect(desk.said, said).toHaveLength(1)
    }
    expect(come().says('你们派出所是吃干饭的').said).toEqual(['我在这里，是为了帮大家解决纠纷。有事请说事。'])
  })

  test('back and cancel with nothing open', () => {
    expect(come().says('返回').said).toEqual(['现在没有在问的问题。有事直接说就行。'])
    expect(come().says('取消').said).toEqual(['现在没有在问的问题。有事直接说就行。'])
  })
})

describe('words that begin a flow', () => {
  test('a resident asks where it stands, with and without the number', () => {
    expect(come().says('进度').commands[0]).toEqual({ do: 'open', with: { flow: 'status', number: null } })
    expect(come().says('进度 rd-2026-0002').commands[0]?.with).toEqual({
      flow: 'status',
      number: 'RD-2026-0002',
    })
    expect(come().says('补充').commands[0]?.with).toMatchObject({ flow: 'add' })
  })

  test('staff words do nothing for residents: they are told as trouble', () => {
    const desk = come().says('签收 RD-2026-0001')
    expect(desk.asked('open')).toEqual([])
  })

  test('what staff say otherwise is met with help', () => {
    const desk = come({ staff: true }).says('今天天气好')
    expect(come({ staff: true }).says('谢谢').commands).toEqual([])
    expect(desk.said).toEqual(['没听明白。回“帮助”看能做什么，回“登记”记一件新纠纷。'])
    expect(come({ staff: true }).says('帮助').said[0]).toMatch(/签收/)
    expect(come({ staff: true }).says('登记').asked('open')[0]?.with).toEqual({
      flow: 'behalf',
      number: null,
    })
  })

  test('every button has a typed twin that opens the same flow, in both languages', () => {
    for (const does of Object.keys(DEEDS) as (keyof typeof DEEDS)[])
      for (const locale of ['zh', 'en'] as const) {
        const twin = typedTwin(does, 'RD-2026-0007', locale)
        const desk = come({ staff: true, locale }).says(twin)
        expect(desk.commands[0]?.with, twin).toEqual({ flow: DEEDS[does].flow, number: 'RD-2026-0007' })
      }
  })

  test('every opener names a flow of the station, and no word begins two', () => {
    const seen = new Map<string, string>()
    for (const { flow, who, hears } of OPENERS) {
      expect(house.flows.has(flow), flow).toBe(true)
      for (const word of Object.values(hears).flat())
        for (const one of who === 'anyone' ? ['resident', 'staff'] : [who]) {
          const key = `${one} ${word}`
          expect([undefined, flow], key).toContain(seen.get(key))
          seen.set(key, flow)
        }
    }
  })

  test('no word that beats every flow also begins one', () => {
    const globals = Object.values(house.words).flatMap(({ hears }) => Object.values(hears).flat())
    const openers = OPENERS.flatMap(({ hears }) => Object.values(hears).flat())
    expect(openers.filter((word) => globals.includes(word))).toEqual([])
  })

  test('a flow that is asked for puts the open one aside, and it comes back', () => {
    const desk = come().says('邻居骂我').says('进度').presses('RD-2026-0002').presses('联系了')
    expect(desk.said).toEqual(['有事随时找我们，急事打110。', '现在安全吗？'])
  })
})

describe('a case number in what somebody typed', () => {
  test.each([
    ['签收 RD-2026-0001', 'RD-2026-0001', '签收'],
    ['rd 2026 7 签收', 'RD-2026-0007', '签收'],
    ['记录ＲＤ－2026－12', 'RD-2026-0012', '记录'],
  ])('%s', (said, number, rest) => {
    expect(numberIn(said, STATION.numbering)).toEqual({ number, rest })
  })
  test.each(['2026-0001', 'XY-2026-0001', '13800002026', ''])('none in %j', (said) => {
    expect(numberIn(said, STATION.numbering)).toBeNull()
  })
})

test('the privacy page says how long, where the station has settled it', async () => {
  const { house: houseOf } = await import('../../flows/index.ts')
  const told = houseOf({
    ...STATION,
    retention: { zh: '案卷十年', en: 'case files ten years' },
    contact: '教导员',
  })
  expect(told.words.zh.privacy).toMatch(/案卷十年。联系人：教导员/)
  expect(told.words.en.privacy).toMatch(/case files ten years/)
})
