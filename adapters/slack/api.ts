// Slack's Web API, called once at a time and never behind anybody's back: what failed is for the outbox to try again.
import { type Logger, LogLevel, webApi } from '@slack/bolt'

export type Api = webApi.WebClient

/** What the library would write down holds what people wrote, and addresses that open doors. */
export const silent: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
}

/** `over` ends calls that nobody waits for any longer. */
export const apiOptions = (apiUrl: string, timeout: number, over?: AbortSignal): webApi.WebClientOptions => ({
  slackApiUrl: apiUrl,
  timeout,
  // The library's own way is ten attempts in half an hour, and one 429 stops every other call.
  retryConfig: { retries: 0 },
  rejectRateLimitedCalls: true,
  allowAbsoluteUrls: false,
  logger: silent,
  ...(over && { fetch: endedBy(over) }),
})

const endedBy =
  (over: AbortSignal): webApi.FetchFunction =>
  (url, init) =>
    fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, over]) : over })

export const openApi = (token: string, apiUrl: string, timeout: number, over?: AbortSignal): Api =>
  new webApi.WebClient(token, apiOptions(apiUrl, timeout, over))
