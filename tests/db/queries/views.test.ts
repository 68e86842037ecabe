// What staff may read: checked at each reading, written down, and nothing for anybody else.
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { mustAdvance } from '../../../db/commands/shared/advance.ts'
import { evaluate } from '../../../db/commands/shared/grading.ts'
import { addNote } from '../../../db/commands/shared/note.ts'
import { contacts, disputes } from '../../../db/schema/index.ts'
import { assigned, filed, held, mediating, performing, report, wall } from '../case.ts'
import { at, type Colleague, DAY, HOUR, station } from '../station.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const cases = (who: Colleague, then = START) => now().store.desk.cases(who.at, then)
const story = (who: Colleague, number: string, then = START) => now().store.desk.story(who.at, number, then)
const NUMBER = 'RD-2026-0001'
const audited = async (action: string) => (await now().rows('audit')).filter((row) => row.action === action)

test('residents and strangers read nothing, and nothing is written about it', async () => {
  const from = now().resident()
  await filed(now(), from, START)
  expect(await now().store.desk.cases(from, START)).toBeNull()
  expect(await now().store.desk.story(from, NUMBER, START)).toBeNull()
  expect(await now().store.desk.story(now().resident(), NUMBER, START)).toBeNull()
  expect(await audited('read-cases')).toEqual([])
  expect(await audited('read-story')).toEqual([])
})

test('cases lie in the order of their risk, then of what is due; nothing personal is in them', async () => {
  const [blue, yellow, later] = [report(), wall(), wall()]
  await filed(now(), now().resident(), START, blue)
  await filed(now(), now().resident(), START + 2 * HOUR, later)
  await filed(now(), now().resident(), START + HOUR, yellow)
  await filed(now(), now().resident(), START + HOUR, report({ danger: ['A02'], weapon: 'yes' }))
  const lines = (await cases(now().chief))!
  expect(lines.map(({ number, level, state }) => [number, level, state])).toEqual([
    ['RD-2026-0004', 'RED', 'EMERGENCY'],
    ['RD-2026-0003', 'YELLOW', 'SCREENING'],
    ['RD-2026-0002', 'YELLOW', 'SCREENING'],
    ['RD-2026-0001', 'BLUE', 'SCREENING'],
  ])
  expect(lines[1]).toMatchObject({
    category: { zh: '邻里·院墙、地界（宅基以内）' },
    village: '示例甲村',
    stateName: { zh: '研判分流', en: 'Triage' },
    due: { what: { zh: '研判、首次联系', en: 'Triage, first contact' }, at: START + HOUR + DAY },
    overdue: false,
    officer: null,
  })
  for (const word of ['占了', '13900000001', '甲方', '乙方', '村口'])
    expect(JSON.stringify(lines)).not.toContain(word)
  expect((await audited('read-cases')).at(-1)).toMatchObject({ actor: now().chief.person })
})

test('an officer of another village does not see it; once it is assigned only those who answer for it do', async () => {
  const id = await filed(now(), now().resident(), START)
  const numbers = async (who: Colleague) => (await cases(who))!.map(({ number }) => number)
  expect(await numbers(now().officer)).toEqual([NUMBER])
  expect(await numbers(now().other)).toEqual([])
  expect(await story(now().other, NUMBER)).toBeNull()
  await now().does(now().leader.at, START, async (books) => {
    const people = { officerId: now().other.person, leaderId: now().leader.person }
    await books.tx.update(disputes).set(people).where(eq(disputes.id, id))
  })
  expect(await numbers(now().officer)).toEqual([])
  expect(await numbers(now().other)).toEqual([NUMBER])
  expect((await cases(now().other))![0]).toMatchObject({ mine: true, officer: '示例驻村民警乙' })
  expect((await cases(now().chief))![0]).toMatchObject({ mine: false })
})

test('what nobody has yet belongs to the leaders who give it to somebody', async () => {
  await filed(now(), now().resident(), START)
  expect(await cases(now().leader)).toMatchObject([{ mine: true }])
  expect(await cases(now().officer)).toMatchObject([{ mine: false }])
})

test('what is past its time says so', async () => {
  await assigned(now(), now().resident(), START)
  expect(await cases(now().officer)).toMatchObject([
    { due: { what: { zh: '签收', en: 'Acknowledge' }, at: START + 4 * HOUR }, overdue: false },
  ])
  expect(await cases(now().officer, START + 5 * HOUR)).toMatchObject([{ overdue: true }])
})

