// 调整等级、险情解除、移交、侧面了解: what people set, end, hand on and hear.
import { expect, test } from 'vitest'
import { adjustLevel } from '../../../../db/commands/adjust-level.ts'
import { claimDispute } from '../../../../db/commands/claim-dispute.ts'
import { endEmergency } from '../../../../db/commands/end-emergency.ts'
import { recordThirdParty } from '../../../../db/commands/record-third-party.ts'
import { referDispute } from '../../../../db/commands/refer-dispute.ts'
import type { SubCode } from '../../../../flows/casework/tables/taxonomy.ts'
import { filed, held, wall } from '../../case.ts'
import { at, DAY, HOUR, station } from '../../station.ts'
import { about, act, agreed, caseRow, claimed, dueKeys, mediating, pathOf, toldOf } from '../a-case.ts'
import { recategorised } from './setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const knife = () => wall({ danger: ['A02'] })

test('an officer who is not at ease raises by one level, and says why', async () => {
  const { officer, leader } = now()
  const id = await claimed(now(), now().resident(), START)
  const wish = { ...(await about(now(), id)), direction: 'raise' as const, reason: '乙方眼神不对，不放心' }
  expect(await act(now(), officer, START + HOUR, adjustLevel, { ...wish, reason: ' ' })).toMatchObject({
    refused: 'no-reason',
  })
  const before = await caseRow(now(), id)
  expect(await act(now(), officer, START + HOUR, adjustLevel, wish)).toMatchObject({
    state: 'CLAIMED',
    level: 'ORANGE',
  })
  const row = await caseRow(now(), id)
  // ORANGE: a first contact within two hours.
  expect(Number(row.contact_by)).toBe(START + 3 * HOUR)
  expect(Number(row.contact_by)).toBeLessThan(Number(before.contact_by))
  expect(await now().waits('contact')).toMatchObject([{ at: START + 3 * HOUR }])
  const byHand = (await now().rows('gradings')).find(({ why }) => why !== null)
  expect(byHand).toMatchObject({ level: 'ORANGE', by: officer.person })
  expect(JSON.stringify(byHand)).not.toContain('眼神')
  for (const to of [officer.at, leader.at])
    expect(await toldOf(now(), to, 'raised')).toMatchObject([{ from: 'YELLOW', facts: { level: 'ORANGE' } }])
})

test('RED where officers lead is an emergency', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  await recategorised(now(), id, 'SC-BU', START)
  const raise = async () => ({ ...(await about(now(), id)), direction: 'raise' as const, reason: '不托底' })
  expect(await act(now(), officer, START, adjustLevel, await raise())).toMatchObject({ state: 'CLAIMED' })
  expect(await act(now(), officer, START, adjustLevel, await raise())).toMatchObject({
    state: 'EMERGENCY',
    level: 'RED',
  })
  expect(await act(now(), now().chief, START, adjustLevel, await raise())).toMatchObject({
    refused: 'at-the-top',
  })
})

test('lowering is for the right person, after calm days, and never below a floor', async () => {
  const { officer, leader, chief } = now()
  const id = await claimed(now(), now().resident(), START, wall({ headcount: 12 }))
  const lower = async () => ({
    ...(await about(now(), id)),
    direction: 'lower' as const,
    reason: '双方已分开',
  })
  expect(await act(now(), officer, START, adjustLevel, await lower())).toMatchObject({ refused: 'not-yours' })
  // Ten people or more: never below ORANGE.
  expect(await act(now(), leader, START, adjustLevel, await lower())).toMatchObject({ refused: 'floor' })
  await act(now(), leader, START, adjustLevel, { ...(await lower()), direction: 'raise' })
  expect(await caseRow(now(), id)).toMatchObject({ level: 'RED' })
  expect(await act(now(), chief, START + 6 * DAY, adjustLevel, await lower())).toMatchObject({
    refused: 'not-calm',
  })
  expect(await act(now(), leader, START + 8 * DAY, adjustLevel, await lower())).toMatchObject({
    refused: 'not-yours',
  })
  expect(await act(now(), chief, START + 8 * DAY, adjustLevel, await lower())).toMatchObject({
    level: 'ORANGE',
  })
  await now().until(START + 9 * DAY)
  expect(await caseRow(now(), id)).toMatchObject({ level: 'ORANGE' })
})

