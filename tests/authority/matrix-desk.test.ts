// Who may do what at the desk: wishes, codes, reports, buttons and forms. And: the table leaves nothing out.
import { expect, test } from 'vitest'
import { handlers } from '../../db/commands/index.ts'
import { atDesk, entries, matrix, onCase } from './matrix.ts'
import { WHO } from './who.ts'

test('the table has cells for every command, and the two files try all of them', () => {
  expect(entries.length).toBeGreaterThanOrEqual(600)
  expect([...atDesk, ...onCase].sort()).toEqual(Object.keys(handlers).sort())
  for (const command of Object.keys(handlers)) {
    const mine = entries.filter((entry) => entry.command === command)
    // Nobody but the clock has nothing to do with a command.
    expect(new Set(mine.map(({ who }) => who)).size, command).toBeGreaterThanOrEqual(WHO.length - 1)
    expect(new Set(mine.map(({ word }) => word)).size, command).toBeGreaterThanOrEqual(2)
  }
})

matrix(atDesk)
