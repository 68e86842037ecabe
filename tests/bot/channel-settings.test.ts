// Telegram and Slack: each setting whose partner is missing is answered with one sentence, and no sentence tells a secret.
import { describe, expect, test } from 'vitest'
import { slackSettings, telegramSettings } from '../../bot/channel-settings.ts'
import { Misconfigured } from '../../bot/misconfigured.ts'
import { readSettings } from '../../bot/settings.ts'

const TOKEN = '123456:secretsecretsecretsecret'
const WEBHOOK = { TELEGRAM_MODE: 'webhook', TELEGRAM_WEBHOOK_URL: 'https://desk.example.org/telegram' }
const HOOK_SECRET = 'secret-of-the-webhook'
const SIGNING = 'secretofsigningsecret'

function complaint(environment: { [name: string]: string }): string {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof Misconfigured) return error.message
    throw error
  }
  return ''
}

describe('Telegram', () => {
  test('a token is enough: it is asked for news at the real place', () => {
    expect(telegramSettings({ TELEGRAM_BOT_TOKEN: TOKEN })).toEqual({
      token: TOKEN,
      apiRoot: 'https://api.telegram.org',
      receive: { mode: 'polling' },
    })
  })

  test('a webhook needs an address and a secret', () => {
    const all = { TELEGRAM_BOT_TOKEN: TOKEN, ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: HOOK_SECRET }
    expect(telegramSettings(all)?.receive).toEqual({
      mode: 'webhook',
      url: 'https://desk.example.org/telegram',
      secret: HOOK_SECRET,
    })
  })

  test('only a Bot API server of one’s own may call over plain http', () => {
    const plain = {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_MODE: 'webhook',
      TELEGRAM_WEBHOOK_URL: 'http://localhost:3000/telegram',
      TELEGRAM_WEBHOOK_SECRET: HOOK_SECRET,
    }
    expect(complaint(plain)).toMatch('TELEGRAM_WEBHOOK_URL must be the https address')
    expect(complaint({ ...plain, TELEGRAM_API_ROOT: 'http://localhost:8081/' })).toBe('')
  })

  test.each([
    [{ TELEGRAM_MODE: 'polling' }, 'TELEGRAM_BOT_TOKEN must hold'],
    [{ TELEGRAM_API_ROOT: 'http://localhost:8081' }, 'TELEGRAM_BOT_TOKEN must hold'],
    [{ TELEGRAM_WEBHOOK_SECRET: HOOK_SECRET }, 'TELEGRAM_BOT_TOKEN must hold'],
    [{ TELEGRAM_BOT_TOKEN: 'secret' }, 'TELEGRAM_BOT_TOKEN must be the whole token'],
    [{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: 'telegram' }, 'TELEGRAM_API_ROOT must be'],
    [{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'pull' }, 'TELEGRAM_MODE must be'],
    [{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_WEBHOOK_SECRET: HOOK_SECRET }, 'are for TELEGRAM_MODE=webhook'],
    [{ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: 'webhook' }, 'TELEGRAM_WEBHOOK_URL must be'],
    [{ TELEGRAM_BOT_TOKEN: TOKEN, ...WEBHOOK }, 'TELEGRAM_WEBHOOK_SECRET must be'],
    [
      { TELEGRAM_BOT_TOKEN: TOKEN, ...WEBHOOK, TELEGRAM_WEBHOOK_SECRET: 'secret' },
      'TELEGRAM_WEBHOOK_SECRET must be',
    ],
  ])('%j is answered with one sentence', (environment, sentence) => {
    const told = complaint(environment)
    expect(told).toMatch(sentence)
    expect(told).not.toMatch(/secret(?!.*openssl)[a-z-]{6}/)
    expect(told.split('\n')).toHaveLength(1)
  })
})

describe('Slack', () => {
  test('with an app token it is heard by Socket Mode, without one over HTTP', () => {
    const http = { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_SIGNING_SECRET: SIGNING }
    expect(slackSettings(http)).toEqual({
      botToken: 'xoxb-secret',
      apiUrl: 'https://slack.com/api/',
      receive: { mode: 'http', signingSecret: SIGNING },
    })
    const socket = { ...http, SLACK_APP_TOKEN: 'xapp-secret', SLACK_API_URL: 'http://localhost:9/api' }
    expect(slackSettings(socket)).toEqual({
      botToken: 'xoxb-secret',
      apiUrl: 'http://localhost:9/api/',
      receive: { mode: 'socket', appToken: 'xapp-secret' },
    })
  })

  test.each([
    [{ SLACK_SIGNING_SECRET: SIGNING }, 'SLACK_SIGNING_SECRET does nothing without it'],
    [{ SLACK_APP_TOKEN: 'xapp-secret' }, 'SLACK_APP_TOKEN does nothing without it'],
    [{ SLACK_API_URL: 'http://localhost:9/api/' }, 'SLACK_API_URL does nothing without it'],
    [{ SLACK_BOT_TOKEN: 'xoxb-secret' }, 'SLACK_BOT_TOKEN needs a partner'],
    [{ SLACK_BOT_TOKEN: 'xoxp-secret', SLACK_SIGNING_SECRET: SIGNING }, 'begins with xoxb-'],
    [{ SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_APP_TOKEN: 'xoxb-secret' }, 'begins with xapp-'],
    [{ SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_SIGNING_SECRET: 'short' }, 'whole signing secret'],
    [
      { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_SIGNING_SECRET: SIGNING, SLACK_API_URL: 'slack' },
      'SLACK_API_URL must be',
    ],
  ])('%j is answered with one sentence', (environment, sentence) => {
    const told = complaint(environment)
    expect(told).toMatch(sentence)
    expect(told).not.toMatch(/-secret|secretof/)
    expect(told.split('\n')).toHaveLength(1)
  })
})
