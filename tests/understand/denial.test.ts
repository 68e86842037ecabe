// Tables of denial, past tense, look-alikes and exact readings.
import { describe, expect, it } from 'vitest'
import {
  countIn,
  goesOn,
  hasHardCode,
  isTrouble,
  merge,
  moneyIn,
  phoneIn,
  reconcile,
  sense,
  understand,
  understandAll,
  villageIn,
  watch,
} from '../../flows/casework/understand/index.ts'

const about = { villages: [] }

describe('what is denied is not there', () => {
  it.each([
    ['他没拿刀', 'A02'],
    ['两边都没得刀', 'A02'],
    ['没动手 也没带棒棒', 'A02'],
    ['他没有打我', 'A01'],
    ['没人受伤', 'A08'],
    ['没流血 没骨折', 'A06'],
    ['我没有不想活', 'A05'],
    ['从来没想过要死', 'A05'],
    ['他没说过要杀我', 'A03'],
    ['没堵路', 'D05'],
    ['nobody has a knife', 'A02'],
    ['he did not threaten to kill me', 'A03'],
  ])('%s: no %s', (text, code) => {
    expect(watch(text).codes).not.toContain(code)
  })
})

describe('what is not denied is there', () => {
  it.each([
    ['他拿刀了', 'A02'],
    ['他不是没打我', 'A11', '我老公昨天又打我 '],
    ['没拿刀 但是提了把斧头', 'A02'],
    ['昨天没带刀 今天带了', 'A02'],
    ['他不是吓我 他说要杀我', 'A03'],
    ['我不想活了', 'A05'],
    ['我不是没想过要死', 'A05'],
    ['以前从来没想过要死 现在只想死', 'A05'],
    ['没人管 他们现在还在打我妈', 'A01'],
  ])('%s: %s', (text, code, before = '') => {
    expect(watch(before + text).codes).toContain(code)
  })
})

describe('what is long past and settled is no danger of today', () => {
  it.each([
    '前年他拿刀来过 已经判了 现在没事了',
    '去年打过一架 赔了钱和好了',
    '以前他说过要杀我 后来调解好了 现在不说话',
  ])('%s', (text) => {
    expect(watch(text).hard).toBe(false)
  })

  it('but a threat made yesterday stands', () => {
    expect(watch('昨天他说要杀我全家').hard).toBe(true)
  })
})

describe('figures of speech and things', () => {
  it.each([
    '他打死都不认',
    '我要被气死了',
    '打了欠条',
    '去卫生院打针',
    '买了一把藏刀',
    '杀年猪请客',
    '累死我了',
    '工地上放炮炸石头',
  ])('%s', (text) => {
    expect(watch(text).codes).toEqual([])
  })
})

describe('everyday trouble is no emergency', () => {
  it.each([
    '他还砸了我的窗子',
    '房东把门反锁了 不让我进',
    '要账的堵在我家门口不走',
    '他把路挖断了 我们没得路走了',
    '医生开的药喝完了没见好 要退钱',
    '吃了好多药都没好 医院不认',
    '他没有意识到自己错了',
    '臭得我们捂着鼻子走路',
    '他用链子把路拦起锁了 不让过',
    '钱被他骗走了 人联系不上',
    '我老婆和他开房 我要离婚',
    '草场被他们糟蹋了',
    '娃儿被他爸接走了 不给我看',
    '石头滚下来砸到我家房子',
    '吵得闹死人',
    '他扛起锄头走到地里头干活 把界埂挖了',
    '医生说我爸活不过今年 弟兄几个在争房子',
    '他在路上倒柴油 洒了一地',
    '我们被堵在路上过不去 修路的不管',
  ])('%s', (text) => {
    expect(watch(text).hard).toBe(false)
  })
})

describe('money', () => {
  it.each([
    ['13万2', 132_000, false],
    ['两万一', 21_000, false],
    ['一万零五百', 10_500, false],
    ['三千多', 3000, true],
    ['大概五千块钱', 5000, true],
    ['十来万', 100_000, true],
    ['2.5万', 25_000, false],
    ['1,200元', 1200, false],
    ['￥３５００', 3500, false],
    ['四万二左右', 42_000, true],
    ['五百八', 580, false],
    ['about 3000 yuan', 3000, true],
    ['一百零五块五', 105.5, false],
    ['他欠我八千 还了三千 还差五千', 5000, false],
    ['一共三万六', 36_000, false],
    ['每人两千 我们一共8个人', 16_000, false],
  ])('%s', (text, yuan, approx) => {
    expect(moneyIn(text)).toEqual({ fen: Math.round(yuan * 100), approx })
  })

  it.each([
    '没有',
    '不晓得',
    '三亩二分地',
    '五个人',
    '2026年8月',
    '13800001234',
    '一天150',
    '他只肯拿五百',
    '',
    '他打了我两次',
  ])('no sum in: %s', (text) => {
    expect(moneyIn(text)).toBeNull()
  })
})

