// What officers and leaders do, each as the transcript they see: by words, by numbers, and by changing their minds.
import { expect, test } from 'vitest'
import { come } from './desk.ts'
import { CASE, GIVENS } from './givens.ts'

const at = (flow: string, change = {}) =>
  come({ staff: true }).opens(flow, { ...(GIVENS[flow] as object), ...change })

test('研判: accepted, with a better category and a track', () => {
  const desk = at('screening').presses('受理').presses('别的类别').presses('Land').presses('Pasture')
  desk.presses('都没有').presses('只争使用、通行、补偿').presses('人民调解')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.commands).toEqual([
    {
      do: 'screenDispute',
      with: {
        dispute: 'd1',
        rev: 3,
        decision: 'accept',
        category: 'LF-GR',
        track: 'PM',
        reason: null,
        answers: { bars: 'none', title: 'use' },
      },
    },
  ])
})

test.each([
  ['one of its own group', ['Noise'], 'NB-NO'],
  ['left as it was', ['不改'], null],
  ['another group after all, and left', ['别的类别', '不改'], null],
  ['another group, and none of its kinds', ['别的类别', 'Land', '不改'], null],
])('研判: the category is %s', (_, presses, category) => {
  const desk = at('screening').presses('受理')
  for (const label of presses) desk.presses(label)
  desk.presses('都没有').presses('没有违法行为').presses('三调联动')
  expect(desk.asked('screenDispute')[0]?.with).toMatchObject({ category, track: 'JOINT' })
})

test('研判: refused, only with a reason', () => {
  const desk = at('screening').says('不收').says('好')
  expect(desk.said[0]).toBe('请多说几个字，至少2个。')
  desk.says('法院已经受理')
  expect(desk.asked('screenDispute')[0]?.with).toMatchObject({ decision: 'reject', reason: '法院已经受理' })
})

test('研判: violence in the family offers no mediation', () => {
  const desk = at('screening', { category: 'MF-DV', officerLed: true }).presses('受理').says('不改')
  expect(desk.posed?.choices.map(({ label }) => label)).toEqual([
    '案件办理',
    '行政处理',
    '劳动监察、仲裁',
    '法院',
  ])
})

const known = { codes: ['A09'], implied: {}, headcount: null, elsewhere: false, refusedBySome: false }

test('研判: the law is asked first, its result and articles are read, and only what is open may be chosen', () => {
  const desk = at('screening', { before: known }).presses('受理').says('不改')
  expect(desk.posed?.text).toContain('都没有')
  desk.presses('都没有').says('较轻')
  expect(desk.posed?.text).toContain('监护人')
  desk.presses('都是成年人')
  expect(desk.posed?.text).toContain('治安管理处罚法第9条；程序规定第178、179条')
  expect(desk.posed?.choices.map(({ label }) => label)).toEqual([
    '治安调解',
    '人民调解',
    '行政处理',
    '劳动监察、仲裁',
    '案件办理',
    '法院',
    '三调联动',
  ])
  desk.presses('治安调解')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('screenDispute')[0]?.with).toMatchObject({
    track: 'PSM',
    answers: { bars: 'none', act: 'minor', guardian: 'adults' },
  })
})

test.each([
  ['hired violence', { before: known }, ['都没有', '雇凶'], '程序规定第179条', '案件办理'],
  [
    'the guardian is away',
    { before: known },
    ['都没有', '有，情节较轻', '有，监护人没到'],
    '程序规定第181条',
    '案件办理',
  ],
  ['one side refuses', {}, ['一方明确不愿意谈'], '人民调解法第17条', '不进入调解'],
  ['who owns the pasture', { category: 'LF-GR' }, ['都没有', '就争归谁'], '草原法第16条', '行政处理'],
])('研判: %s shuts mediation out, with the article', (_, change, presses, article, proposed) => {
  const desk = at('screening', change).presses('受理').says('不改')
  for (const label of presses) desk.presses(label)
  const labels = desk.posed?.choices.map(({ label }) => label) ?? []
  expect(desk.posed?.text).toContain(article)
  expect(labels[0]).toBe(proposed)
  for (const mediated of ['人民调解', '三调联动', '治安调解', '交通事故调解'])
    expect(labels).not.toContain(mediated)
})

test('研判: no track is an answer too, with its reason', () => {
  const desk = at('screening').presses('受理').says('不改').presses('法院已受理').presses('不进入调解')
  desk.says('法院已经立案。')
  expect(desk.asked('screenDispute')[0]?.with).toMatchObject({
    decision: 'reject',
    track: 'NONE',
    reason: '法院已经立案。',
    answers: { bars: 'court' },
  })
})