test('from YELLOW to BLUE and no further', async () => {
  const { officer, other } = now()
  const id = await claimed(now(), now().resident(), START)
  const lower = async () => ({ ...(await about(now(), id)), direction: 'lower' as const, reason: '平静' })
  expect(await act(now(), other, START, adjustLevel, await lower())).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await act(now(), officer, START, adjustLevel, await lower())).toMatchObject({ level: 'BLUE' })
  expect(await act(now(), officer, START, adjustLevel, await lower())).toMatchObject({ refused: 'not-lower' })
})

test('S04: the danger is over when the one who took it says what was done, and it goes back as it was', async () => {
  const { officer, chief } = now()
  const id = await filed(now(), now().resident(), START, knife())
  const done = '收缴刀具一把，双方分开。'
  const wish = async () => ({ ...(await about(now(), id)), done, injured: 'none' as const })
  expect(await act(now(), officer, START, endEmergency, await wish())).toMatchObject({ refused: 'not-yours' })
  await act(now(), officer, START, claimDispute, await about(now(), id))
  expect(await act(now(), officer, START, endEmergency, { ...(await wish()), done: ' ' })).toMatchObject({
    refused: 'guard',
  })
  expect(await act(now(), officer, START + HOUR, endEmergency, await wish())).toMatchObject({
    state: 'SCREENING',
  })
  expect(await pathOf(now(), id)).toEqual(['EMERGENCY', 'SCREENING'])
  const row = await caseRow(now(), id)
  expect(row).toMatchObject({ level: 'RED', officer_id: officer.person, leader_id: chief.person })
  expect(Number(row.contacted_at)).toBe(START + HOUR)
  expect(await dueKeys(now(), 'emergency')).toEqual([])
  expect(JSON.stringify([await now().rows('dispute_notes'), await now().rows('transitions')])).not.toContain(
    '刀具',
  )
  expect((await toldOf(now(), chief.at, 'newCase')).at(-1)).toMatchObject({
    reasons: [{ zh: '险情解除' }, {}, {}, {}],
    buttons: [{ does: 'screen' }, { does: 'refer' }],
  })
  expect(await act(now(), officer, START + HOUR, endEmergency, await wish())).toMatchObject({
    refused: 'unlisted',
  })
})

test('a serious injury that was found there counts from now on', async () => {
  const { chief } = now()
  const id = await filed(now(), now().resident(), START, knife())
  const wish = { ...(await about(now(), id)), done: '送医。', injured: 'serious' as const }
  expect(await act(now(), chief, START, endEmergency, wish)).toMatchObject({ state: 'SCREENING' })
  expect((await caseRow(now(), id)).facts).toMatchObject({ injury: 'serious', ongoing: false })
  expect((await now().rows('gradings')).flatMap(({ reasons }) => reasons)).toContainEqual(
    expect.objectContaining({ code: 'A06' }),
  )
})

const unit = {
  toUnit: '县人社局',
  toPerson: '劳动监察大队值班员',
  phone: '12333',
  reason: '属劳动监察',
  due: '2026-12-01',
}

test('a referral names unit, person and day; the reporter is told, and the receipt is waited for', async () => {
  const { officer } = now()
  const from = now().resident()
  const id = await filed(now(), from, START)
  const given = { ...(await about(now(), id)), ...unit }
  expect(await act(now(), officer, START, referDispute, { ...given, toPerson: ' ' })).toMatchObject({
    refused: 'guard',
  })
  expect(await act(now(), officer, START, referDispute, { ...given, due: '2026-11-24' })).toMatchObject({
    refused: 'past',
  })
  expect(await act(now(), officer, START, referDispute, given)).toMatchObject({ state: 'REFERRED' })
  expect(await toldOf(now(), from, 'referred')).toMatchObject([{ unit: '县人社局', phone: '12333' }])
  const [row] = await now().rows('referrals')
  expect(Number(row?.due_at)).toBe(at('2026-12-02', '00:00') - 1)
  expect(Number(row?.told_reporter_at)).toBe(START)
  expect(JSON.stringify(row)).not.toMatch(/值班员|12333|劳动监察/)
  expect(await now().waits('receipt')).toMatchObject([{ at: START + 3 * DAY }])
  expect(await caseRow(now(), id)).toMatchObject({ officer_id: officer.person })
  expect(await dueKeys(now(), 'contact')).toEqual([])
})

