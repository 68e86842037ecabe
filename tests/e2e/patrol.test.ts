// 摸排 over Telegram and the web page's wire: four villages, a lead, a zero, a voice, and silence. And a colleague who enters what
// somebody told them by phone, who goes on in a chat of their own.
import { afterEach, expect, test } from 'vitest'
import { LAWFUL } from '../../bot/stories/work.ts'
import { openTelegram } from '../platforms/telegram/telegram.ts'
import { botHere } from './bot-here.ts'
import { chatStage } from './chat-stage.ts'
import { telegramPhone } from './phone.ts'
import { webChat } from './web-chat.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

async function house() {
  const telegram = await openTelegram()
  open.push(telegram.stop)
  const bot = await botHere({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot })
  open.push(bot.stop)
  const phone = (name: string) => telegramPhone(telegram, name)
  const stage = await chatStage({ bot, begins: '2026-11-25 10:12', resident: phone, staff: phone })
  const atDesk = async (name: string) => {
    const { code } = await bot.admin('staff code', { person: name })
    return webChat(bot, name, code)
  }
  return { bot, stage, atDesk }
}

const last = (chat: { heard: readonly { text: string }[] }): string => chat.heard.at(-1)?.text ?? ''

test('a round in four villages', { timeout: 120_000 }, async () => {
  const { bot, stage, atDesk } = await house()
  for (const [name, role, village] of [
    ['示例村干部丙', 'cadre', 'bing'],
    ['示例网格员丁', 'grid', 'ding'],
    ['示例村干部戊', 'cadre', 'wu'],
  ])
    await bot.admin('staff add', { name, roles: [role], villages: [village] })
  const leader = await atDesk('示例副所长')
  const grid = await stage.staff('示例网格员')
  const voice = await stage.staff('示例网格员丁')
  const zero = await atDesk('示例村干部丙')
  const silent = await atDesk('示例村干部戊')

  await leader.person.says('摸排')
  await leader.person.answers({
    where: '选几个',
    villages: '示例乙村、示例丙村、示例丁村、示例戊村',
    method: '聊天问',
    when: '现在',
    until: '一天',
    repeat: '就这一次',
  })
  expect(last(leader.person)).toMatch(/^摸排第1轮开始了，问4人，/)
  await stage.until('2026-11-25 10:14')
  for (const chat of [zero, silent]) await chat.reads()
  for (const someone of [grid, voice, zero.person, silent.person])
    expect(someone.newCards('【摸排】')).toHaveLength(1)

  // On Telegram: one press, one message, a number; and no more.
  await grid.presses('有，说一说')
  expect(last(grid)).toContain('示例乙村这几天有没有什么矛盾苗头？')
  await grid.says('王家和李家为院墙占地吵了几天。')
  expect(grid.heard.map(({ text }) => text).join('\n')).toMatch(/记下了，编号RD-2026-0001，民警会看。/)
  expect(last(grid)).toBe('示例乙村还有吗？')
  await grid.presses('没有')
  await voice.presses('有，说一说')
  await voice.sends({ voice: 20 })
  expect(voice.heard.map(({ text }) => text).join('\n')).toMatch(/语音收到了，编号RD-2026-0002，会有人听。/)
  // On the page: one press.
  await zero.person.presses('没有')
  expect(last(zero.person)).toBe('好，示例丙村记成没有。谢谢您。')

  await leader.person.says('摸排 进度')
  expect(last(leader.person)).toContain('示例戊村：问1回0，没有0，苗头0，语音0，没回1')
  // Half-way only the silent one is asked again; at the end the leader has it all, and nobody by name.
  await stage.until('2026-11-26 10:15')
  for (const chat of [zero, silent, leader]) await chat.reads()
  expect(silent.person.newCards('【摸排·再问一次】')).toHaveLength(1)
  for (const someone of [grid, voice, zero.person])
    expect(someone.newCards('【摸排·再问一次】')).toHaveLength(0)
  const ended = leader.person.heard.find(({ text }) => text.includes('结束了'))
  expect(ended).toMatchObject({
    text: '【摸排·第1轮】结束了：有回音的村3/4。\n问4回3，没有1，苗头1，语音1，没回1，登记2件。',
    rows: [
      { label: '示例乙村', value: '问1回1，没有0，苗头1，语音0，没回0，登记1件' },
      { label: '示例丙村', value: '问1回1，没有1，苗头0，语音0，没回0' },
      { label: '示例丁村', value: '问1回1，没有0，苗头0，语音1，没回0，登记1件' },
      { label: '示例戊村', value: '问1回0，没有0，苗头0，语音0，没回1' },
    ],
  })
  expect(JSON.stringify(ended)).not.toMatch(/干部|网格员|院墙/)
  expect(await stage.shown('RD-2026-0001')).toMatchObject({ state: 'SCREENING', category: 'NB-WL' })
  expect((await stage.shown('RD-2026-0002')).state).toBe('DRAFT')
  expect((await bot.admin('audit verify', {})).firstBad).toBeNull()
})

test('told by phone, entered by a colleague, gone on with in a chat of their own', {
  timeout: 120_000,
}, async () => {
  const { stage, atDesk } = await house()
  const colleague = await atDesk('示例调解员')
  await colleague.person.says('代登记')
  await colleague.person.answers({
    came: '电话',
    name: '甲某',
    phone: '13900000001',
    part: '当事人',
    write: '可以',
    narrative: '邻居修墙占了我家地，大概一尺多。',
    place: '示例甲村',
    safety: '安全',
  })
  const read = colleague.person.heard.map(({ text }) => text)
  expect(read.join('\n')).toMatch(/登记好了。请读给来人听：编号RD-2026-0001。民警会在.*前联系。/)
  const link = read.join('\n').match(/https:\/\/t\.me\/\S+\?start=j_(\S+)/)?.[1] ?? ''
  expect(read.at(-1)).toBe(`接续 ${link}`)

  const resident = await stage.resident('甲方')
  await resident.opens(`http://localhost/?join=${link}`)
  expect(resident.heard.map(({ text }) => text).join('\n')).toContain('您的编号是RD-2026-0001。')
  await resident.says('进度')
  expect(last(resident)).toBe('民警联系您了吗？')
  // What is done from now on is told to them, and not to the colleague.
  const chief = await stage.staff('示例所长')
  const officer = await stage.staff('示例驻村民警甲')
  await chief.says('研判 RD-2026-0001')
  await chief.answers({ ...LAWFUL, decision: '受理', track: '人民调解' })
  await chief.says('分派 RD-2026-0001')
  await chief.answers({ suggested: '就这样派' })
  await officer.says('签收 RD-2026-0001')
  const told = (one: { heard: readonly { text: string }[] }) => one.heard.map(({ text }) => text).join('\n')
  await colleague.reads()
  expect(told(resident)).toContain('您说的事（编号RD-2026-0001）有人办了：示例驻村民警甲。')
  expect(told(colleague.person)).not.toContain('有人办了')
})
