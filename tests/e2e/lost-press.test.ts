// A press is lost while the bot is away: the platform lets it go, and the clock asks the officer again.
import { afterEach, expect, test } from 'vitest'
import { LAWFUL } from '../../bot/stories/work.ts'
import { openTelegram } from '../platforms/telegram/telegram.ts'
import { botHere } from './bot-here.ts'
import { chatStage } from './chat-stage.ts'
import { type Phone, telegramPhone } from './phone.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

test('an acceptance pressed while the bot was away for three minutes is asked for again, and can be typed', {
  timeout: 120_000,
}, async () => {
  const telegram = await openTelegram()
  open.push(telegram.stop)
  const bot = await botHere({ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot })
  open.push(bot.stop)
  const phones = new Map<string, Phone>()
  const phone = (name: string): Phone => {
    const made = telegramPhone(telegram, name)
    phones.set(name, made)
    return made
  }
  const stage = await chatStage({ bot, begins: '2026-11-25 10:12', resident: phone, staff: phone })
  const chief = await stage.staff('示例所长')
  const officer = await stage.staff('示例驻村民警甲')
  const resident = await stage.resident('甲方')
  await resident.says('邻居修墙占了我家地')
  await resident.answers({ safety: '安全', place: '示例甲村' })
  const number = stage.numberTold(resident)
  await chief.presses('研判')
  await chief.answers({ ...LAWFUL, decision: '受理', track: '人民调解' })
  await chief.presses('分派')
  await chief.answers({ suggested: '就这样派' })
  expect((await stage.shown(number)).state).toBe('ASSIGNED')
  expect(officer.newCards('派单')).toHaveLength(1)

  await bot.goesDown()
  const lost = phones.get('示例驻村民警甲')!.presses('签收')
  telegram.forward(180_000)
  await lost
  expect(telegram.ledger.updates.filter(({ state }) => state === 'dropped')).toHaveLength(1)
  await bot.comesUp()
  expect((await stage.shown(number)).state).toBe('ASSIGNED')

  await stage.until('2026-11-26 18:00')
  expect(officer.newCards('未签收').length).toBeGreaterThan(0)
  await officer.says(`/accept ${number}`)
  expect((await stage.shown(number)).state).toBe('CLAIMED')
})
