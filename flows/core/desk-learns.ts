// What the books answered to a command of the desk itself, in words.
import { isRefused, type Refused } from './command.ts'
import type { KeepCorrection, ListMine, MakeCode, Opened, SetGroup, UseCode } from './desk-commands.ts'
import type { Json } from './event.ts'
import type { House } from './house.ts'
import { again, quiet, type Received, type Told, wordsOf } from './received.ts'
import { say } from './reply.ts'
import { opened, stands } from './seat.ts'
import { type Sitting, withMatters } from './sitting.ts'
import { coreWords } from './words.ts'

type Came<C extends { result?: unknown }> = Exclude<NonNullable<C['result']>, Refused>

export function deskLearns(house: House, sitting: Sitting, name: string, value: Json, told: Told): Received {
  const words = wordsOf(house, sitting)
  if (isRefused(value)) return refused(house, sitting, name, value, told)
  switch (name) {
    case 'open':
    case 'overheard':
    case 'press':
      return opened(house, sitting, value as Opened, told)
    case 'useCode':
      return codeUsed(house, sitting, value as Came<UseCode>, told)
    case 'makeCode':
      return again(house, sitting, words.code.made(value as Came<MakeCode>), told)
    case 'listMine': {
      const { cases, offset } = value as Came<ListMine>
      return again(house, sitting, [words.mine(cases, offset)], told)
    }
    case 'keepCorrection':
      return correctionKept(house, sitting, value as Came<KeepCorrection>, told)
    case 'alertsOn':
    case 'alertsOff': {
      const { set } = value as Came<SetGroup>
      const { on, off, unchanged } = words.group
      return again(house, sitting, [set ? (name === 'alertsOn' ? on : off) : unchanged], told)
    }
    case 'human':
      return { ...quiet(sitting), replies: [say(words.human)] }
    default:
      return quiet(remember(sitting, value))
  }
}

function refused(house: House, sitting: Sitting, name: string, value: Refused, told: Told): Received {
  const words = wordsOf(house, sitting)
  const reason = value.say?.[sitting.locale === 'en' ? 'en' : 'zh']
  switch (name) {
    case 'useCode':
      // Wrong, used and old look the same.
      return again(house, sitting, [reason ?? words.code.wrong], told)
    case 'alertsOn':
    case 'alertsOff':
    case 'overheard':
      return unknown(house, sitting, told)
    case 'makeCode':
    case 'listMine':
      return again(house, sitting, [reason ?? coreWords(sitting.locale).refused(value.refused)], told)
    default:
      return {
        ...quiet(sitting),
        replies: [say(reason ?? coreWords(sitting.locale).refused(value.refused))],
      }
  }
}

/** What a word that means nothing here is met with. */
function unknown(house: House, sitting: Sitting, told: Told): Received {
  const { unknownToStaff, nothingOpen } = wordsOf(house, sitting)
  return again(house, sitting, told.staff ? [unknownToStaff] : sitting.open ? [] : [nothingOpen], told)
}

function codeUsed(house: House, sitting: Sitting, came: Came<UseCode>, told: Told): Received {
  if ('flow' in came) return opened(house, sitting, came, told)
  const { code, help } = wordsOf(house, sitting)
  if (came.as === 'staff') return again(house, sitting, [code.staff(came.name), ...help.staff], told)
  const joined = code.joined(came.matters.map(({ number }) => number))
  return again(house, withMatters(sitting, came.matters), [joined], told)
}

function correctionKept(house: House, sitting: Sitting, came: Came<KeepCorrection>, told: Told): Received {
  const { correction } = wordsOf(house, sitting)
  const said = 'number' in came ? correction.kept(came.number) : correction.sayAgain
  const after = stands(house, remember(sitting, came), told)
  return { ...after, replies: [say(said), ...after.replies] }
}

/** A case that the books speak of belongs to this person's matters from now on. */
export function remember(sitting: Sitting, value: Json): Sitting {
  const { dispute, number } = (value ?? {}) as { dispute?: string; number?: string }
  return dispute && number ? withMatters(sitting, [{ dispute, number }]) : sitting
}