test('a case that ended stays in the list for a month, behind those that are open', async () => {
  const id = await filed(now(), now().resident(), START, wall())
  await filed(now(), now().resident(), START, report())
  await now().does(now().leader.at, START, async (books) => {
    const facts = { reason: '重复', reporterTold: true }
    await mustAdvance(books, await held(books, id), 'REJECTED', { roles: ['leader'], facts })
  })
  const states = async (then: number) => (await cases(now().chief, then))!.map(({ state }) => state)
  expect(await states(START + DAY)).toEqual(['SCREENING', 'REJECTED'])
  expect(await states(START + 31 * DAY)).toEqual(['SCREENING'])
})

test('the story opens what was told, for those who handle it, and is written to the audit', async () => {
  const [from, joined] = [now().resident(), now().resident()]
  const told = wall({ wish: '让他拆了', amount: { fen: 120_050, approx: true }, safeContact: '白天打电话' })
  const owed = [
    { what: '把墙退0.3米', due: '2026-12-20' },
    { what: '赔一百元', due: '2026-12-10', amountFen: 10_000 },
  ]
  const id = await performing(now(), { from, joined, now: START, owed, told })
  await now().does(now().officer.at, START, async (books) => {
    const c = await held(books, id)
    await addNote(books, c, 'note', now().officer.person, '量过了')
    const row = books.newId()
    await books.tx.insert(contacts).values({
      stationId: books.station.id,
      id: row,
      disputeId: id,
      at: books.now,
      by: now().officer.person,
      side: 'A',
      how: 'phone',
      rightsRead: true,
      willing: 'yes',
      note: c.vault.seal('contacts.note', row, '愿意谈'),
    })
  })
  const read = (await story(now().officer, NUMBER, START + HOUR))!
  expect(read).toMatchObject({
    number: NUMBER,
    state: 'PERFORMING',
    mine: true,
    officer: '示例驻村民警甲',
    leader: '示例副所长',
    narrative: told.narrative.text,
    parties: [
      {
        side: 'A',
        label: { zh: '甲方', en: 'Party A' },
        name: '甲方',
        phone: '13900000001',
        reachable: true,
      },
      { side: 'B', label: { zh: '乙方', en: 'Party B' }, name: '乙方', phone: null, reachable: true },
    ],
    duties: [
      {
        no: 1,
        debtor: { code: 'B', zh: '乙方', en: 'Party B' },
        what: '把墙退0.3米',
        state: { code: 'open', zh: '未到期', en: 'Not due yet' },
        amountFen: null,
      },
      {
        no: 2,
        debtor: { code: 'B' },
        what: '赔一百元',
        state: { code: 'open' },
        amountFen: 10_000,
        paidFen: 0,
      },
    ],
  })
  const facts = Object.fromEntries(read.facts.map(({ label, value }) => [label.zh, value]))
  expect(facts).toMatchObject({
    想怎么办: '让他拆了',
    金额: { zh: '约1200.50元', en: 'about 1,200.50 yuan' },
    安全联系方式: '白天打电话',
    地点: '示例甲村 村口',
    身份: { zh: '当事人', en: 'A party' },
  })
  expect(read.path.map(({ to }) => to.zh)).toEqual([
    '已登记',
    '研判分流',
    '已受理',
    '已分派',
    '已签收',
    '调解中（含调查）',
    '调解成功',
    '履行中',
  ])
  expect(read.path[3]).toMatchObject({
    by: '示例副所长',
    from: { code: 'ACCEPTED', zh: '已受理', en: 'Accepted' },
    reason: { zh: '分派', en: 'Assigned' },
  })
  expect(read.gradings[0]).toMatchObject({ level: 'YELLOW', by: { zh: '机器人', en: 'Bot' } })
  expect(read.gradings[0]!.reasons.map(({ zh, points }) => [zh, points])).toContainEqual([
    '推搡、抓扯，未受伤',
    10,
  ])
  expect(read.revisits.filter(({ round }) => round === 1).map(({ side, state }) => [side, state])).toEqual([
    ['A', { code: 'planned', zh: '待访', en: 'Planned' }],
    ['B', { code: 'planned', zh: '待访', en: 'Planned' }],
  ])
  expect(read.log).toContainEqual({
    at: START,
    what: { zh: '记录', en: 'Note' },
    by: '示例驻村民警甲',
    text: '量过了',
  })
  expect(read.log).toContainEqual({
    at: START,
    what: { zh: '联系甲方（电话）', en: 'Contact: Party A (by phone)' },
    by: '示例驻村民警甲',
    text: { zh: '已告知权利义务；愿意；愿意谈', en: 'Rights and duties were read out; Willing; 愿意谈' },
  })
  expect(await audited('read-story')).toMatchObject([
    { actor: now().officer.person, subject: `dispute:${id}` },
  ])
  expect(JSON.stringify(await now().rows('audit'))).not.toContain('量过了')
})

