// The contract of the books: whatever database carries them passes all of this, with a tiny set of commands of its own.
import { describe } from 'vitest'
import { adminContract } from './store-admin.ts'
import { deskContract } from './store-desk.ts'
import { duesContract } from './store-dues.ts'
import { filesContract } from './store-files.ts'
import type { Carrier } from './store-kit.ts'
import { outboxContract } from './store-outbox.ts'
import { talkContract } from './store-talk.ts'
import { turnsContract } from './store-turns.ts'

export function storeContract(carrier: Carrier): void {
  describe(`the books on ${carrier.name}`, () => {
    describe('turns', () => {
      turnsContract(carrier)
    })
    describe('turns with commands', () => {
      talkContract(carrier)
    })
    describe('the outbox', () => {
      outboxContract(carrier)
    })
    describe('what is due', () => {
      duesContract(carrier)
    })
    describe('files', () => {
      filesContract(carrier)
    })
    describe('the desk', () => {
      deskContract(carrier)
    })
    describe('the command line', () => {
      adminContract(carrier)
    })
  })
}
