import { flow } from '../core/flow.ts'
import type { NoteJoined, WelcomeGiven } from './commands.ts'

/** A side opened the link that an officer gave it. Nothing is asked, and nothing is said about who reported. */
export const welcome = flow<WelcomeGiven>('welcome', { version: 1 })
  .direct()
  .done(({ given: { dispute, side } }): NoteJoined => ({ do: 'noteJoined', with: { dispute, side } }))
