// The staff's page in a real Chromium.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import type { Address } from '../../../flows/core/ports.ts'
import { openBrowser, person, picture, ready } from './browser.ts'
import { type MemoryDesk, memoryDesk } from './desk.ts'
import { type House, openHouse } from './house.ts'
import { clipped, hardToHit, nameless, overflow, pale } from './looks.ts'
import { ASSIGNED, line, OVERDUE, story } from './samples.ts'
import { memoryStation, type Station } from './station.ts'

const DAY = 86_400_000
const OFFICER = { person: 'officer-1', name: '民警甲', roles: ['officer'] }

let browser: Browser
let station: Station
let desk: MemoryDesk
let channel: ReturnType<typeof web>
let house: House
let contexts: BrowserContext[] = []
let complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

beforeEach(() => opened())
afterEach(async () => {
  for (const context of contexts) await context.close()
  contexts = []
  await closed()
  const heard = complaints
  complaints = []
  expect(heard).toEqual([])
})

async function opened(setting: Parameters<typeof memoryStation>[0] = {}) {
  station = memoryStation(setting)
  station.codes.set('one-time', OFFICER)
  station.stories = [
    story(station.now),
    story(station.now, { ...line(station.now), narrative: '他又打人了。', mine: true }),
    story(station.now, { number: 'JF-2026-0005', level: 'BLUE', overdue: false, due: null, mine: false }),
  ]
  desk = memoryDesk(station)
  channel = web(station.ports)
  await channel.open(desk.hear)
  house = await openHouse(channel.app)
}
async function closed() {
  await channel.close()
  await house.close()
}

async function seated(options: Parameters<typeof person>[1] = {}, path = '/desk#code=one-time') {
  const one = await person(browser, { viewport: { width: 1280, height: 800 }, ...options })
  contexts.push(one.context)
  complaints = one.complaints
  await one.page.goto(house.url + path)
  return one
}

/** Signed in, and where the station's words for this person go. */
async function onDuty(options?: Parameters<typeof person>[1]): Promise<{ page: Page; to: Address }> {
  const { page } = await seated(options)
  await ready(page)
  return { page, to: { channel: 'web', id: [...station.staff.keys()][0]! } }
}

test('a code that is typed signs in, a wrong one is refused kindly', async () => {
  const { page } = await seated({}, '/desk')
  await page.getByTestId('sign-in').click()
  await page.getByText('请先输入登录码。').waitFor()
  await page.getByTestId('code').fill('wrong')
  await page.keyboard.press('Enter')
  await page.getByText('登录码不对、用过了或过期了。').waitFor()
  await picture(page, 'desk-sign-in')
  await page.getByTestId('code').fill('one-time')
  await page.keyboard.press('Enter')
  await ready(page)
  expect(await page.getByTestId('me').textContent()).toBe('民警甲')
  await page.reload()
  await ready(page)
  expect(await page.getByTestId('me').textContent()).toBe('民警甲')
})

test('a code that is brought by a link signs in, and does not stay in the address', async () => {
  const { page } = await onDuty()
  expect(page.url()).toBe(`${house.url}/desk`)
  expect(await page.getByTestId('door').isVisible()).toBe(false)
})

test('a card appears within a second, its button is heard, and its twin can be typed', async () => {
  const { page, to } = await onDuty()
  const began = performance.now()
  station.post(to, ASSIGNED)
  await page.getByTestId('card').waitFor()
  expect(performance.now() - began).toBeLessThan(1_000)
  await page.getByTestId('button').first().click()
  // A second press in the same moment is one too many.
  await page.getByTestId('button').first().click({ force: true })
  await page.getByText('已按：button-accept').waitFor()
  expect(desk.heard.map(({ event }) => event)).toEqual([{ kind: 'press', button: 'button-accept' }])
  await page.getByTestId('twin').click()
  expect(await page.getByTestId('text').inputValue()).toBe('签收 JF-2026-0007')
  await page.keyboard.press('Enter')
  await expect.poll(() => desk.heard.at(-1)?.event).toEqual({ kind: 'text', text: '签收 JF-2026-0007' })
})

