// 联系: what was talked about with whom, and what follows from the first talk.
import { expect, test } from 'vitest'
import { recordContact } from '../../../../db/commands/record-contact.ts'
import { mustAdvance } from '../../../../db/commands/shared/advance.ts'
import { filed, held } from '../../case.ts'
import { at, HOUR, station } from '../../station.ts'
import {
  about,
  act,
  assigned,
  caseRow,
  claimed,
  contact,
  dueKeys,
  pathOf,
  screened,
  toldOf,
} from '../a-case.ts'
import { recategorised } from './setup.ts'

const START = at('2026-11-25', '10:12')
const now = station(START)
const given = async (id: string, more: object = {}) => ({ ...(await about(now(), id)), ...contact(more) })

test('the first talk with rights read out ends the limit and begins the mediation', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  expect(await dueKeys(now(), 'contact')).toEqual([`contact:${id}`])
  const result = await act(now(), officer, START + HOUR, recordContact, await given(id))
  expect(result).toMatchObject({ state: 'MEDIATING' })
  const row = await caseRow(now(), id)
  expect([row.contacted_at, row.mediated_at].map(Number)).toEqual([START + HOUR, START + HOUR])
  expect(await dueKeys(now(), 'contact')).toEqual([])
  expect(await toldOf(now(), officer.at, 'next')).toContainEqual(
    expect.objectContaining({ state: 'MEDIATING', buttons: [expect.objectContaining({ does: 'mediate' })] }),
  )
  for (const party of await now().rows('parties')) {
    expect(party).toMatchObject({ willing: 'yes' })
    expect(Number(party.contacted_at)).toBe(START + HOUR)
    expect(Number(party.rights_read_at)).toBe(START + HOUR)
  }
})

test('without the rights it is a contact and nothing more', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  const result = await act(
    now(),
    officer,
    START,
    recordContact,
    await given(id, { rightsRead: 'no', side: 'A' }),
  )
  expect(result).toMatchObject({ state: 'CLAIMED' })
  expect(Number((await caseRow(now(), id)).contacted_at)).toBe(START)
  const [a, b] = (await now().rows('parties')).sort((one, other) =>
    String(one.side) < String(other.side) ? -1 : 1,
  )
  expect(Number(a?.contacted_at)).toBe(START)
  expect(b?.contacted_at).toBeNull()
})

test('talking to somebody is accepting the case', async () => {
  const { officer } = now()
  const id = await assigned(now(), now().resident(), START)
  expect(await act(now(), officer, START, recordContact, await given(id))).toMatchObject({
    state: 'MEDIATING',
  })
  expect(await pathOf(now(), id)).toEqual([
    'REPORTED',
    'SCREENING',
    'ACCEPTED',
    'ASSIGNED',
    'CLAIMED',
    'MEDIATING',
  ])
  expect(await now().waits('accept')).toEqual([])
})

test('what was learned of the other side, and every note, is sealed', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  const secret = { otherName: '村民乙某', otherPhone: '13900000002', note: '乙方说石料是他家的' }
  await act(now(), officer, START, recordContact, await given(id, { side: 'A', ...secret }))
  const written = JSON.stringify([await now().rows('parties'), await now().rows('contacts')])
  for (const words of Object.values(secret)) expect(written).not.toContain(words)
  const party = (await now().rows('parties')).find(({ side }) => side === 'B')
  const [row] = await now().rows('contacts')
  await now().does(officer.at, START, async (books) => {
    const { vault } = await held(books, id)
    expect(vault.open('parties.name', String(party?.id), String(party?.name))).toBe(secret.otherName)
    expect(vault.open('parties.phone', String(party?.id), String(party?.phone))).toBe(secret.otherPhone)
    expect(vault.open('contacts.note', String(row?.id), String(row?.note))).toBe(secret.note)
    expect(party?.phone_index).toBe(books.blind('phone', secret.otherPhone))
  })
})

test('a side without an address is given a link that works once; the reporter has one already', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  const wish = await given(id)
  const { joins } = await now().does(officer.at, START, async (books) => {
    const result = await recordContact(
      { ...books, station: { ...books.station, publicUrl: 'https://desk.example' } },
      wish,
      { of: 'talk', name: 'done' },
    )
    if ('refused' in result) throw new Error(result.refused)
    return result
  })
  expect(joins).toEqual([
    { side: 'B', url: expect.stringMatching(/^https:\/\/desk\.example\/\?join=.{10,}$/), telegram: null },
  ])
  const code = new URL(joins[0]!.url).searchParams.get('join')!
  expect(JSON.stringify(await now().rows('codes'))).not.toContain(code)
  const use = () => now().does(now().resident(), START, (books) => books.useJoinCode(code))
  expect(await use()).toEqual({ dispute: id, side: 'B' })
  expect(await use()).toBeNull()
})

test('where officers lead nobody is given a link, and no mediation is proposed', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  const wish = await given(id, { willing: null })
  await recategorised(now(), id, 'MF-DV', START)
  const result = await now().does(officer.at, START, (books) =>
    recordContact({ ...books, station: { ...books.station, publicUrl: 'https://desk.example' } }, wish, {
      of: 'talk',
      name: 'done',
    }),
  )
  expect(result).toMatchObject({ state: 'MEDIATING', joins: [] })
  const does = (await toldOf(now(), officer.at, 'next')).flatMap(({ buttons }) =>
    buttons.map((one) => one.does),
  )
  expect(does).not.toContain('mediate')
})

test('a second talk is added, and makes no card old', async () => {
  const { officer } = now()
  const id = await claimed(now(), now().resident(), START)
  await act(now(), officer, START, recordContact, await given(id))
  const { rev } = await about(now(), id)
  await act(now(), officer, START + HOUR, recordContact, await given(id, { side: 'B', willing: 'no' }))
  expect((await about(now(), id)).rev).toBe(rev)
  expect(await now().rows('contacts')).toHaveLength(2)
  const willing = new Map((await now().rows('parties')).map((row) => [row.side, row.willing]))
  expect(willing).toEqual(
    new Map([
      ['A', 'yes'],
      ['B', 'no'],
    ]),
  )
  expect(Number((await caseRow(now(), id)).contacted_at)).toBe(START)
})

test('a lead may be talked to before it is a report; a case that ended may not', async () => {
  const { officer, other } = now()
  const id = await screened(now(), now().resident(), START)
  expect(await act(now(), officer, START, recordContact, await given(id))).toMatchObject({
    state: 'ACCEPTED',
  })
  expect(await act(now(), other, START, recordContact, await given(id))).toMatchObject({
    refused: 'no-such-case',
  })
  const ended = await filed(now(), now().resident(), START)
  const wish = await given(ended)
  await now().does(officer.at, START, async (books) => {
    await mustAdvance(books, await held(books, ended), 'REJECTED', {
      roles: ['officer'],
      facts: { reason: '咨询', reporterTold: true },
    })
  })
  expect(await act(now(), now().chief, START, recordContact, wish)).toMatchObject({ refused: 'moved-on' })
  expect(await act(now(), now().chief, START, recordContact, await given(ended))).toMatchObject({
    refused: 'ended',
  })
})