describe('people', () => {
  it.each([
    ['十几个', 10],
    ['大概五六个人', 5],
    ['11', 11],
    ['就我一个人', 1],
    ['两边加起来二十来个人', 20],
    ['about 12 people', 12],
    ['不晓得', null],
    ['三户', null],
    ['五头牛', null],
  ])('%s', (text, count) => {
    expect(countIn(text)).toBe(count)
  })
})

describe('telephones', () => {
  it.each([
    ['我电话137 0000 5678', '13700005678'],
    ['幺三八零零零零幺二三四', '13800001234'],
    ['+86 139-0000-1111', '13900001111'],
    ['0836-5820000', '08365820000'],
    ['(0836)5820000', '08365820000'],
    ['010-62220000', '01062220000'],
    ['打110', null],
    ['12000000000', null],
    ['订单号13800001234567', null],
    ['513436199001011234', null],
    ['三千零五十块', null],
  ])('%s', (text, phone) => {
    expect(phoneIn(text)).toBe(phone)
  })
})

describe('whether it goes on', () => {
  it.each([
    ['还在闹', 'yes'],
    ['1', 'yes'],
    ['昨天的事 现在还在吵', 'yes'],
    ['天天半夜唱歌', 'yes'],
    ['已经停了', 'no'],
    ['2', 'no'],
    ['没有了', 'no'],
    ['他现在睡了', 'no'],
    ['it has stopped', 'no'],
    ['昨天下午的事', null],
    ['', null],
  ] as const)('%s', (text, goes) => {
    expect(goesOn(text)).toBe(goes)
  })
})

describe('villages', () => {
  const villages = [
    { id: 'a', label: '色仲村', names: ['色中'] },
    { id: 'b', label: '上色仲村', names: [] },
    { id: 'c', label: '尼达村', names: ['Nida'] },
  ]
  it.each([
    ['色仲村的', 'a'],
    ['在色中这边', 'a'],
    ['上色仲那边', 'b'],
    ['at Nida', 'c'],
    ['in Nidabc', null],
    ['尼达村的牛跑到我们色仲村来了', 'a'],
    ['尼达村跟色仲村的人吵', null],
    ['县城', null],
  ])('%s', (text, id) => {
    expect(villageIn(text, villages)).toBe(id)
  })
})

describe('what came before', () => {
  it.each([
    ['头一回', 'first'],
    ['找过村主任 没用', 'village'],
    ['上个月报过警', 'police'],
    ['法院开过庭了', 'court'],
    ['在仲裁', 'court'],
    ['我不想报警', null],
    ['再不给我就去法院起诉', null],
    ['墙修歪了', null],
  ] as const)('%s', (text, history) => {
    expect(understand(text, about).history).toBe(history)
  })
})

describe('sense', () => {
  it.each([
    ['', 'opener'],
    ['。。。', 'opener'],
    ['你好 在吗', 'opener'],
    ['身份证掉了咋个补办', 'inquiry'],
    ['谢谢你们', 'thanks'],
    ['谢谢你们 可是他又来打我了', 'trouble'],
    ['你们这些废物 他还在打我', 'trouble'],
    ['死机器人 信不信老子拿刀砍你们派出所', 'trouble'],
    ['狗东西机器人', 'abuse'],
    ['邻居骂我狗东西', 'trouble'],
    ['屋头断粮了', 'trouble'],
    ['他家的烟子熏得我们眼睛都睁不开', 'trouble'],
  ] as const)('%s', (text, what) => {
    expect(sense(text)).toBe(what)
    expect(isTrouble(text)).toBe(what === 'trouble')
  })
})

describe('two texts of one story', () => {
  const said = (text: string) => understand(text, about)

  it('adds dangers, keeps what was said, takes the worse', () => {
    const both = merge(said('昨天邻居推了我 没伤'), said('他拿刀了 我电话13800001234'))
    expect(both).toMatchObject({ when: '昨天', weapon: 'yes', phone: '13800001234' })
    expect(both.danger).toContain('A02')
  })

  it('a later sum corrects an earlier one', () => {
    expect(merge(said('他欠我三万'), said('不对 还欠两万八')).amount?.fen).toBe(2_800_000)
  })

  it('of no text says nothing', () => {
    const nothing = understandAll([], about)
    expect(nothing).toEqual(said(''))
    const { danger, crossVillage, crossTownship, ...rest } = nothing
    expect(Object.values(rest).every((value) => value === null)).toBe(true)
    expect([danger, crossVillage, crossTownship]).toEqual([[], false, false])
  })

  it('the stronger of two that exclude each other stays', () => {
    expect(reconcile(['D01', 'D02', 'A09', 'A08', 'C06', 'C07', 'D06', 'D07'])).toEqual([
      'A08',
      'C07',
      'D02',
      'D07',
    ])
    expect(hasHardCode(['A08', 'D04'])).toBe(true)
    expect(hasHardCode(['A08'])).toBe(false)
  })
})