test('a card leads to its case, and the case tells its whole story', async () => {
  const { page, to } = await onDuty()
  station.post(to, OVERDUE)
  await page.getByTestId('open-case').click()
  const told = page.getByTestId('story')
  await told.getByText('再不给就去堵工地大门。').waitFor()
  for (const text of [
    '工人甲',
    '包工头乙',
    '¥46,400.50',
    '¥36,400.50',
    '只给了一部分',
    '都给了',
    '扬言堵路、堵门',
    '电话打通',
  ])
    expect(await told.getByText(text).first().isVisible(), text).toBe(true)
  expect(await told.getByTestId('grading').count()).toBe(2)
  expect(await told.getByTestId('duty').count()).toBe(3)
  expect(await told.getByTestId('overdue').textContent()).toContain('已超期26小时')
  // The course is in the order of time.
  const times = await told.locator('.timeline time').allTextContents()
  expect(times).toHaveLength(7)
  expect(times[0]).toContain('10月24日')
  expect(times.at(-1)).toContain('11月3日')
  await picture(page, 'desk-story')
  await page.keyboard.press('Escape')
  await told.waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.activeElement.dataset.number')).toBe('JF-2026-0003')
})

test('the list shows mine first, the most pressing on top, and finds by level and word', async () => {
  const { page } = await onDuty()
  const numbers = () =>
    page.getByTestId('case').evaluateAll((all) => all.map((one) => one.getAttribute('data-number')))
  await expect.poll(numbers).toEqual(['JF-2026-0003', 'JF-2026-0007'])
  await page.getByTestId('whose-all').click()
  expect(await numbers()).toEqual(['JF-2026-0003', 'JF-2026-0007', 'JF-2026-0005'])
  await page.getByTestId('level-RED').click()
  expect(await numbers()).toEqual(['JF-2026-0007'])
  await page.getByTestId('level-all').click()
  await page.getByTestId('search').fill('0005')
  expect(await numbers()).toEqual(['JF-2026-0005'])
  await page.getByTestId('search').fill('nothing like it')
  await page.getByText('没有符合的案件。').waitFor()
})

test('a case that is not there, or not theirs, is said to be gone', async () => {
  const { page } = await onDuty()
  await page.getByTestId('case').first().waitFor()
  station.stories = []
  await page.getByTestId('case').first().click()
  await page.getByText('没有这个案件，或者您看不到它。').waitFor()
  expect(await page.getByTestId('timeline').count()).toBe(0)
})

test('the open case follows what happens', async () => {
  const { page, to } = await onDuty()
  await page.locator('[data-number=JF-2026-0007]').click()
  await page.getByText('他又打人了。').waitFor()
  station.stories[1] = { ...station.stories[1]!, stateName: { zh: '处置中', en: 'Being handled' } }
  station.post(to, ASSIGNED)
  const state = page.getByTestId('story').locator('.state-name')
  await expect.poll(() => state.textContent()).toBe('处置中')
})

test('a demonstration has buttons that move the clock', async () => {
  const { page } = await onDuty()
  const before = station.now
  const shown = page.getByTestId('station-time')
  expect(await shown.textContent()).toBe('11月23日 10:12')
  await page.getByTestId('clock-day').click()
  await expect.poll(() => shown.textContent()).toBe('11月24日 10:12')
  await page.getByTestId('clock-week').click()
  await expect.poll(() => shown.textContent()).toBe('12月1日 10:12')
  expect(station.now).toBe(before + 8 * DAY)
})

test('a real station has none', async () => {
  await closed()
  await opened({ demo: false })
  const { page } = await onDuty()
  expect(await page.getByTestId('clock').isVisible()).toBe(false)
  expect(await page.getByTestId('clock-day').count()).toBe(0)
})

