// Warnings on real books: the day's message, the quiet hours, RED at once, and nothing twice with two processes on one database.
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import { save } from '../../../db/commands/shared/case.ts'
import { tellVoice, upsertParty } from '../../../db/commands/shared/filing.ts'
import { tellAlike } from '../../../db/commands/shared/tell-alike.ts'
import { calendarDays, disputes, limits } from '../../../db/schema/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import type { WarningGroup } from '../../../flows/notices/warning-notice.ts'
import { filed, held, mediating, performing, report, wall } from '../case.ts'
import { at, DAY, HOUR, MINUTE, onServer, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START, onServer)

const kinds = async (to: Address, kind: string) =>
  (await now().told(to)).filter(({ notice }) => notice.kind === kind)
/** What each day's message held: when, and which codes about which cases. */
const digests = async (to: Address) =>
  (await now().told(to)).flatMap(({ at: when, notice }) =>
    notice.kind === 'warningDigest'
      ? [
          {
            when,
            codes: notice.groups.map(({ code, lines }) => [code, ...lines.flatMap(({ cases }) => cases)]),
          },
        ]
      : [],
  )
const shown = async (to: Address, when: number) => {
  const { groups } = (await now().asks(to, when, { do: 'showWarnings', with: {} })) as {
    groups: WarningGroup[]
  }
  return groups.map(({ code, lines }) => [code, ...lines.flatMap(({ cases }) => cases)])
}
const given = async (code: string) => (await now().rows('warnings')).filter((row) => row.code === code)

/** Agreed in writing, without a photo of the paper. */
const unsigned = () =>
  performing(now(), {
    from: now().resident(),
    now: START,
    owed: [{ what: '22:30后不放音响', due: null }],
    told: wall(),
  })

/** Both processes look at whatever comes due, at once. */
async function bothUntil(then: number): Promise<void> {
  const other = await now().another()
  const stores = [now().store, other]
  for (;;) {
    const next = await now().store.dues.next()
    if (next === null || next > then) break
    const claimed = await now().store.dues.claim(next, 50, MINUTE)
    for (const due of claimed)
      await (due.kind === 'act'
        ? Promise.all(stores.map(({ dues }) => dues.act(due.id, next)))
        : now().store.dues.done(due.id))
  }
  await other.close()
}

test('what can wait is told once, in one message of the morning, whichever process sweeps', async () => {
  const { officer, leader, chief } = now()
  await unsigned()
  await bothUntil(START + 7 * DAY)
  // Two days after the agreement it stands at night; nobody hears of it before half past eight.
  expect(await digests(officer.at)).toEqual([
    { when: at('2026-11-28', '08:30'), codes: [['W22', 'RD-2026-0001']] },
  ])
  expect(await digests(leader.at)).toEqual([])
  expect(await digests(chief.at)).toEqual([])
  expect(await given('W22')).toMatchObject([{ ended_at: null, told_at: String(at('2026-11-28', '08:30')) }])
  expect(await now().waits('warnings')).toMatchObject([{ at: at('2026-12-03', '08:30') }])
})

test('a photo of the paper ends the warning, and whoever asks sees only what stands', async () => {
  const { officer, other, leader } = now()
  const id = await unsigned()
  await now().until(START + 4 * DAY)
  expect(await shown(officer.at, START + 4 * DAY)).toContainEqual(['W22', 'RD-2026-0001'])
  // Who answers for the case sees it as well, and a colleague of another village nothing.
  expect(await shown(leader.at, START + 4 * DAY)).toContainEqual(['W22', 'RD-2026-0001'])
  expect(await shown(other.at, START + 4 * DAY)).toEqual([])
  await photographed(id)
  await now().until(START + 5 * DAY)
  expect(await shown(officer.at, START + 5 * DAY)).not.toContainEqual(['W22', 'RD-2026-0001'])
  expect(await given('W22')).toMatchObject([{ ended_at: String(at('2026-11-30', '06:00')) }])
})

async function photographed(id: string): Promise<void> {
  const { store, officer } = now()
  const photo = await store.files.put(
    { type: 'image/png', name: null, bytes: new Uint8Array([1]), by: officer.at },
    START + 4 * DAY,
  )
  await now().does(officer.at, START + 4 * DAY, async (books) => {
    const { row } = await held(books, id)
    await books.attachFiles([photo], { id, keyId: row.keyId }, 'signed')
  })
}

