/** What the operator sets for Telegram and for Slack; a setting whose partner is missing ends the start with one sentence. */
import type { SlackSettings } from '../adapters/slack/ports.ts'
import type { TelegramSettings } from '../adapters/telegram/ports.ts'
import { Misconfigured } from './misconfigured.ts'
import { type Environment, secret } from './secret.ts'

const TELEGRAM_API = 'https://api.telegram.org'
const SLACK_API = 'https://slack.com/api/'

/** Null where Telegram is not connected. Throws Misconfigured. */
export function telegramSettings(given: Environment): TelegramSettings | null {
  const token = secret(given, 'TELEGRAM_BOT_TOKEN')
  const webhookSecret = secret(given, 'TELEGRAM_WEBHOOK_SECRET')
  const others = ['TELEGRAM_API_ROOT', 'TELEGRAM_MODE', 'TELEGRAM_WEBHOOK_URL'].filter((name) => given[name])
  if (webhookSecret) others.push('TELEGRAM_WEBHOOK_SECRET')
  if (!token) {
    if (others.length === 0) return null
    throw new Misconfigured(
      `TELEGRAM_BOT_TOKEN must hold the token that @BotFather gave; ${others[0]} does nothing without it.`,
    )
  }
  must(
    /^\d+:[\w-]{20,}$/.test(token),
    'TELEGRAM_BOT_TOKEN must be the whole token that @BotFather gave, digits, a colon and letters.',
  )
  const apiRoot = (given.TELEGRAM_API_ROOT ?? TELEGRAM_API).replace(/\/+$/, '')
  must(
    isWeb(apiRoot),
    'TELEGRAM_API_ROOT must be the address of a Bot API server; leave it out for the real one.',
  )
  const mode = given.TELEGRAM_MODE ?? 'polling'
  if (mode === 'polling') {
    must(
      !given.TELEGRAM_WEBHOOK_URL && !webhookSecret,
      'TELEGRAM_WEBHOOK_URL and TELEGRAM_WEBHOOK_SECRET are for TELEGRAM_MODE=webhook; set that, or take them away.',
    )
    return { token, apiRoot, receive: { mode } }
  }
  if (mode !== 'webhook')
    throw new Misconfigured('TELEGRAM_MODE must be polling or webhook; leave it out for polling.')
  const url = given.TELEGRAM_WEBHOOK_URL ?? ''
  must(
    isWeb(url) && (url.startsWith('https:') || apiRoot !== TELEGRAM_API),
    'TELEGRAM_WEBHOOK_URL must be the https address by which Telegram reaches the path /telegram of this bot, such as ' +
      'https://desk.example.org/telegram.',
  )
  must(
    /^[\w-]{16,256}$/.test(webhookSecret ?? ''),
    'TELEGRAM_WEBHOOK_SECRET must be 16 to 256 letters, digits, _ or - that nobody can guess; make one with ' +
      '"openssl rand -hex 24".',
  )
  return { token, apiRoot, receive: { mode, url, secret: webhookSecret! } }
}

/** Null where Slack is not connected. With an app token Slack is heard by Socket Mode, otherwise over HTTP. Throws Misconfigured. */
export function slackSettings(given: Environment): SlackSettings | null {
  const botToken = secret(given, 'SLACK_BOT_TOKEN')
  const signingSecret = secret(given, 'SLACK_SIGNING_SECRET')
  const appToken = secret(given, 'SLACK_APP_TOKEN')
  if (!botToken) {
    const other = signingSecret
      ? 'SLACK_SIGNING_SECRET'
      : appToken
        ? 'SLACK_APP_TOKEN'
        : given.SLACK_API_URL && 'SLACK_API_URL'
    if (!other) return null
    throw new Misconfigured(
      `SLACK_BOT_TOKEN must hold the bot token of the Slack app (xoxb-…); ${other} does nothing without it.`,
    )
  }
  must(
    /^xoxb-\S+$/.test(botToken),
    'SLACK_BOT_TOKEN must be the bot token of the Slack app, which begins with xoxb-.',
  )
  const apiUrl = `${(given.SLACK_API_URL ?? SLACK_API).replace(/\/+$/, '')}/`
  must(isWeb(apiUrl), 'SLACK_API_URL must be the address of a Web API; leave it out for the real one.')
  if (appToken) {
    must(
      /^xapp-\S+$/.test(appToken),
      'SLACK_APP_TOKEN must be the app-level token for Socket Mode, which begins with xapp-; leave it out to be reached over HTTP.',
    )
    return { botToken, apiUrl, receive: { mode: 'socket', appToken } }
  }
  if (!signingSecret)
    throw new Misconfigured(
      'SLACK_BOT_TOKEN needs a partner: set SLACK_SIGNING_SECRET where Slack can reach this bot at /slack/events, or ' +
        'SLACK_APP_TOKEN for Socket Mode where it cannot.',
    )
  must(
    /^\S{16,}$/.test(signingSecret),
    'SLACK_SIGNING_SECRET must be the whole signing secret from the page "Basic Information" of the Slack app.',
  )
  return { botToken, apiUrl, receive: { mode: 'http', signingSecret } }
}

function must(right: boolean, sentence: string): void {
  if (!right) throw new Misconfigured(sentence)
}

const isWeb = (value: string): boolean =>
  URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !new URL(value).username