test('研判 in English: the gate has no Chinese in it', () => {
  const desk = come({ staff: true, locale: 'en' }).opens('screening', {
    ...(GIVENS.screening as object),
    category: 'MF-DV',
  })
  desk.presses('Accept').says('leave it')
  expect(desk.posed?.text).toContain('Anti-Domestic-Violence Law, 15-17 and 23-30')
  expect(desk.transcript).not.toMatch(/[\u3400-\u9fff]/)
})

test('时限: a day that has been, without its year', () => {
  const desk = at('limit').presses('记一个日子，开始算时限').presses('Labour arbitration').says('12月3号')
  expect(desk.asked('recordLimit')[0]?.with).toEqual({
    dispute: 'd1',
    rev: 3,
    what: 'start',
    code: 'T-LAB-1Y',
    day: '2025-12-03',
  })
  for (const [said, day] of [
    ['昨天', '2026-11-24'],
    ['今天', '2026-11-25'],
    ['11月20号', '2026-11-20'],
  ])
    expect(
      at('limit')
        .presses('记一个日子，开始算时限')
        .presses('Labour arbitration')
        .says(said!)
        .asked('recordLimit')[0]?.with,
    ).toMatchObject({ day })
  expect(
    at('limit')
      .presses('记一个日子，开始算时限')
      .presses('Labour arbitration')
      .says('2027-01-01')
      .asked('recordLimit'),
  ).toEqual([])
  expect(
    at('limit').presses('这件事办到了').presses('Labour inspection').asked('recordLimit')[0]?.with,
  ).toMatchObject({
    what: 'done',
    code: 'T-LI-2Y',
  })
  expect(at('limit').presses('双方同意继续调解').transcript).toMatchSnapshot()
})

test('司法确认: asked for, and confirmed on its day', () => {
  const asked = at('confirmation').presses('双方已申请')
  expect(asked.asked('recordConfirmation')[0]?.with).toMatchObject({ what: 'asked', day: null })
  const confirmed = at('confirmation').presses('法院确认了').says('今天')
  expect(confirmed.asked('recordConfirmation')[0]?.with).toMatchObject({
    what: 'confirmed',
    day: '2026-11-25',
  })
  expect(confirmed.transcript).toMatchSnapshot()
})

test('分派: as suggested', () => {
  const desk = at('assignment').says('就这样派').presses('不用')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('assignDispute')[0]?.with).toMatchObject({ officer: 'o1', leader: 'l1', helpers: [] })
})

test('分派: other people, with two helpers and a reason', () => {
  const desk = at('assignment')
    .says('换人')
    .presses('Leader One')
    .presses('Officer Two')
    .presses('Cadre One')
    .presses('Elder Two')
    .presses('就这些')
    .says('会说方言')
  expect(desk.asked('assignDispute')[0]?.with).toMatchObject({
    officer: 'o2',
    helpers: ['h1', 'h2'],
    reason: '会说方言',
  })
})

test('分派: nobody suggested', () => {
  const none = { suggested: { officer: null, leader: null, reasons: [] }, helpers: [] }
  const desk = at('assignment', none).says('Leader One').says('2')
  expect(desk.asked('assignDispute')[0]?.with).toMatchObject({ officer: 'o2', leader: 'l1', reason: null })
})

test('分派: a case that somebody has goes to another only with a reason', () => {
  const desk = at('assignment', { state: 'CLAIMED' }).says('就这样派').presses('不用')
  expect(desk.said.at(-1)).toContain('为什么换人')
  desk.says('他调走了')
  expect(desk.asked('assignDispute')[0]?.with).toMatchObject({ officer: 'o1', reason: '他调走了' })
})

test('签收 is one press; the answer says by when to be in touch', () => {
  expect(at('claim').transcript).toMatchSnapshot()
})

test('转派 needs a reason', () => {
  expect(at('decline').says('我要回避').transcript).toMatchSnapshot()
})

test('联系: both sides, and a link for the one that cannot be reached', () => {
  const desk = at('contact')
    .presses('双方')
    .says('上门')
    .says('念了')
    .presses('愿意')
    .says('李四')
    .says('13800000000')
    .says('没有')
  expect(desk.posed?.kind).toBe('review')
  expect(desk.says('对').transcript).toMatchSnapshot()
  expect(desk.asked('recordContact')[0]?.with).toMatchObject({ side: 'both', otherPhone: '13800000000' })
})