test('of a RED case nothing waits, and of another nobody is called at night', async () => {
  const { officer, chief } = now()
  const id = await unsigned()
  await now().does(officer.at, START + HOUR, async (books) => {
    await books.tx.update(disputes).set({ level: 'RED' }).where(eq(disputes.id, id))
  })
  await now().until(START + 3 * DAY)
  expect(await kinds(officer.at, 'warning')).toMatchObject([
    {
      at: at('2026-11-28', '06:00'),
      notice: { code: 'W22', facts: { number: 'RD-2026-0001', level: 'RED' } },
    },
  ])
  expect(await digests(officer.at)).toEqual([])
  expect(await kinds(chief.at, 'warning')).toEqual([])

  // YELLOW, told at 22:30: its day for a first contact ends at 22:30.
  await filed(now(), now().resident(), at('2026-12-01', '22:30'))
  await now().until(at('2026-12-04', '09:00'))
  expect((await kinds(now().leader.at, 'contactLate')).map(({ at: when }) => when)).toEqual([
    at('2026-12-03', '08:00'),
    at('2026-12-04', '08:00'),
  ])
})

test('wages before the festival: a list every week, without what the township may not see', async () => {
  const { chief } = now()
  const township = await now().hires('示例镇综治办', ['township'], ['jia'])
  const wages = (more = {}) => report({ category: 'LB-WG', counterpart: '老板', ...more })
  await filed(now(), now().resident(), START, wages({ name: '工人甲', phone: '13900000011' }))
  await filed(
    now(),
    now().resident(),
    START,
    wages({ name: '工人乙', phone: '13900000012', danger: ['A11'] }),
  )
  await now().until(at('2026-12-09', '09:00'))
  // Sixty days before 6 February 2027.
  const of = (all: Awaited<ReturnType<typeof digests>>) =>
    all.flatMap(({ when, codes }) => codes.filter(([code]) => code === 'W10').map((one) => [when, ...one]))
  expect(of(await digests(chief.at))).toEqual([
    [at('2026-12-08', '08:30'), 'W10', 'RD-2026-0001', 'RD-2026-0002'],
  ])
  expect(of(await digests(township.at))).toEqual([[at('2026-12-08', '08:30'), 'W10', 'RD-2026-0001']])
})

test('a day entered by hand and a cluster of disputes are told once', async () => {
  const { chief, leader } = now()
  const matters = ['修路的时候挡了门口', '雨水流到我家院坝', '半夜狗叫睡不着']
  for (const [i, name] of ['村民甲', '村民丙', '村民戊'].entries()) {
    const told = report({
      name,
      phone: `1390000002${i}`,
      narrative: { text: matters[i] ?? '', files: [] },
      counterpart: `对方${i}`,
      place: { village: 'yi', text: '' },
    })
    await filed(now(), now().resident(), START, told)
  }
  await now().does(chief.at, START, async (books) => {
    const day = { stationId: books.station.id, zh: '赛马节', en: 'Horse race', by: 'admin', at: START }
    await books.tx.insert(calendarDays).values({ ...day, day: '2026-12-04', kind: 'sensitive' })
  })
  await now().until(START + 7 * DAY)
  const all = ['RD-2026-0001', 'RD-2026-0002', 'RD-2026-0003']
  expect(await digests(leader.at)).toEqual([{ when: at('2026-11-26', '08:30'), codes: [['W17', ...all]] }])
  expect(await digests(chief.at)).toEqual([{ when: at('2026-11-27', '08:30'), codes: [['W12']] }])
})

test('a limit of law: the officer in the morning, and whoever suffers in their own chat', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await mediating(now(), from, START, report({ category: 'LB-WG' }))
  await now().does(officer.at, START, async (books) => {
    await upsertParty(books, await held(books, id), 'A', {
      addressId: (await held(books, id)).row.reporterAddress,
    })
    const until = at('2026-12-04', '23:59')
    const row = { stationId: books.station.id, id: books.newId(), disputeId: id, code: 'T-LAB-1Y' }
    await books.tx.insert(limits).values({ ...row, from: START - 355 * DAY, until, state: 'running' })
  })
  await now().until(at('2026-12-06'))
  expect(
    (await digests(officer.at)).flatMap(({ when, codes }) => codes.map(([code]) => [when, code])),
  ).toEqual(
    expect.arrayContaining([
      [at('2026-11-26', '08:30'), 'W09'],
      [at('2026-11-27', '08:30'), 'W09'],
    ]),
  )
  // Nine days left at first sight, and seven on the next day.
  expect((await kinds(from, 'limitSoon')).map(({ at: when }) => when)).toEqual([
    at('2026-11-26', '09:00'),
    at('2026-11-27', '09:00'),
  ])
})

