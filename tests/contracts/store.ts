// The contract of the books: whatever database carries them passes all of this, with a tiny set of commands of its own.
import { describe } from 'vitest'
import { adminContract } from './store-admin.ts'
import { albumContract } from './store-album.ts'
import { deskContract } from './store-desk.ts'
import { duesContract } from './store-dues.ts'
import { filesContract } from './store-files.ts'
import type { Carrier } from './store-kit.ts'
import { leasesContract } from './store-leases.ts'
import { movedContract } from './store-moved.ts'
import { outboxContract } from './store-outbox.ts'
import { reviseContract } from './store-revise.ts'
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
    describe('a receiver that moves', () => {
      movedContract(carrier)
    })
    describe('cards shown anew', () => {
      reviseContract(carrier)
    })
    describe('pictures sent together', () => {
      albumContract(carrier)
    })
    describe('leases', () => {
      leasesContract(carrier)
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
