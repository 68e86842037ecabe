// How each side of a round is asked: what the level wants, what its channel will still take on that day, and why.
import { afterSending, maySend, type Reach } from './allowance.ts'
import type { Instant } from './calendar.ts'
import { levelInfo } from './level.ts'
import type { SideName } from './round.ts'
import type { Rulebook } from './rulebook.ts'
import type { Said } from './said.ts'
import type { Level, Mode } from './tables/level.ts'

/**
 * Whether the desk may begin a chat: `ordinary` unless officers alone may speak, `contact-plan` because the person at
 * risk allowed it, `none` not at all.
 */
export type ChatBy = 'ordinary' | 'contact-plan' | 'none'

/** How one side can be asked. */
export type Way = {
  chatBy: ChatBy
  reach: Reach
  /** There is a number to call; without one somebody has to go. */
  phone?: boolean
}

/** A side of whom nothing is known but that it writes to a channel that takes everything. */
export const ANY_WAY: Way = {
  chatBy: 'ordinary',
  reach: { allowance: { kind: 'always' }, lastHeard: null, grants: 0 },
}

export type HowAndWhy = { mode: Mode; why: Said }

/** Where a round stands among those of its plan. A plan of one is the first and the last. */
export type Place = { first: boolean; last: boolean }

/** First and last in person: at RED and ORANGE, and where officers alone may speak (domain 6.2). */
const inPerson = (level: Level, officerLed: boolean): boolean =>
  officerLed || level === 'RED' || level === 'ORANGE'

/** What the level wants at this place, before anybody asks whether it can be done. */
export function wanted(
  level: Level,
  { first, last }: Place,
  officerLed: boolean,
  rulebook: Pick<Rulebook, 'levels'>,
): HowAndWhy {
  const modes = modesOf(level, officerLed, rulebook)
  const mode = last ? modes.last : first ? modes.first : modes.middle
  const led = officerLed && (first || last)
  return { mode, why: led ? LED_IN_PERSON : byLevel(level, mode, modes) }
}

type Modes = { first: Mode; middle: Mode; last: Mode }

const modesOf = (level: Level, officerLed: boolean, { levels }: Pick<Rulebook, 'levels'>): Modes =>
  inPerson(level, officerLed)
    ? { ...levels[level].modes, first: 'visit', last: 'visit' }
    : levels[level].modes

/** What can be done on the day, and what is left of the side's permissions afterwards. */
export function possible(
  side: SideName,
  way: Way,
  want: HowAndWhy,
  at: Instant,
  officerLed: boolean,
): HowAndWhy & { reach: Reach } {
  const { reach, chatBy, phone = true } = way
  if (want.mode === 'visit') return { ...want, reach }
  if (want.mode === 'call') return { ...(phone ? want : noPhone(side)), reach }
  const barrier = barrierOf(side, chatBy, reach, at, officerLed)
  if (barrier) return { ...instead(barrier, side, phone), reach }
  const why = maySend(at, reach) === 'grant' ? granted(side) : want.why
  return { mode: 'chat', why, reach: afterSending(at, reach) }
}

/** True when this side may be asked in chat some day; without it every round needs a working day. */
export const mayEverChat = ({ chatBy, reach }: Way, officerLed: boolean): boolean =>
  chatBy !== 'none' && !(officerLed && chatBy === 'ordinary') && reach.allowance.kind !== 'never'

/** The gravest way of a round is the round's. */
export const heavier = (one: Mode, other: Mode): Mode =>
  one === 'visit' || other === 'visit' ? 'visit' : one === 'call' || other === 'call' ? 'call' : 'chat'

/** What was wanted of a round before one side's chat or number was found missing. */
export const lighter = (modes: readonly Mode[]): Mode =>
  modes.includes('chat') ? 'chat' : modes.includes('call') ? 'call' : 'visit'

const NAMES: { [side in SideName]: Said } = {
  A: { zh: '甲方', en: 'side A' },
  B: { zh: '乙方', en: 'side B' },
}

const LED_IN_PERSON: Said = {
  zh: '家暴、性侵、涉未成年人：首尾上门',
  en: 'domestic, sexual and child cases: first and last in person',
}

/** Why no chat can be begun; null when one can. */
function barrierOf(
  side: SideName,
  chatBy: ChatBy,
  { allowance, lastHeard, grants }: Reach,
  at: Instant,
  officerLed: boolean,
): Said | null {
  const { zh, en } = NAMES[side]
  if (officerLed && chatBy === 'ordinary')
    return {
      zh: '家暴、性侵、涉未成年人只由民警联系',
      en: 'domestic, sexual and child cases: officers only',
    }
  if (chatBy === 'none') return { zh: `${zh}没有聊天方式`, en: `no chat with ${en}` }
  if (maySend(at, { allowance, lastHeard, grants }) !== 'no') return null
  if (allowance.kind === 'window')
    return {
      zh: `过了${allowance.hours}小时，${zh}的聊天发不进去`,
      en: `the chat of ${en} closes ${allowance.hours} hours after their last message`,
    }
  return { zh: `${zh}的聊天只能回，不能先发`, en: `the chat of ${en} takes answers only` }
}

const instead = (barrier: Said, side: SideName, phone: boolean): HowAndWhy =>
  phone
    ? { mode: 'call', why: { zh: `${barrier.zh}，打电话`, en: `${barrier.en}; by phone` } }
    : {
        mode: 'visit',
        why: {
          zh: `${barrier.zh}，${NAMES[side].zh}也没有电话，上门`,
          en: `${barrier.en}, and no number; in person`,
        },
      }

const noPhone = (side: SideName): HowAndWhy => ({
  mode: 'visit',
  why: { zh: `${NAMES[side].zh}没有电话，上门`, en: `no number of ${NAMES[side].en}; in person` },
})

const granted = (side: SideName): Said => ({
  zh: `用${NAMES[side].zh}的一次许可发消息`,
  en: `a permission of ${NAMES[side].en} is used for a message`,
})

const HOW: { [mode in Mode]: Said } = {
  chat: { zh: '聊天问', en: 'in chat' },
  call: { zh: '打电话', en: 'by phone' },
  visit: { zh: '上门', en: 'in person' },
}

/** `橙色：首尾上门`. */
function byLevel(level: Level, mode: Mode, modes: Modes): Said {
  const where = whereOf(mode, modes)
  const name = levelInfo(level)
  return {
    zh: `${name.zh}色：${where.zh}${HOW[mode].zh}`,
    en: `${name.en.toLowerCase()}: ${where.en} ${HOW[mode].en}`,
  }
}

function whereOf(mode: Mode, { first, middle, last }: Modes): Said {
  const [begins, between, ends] = [first === mode, middle === mode, last === mode]
  if (begins && between && ends) return { zh: '一律', en: 'all' }
  if (begins && ends) return { zh: '首尾', en: 'first and last' }
  if (begins && between) return { zh: '末次以前', en: 'all but the last' }
  if (between && ends) return { zh: '首次以后', en: 'all but the first' }
  if (begins) return { zh: '首次', en: 'the first' }
  return ends ? { zh: '末次', en: 'the last' } : { zh: '中间', en: 'those between' }
}