test('a voice that nobody opens goes to those who may hear it, then to whoever is on duty; one that was opened to nobody', async () => {
  const { store, officer, mediator, leader, other } = now()
  const duty = await now().hires('示例值班民警', ['duty'])
  const heard = async (told: boolean) => {
    const from = now().resident()
    const id = await mediating(now(), from, START, report())
    const type = 'audio/ogg'
    const voice = await store.files.put({ type, name: null, bytes: new Uint8Array([1]), by: from }, START)
    await now().does(officer.at, START, async (books) => {
      const c = await held(books, id)
      await books.tx.execute(
        sql`update files set dispute_id = ${id}, key_id = ${c.row.keyId} where id = ${voice.id}`,
      )
      await tellVoice(books, c, [voice])
    })
    if (told)
      await now().does(officer.at, START + MINUTE, async (books) =>
        books.audit('read-file', `file:${voice.id}`),
      )
    await now().until(START + HOUR)
  }
  const cards = async (to: Address) =>
    (await kinds(to, 'voice')).map(({ at: when }) => (when - START) / MINUTE)
  await heard(true)
  expect([await cards(officer.at), await cards(mediator.at), await cards(duty.at)]).toEqual([[0], [], []])
  await heard(false)
  expect([await cards(officer.at), await cards(mediator.at)]).toEqual([[0, 0, 15, 30], [15]])
  expect([await cards(leader.at), await cards(duty.at), await cards(other.at)]).toEqual([
    [0, 0, 30],
    [30],
    [],
  ])
  expect(await given('W19')).toHaveLength(2)
})

test('the machine’s own faults go to the chief and whoever is on duty at any hour, once from all processes', async () => {
  const { store, chief, officer } = now()
  const duty = await now().hires('示例值班民警', ['duty'])
  const other = await now().another()
  const since = at('2026-11-26', '02:00')
  const facts = { troubles: [{ channel: 'telegram', kind: 'token' as const, since }], mended: [] }
  const look = (when: number) =>
    Promise.all([store, other].map(({ machine }) => machine.troubles(facts, when)))
  await look(since + MINUTE / 2)
  expect(await kinds(chief.at, 'warning')).toEqual([])
  await look(since + MINUTE)
  await look(since + HOUR)
  for (const to of [chief.at, duty.at])
    expect(await kinds(to, 'warning')).toMatchObject([
      { at: since + MINUTE, notice: { code: 'W20', facts: null, line: { cases: [] } } },
    ])
  expect(await kinds(officer.at, 'warning')).toEqual([])
  expect(await shown(chief.at, since + HOUR)).toEqual([['W20']])
  await store.machine.troubles({ troubles: [], mended: ['telegram:token'] }, since + 2 * HOUR)
  expect(await shown(chief.at, since + 2 * HOUR)).toEqual([])
  await other.close()
})

test('a report of a matter that had ended stands a level higher and is the leader’s to know', async () => {
  const { leader, officer } = now()
  const from = now().resident()
  const id = await filed(now(), from, START, wall())
  await now().does(leader.at, START + HOUR, async (books) => {
    const c = await held(books, id)
    await save(books, c, { officerId: officer.person, leaderId: leader.person })
    await books.tx.update(disputes).set({ state: 'CLOSED', closedAt: books.now }).where(eq(disputes.id, id))
  })
  const again = await filed(now(), from, START + 2 * DAY, report())
  await now().does(leader.at, START + 2 * DAY, async (books) => tellAlike(books, await held(books, again)))
  await now().until(START + 2 * DAY)
  // The first was YELLOW.
  expect((await now().rows('disputes')).find((row) => row.id === again)).toMatchObject({ level: 'ORANGE' })
  await now().until(START + 3 * DAY)
  expect((await digests(leader.at)).flatMap(({ codes }) => codes)).toContainEqual([
    'W16',
    'RD-2026-0002',
    'RD-2026-0001',
  ])
  expect(await given('W13')).toHaveLength(1)
})

test('who has no chat is no use to be told: the chief is', async () => {
  const { officer, chief } = now()
  await unsigned()
  await now().does(chief.at, START + HOUR, async (books) => {
    await books.tx.execute(sql`update addresses set person_id = null where person_id = ${officer.person}`)
  })
  await now().until(START + 3 * DAY)
  expect((await digests(chief.at)).flatMap(({ codes }) => codes)).toEqual([['W22', 'RD-2026-0001']])
})

test('a case that has ended before the morning is told of to nobody', async () => {
  const { officer } = now()
  const id = await unsigned()
  await now().until(at('2026-11-28', '07:00'))
  expect(await given('W22')).toHaveLength(1)
  await now().does(officer.at, at('2026-11-28', '07:30'), async (books) => {
    const c = await held(books, id)
    await mustAdvance(books, c, 'REVISITING', {
      roles: ['officer'],
      facts: { openDuties: 0, performance: 'proof' },
    })
    const facts = { openRounds: 0, askedSeparately: true, openDuties: 0, surfaceScore: 0 }
    await mustAdvance(books, c, 'CLOSED', { roles: ['leader'], facts })
  })
  await now().until(START + 5 * DAY)
  expect(await digests(officer.at)).toEqual([])
  expect(await given('W22')).toMatchObject([{ ended_at: String(at('2026-11-28', '08:30')) }])
})
