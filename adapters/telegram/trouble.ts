// What the Bot API, or the way to it, did not do for us. Codes only: what Telegram says may quote what people wrote.

export type Trouble = {
  /**
   * `refused`: the Bot API said no. `foreign`: somebody else answered, a proxy mostly. `unsent`: nothing went out.
   * `lost`: it went out and no answer came, so nobody knows.
   */
  kind: 'refused' | 'foreign' | 'unsent' | 'lost'
  status: number | null
  reason: Reason | null
  /** Seconds. */
  retryAfter: number | null
  /** The supergroup that a group has become. */
  migratedTo: number | null
}

export type Reason = (typeof REASONS)[number][0]

/** The descriptions that lead to something, by what they hold. */
const REASONS = [
  ['blocked', /bot was blocked/i],
  ['deactivated', /user is deactivated/i],
  ['kicked', /bot was kicked|not a member/i],
  ['not started', /can't initiate conversation|can't send messages to bots/i],
  ['chat not found', /chat not found|peer_id_invalid/i],
  ['no rights', /not enough rights|have no rights|chat_write_forbidden/i],
  ['not modified', /message is not modified/i],
  ['nothing to edit', /message to edit not found|message can't be edited|message_id_invalid/i],
  ['too old', /query is too old|query id is invalid/i],
  ['too large', /file is too big/i],
  ['migrated', /upgraded to a supergroup/i],
  ['webhook set', /webhook is active|webhook is set/i],
  ['another poller', /terminated by other/i],
] as const

export class TelegramTrouble extends Error {
  readonly trouble: Trouble
  constructor(trouble: Trouble) {
    super(codeOf(trouble))
    this.name = 'TelegramTrouble'
    this.trouble = trouble
  }
}

/** `telegram 403 blocked`. */
export function codeOf({ kind, status, reason }: Trouble): string {
  if (kind === 'unsent') return 'telegram not reached'
  if (kind === 'lost') return 'telegram gave no answer'
  return ['telegram', status, kind === 'foreign' ? 'not its own answer' : reason].filter(Boolean).join(' ')
}

export const reasonIn = (description: string): Reason | null =>
  REASONS.find(([, holds]) => holds.test(description))?.[0] ?? null

export const wayTrouble = (
  kind: 'foreign' | 'unsent' | 'lost',
  status: number | null = null,
): TelegramTrouble => new TelegramTrouble({ kind, status, reason: null, retryAfter: null, migratedTo: null })

export const troubleIn = (error: unknown): Trouble | null =>
  error instanceof TelegramTrouble ? error.trouble : null

/** 401 says it; an address that holds no such token is a 404. */
export const isTokenRefused = ({ kind, status }: Trouble): boolean =>
  kind === 'refused' && (status === 401 || status === 404)
