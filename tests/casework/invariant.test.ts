// The rules of the invariant, one by one: what each asks of a matter, and where it begins to ask.
import { describe, expect, test } from 'vitest'
import type { DisputeMatter, RequestMatter } from '../../flows/casework/invariant/matter.ts'
import { GRACE, violationsOf } from '../../flows/casework/invariant/rules.ts'
import { VIOLATIONS, violationName, violationRank } from '../../flows/casework/invariant/violation.ts'
import { when } from './when.ts'

const NOW = when('2026-12-01 05:30')
const HOUR = 3_600_000

const dispute = (more: Partial<DisputeMatter> = {}): DisputeMatter => ({
  kind: 'dispute',
  id: 'd1',
  number: 'RD-2026-0001',
  state: 'MEDIATING',
  owned: true,
  led: true,
  waits: [{ kind: 'review', at: NOW + HOUR }],
  reporter: true,
  told: false,
  referral: null,
  duties: 0,
  rounds: 0,
  ...more,
})
const request = (more: Partial<RequestMatter> = {}): RequestMatter => ({
  kind: 'request',
  id: 'r1',
  number: 'RDK-2026-0001',
  state: 'taken',
  owned: true,
  led: true,
  waits: [{ kind: 'x', at: NOW + HOUR }],
  reporter: true,
  told: false,
  promisedBy: NOW + HOUR,
  dispute: false,
  ...more,
})
const at = (kind: string, later = HOUR) => ({ kind, at: NOW + later })
const codes = (matter: DisputeMatter | RequestMatter) => violationsOf(matter, NOW).map(({ code }) => code)

describe('a dispute', () => {
  test.each<[string, Partial<DisputeMatter>, string[]]>([
    ['that somebody has, and is looked at again', {}, []],
    ['that nobody has taken', { owned: false }, ['no-owner']],
    ['that nobody has taken, and is called for', { owned: false, waits: [at('accept')] }, []],
    [
      'that nobody has taken, and was called for',
      { owned: false, waits: [at('accept', -HOUR)] },
      ['no-owner', 'no-next', 'stuck'],
    ],
    ['without a leader under way', { led: false, waits: [at('owner')] }, ['no-leader']],
    [
      'without a leader before it is assigned',
      { state: 'SCREENING', led: false, waits: [at('contact')] },
      [],
    ],
    ['that was assigned once and has no alarm', { state: 'SCREENING', led: false }, ['no-leader']],
    ['that only the night looks at', { waits: [at('night')] }, ['no-next']],
    ['whose only act is as late as it may be', { waits: [at('target', -GRACE)] }, []],
    ['whose only act is later than that', { waits: [at('target', -GRACE - 1)] }, ['no-next', 'stuck']],
    [
      'with one act that was not done',
      { waits: [at('review'), at('duty', -HOUR), at('duty', -2 * HOUR)] },
      ['stuck'],
    ],
    ['that stands still without its day', { state: 'SUSPENDED' }, ['no-next']],
    ['that stands still until its day', { state: 'SUSPENDED', waits: [at('resume')] }, []],
    ['that is elsewhere and asked after', { state: 'REFERRED', waits: [at('receipt')] }, []],
    ['that is elsewhere until its day', { state: 'REFERRED', waits: [at('referral')] }, []],
    ['that anything new waits for', { waits: [at('anything-new')] }, []],
    [
      'that is elsewhere and looked at',
      { state: 'REFERRED', waits: [at('review'), at('tell'), at('owner')] },
      ['no-next'],
    ],
    ['that is settled elsewhere', { state: 'REFERRED', referral: { finished: true, told: true } }, []],
    [
      'that is settled elsewhere, untold',
      { state: 'REFERRED', referral: { finished: true, told: false } },
      ['end-untold'],
    ],
    ['whose duties nobody waits for', { state: 'PERFORMING', duties: 1 }, ['no-next']],
    ['whose duties have no day', { state: 'PERFORMING' }, []],
    ['whose rounds nobody waits for', { state: 'REVISITING', rounds: 2 }, ['no-next']],
    ['whose rounds are over', { state: 'REVISITING' }, []],
  ])('%s', (_, more, expected) => expect(codes(dispute(more))).toEqual(expected))

  test.each(['CLOSED', 'REJECTED', 'MERGED'] as const)('that is %s was told', (state) => {
    const ended = { state, owned: false, led: false, waits: [] }
    expect(codes(dispute(ended))).toEqual(['end-untold'])
    expect(codes(dispute({ ...ended, told: true }))).toEqual([])
    expect(codes(dispute({ ...ended, waits: [at('tell')] }))).toEqual([])
    expect(codes(dispute({ ...ended, waits: [at('tell', -HOUR)] }))).toEqual(['end-untold', 'stuck'])
    // Whoever told us of it had themselves erased.
    expect(codes(dispute({ ...ended, reporter: false }))).toEqual([])
  })
})

describe('a request', () => {
  test.each<[string, Partial<RequestMatter>, string[]]>([
    ['with a promise', {}, []],
    [
      'that nobody has taken and is called for',
      { state: 'open', owned: false, led: false, waits: [at('accept')] },
      [],
    ],
    [
      'that nobody has taken and that has its promise',
      { state: 'open', owned: false, led: true },
      ['no-owner'],
    ],
    [
      'that nobody calls for',
      { state: 'open', owned: false, led: false, waits: [] },
      ['no-owner', 'no-leader', 'no-next'],
    ],
    ['whose promise is over', { promisedBy: NOW - GRACE - 1 }, ['no-answer']],
    ['whose promise is over this minute', { promisedBy: NOW - GRACE }, []],
    ['that was answered, untold', { state: 'answered', waits: [] }, ['end-untold']],
    ['that was answered and told', { state: 'answered', told: true, waits: [] }, []],
    ['that became a dispute', { dispute: true, owned: false, waits: [], promisedBy: 0 }, []],
  ])('%s', (_, more, expected) => expect(codes(request(more))).toEqual(expected))
})

test('a violation says what it is about, in both languages, and names nobody', () => {
  expect(violationsOf(dispute({ waits: [] }), NOW)).toEqual([
    {
      code: 'no-next',
      zh: '没有下一步和时间',
      en: 'no next step with a time',
      about: 'MEDIATING',
      matter: { kind: 'dispute', id: 'd1', number: 'RD-2026-0001' },
    },
  ])
  expect(violationName('of-an-older-version')).toEqual({
    zh: 'of-an-older-version',
    en: 'of-an-older-version',
  })
  expect(violationRank('of-an-older-version')).toBe(VIOLATIONS.length)
  expect(violationRank('no-owner')).toBeLessThan(violationRank('end-untold'))
})