test('signing out asks first, and leaves nothing on the screen', async () => {
  const { page, to } = await onDuty()
  station.post(to, ASSIGNED)
  await page.getByTestId('card').waitFor()
  await page.getByTestId('sign-out').click()
  await page.getByTestId('no').click()
  expect(station.staff.size).toBe(1)
  await page.getByTestId('sign-out').click()
  await page.getByTestId('yes').click()
  await page.getByTestId('code').waitFor()
  expect(station.staff.size).toBe(0)
  expect(await page.getByTestId('card').count()).toBe(0)
})

test('an officer and a resident on one computer are two people', async () => {
  const { page } = await onDuty()
  const resident = await page.context().newPage()
  await resident.goto(house.url)
  await ready(resident)
  await resident.getByTestId('text').fill('在吗')
  await resident.getByTestId('send').click()
  await expect.poll(() => desk.heard.length).toBe(1)
  expect(station.staff.has(desk.heard[0]!.from.id)).toBe(false)
  await page.getByTestId('text').fill('我的')
  await page.getByTestId('send').click()
  await expect.poll(() => desk.heard.length).toBe(2)
  expect(station.staff.has(desk.heard[1]!.from.id)).toBe(true)
})

test('the English page has no Chinese of its own: only what people wrote and are called', async () => {
  const { page } = await onDuty({ locale: 'en-GB' })
  const written = (told: ReturnType<typeof story>) => [
    told.narrative,
    told.village,
    told.officer,
    told.leader,
    ...told.parties.map(({ name }) => name),
    ...told.facts.map(({ value }) => value),
    ...told.duties.map(({ what }) => what),
    ...told.revisits.flatMap(({ answers }) => answers.map(({ value }) => value)),
    ...told.files.map(({ name }) => name),
    ...told.log.flatMap(({ by, text }) => [by, text]),
    ...told.path.flatMap(({ by, reason }) => [by, reason]),
  ]
  const strings = (texts: unknown[]) => texts.filter((text) => typeof text === 'string')
  await page.getByTestId('whose-all').click()
  await page.locator('[data-number="JF-2026-0003"]').first().click()
  await page.getByTestId('timeline').waitFor()
  let shown = (await page.locator('#cases').textContent()) ?? ''
  const own = strings(station.stories.flatMap(written)).sort((a, b) => b.length - a.length)
  for (const text of own) shown = shown.replaceAll(text, '')
  expect(shown).toContain('Party B')
  expect(shown).toContain('Agreement reached')
  expect(shown.match(/\p{Script=Han}+/gu) ?? []).toEqual([])
})

test('another language: the desk is told, and cards come again in its words', async () => {
  const { page, to } = await onDuty()
  station.post(to, ASSIGNED)
  await page.getByTestId('card').waitFor()
  desk.script = () => {
    // As the books do it: the same notice, worded in the language of the person.
    const [card] = station.said(to)
    if (card) card.reply = { ...ASSIGNED, text: 'JF-2026-0007 is yours' } as typeof ASSIGNED
    return []
  }
  await page.getByText('English', { exact: true }).click()
  await page.getByText('JF-2026-0007 is yours').waitFor()
  expect(desk.heard.map(({ event }) => event)).toEqual([{ kind: 'language', locale: 'en' }])
  await expect.poll(() => page.getByTestId('open-case').count()).toBe(1)
})

test('whoever signs in on an English page is spoken to in English, and is asked it once', async () => {
  const { page } = await onDuty({ locale: 'en-GB' })
  await expect.poll(() => desk.heard.map(({ event }) => event)).toEqual([{ kind: 'language', locale: 'en' }])
  await page.reload()
  await ready(page)
  await page.getByTestId('text').fill('help')
  await page.getByTestId('send').click()
  await expect.poll(() => desk.heard.length).toBe(2)
  expect(desk.heard[1]!.event).toEqual({ kind: 'text', text: 'help' })
})

test('when a talk has come to its end nothing offers to go back or to stop', async () => {
  const { page } = await onDuty()
  const say = async (text: string) => {
    await page.getByTestId('text').fill(text)
    await page.getByTestId('send').click()
  }
  await say('开始')
  await page.getByText('这是哪一类事？').waitFor()
  await expect.poll(() => page.locator('#cancel').isVisible()).toBe(true)
  desk.script = () => [{ kind: 'say', text: '记下了。' }]
  await say('噪音')
  await page.getByText('记下了。').waitFor()
  await expect.poll(() => page.locator('#cancel').isVisible()).toBe(false)
  await page.reload()
  await ready(page)
  await page.getByText('记下了。').waitFor()
  expect(await page.locator('#cancel').isVisible()).toBe(false)
})