test('联系: nobody is asked to make peace with violence in the family', () => {
  const desk = at('contact', { category: 'MF-DV' }).presses('甲方').presses('打电话').presses('念了')
  expect(desk.posed?.id).toMatch(/otherName$/)
})

test('调解: settled, with who took part and a photo', () => {
  const desk = at('mediation')
    .says('谈成了')
    .says('墙退三十公分，石料归乙方')
    .says('Cadre One')
    .says('就这些')
    .says('村委会')
    .photo()
    .says('没有了')
  expect(desk.posed?.kind).toBe('review')
  expect(desk.says('对').transcript).toMatchSnapshot()
})

test('调解: not settled; the other ways are told, and an answer is changed from the summary', () => {
  const desk = at('mediation')
    .says('失败')
    .says('各说各的')
    .says('差在钱上')
    .says('没说')
    .says('没有别人')
    .says('不写')
    .says('没有')
    .presses('改：告知途径')
    .presses('告诉了')
    .says('对')
  expect(desk.asked('recordMediation')[0]?.with).toMatchObject({
    result: 'failed',
    reason: '差在钱上',
    remediesTold: 'yes',
    helpers: [],
  })
})

test('调解: paused until a day', () => {
  const desk = at('mediation').presses('中止').says('人在外地').says('等他回来').says('12月20日')
  expect(desk.answers.resumeOn).toBe('2026-12-20')
})

test('协议: duty by duty, back in the middle of one, and the plan of revisits', () => {
  const desk = at('agreement')
    .presses('书面')
    .presses('乙方')
    .presses('拆除')
    .says('把墙退0.3米')
    .says('返回')
    .says('把墙退三十公分')
    .says('2026-12-20')
    .presses('还有一件')
    .says('甲')
    .says('付钱')
    .says('给两个工的钱')
    .says('600')
    .says('2026-12-25')
    .presses('就这些')
    .presses('还没有')
    .says('都签了')
    .says('以后再发')
  expect(desk.posed?.kind).toBe('review')
  expect(desk.says('对').transcript).toMatchSnapshot()
  expect(desk.asked('recordAgreement')[0]?.with.duties).toEqual([
    { debtor: 'B', kind: 'remove', what: '把墙退三十公分', amount: null, due: '2026-12-20' },
    {
      debtor: 'A',
      kind: 'pay',
      what: '给两个工的钱',
      amount: { fen: 60_000, approx: false },
      due: '2026-12-25',
    },
  ])
})

test('协议: by word of mouth nothing is signed', () => {
  const desk = at('agreement')
    .presses('口头')
    .presses('双方')
    .presses('不再做')
    .says('不再提旧事')
    .presses('一直有效')
    .says('就这些')
    .presses('都做完了')
    .says('对')
  expect(desk.asked('recordAgreement')[0]?.with).toMatchObject({ form: 'oral', signed: 'no', photo: null })
})

test('协议: where it may not be oral it is not asked', () => {
  expect(at('agreement', { oralAllowed: false }).posed?.text).toBe('这件事由谁做？')
})

test('履行: part of a payment, with a receipt and its photo', () => {
  const desk = at('duty')
    .presses('1. Pay')
    .presses('做了一部分')
    .says('两千')
    .says('2000')
    .presses('收条')
    .photo()
  expect(desk.says('就这些').transcript).toMatchSnapshot()
  expect(desk.asked('recordDuty')[0]?.with).toMatchObject({
    amount: { fen: 200_000, approx: false },
    proof: 'receipt',
  })
})

test('履行: more time on paper, to a day and for a reason', () => {
  const desk = at('duty')
    .presses('2. Move the wall')
    .says('延期')
    .says('下月5号')
    .says('天冷，双方都签了')
    .says('没有')
  expect(desk.asked('recordDuty')[0]?.with).toMatchObject({
    what: 'extended',
    how: 'paper',
    newDue: '2026-12-05',
    newAmount: null,
    amount: null,
  })
})

test('履行: a change of day and sum that both are asked about in chat', () => {
  const asked = { left: 1, remainingFen: 500_000, asked: ['A'], unsigned: ['B'] }
  const books = { recordDuty: { dispute: 'd1', number: 'RD-2026-0001', state: 'PERFORMING', ...asked } }
  const desk = come({ staff: true, books }).opens('duty', GIVENS.duty as never)
  desk
    .presses('1. Pay')
    .presses('展期')
    .presses('在聊天里问双方')
    .says('下月5号')
    .says('5200.01')
    .says('工程款晚到')
  expect(desk.transcript).toMatchSnapshot()
  expect(desk.asked('recordDuty')[0]?.with).toMatchObject({
    how: 'ask',
    newDue: '2026-12-05',
    newAmount: { fen: 520_001, approx: false },
    evidence: null,
    reason: '工程款晚到',
  })
})

