// The stories of the work in people's own chats: residents on Telegram, staff on Slack, in both ways of hearing.
import { afterEach, expect, test } from 'vitest'
import { STORIES } from '../../bot/stories/index.ts'
import { openSlack } from '../platforms/slack/slack.ts'
import { openTelegram } from '../platforms/telegram/telegram.ts'
import { botHere } from './bot-here.ts'
import { chatStage } from './chat-stage.ts'
import { type Phone, slackPhone, telegramPhone } from './phone.ts'
import { freePort } from './process.ts'

const open: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close()
})

const WAYS = [
  { telegram: 'polling', slack: 'socket' },
  { telegram: 'webhook', slack: 'http' },
] as const

/** The main story and danger, a way each; with WAYS=all every story in both, which takes some minutes. */
const ALWAYS = ['S01 socket', 'S03 socket', 'S03 http', 'S06 http']
const plays = STORIES.flatMap((story) =>
  WAYS.filter(({ slack }) => process.env.WAYS === 'all' || ALWAYS.includes(`${story.id} ${slack}`)).map(
    (way) => ({ story, id: story.id, ...way }),
  ),
)

test.each(plays)('$id over Telegram by $telegram and Slack by $slack', { timeout: 240_000 }, async (play) => {
  const telegram = await openTelegram()
  open.push(telegram.stop)
  const slack = await openSlack()
  open.push(slack.stop)
  const port = await freePort()
  const bot = await botHere({
    PORT: String(port),
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    ...(play.telegram === 'webhook' && {
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram`,
      TELEGRAM_WEBHOOK_SECRET: 'a-secret-of-the-webhook',
    }),
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_API_URL: slack.apiUrl,
    ...(play.slack === 'socket'
      ? { SLACK_APP_TOKEN: slack.appToken }
      : { SLACK_SIGNING_SECRET: slack.signingSecret }),
  })
  open.push(bot.stop)
  if (play.slack === 'http') await slack.installEvents(`http://127.0.0.1:${port}/slack/events`)
  const phones = new Map<string, Phone>()
  const stage = await chatStage({
    bot,
    begins: play.story.begins,
    resident: (name) => telegramPhone(telegram, name),
    staff(name) {
      const phone = slackPhone(slack, name)
      phones.set(name, phone)
      return phone
    },
  })
  const shown = await stage.shown(await play.story.tell(stage))

  const { ends } = play.story
  expect(shown.category).toBe(ends.category)
  expect(['DRAFT', ...shown.path.filter(({ from, to }) => from !== to).map(({ to }) => to)]).toEqual(
    ends.path,
  )
  const graded = shown.gradings.map(({ level, score }) => [level, score])
  for (const grading of ends.gradings) expect(graded).toContainEqual(grading)
  expect((await bot.admin('audit verify', {})).firstBad).toBeNull()
  if (play.id !== 'S03') return
  expect(stage.read.get('示例驻村民警甲')?.join('\n')).toContain(`https://t.me/${telegram.botName}?start=j_`)
  // The alert says what became of it, and offers nothing that is over.
  const alert = phones
    .get('示例驻村民警甲')!
    .shown()
    .find(({ text }) => text.includes('【派单'))!
  expect(alert.text).toMatch(/已转为\s*已签收/)
  expect(alert.labels).toEqual([])
})
