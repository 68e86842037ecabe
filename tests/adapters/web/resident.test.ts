// The residents' page in a real Chromium, before a desk that remembers what it heard.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { web } from '../../../adapters/index.ts'
import { say } from '../../../flows/core/reply.ts'
import { openBrowser, person, picture, ready } from './browser.ts'
import { type MemoryDesk, memoryDesk } from './desk.ts'
import { type House, openHouse } from './house.ts'
import { clipped, hardToHit, nameless, overflow, pale } from './looks.ts'
import { memoryStation, type Station } from './station.ts'

const STORY = '邻居家的院墙占了我家的地，说了好几回都不听，昨天还吵起来了。'
const ELSEWHERE = 'https://www.weather.com.cn/'
const WITHIN = { timeout: 20_000 }

let browser: Browser
let station: Station
let desk: MemoryDesk
let channel: ReturnType<typeof web>
let house: House
let contexts: BrowserContext[] = []
let complaints: string[] = []

beforeAll(async () => {
  browser = await openBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])
})
afterAll(() => browser.close())

beforeEach(async () => {
  station = memoryStation()
  desk = memoryDesk(station)
  channel = web(station.ports)
  await channel.open(desk.hear)
  house = await openHouse(channel.app)
})
afterEach(async () => {
  for (const context of contexts) await context.close()
  contexts = []
  await channel.close()
  await house.close()
  const heard = complaints
  complaints = []
  expect(heard).toEqual([])
})

async function resident(options: Parameters<typeof person>[1] = {}) {
  const one = await person(browser, { viewport: { width: 390, height: 844 }, ...options })
  contexts.push(one.context)
  complaints = one.complaints
  // Nothing of these tests goes out to the world.
  await one.context.route(`${ELSEWHERE}**`, (route) => route.fulfill({ body: 'elsewhere' }))
  return one
}

async function opened(options?: Parameters<typeof person>[1], path = '/') {
  const one = await resident(options)
  await one.page.goto(house.url + path)
  await ready(one.page)
  return one
}

const own = (page: Page) => page.getByTestId('own')
const states = (page: Page) =>
  own(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-state')))
const heardTexts = () => desk.heard.flatMap(({ event }) => (event.kind === 'text' ? [event.text] : []))

/** Presses a choice of the question that is open. */
const choose = (page: Page, choice: string) => page.locator(`[data-choice=${choice}]:visible`).last().click()

async function write(page: Page, text: string) {
  await page.getByTestId('text').fill(text)
  await page.getByTestId('send').click()
}

test('a dispute is told, and buttons answer what is asked', async () => {
  const { page } = await opened()
  await picture(page, 'resident-first')
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  await picture(page, 'resident-choices')
  await choose(page, 'land')
  await page.getByText('在哪里？').waitFor()
  await choose(page, 'unknown')
  await page.getByTestId('review').waitFor()
  await picture(page, 'resident-review')
  await choose(page, 'ok')
  await page.getByText('已经记下来了').waitFor()
  expect(desk.heard.map(({ event }) => event)).toEqual([
    { kind: 'text', text: STORY },
    { kind: 'pick', question: 'intake/kind', choice: 'land' },
    { kind: 'pick', question: 'intake/where', choice: 'unknown' },
    { kind: 'pick', question: 'intake/review', choice: 'ok' },
  ])
  await expect.poll(() => states(page)).toEqual(['sent', 'sent', 'sent', 'sent'])
  // What was seen is told to the books.
  await expect.poll(() => station.acknowledged.get(desk.heard[0]!.from.id)).toBe(5)
})

test('an answer may be changed afterwards, and a line of the summary too', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await choose(page, 'noise')
  await choose(page, 'unknown')
  await page.getByTestId('review').waitFor()
  await own(page).filter({ hasText: '噪音' }).getByRole('button').click()
  await choose(page, 'wage')
  await expect.poll(() => desk.heard.at(-1)?.event).toMatchObject({ question: 'intake/kind', choice: 'wage' })
  await choose(page, 'unknown')
  await choose(page, 'where')
  await expect
    .poll(() => desk.heard.at(-1)?.event)
    .toMatchObject({ question: 'intake/review', choice: 'where' })
})

