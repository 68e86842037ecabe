import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contradict, noAnswers, type RevisitAnswers, type Round } from '../../flows/casework/round.ts'
import { hearSurface, isTerse, surfaceOf } from '../../flows/casework/surface.ts'
import { SURFACE_CODES, SURFACE_SIGNALS, type SurfaceCode } from '../../flows/casework/tables/surface.ts'
import { anyRound, said, silent } from './rounds.ts'

const RUNS = { numRuns: 5_000 }
const codesOf = (round: Round, previous: Round | null = null): SurfaceCode[] =>
  surfaceOf(round, previous).reasons.map(({ code }) => code)
const calm: Round = { A: said(), B: said(), third: null }

describe('the surface score', () => {
  it('is nought where both are at peace', () => {
    expect(surfaceOf(calm, calm)).toEqual({ score: 0, band: 'none', reasons: [] })
  })

  it.each<[string, Partial<RevisitAnswers>, SurfaceCode[]]>([
    ['content at 2', { score: 2 }, ['SR2']],
    ['content at 3', { score: 3 }, []],
    ['not content, but it is not done', { score: 1, other: 'none' }, []],
    ['does not speak', { relation: 'silent' }, ['SR5']],
    ['avoids', { relation: 'avoid' }, ['SR5']],
    ['still angry', { relation: 'angry' }, ['SR5']],
    ['pressed', { freeWill: 'pressed' }, ['SR8']],
    ['reluctant', { freeWill: 'reluctant' }, []],
    ['unfair', { fairness: 'unfair' }, ['SR8']],
    ['not quite fair', { fairness: 'not-quite' }, []],
    ['afraid', { safety: 'afraid' }, ['SR9']],
    ['very afraid', { safety: 'very-afraid' }, ['SR9']],
    ['vented online', { danger: ['E04'] }, ['SR10']],
    ['said never mind', { heard: ['SR4'] }, ['SR4']],
  ])('of someone %s', (_, answers, codes) => {
    const quiet = answers.other === 'none' ? { ...calm, B: said({ own: 'none' }) } : calm
    expect(codesOf({ ...quiet, A: said(answers) })).toEqual(codes)
    expect(codesOf({ ...quiet, B: said(answers), A: said({ own: answers.other ?? 'all' }) })).toEqual(codes)
  })

  it('counts a signal once, however many show it, and names who did', () => {
    const both: Round = { A: said({ heard: ['SR4'] }), B: said({ heard: ['SR4'] }), third: null }
    expect(surfaceOf(both, both).reasons).toEqual([
      { code: 'SR4', points: 20, by: ['A', 'B'], zh: expect.any(String), en: expect.any(String) },
    ])
  })

  it('takes frictions from a third party as facts and everything else as tension', () => {
    expect(codesOf({ ...calm, third: { tense: false, heard: [] } })).toEqual([])
    expect(codesOf({ ...calm, third: { tense: true, heard: [] } })).toEqual(['SR6'])
    expect(codesOf({ ...calm, third: { tense: false, heard: ['SR5'] } })).toEqual(['SR6'])
    expect(codesOf({ ...calm, third: { tense: false, heard: ['SR7', 'SR10'] } })).toEqual(['SR7', 'SR10'])
  })

  it('hears silence only when it comes twice running', () => {
    const quiet: Round = { ...calm, B: silent }
    const curt: Round = { ...calm, B: said({ terse: true }) }
    expect(codesOf(quiet)).toEqual([])
    expect(codesOf(quiet, calm)).toEqual([])
    expect(codesOf(quiet, curt)).toEqual(['SR3'])
    expect(codesOf(curt, curt)).toEqual(['SR3'])
    expect(codesOf({ ...calm, B: { kind: 'declined' } }, { ...calm, B: { kind: 'declined' } })).toEqual([])
  })

  it('keeps the last round in mind', () => {
    expect(codesOf(calm, { ...calm, B: said({ score: 1, heard: ['SR4'] }) })).toEqual(['SR2', 'SR4'])
  })

  it('is what its reasons add up to, in the right band, and grows with every signal', () => {
    fc.assert(
      fc.property(
        anyRound,
        fc.option(anyRound, { nil: null }),
        fc.constantFrom(...SURFACE_CODES),
        (round, previous, more) => {
          const { score, band, reasons } = surfaceOf(round, previous)
          expect(score).toBe(reasons.reduce((sum, { points }) => sum + points, 0))
          expect(new Set(reasons.map(({ code }) => code)).size).toBe(reasons.length)
          expect(band).toBe(score >= 60 ? 'reopen' : score >= 30 ? 'surface' : score >= 10 ? 'watch' : 'none')
          const A =
            round.A.kind === 'answered'
              ? { ...round.A.answers, heard: [...round.A.answers.heard, more] }
              : { ...noAnswers, heard: [more] }
          const louder = surfaceOf({ ...round, A: { kind: 'answered', answers: A } }, previous)
          if (round.A.kind === 'answered') expect(louder.score).toBeGreaterThanOrEqual(score)
          expect(louder.reasons.map(({ code }) => code)).toContain(more)
        },
      ),
      RUNS,
    )
  })

  it('does not care which side is called A', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        expect(surfaceOf({ ...round, A: round.B, B: round.A }, null).score).toBe(surfaceOf(round, null).score)
      }),
      RUNS,
    )
  })
})