test('a number is understood as people type it', async () => {
  await filed(now(), now().resident(), START)
  for (const typed of ['rd 2026 1', ' RD-2026-0001 ', 'RD20260001'])
    expect((await story(now().chief, typed))?.number).toBe(NUMBER)
  for (const typed of ['RD-2026-0002', '', "' or true --", '\0'])
    expect(await story(now().chief, typed)).toBeNull()
})

test('a named mediator reads the case without what only officers may check; a grid worker reads nothing', async () => {
  const id = await mediating(now(), now().resident(), START)
  await now().does(now().officer.at, START, async (books) => {
    const c = await held(books, id)
    const facts = { ...c.row.facts, checked: ['B03' as const], danger: ['A09' as const, 'B01' as const] }
    await books.tx.update(disputes).set({ facts }).where(eq(disputes.id, id))
    await evaluate(books, await held(books, id))
  })
  const reasons = async (who: Colleague) =>
    (await story(who, NUMBER))!.gradings.flatMap((one) => one.reasons.map(({ zh }) => zh)).join()
  expect(await reasons(now().officer)).toMatch(/前科/)
  expect(await reasons(now().officer)).toMatch(/饮酒/)
  expect(await reasons(now().mediator)).not.toMatch(/前科|饮酒/)
  expect(await cases(now().mediator)).toMatchObject([{ mine: true }])
  expect(await cases(now().grid)).toEqual([])
  expect(await story(now().grid, NUMBER)).toBeNull()
})

test('a complaint about the police and a child in a case are closed to officers who are not named', async () => {
  for (const category of ['AD-PO', 'SC-BU']) {
    await filed(now(), now().resident(), START, report({ category }))
  }
  expect(await cases(now().officer)).toEqual([])
  expect(await story(now().officer, NUMBER)).toBeNull()
  expect((await cases(now().chief))!).toHaveLength(2)
})

test('authority ends with the person, at once', async () => {
  await assigned(now(), now().resident(), START)
  expect(await story(now().officer, NUMBER)).not.toBeNull()
  await now().store.admin.revoke(now().officer.person, START)
  expect(await cases(now().officer)).toBeNull()
  expect(await story(now().officer, NUMBER)).toBeNull()
  // The name stays on what was done.
  expect((await cases(now().chief))![0]).toMatchObject({ officer: '示例驻村民警甲' })
})

test('an erased case has no story', async () => {
  const id = await filed(now(), now().resident(), START)
  await now().does(now().chief.at, START, async (books) => {
    const { row } = await held(books, id)
    await books.destroyKey(row.keyId)
  })
  expect(await story(now().chief, NUMBER)).toBeNull()
})

test('files of a case are for those who may read it, and each reading is written down', async () => {
  const from = now().resident()
  const { store, officer, other } = now()
  const file = await store.files.put(
    { type: 'image/jpeg', name: '院墙', bytes: new Uint8Array([1, 2, 3]), by: from },
    START,
  )
  await filed(now(), from, START, wall({ narrative: { text: '占了我家地', files: [file] } }))
  expect(await story(officer, NUMBER)).toMatchObject({
    files: [{ id: file.id, type: 'image/jpeg', name: '院墙' }],
  })
  expect((await store.files.get(file.id, officer.at, START))?.bytes).toEqual(Buffer.from([1, 2, 3]))
  expect(await store.files.get(file.id, other.at, START)).toBeNull()
  expect(await audited('read-file')).toHaveLength(1)
})

test('the command line shows a case without one personal word', async () => {
  const owed = [{ what: '把墙退0.3米', due: '2026-12-20' }]
  const from = now().resident()
  await performing(now(), {
    from,
    joined: now().resident(),
    now: START,
    owed,
    told: wall({ wish: '让他拆了' }),
  })
  const shown = await now().store.admin.caseShow(NUMBER, START)
  expect(shown).toMatchObject({
    number: NUMBER,
    state: 'PERFORMING',
    level: 'YELLOW',
    officer: now().officer.person,
    sides: [
      { side: 'A', inChat: true },
      { side: 'B', inChat: true },
    ],
    duties: [{ no: 1, state: 'open', due: '2026-12-20T15:59:59.999Z' }],
  })
  const text = JSON.stringify(shown)
  for (const word of ['占了', '13900000001', '甲方', '乙方', '村口', '拆', '0.3', '示例', from.id])
    expect(text).not.toContain(word)
  expect(await audited('show-case')).toMatchObject([{ actor: 'admin' }])
  await expect(now().store.admin.caseShow('RD-2026-0009', START)).rejects.toThrow('There is no case')
})
