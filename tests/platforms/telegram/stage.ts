// What people and groups of the fake act on.
import type { Callbacks } from './callbacks.ts'
import type { Commands } from './commands.ts'
import type { Files } from './files.ts'
import type { Time } from './time.ts'
import type { Updates } from './updates.ts'
import type { World } from './world.ts'

export type Stage = {
  world: World
  updates: Updates
  time: Time
  files: Files
  callbacks: Callbacks
  commands: Commands
  /** Of what is said in groups the bot hears commands and answers to it only. */
  privacy: boolean
}