test('what is written without a connection is kept, shown as waiting, and sent later exactly once', async () => {
  const { page, context } = await opened()
  await write(page, '在吗')
  await page.getByText('这是哪一类事？').waitFor()
  await context.setOffline(true)
  await choose(page, 'land')
  await write(page, STORY)
  await write(page, '还有一件事')
  await expect.poll(() => states(page)).toEqual(['sent', 'unsent', 'unsent', 'unsent'])
  await page.getByTestId('line').filter({ hasText: '网络断了' }).waitFor()
  await picture(page, 'resident-offline')
  expect(desk.heard).toHaveLength(1)
  await context.setOffline(false)
  await expect.poll(() => states(page), WITHIN).toEqual(['sent', 'sent', 'sent', 'sent'])
  await page.getByTestId('line').waitFor({ state: 'hidden' })
  expect(desk.heard.map(({ event }) => event.kind)).toEqual(['text', 'pick', 'text', 'text'])
  expect(heardTexts()).toEqual(['在吗', STORY, '还有一件事'])
})

test('where the answer is lost on its way, the same id is sent again and counts once', async () => {
  const { page } = await opened()
  let lost = 0
  await page.route('**/web/send', async (route) => {
    if (lost++ > 0) return route.continue()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await write(page, STORY)
  await expect.poll(() => states(page), WITHIN).toEqual(['sent'])
  expect(heardTexts()).toEqual([STORY])
  expect([...desk.deliveries.values()]).toEqual([2])
})

test('while the books are away, it goes on trying', async () => {
  const { page } = await opened()
  desk.away = true
  await write(page, STORY)
  await expect.poll(() => [...desk.deliveries.values()][0] ?? 0, WITHIN).toBeGreaterThan(1)
  await expect.poll(() => states(page)).toEqual(['unsent'])
  desk.away = false
  await expect.poll(() => states(page), WITHIN).toEqual(['sent'])
  expect(heardTexts()).toEqual([STORY])
})

test('the page opens without any connection, still has what waits, and sends it once there is one', async () => {
  const { page } = await opened()
  await write(page, '在吗')
  await page.getByText('这是哪一类事？').waitFor()
  await page.evaluate('navigator.serviceWorker.ready')
  const { port } = house
  await house.close()
  await write(page, STORY)
  await expect.poll(() => states(page)).toEqual(['sent', 'unsent'])
  await page.reload()
  await ready(page)
  await page.getByText(STORY).waitFor()
  await expect.poll(() => states(page)).toEqual(['sent', 'unsent'])
  house = await openHouse(channel.app, port)
  await expect.poll(() => states(page), { timeout: 40_000 }).toEqual(['sent', 'sent'])
  expect(heardTexts()).toEqual(['在吗', STORY])
})

test('a reload keeps the talk as it was', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await choose(page, 'land')
  await page.getByText('在哪里？').waitFor()
  await expect.poll(() => states(page)).toEqual(['sent', 'sent'])
  const lines = () => page.locator('#log > li:not(.when)').allInnerTexts()
  const before = (await lines()).map((text) => text.split('\n')[0])
  await page.reload()
  await ready(page)
  await page.getByText('在哪里？').waitFor()
  expect((await lines()).map((text) => text.split('\n')[0])).toEqual(before)
  await choose(page, 'unknown')
  await page.getByTestId('review').waitFor()
  expect(desk.heard).toHaveLength(3)
})

test('what the station says meanwhile appears within a second', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  const began = performance.now()
  station.post(desk.heard[0]!.from, { kind: 'say', text: '请马上打110。', urgent: true })
  await page.getByTestId('urgent').waitFor()
  expect(performance.now() - began).toBeLessThan(1_000)
  expect(await page.getByTestId('urgent-110').getAttribute('href')).toBe('tel:110')
  await picture(page, 'resident-urgent')
})

test('Chinese and English, at once and for good', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  await page.getByTestId('locale-en').click()
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
  await page.getByRole('button', { name: 'Quick exit' }).waitFor()
  await own(page).getByText('delivered').first().waitFor()
  await expect.poll(() => desk.heard.at(-1)?.event).toEqual({ kind: 'language', locale: 'en' })
  await page.reload()
  await ready(page)
  expect(await page.getByTestId('leave').textContent()).toBe('Quick exit')
  await write(page, 'And more')
  await expect.poll(() => desk.heard.at(-1)?.locale).toBe('en')
  await page.getByTestId('locale-zh').click()
  await page.getByRole('button', { name: '快速离开' }).waitFor()
})

test('before the first word a change of language tells nobody', async () => {
  const { page } = await opened()
  await page.getByTestId('locale-en').click()
  await page.getByText('not a police officer').waitFor()
  expect(desk.heard).toHaveLength(0)
})

