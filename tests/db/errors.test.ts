// What leaves the books when something fails: a code, never what a person wrote.
import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { BooksError, codeOf, collided, presentable } from '../../db/errors.ts'
import { Unavailable } from '../../flows/core/ports.ts'

const coded = (code: string, more: object = {}) => Object.assign(new Error('SECRET'), { code, ...more })
const wrapped = (cause: Error) => new DrizzleQueryError('insert SECRET', ['SECRET'], cause)

test.each([
  'ECONNREFUSED',
  'CONNECTION_CLOSED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P03',
  '53300',
  '53100',
  '55P03',
  '57014',
  '40P01',
  '08006',
])('%s: the database is away, and the same may be asked again', (code) => {
  for (const error of [coded(code), wrapped(coded(code))]) {
    const shown = presentable(error) as Error
    expect(shown).toBeInstanceOf(Unavailable)
    expect(shown.message).toBe(`the database is away: ${code}`)
    expect(`${shown.stack} ${JSON.stringify(shown)}`).not.toContain('SECRET')
  }
})

test.each([
  [
    coded('23505', { severity: 'ERROR', constraint_name: 'disputes_number' }),
    '23505',
    '23505 at disputes_number',
  ],
  [coded('23503', { severity: 'ERROR', constraint: 'parties_fk' }), '23503', '23503 at parties_fk'],
  [coded('42P01', { severity: 'ERROR', table: 'heard' }), '42P01', '42P01 at heard'],
  [coded('22021'), '22021', '22021'],
])('a refusal of the database is a code and a place', (cause, code, message) => {
  for (const error of [cause, wrapped(cause)]) {
    const shown = presentable(error) as BooksError
    expect(shown).toBeInstanceOf(BooksError)
    expect(shown.code).toBe(code)
    expect(shown.message).toBe(`the books failed: ${message}`)
    expect(shown.cause).toBeUndefined()
    expect(`${shown.stack} ${JSON.stringify(shown)}`).not.toContain('SECRET')
  }
})

test('refusals and mistakes of handlers pass as they are', () => {
  for (const error of [
    new Error('There is no case K2.'),
    new Unavailable('x'),
    new BooksError('tampered'),
    'text',
  ])
    expect(presentable(error)).toBe(error)
})

test('codes are found however deep', () => {
  expect(codeOf(new Error('a', { cause: new Error('b', { cause: coded('40001') }) }))).toBe('40001')
  expect(codeOf(null)).toBeNull()
  expect(collided(wrapped(coded('40P01')))).toBe(true)
  expect(collided(wrapped(coded('23505')))).toBe(false)
})