test('履行: a signature to what was put before has no terms of its own', () => {
  const duties = [{ id: '1', label: '1. Pay', money: true, remainingFen: 1, askable: true, unsigned: true }]
  const desk = at('duty', { duties })
    .presses('1. Pay')
    .presses('展期')
    .presses('不在聊天里的一方签了')
    .photo()
  expect(desk.says('就这些').asked('recordDuty')[0]?.with).toMatchObject({
    how: 'signed',
    newDue: null,
    newAmount: null,
    reason: null,
    evidence: [{ type: 'image/jpeg' }],
  })
})

test('履行: who saw money pass proves no payment; a wall that is gone can be seen', () => {
  const proofs = (label: string) =>
    at('duty')
      .presses(label)
      .presses('做到了')
      .posed?.choices.map(({ id }) => id)
  expect(proofs('1. Pay')).toEqual(['receipt', 'transfer', 'creditor'])
  expect(proofs('2. Move the wall')).toEqual(['receipt', 'transfer', 'creditor', 'seen'])
})

test('移交: unit, person, phone, reason, basis, materials, day', () => {
  const desk = at('referral')
    .says('县人社局')
    .says('劳动监察')
    .says('0836-5820000')
    .says('工资归人社管')
    .presses('Article 16')
    .presses('照片、证据')
    .presses('别的')
    .says('就这些')
    .presses('Photo 1')
    .says('就这些')
    .says('工资表复印件')
    .says('3天后')
  expect(desk.says('对').transcript).toMatchSnapshot()
  expect(desk.asked('referDispute')[0]?.with).toMatchObject({
    toUnit: '县人社局',
    phone: '08365820000',
    basis: 'law',
    materials: ['evidence', 'other'],
    files: ['f1'],
    more: '工资表复印件',
    due: '2026-11-28',
  })
})

test('移交: one that is suggested, and nothing that may be left out', () => {
  const desk = at('referral').presses('Township').says('值班室').says('不知道').says('权属要政府定')
  desk.says('不写').says('不带').says('12月10日').says('对')
  expect(desk.asked('referDispute')[0]?.with).toMatchObject({
    toUnit: 'u1',
    phone: null,
    basis: null,
    materials: [],
    files: [],
    more: null,
  })
})

test('险情解除', () => {
  expect(at('calm').presses('轻伤').says('刀收了，人分开了').says('对').transcript).toMatchSnapshot()
})

test('级别: up with a worry, down with a reason', () => {
  expect(at('level').presses('升一级').says('不放心，两家还在对骂').transcript).toMatchSnapshot()
  expect(at('level').says('降').said).toEqual(['为什么可以降？平静多久了？'])
})

test('流转: what it asks follows from where it goes', () => {
  const desk = at('move').says('Mediating').says('都同意').says('人回来了')
  expect(desk.asked('moveDispute')[0]?.with).toMatchObject({
    to: 'MEDIATING',
    bothAgree: 'yes',
    remediesTold: null,
  })
  expect(at('move').says('Terminated').posed?.id).toMatch(/remediesTold$/)
})

test('结案: open rounds are named first', () => {
  const desk = at('close').presses('不做了，我写明理由').says('双方搬走了').says('对')
  expect(desk.transcript).toMatchSnapshot()
  expect(at('close', { roundsLeft: 0 }).posed?.id).toMatch(/reason$/)
})

test('a refusal of the books is said, and a form with a summary keeps its answers', () => {
  const no = { refused: 'stale', say: { zh: '案子已经变了，请重新打开', en: 'The case has changed' } }
  const staff = { staff: true, books: { closeDispute: no, claimDispute: no } }
  const desk = come(staff).opens('close', { ...(GIVENS.close as object), roundsLeft: 0 })
  desk.says('双方和好了').says('对')
  expect(desk.said[0]).toBe('案子已经变了，请重新打开')
  expect(desk.answers).toMatchObject({ reason: '双方和好了' })
  expect(come(staff).opens('claim', CASE as never).said).toEqual(['案子已经变了，请重新打开'])
})

test('each flow speaks English', () => {
  const desk = come({ staff: true, locale: 'en' })
    .opens('duty', GIVENS.duty as object as never)
    .says('1')
    .says('done')
    .says('receipt')
    .says('none')
  expect(desk.transcript).toMatchSnapshot()
})