test('the keyboard is enough', async () => {
  const { page } = await opened()
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.id')).toBe('skip')
  await page.keyboard.press('Enter')
  expect(await page.evaluate('document.activeElement.id')).toBe('text')
  await page.keyboard.type('wall')
  await page.keyboard.press('Enter')
  await page.getByText('这是哪一类事？').waitFor()
  await page.keyboard.press('Shift+Tab')
  // Out of the field a number presses the choice with this number.
  await page.keyboard.press('1')
  await page.getByText('在哪里？').waitFor()
  await page.locator('[data-choice=unknown]').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('review').waitFor()
  await page.locator('.review .main').focus()
  await page.keyboard.press('Space')
  await page.getByText('已经记下来了').waitFor()
  await page.getByTestId('settings-open').focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('settings').waitFor()
  await page.keyboard.press('Escape')
  await page.getByTestId('settings').waitFor({ state: 'hidden' })
  expect(await page.evaluate('document.activeElement.id')).toBe('settings-open')
})

test('a number that is typed into the field is text, as the twin of a button', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  await page.getByTestId('text').press('2')
  await page.getByTestId('send').click()
  await expect.poll(() => desk.heard.at(-1)?.event).toEqual({ kind: 'text', text: '2' })
})

test.each(['zh-CN', 'en-GB'])('it fits 320 pixels at every size of type: %s', async (locale) => {
  const { page } = await opened({ locale, viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })
  for (const [at, size] of ['normal', 'large', 'largest'].entries()) {
    await page.getByTestId('settings-open').click()
    await page.getByTestId(`type-${size}`).check()
    expect(await overflow(page), `settings ${size}`).toBe(0)
    expect(await clipped(page), `settings ${size}`).toEqual([])
    await page.getByTestId('settings-close').click()
    await write(page, `${size} ${STORY} ${'https://'.padEnd(120, 'x')}`)
    await choose(page, 'land')
    await choose(page, 'unknown')
    await page.getByTestId('review').nth(at).waitFor()
    expect(await overflow(page), size).toBe(0)
    expect(await hardToHit(page), size).toEqual([])
    expect(await clipped(page), size).toEqual([])
    await picture(page, `resident-320-${locale}-${size}`)
  }
})

test.each(['light', 'dark'] as const)('everything can be read and has a name: %s', async (colorScheme) => {
  const { page } = await opened({ colorScheme, reducedMotion: 'reduce' })
  const looks = async (where: string) => {
    expect(await pale(page), where).toEqual([])
    expect(await nameless(page), where).toEqual([])
  }
  await looks('first')
  await write(page, STORY)
  await choose(page, 'land')
  await choose(page, 'unknown')
  await page.getByTestId('review').waitFor()
  station.post(desk.heard[0]!.from, { kind: 'say', text: '请马上打110。', urgent: true })
  await page.getByTestId('urgent').waitFor()
  await looks('talk')
  const log = page.getByRole('log')
  expect(await log.getAttribute('aria-live')).toBe('polite')
  expect(await log.getAttribute('aria-label')).toBe('谈话')
  expect(await page.getByTestId('line').getAttribute('role')).toBe('status')
  await page.getByTestId('settings-open').click()
  await looks('settings')
  await picture(page, `resident-${colorScheme}-settings`)
})

test('leaving is one press, and the page is not there to go back to', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  await page.getByTestId('leave').click()
  await page.waitForURL(ELSEWHERE)
  await page.goBack().catch(() => null)
  expect(page.url()).not.toContain(house.url)
  // The talk is still there for whoever comes back to it on purpose.
  await page.goto(house.url)
  await ready(page)
  await page.getByText(STORY).waitFor()
})

test('leaving by three times Escape, with forgetting, leaves nothing on this phone', async () => {
  const { page, context } = await opened()
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  await page.getByTestId('settings-open').click()
  await page.getByTestId('forget').check()
  await page.getByTestId('settings-close').click()
  for (let n = 0; n < 3; n += 1) await page.keyboard.press('Escape')
  await page.waitForURL(ELSEWHERE)
  await page.goto(house.url)
  await ready(page)
  expect(await own(page).count()).toBe(0)
  expect(await page.getByTestId('message').count()).toBe(0)
  await write(page, '我是另一个人')
  await expect.poll(() => desk.heard.length).toBe(2)
  expect(desk.heard[1]!.from).not.toEqual(desk.heard[0]!.from)
  expect((await context.cookies()).length).toBeLessThanOrEqual(1)
})