test('S01: of an officer-led case the reporter is told by hand, not by the bot', async () => {
  const { officer, chief } = now()
  const from = now().resident()
  const id = await filed(now(), from, START, wall({ category: 'MF-DV', danger: ['A08', 'A11'] }))
  const given = { ...(await about(now(), id)), ...unit }
  expect(await act(now(), officer, START, referDispute, given)).toMatchObject({ refused: 'no-such-case' })
  // An hour later nobody can say who holds that phone.
  expect(await act(now(), chief, START + HOUR, referDispute, given)).toMatchObject({ state: 'REFERRED' })
  expect(await toldOf(now(), from, 'referred')).toEqual([])
  expect(await toldOf(now(), chief.at, 'undelivered')).toMatchObject([{ why: 'contact-plan' }])
})

test('out of mediation only a leader refers', async () => {
  const { officer, leader } = now()
  const id = await mediating(now(), now().resident(), START)
  const given = { ...(await about(now(), id)), ...unit }
  expect(await act(now(), officer, START, referDispute, given)).toMatchObject({ refused: 'not-yours' })
  expect(await act(now(), leader, START, referDispute, given)).toMatchObject({ state: 'REFERRED' })
  expect(await act(now(), leader, START, referDispute, given)).toMatchObject({ refused: 'moved-on' })
})

test('what a grid worker says is sealed, told where it is tense, and belongs to its case alone', async () => {
  const { officer, grid, other } = now()
  const id = await agreed(now(), now().resident(), START)
  const words = '两家不说话，乙把垃圾倒甲家门口。'
  const [revisit] = await now().rows('revisits')
  const given = { dispute: id, revisit: String(revisit?.id), tense: 'yes' as const, words }
  expect(await act(now(), other, START + DAY, recordThirdParty, given)).toMatchObject({
    refused: 'no-such-case',
  })
  expect(await act(now(), grid, START + DAY, recordThirdParty, given)).toMatchObject({
    number: 'RD-2026-0001',
  })
  const [row] = await now().rows('third_parties')
  expect(row).toMatchObject({ by: grid.person, tense: true, revisit_id: revisit?.id })
  expect(JSON.stringify(row)).not.toContain('垃圾')
  await now().does(officer.at, START, async (books) => {
    const { vault } = await held(books, id)
    expect(vault.open('third_parties.words', String(row?.id), String(row?.words))).toBe(words)
  })
  expect(await toldOf(now(), officer.at, 'added')).toHaveLength(1)
  const second = await agreed(now(), now().resident(), START)
  await act(now(), grid, START + DAY, recordThirdParty, { ...given, dispute: second, tense: 'no' })
  expect((await now().rows('third_parties')).find((one) => one.dispute_id === second)).toMatchObject({
    revisit_id: null,
  })
})

test('what does not arrive in an officer-led case, or a complaint about the police, is not for whoever is on duty', async () => {
  const { leader, chief, store } = now()
  const { person } = await store.admin.addStaff(
    { name: '示例值班民警', roles: ['duty'], villages: [] },
    START,
  )
  const duty = now().resident()
  await store.desk.signIn((await store.admin.staffCode(person, START)).code, duty, START)
  const told = async (to: typeof duty) => (await toldOf(now(), to, 'undelivered')).length
  const lost = async (category: SubCode) => {
    const from = now().resident()
    const id = await filed(now(), from, START)
    await recategorised(now(), id, category, START)
    const notice = { kind: 'closed' as const, offset: 480, number: '' }
    await now().does(from, START, async (books) => {
      const { address } = books.actor
      if (address) await books.post(address, { notice }, { dispute: id })
    })
    for (const parcel of await store.outbox.claim(START, 50, HOUR))
      if (parcel.to.id === from.id) await store.outbox.dead(parcel.id, 'blocked', START)
  }
  await lost('NB-WL')
  expect([await told(duty), await told(leader.at), await told(chief.at)]).toEqual([1, 0, 0])
  await lost('AD-PO')
  await lost('MF-DV')
  expect([await told(duty), await told(leader.at), await told(chief.at)]).toEqual([1, 2, 0])
  expect((await toldOf(now(), leader.at, 'undelivered')).at(-1)).toMatchObject({
    facts: { number: 'RD-2026-0003', village: '示例甲村' },
    why: 'blocked',
  })
})
