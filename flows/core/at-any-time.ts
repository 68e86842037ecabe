// What may be said at any time, whatever is open: help, a person, stop, a language, a code for another chat.
import { SILENT } from './begin.ts'
import type { Asked } from './command.ts'
import type { Event, Locale } from './event.ts'
import { isOneOf, plain, unslashed } from './hearing.ts'
import type { Global, House } from './house.ts'
import { again, asks, DESK, quiet, type Received, type Told, wordsOf } from './received.ts'
import { say } from './reply.ts'
import { toConversation } from './seat.ts'
import { disputeOf, type Sitting } from './sitting.ts'

/** The word a text consists of, in any language; the speaker's own comes first. */
export function globalWord(house: House, sitting: Sitting, text: string, told: Told): Global | null {
  const said = unslashed(text)
  if (plain(said) === '') return null
  for (const words of [wordsOf(house, sitting), ...Object.values(house.words)])
    for (const [word, hears] of Object.entries(words.hears) as [Global, readonly string[]][])
      if (isOneOf(said, hears)) return isFor(word, told) ? word : null
  return null
}

/** Staff do not stop the station's messages; residents have no cases to work on. */
const isFor = (word: Global, { staff }: Told): boolean =>
  word === 'stop' ? !staff : word === 'mine' ? staff : true

export function globally(house: House, sitting: Sitting, word: Global, told: Told): Received {
  const words = wordsOf(house, sitting)
  const dispute = sitting.open ? disputeOf(sitting.open) : (sitting.matters.at(-1)?.dispute ?? null)
  switch (word) {
    case 'zh':
    case 'en':
    case 'bo':
      return speaks(house, sitting, word, told)
    case 'back':
    case 'cancel':
      return sitting.open
        ? toConversation(house, sitting, { kind: word }, told, SILENT)
        : again(house, sitting, [words.nothingOpen], told)
    case 'human':
      return asks(sitting, 'human', { do: 'callHuman', with: { dispute } })
    case 'stop':
      return stops(house, sitting, dispute, told)
    case 'erase': {
      const asked = asks(sitting, 'erase', { do: 'requestErasure', with: { dispute } })
      return { ...asked, replies: [say(words.erase)] }
    }
    case 'link':
      return asks(sitting, 'makeCode', { do: 'makeCode', with: {} })
    case 'mine':
      return asks(sitting, 'listMine', { do: 'listMine', with: {} })
    case 'privacy':
      return again(house, sitting, [words.privacy], told)
    case 'help':
      return again(house, sitting, helpFor(house, sitting, told), told)
  }
}

export const helpFor = (house: House, sitting: Sitting, { staff }: Told): readonly string[] => {
  const { help } = wordsOf(house, sitting)
  return staff ? help.staff : help.resident
}

function stops(house: House, sitting: Sitting, dispute: string | null, told: Told): Received {
  const cancel: Event = { kind: 'cancel' }
  const ended = sitting.open ? toConversation(house, sitting, cancel, told, SILENT) : quiet(sitting)
  const command: Asked = { of: DESK, name: 'stop', command: { do: 'stopMessages', with: { dispute } } }
  return {
    sitting: ended.sitting,
    replies: [...ended.replies.filter(({ kind }) => kind === 'say'), say(wordsOf(house, sitting).stopped)],
    commands: [...ended.commands, command],
  }
}

export function speaks(house: House, sitting: Sitting, locale: Locale, told: Told): Received {
  const changed = { ...sitting, locale }
  if (sitting.open) return toConversation(house, changed, { kind: 'language', locale }, told, SILENT)
  return { ...quiet(changed), replies: [say(house.words[locale].language)] }
}