describe('accounts', () => {
  const differ = (own: RevisitAnswers['own'], other: RevisitAnswers['other']) =>
    contradict({ ...noAnswers, own }, { ...noAnswers, other })

  it.each([
    ['all', 'none', true],
    ['none', 'all', true],
    ['all', 'part', true],
    ['part', 'none', true],
    ['part', 'all', false],
    ['none', 'part', false],
    ['all', 'all', false],
    ['none', 'none', false],
    ['not-due', 'none', false],
    ['all', null, false],
  ] as const)('"%s" against "%s"', (own, other, expected) => {
    expect(differ(own, other)).toBe(expected)
  })

  it('differ where more was paid than arrived', () => {
    const paid = { ...noAnswers, paidFen: 200 }
    expect(contradict(paid, { ...noAnswers, receivedFen: 199 })).toBe(true)
    expect(contradict(paid, { ...noAnswers, receivedFen: 200 })).toBe(false)
    expect(contradict({ ...noAnswers, receivedFen: 0 }, paid)).toBe(true)
  })
})

describe('hearing', () => {
  it.each<[string, SurfaceCode[]]>([
    ['看派出所面子，算了。告状的人以后别来。', ['SR4']],
    ['算了嘛，惹不起他', ['SR4']],
    ['要不算了嘛', ['SR4']],
    ['等明年再说', ['SR4']],
    ['走着瞧', ['SR4']],
    ['打算了很久，账也算了一下', []],
    ['两家不说话，乙把垃圾倒甲家门口。', ['SR5', 'SR7']],
    ['没倒垃圾了', []],
    ['没有堵水', []],
    ['他又把水堵了，还骂牲口', ['SR7']],
    ['签字是被逼的', ['SR8']],
    ['没有不公平', []],
    ['钱到了。孩子还是怕，有人在厕所门口堵她看。', ['SR9']],
    ['不怕他', []],
    ['我还怕他不成，他怕我', ['SR9']],
    ['他发抖音骂我', ['SR10']],
    ['弄好了，见面打招呼。', []],
    ['行，弄完了。', []],
    ['没过，可大家心里不服，说线划多了。', []],
    ['', []],
  ])('“%s”', (text, codes) => {
    expect(hearSurface(text)).toEqual(codes)
  })

  it('hears only what the table has phrases for, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const code of hearSurface(text)) expect(SURFACE_SIGNALS.map((one) => one.code)).toContain(code)
      }),
      RUNS,
    )
  })

  it.each([
    [['嗯'], true],
    [['好。', '行'], true],
    [['嗯嗯'], false],
    [['好', '都做到了'], false],
    [['。。'], false],
    [[], false],
  ])('calls %j terse: %s', (words, expected) => {
    expect(isTerse(words)).toBe(expected)
  })
})