test('hostile words are only words', async () => {
  const hostile = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>&lt;b&gt; \u202Etxt'
  const { page } = await opened()
  await write(page, hostile)
  await page.getByText('这是哪一类事？').waitFor()
  const { from } = desk.heard[0]!
  station.post(from, say(hostile))
  station.post(from, {
    kind: 'review',
    id: hostile,
    text: hostile,
    rows: [{ label: hostile, value: hostile }],
    choices: [{ id: '"><script>', label: hostile }],
  })
  station.post(from, {
    kind: 'card',
    text: hostile,
    rows: [{ label: hostile, value: hostile }],
    buttons: [{ id: 'press-1', label: hostile }],
    twin: hostile,
    tone: 'plain',
  })
  await page.getByTestId('card').waitFor()
  expect(await page.evaluate('window.hurt')).toBeUndefined()
  expect(await page.locator('#log img, #log script, #log b').count()).toBe(0)
  expect(await page.getByTestId('card').locator('dd').textContent()).toContain('<script>')
  expect(await overflow(page)).toBe(0)
})

test('a large photo is made smaller before it goes, and its words go with it', async () => {
  const { page } = await opened()
  await page.getByTestId('text').fill('这是院墙')
  // A real picture, too noisy to be small, chosen as a person would.
  const size = await page.evaluate(`(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 2400, height: 1200 })
    const pen = canvas.getContext('2d')
    const dots = pen.createImageData(2400, 1200)
    for (let at = 0; at < dots.data.length; at += 4) dots.data.set([(at * 7919) % 253, at % 251, at % 241, 255], at)
    pen.putImageData(dots, 0, 0)
    const blob = await new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.98))
    const chosen = new DataTransfer()
    chosen.items.add(new File([blob], '院墙.jpeg', { type: 'image/jpeg' }))
    const input = document.getElementById('photo-file')
    input.files = chosen.files
    input.dispatchEvent(new Event('change'))
    return blob.size
  })()`)
  await expect.poll(() => desk.heard.length, WITHIN).toBe(1)
  expect(desk.heard[0]!.event).toMatchObject({
    kind: 'files',
    files: [{ type: 'image/jpeg', name: '院墙.jpg' }],
    caption: '这是院墙',
  })
  const [kept] = [...station.files.values()]
  expect(kept!.bytes.length).toBeLessThan(Number(size) / 1.5)
  const [width, height] = sizeOfJpeg(kept!.bytes)
  expect([width, height]).toEqual([2048, 1024])
})

