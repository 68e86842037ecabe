// Somebody who uses Slack: says, presses, fills in and looks, as a person with the app on the screen does.
import { readBlocks } from './block-reading.ts'
import { newForms } from './forms.ts'
import { type Wire, wiresOf } from './json.ts'
import { newPressing } from './pressing.ts'
import type { Reading } from './reading.ts'
import { newSeat, type Place, type Surroundings, type Warning } from './seat.ts'
import { namesOf, type Seen } from './seen.ts'
import { newSpeaking } from './speaking.ts'
import type { Account } from './workspace.ts'

export type SeenHome = Reading & { buttons: string[]; raw: Wire }
export type Person = ReturnType<typeof newPerson>

export function newPerson(account: Account, surroundings: Surroundings) {
  const { workspace } = surroundings
  const seat = newSeat(account, surroundings)
  const forms = newForms(seat)
  const { modal, fills, submits, closes } = forms

  return {
    id: account.id,
    name: account.name,
    team: account.team,
    /** The id of the direct messages with the bot. */
    dm: (): string => seat.direct().id,
    ...newSpeaking(seat),
    ...newPressing(seat, forms),
    modal,
    fills,
    submits,
    closes,

    /** What others have written where this person is: everywhere, or in one place. */
    sees: (place?: Place): Seen[] =>
      seat
        .posts(place)
        .filter(({ user }) => user !== account.id)
        .map(seat.read),
    /** The same with what this person wrote. */
    screen: (place?: Place): Seen[] => seat.posts(place).map(seat.read),
    home(): SeenHome | null {
      const home = workspace.homes.get(account.id)
      if (!home) return null
      const { buttons, ...reading } = readBlocks(wiresOf(home.given.blocks), namesOf(workspace))
      return { ...reading, buttons: buttons.map(({ label }) => label), raw: home.given }
    },
    /** What only this person saw is gone then. */
    reloads(): void {
      for (const post of workspace.posts.filter(({ only }) => only === account.id)) workspace.removePost(post)
    },
    /** ⚠ Something pressed, sent or typed was not acknowledged in time. */
    warnings: (): Warning[] => [...seat.warnings],
    /** The account is closed by whoever runs the workspace. */
    deactivates(): void {
      account.deleted = true
      seat.direct().archived = true
    },
  }
}