test('a clock that somebody else has moved moves here, too', async () => {
  const { page, to } = await onDuty()
  station.post(to, ASSIGNED)
  await page.getByTestId('card').waitFor()
  await page.getByText('今天 10:12').waitFor()
  // What is due is due in ten minutes; five days later it is late by as much.
  station.now += 5 * DAY
  station.stories = station.stories.map((one) => ({
    ...one,
    overdue: one.due !== null && one.due.at < station.now,
  }))
  station.post(to, OVERDUE)
  await page.getByTestId('card').nth(1).waitFor()
  await page.getByText('今天 10:12').waitFor()
  expect(await page.getByText('今天 10:12').count()).toBe(1)
  await page.getByText('11月23日 周一 10:12').waitFor()
  await page.locator('[data-number="JF-2026-0007"]').getByText('首次联系 · 已超期4天').waitFor()
})

test('hostile words in a case are only words', async () => {
  const hostile = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>'
  const { to, page } = await onDuty()
  const name = { zh: hostile, en: hostile }
  station.stories = [
    story(station.now, {
      narrative: hostile,
      village: hostile,
      category: name,
      stateName: name,
      facts: [{ label: name, value: hostile }],
      parties: [{ side: 'A', label: name, name: hostile, phone: `javascript:1"${hostile}`, reachable: true }],
      files: [{ id: '../../desk', type: 'image/png', name: hostile }],
      log: [{ at: station.now, what: name, by: hostile, text: hostile }],
    }),
  ]
  station.post(to, { ...ASSIGNED, text: `JF-2026-0003 ${hostile}` } as typeof ASSIGNED)
  await page.getByTestId('open-case').click()
  await page.getByTestId('timeline').waitFor()
  expect(await page.evaluate('window.hurt')).toBeUndefined()
  expect(await page.locator('#story img, #story script, #log img, #log script, #lines img').count()).toBe(0)
  expect(await page.locator('#story a').first().getAttribute('href')).toMatch(/^tel:[\d+]*$/)
  expect(await overflow(page)).toBe(0)
})

test.each([
  ['zh-CN', 320],
  ['en-GB', 320],
  ['zh-CN', 390],
  ['en-GB', 1280],
])('it fits: %s at %i pixels', async (locale, width) => {
  const { page, to } = await onDuty({ locale, viewport: { width, height: 700 } })
  const fits = async (where: string) => {
    expect(await overflow(page), where).toBe(0)
    expect(await hardToHit(page), where).toEqual([])
    expect(await clipped(page), where).toEqual([])
    expect(await nameless(page), where).toEqual([])
    await picture(page, `desk-${locale}-${width}-${where}`)
  }
  station.post(to, OVERDUE)
  station.post(to, ASSIGNED)
  await page.getByTestId('card').nth(1).waitFor()
  await page.getByTestId('open-case').nth(1).waitFor()
  await fits('messages')
  if (width < 800) await page.getByTestId('tab-cases').click()
  await fits('cases')
  await page.getByTestId('case').first().click()
  await page.getByTestId('timeline').waitFor()
  await fits('story')
})

test.each(['light', 'dark'] as const)('everything can be read: %s', async (colorScheme) => {
  const { page, to } = await onDuty({ colorScheme, reducedMotion: 'reduce' })
  for (const tone of ['RED', 'ORANGE', 'YELLOW', 'BLUE', 'plain'] as const)
    station.post(to, { ...ASSIGNED, tone } as typeof ASSIGNED)
  await page.getByTestId('card').nth(4).waitFor()
  await page.getByTestId('case').first().click()
  await page.getByTestId('timeline').waitFor()
  expect(await pale(page)).toEqual([])
  await picture(page, `desk-${colorScheme}`)
})