test('a file of another kind is refused with a reason, and can be taken back', async () => {
  const { page } = await opened()
  const file = { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html></html>') }
  await page.getByTestId('photo-file').setInputFiles(file)
  await expect.poll(() => states(page)).toEqual(['refused'])
  await write(page, '那我写下来')
  await expect.poll(() => states(page)).toEqual(['refused', 'sent'])
  await own(page).first().getByRole('button', { name: '不发了' }).click()
  await expect.poll(() => states(page)).toEqual(['sent'])
})

test('words do not wait for a photo that is still on its way', async () => {
  const { page } = await opened()
  const gate = Promise.withResolvers<void>()
  await page.route('**/web/files', async (route) => {
    await gate.promise
    await route.continue()
  })
  const photo = { name: '1.png', mimeType: 'image/png', buffer: PNG }
  await page.getByTestId('photo-file').setInputFiles(photo)
  await write(page, '他在打人')
  await expect.poll(heardTexts).toEqual(['他在打人'])
  await expect.poll(() => states(page)).toEqual(['unsent', 'sent'])
  gate.resolve()
  await expect.poll(() => states(page)).toEqual(['sent', 'sent'])
})

test('a voice note is recorded, and sent with its length', async () => {
  const { page } = await opened({ permissions: ['microphone'] })
  await page.getByTestId('voice').click()
  await page.getByTestId('voice-send').waitFor()
  await page.getByText('0:02').waitFor()
  await picture(page, 'resident-voice')
  await page.getByTestId('voice-send').click()
  await expect.poll(() => desk.heard.length, WITHIN).toBe(1)
  expect(desk.heard[0]!.event).toMatchObject({
    kind: 'files',
    files: [{ type: expect.stringMatching(/^audio\//), seconds: expect.any(Number) }],
  })
  await page.getByTestId('voice').click()
  await page.getByTestId('voice-drop').click()
  await page.getByTestId('recording').waitFor({ state: 'hidden' })
  expect(desk.heard).toHaveLength(1)
})

test('the place is sent only after the person agreed', async () => {
  const { page } = await opened({
    permissions: ['geolocation'],
    geolocation: { latitude: 33.123456789, longitude: 102.5 },
  })
  await page.getByTestId('place').click()
  await page.getByTestId('no').click()
  await page.getByTestId('place').click()
  await page.getByTestId('yes').click()
  await expect
    .poll(() => desk.heard.map(({ event }) => event))
    .toEqual([{ kind: 'place', lat: 33.12346, lon: 102.5 }])
})

test('a link with a code joins once, in a seat of its own, and leaves no trace in the address', async () => {
  const { page, context } = await opened()
  await write(page, STORY)
  await page.getByText('这是哪一类事？').waitFor()
  // On the same phone the other side opens its link: it sees nothing of the first.
  const other = await context.newPage()
  await other.goto(`${house.url}/?join=CODE-1234`)
  await ready(other)
  expect(other.url()).toBe(`${house.url}/`)
  await expect.poll(() => desk.heard.at(-1)?.event).toEqual({ kind: 'press', button: 'CODE-1234' })
  expect(desk.heard.at(-1)!.from).not.toEqual(desk.heard[0]!.from)
  await other.getByText('已按：CODE-1234').waitFor()
  expect(await other.getByText(STORY).count()).toBe(0)
  await other.goto(`${house.url}/?join=CODE-1234`)
  await ready(other)
  await other.getByText('已按：CODE-1234').waitFor()
  expect(desk.heard.filter(({ event }) => event.kind === 'press')).toHaveLength(1)
})

test('a link that was opened for a moment only is pressed the next time', async () => {
  const { page } = await resident()
  // The page is left before the station has answered at all.
  await page.route('**/web/hello', () => {})
  await page.goto(`${house.url}/?join=CODE-5678`)
  await page.getByTestId('text').waitFor()
  await page.unroute('**/web/hello')
  expect(desk.heard).toEqual([])
  await page.goto(`${house.url}/?join=CODE-5678`)
  await ready(page)
  await page.getByText('已按：CODE-5678').waitFor()
  expect(page.url()).toBe(`${house.url}/`)
  await page.goto(`${house.url}/?join=CODE-5678`)
  await ready(page)
  expect(page.url()).toBe(`${house.url}/`)
  await page.reload()
  await ready(page)
  await page.getByText('已按：CODE-5678').waitFor()
  await write(page, '我来了')
  await expect.poll(heardTexts).toEqual(['我来了'])
  expect(desk.heard.filter(({ event }) => event.kind === 'press')).toHaveLength(1)
})

test('a station that has forgotten the seat gives a new one, and what waits goes there', async () => {
  const { page, context } = await opened()
  await write(page, '在吗')
  await page.getByText('这是哪一类事？').waitFor()
  await context.clearCookies()
  await write(page, STORY)
  await expect.poll(heardTexts, WITHIN).toEqual(['在吗', STORY])
  expect(desk.heard[1]!.from).not.toEqual(desk.heard[0]!.from)
})

test('where nothing streams through, the page asks by itself', async () => {
  const { page } = await resident()
  await page.clock.install()
  // Something between holds the stream back: it is open, and nothing comes.
  await page.route('**/web/stream?**', () => {})
  await page.goto(house.url)
  await ready(page)
  await write(page, STORY)
  await expect.poll(() => desk.heard.length).toBe(1)
  expect(await page.getByTestId('message').count()).toBe(0)
  await page.clock.fastForward(13_000)
  await page.clock.fastForward(13_000)
  await page.getByText('这是哪一类事？').waitFor()
  station.post(desk.heard[0]!.from, say('有人会联系您。'))
  await page.clock.fastForward(5_000)
  await page.getByText('有人会联系您。').waitFor()
})

test('help, an officer, back and stopping are one press away', async () => {
  const { page } = await opened()
  await write(page, STORY)
  await choose(page, 'land')
  await page.getByText('在哪里？').waitFor()
  await page.getByTestId('back').click()
  await page.getByTestId('help').click()
  await page.getByTestId('human').click()
  await page.getByTestId('cancel').click()
  await page.getByTestId('yes').click()
  await expect
    .poll(() => desk.heard.slice(2).map(({ event }) => event.kind))
    .toEqual(['back', 'help', 'human', 'cancel'])
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Width and height from the frame header. */
function sizeOfJpeg(bytes: Uint8Array): [number, number] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    if (marker >= 0xc0 && marker <= 0xc2) return [view.getUint16(at + 7), view.getUint16(at + 5)]
  }
  throw new Error('no frame in this JPEG')
}
