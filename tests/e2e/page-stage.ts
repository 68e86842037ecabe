// A story on a running bot, told in real browsers: people type into the page and press what it shows.
import type { Browser, Page } from 'playwright-core'
import { type Lines, type Person, person } from '../../bot/stories/person.ts'
import type { Stage } from '../../bot/stories/stage.ts'
import type { Event } from '../../flows/core/event.ts'
import { person as browsing, ready } from '../adapters/web/browser.ts'
import { album } from './album.ts'
import { storyDays } from './calendar.ts'
import type { Process } from './process.ts'
import { numberTold } from './told.ts'

const PHONE = {
  // Nobody waits for what only moves to please the eye.
  reducedMotion: 'reduce' as const,
  serviceWorkers: 'block' as const,
  viewport: { width: 390, height: 844 },
}
const COMPUTER = {
  reducedMotion: 'reduce' as const,
  serviceWorkers: 'block' as const,
  viewport: { width: 1280, height: 860 },
}

export type PageStage = Stage & {
  /** Milliseconds from the resident's gesture that filed the report until the staff's page showed the card. */
  alertDelay(): Promise<number>
  complaints(): string[]
}

/** Screenshots of every step go into `folder`. */
export async function pageStage(
  bot: Process,
  browser: Browser,
  begins: string,
  folder: string,
): Promise<PageStage> {
  const pages = new Map<
    Person,
    { page: Page; seat: string; seen: number; complaints: string[]; gestures: number[] }
  >()
  const pictures = album(folder)
  const { now } = await bot.admin('clock advance', { ms: 60_000 })
  const days = storyDays(begins, now)
  let clock: number = now

  const at = (someone: Person) => {
    const found = pages.get(someone)
    if (!found) throw new Error(`${someone.name} has no page`)
    return found
  }

  async function moveTo(instant: number): Promise<void> {
    const minutes = Math.round((instant - clock) / 60_000)
    if (minutes > 0) ({ now: clock } = await bot.admin('clock advance', { ms: minutes * 60_000 }))
    await everyoneReads()
  }

  /** What the station said is asked over the wire with the page's own cookie, then awaited in what the page shows. */
  async function reads(someone: Person): Promise<number> {
    const own = at(someone)
    const answer = await own.page.context().request.get(`${bot.url}/web/messages?after=${own.seen}`, {
      headers: { 'x-bridge-seat': own.seat },
    })
    if (!answer.ok()) return 0
    const { messages } = await answer.json()
    for (const { seq, reply } of messages) {
      own.seen = seq
      someone.receives(reply)
      await own.page.locator(`[data-seq="${seq}"]`).first().waitFor()
    }
    return messages.length
  }

  async function everyoneReads(): Promise<void> {
    for (const someone of pages.keys()) await reads(someone)
  }

  async function answered(someone: Person, shown: string): Promise<void> {
    const deadline = Date.now() + 15_000
    while ((await reads(someone)) === 0) {
      if (Date.now() > deadline) throw new Error(`${someone.name} got no answer to ${shown}`)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    await everyoneReads()
    await pictures.take(at(someone).page, someone.name)
  }

  const lines: Lines = {
    async hear(someone, event, shown) {
      const own = at(someone)
      await gesture(own.page, event, () => {
        own.gestures.push(Date.now())
      })
      await answered(someone, shown)
    },
    async opens(someone, link) {
      const { page } = at(someone)
      await page.goto(link)
      await ready(page)
      await answered(someone, link)
    },
    keep: () => Promise.reject(new Error('this stage keeps no files')),
  }

  async function arrives(name: string, path: string, options: typeof PHONE | typeof COMPUTER) {
    const { page, complaints } = await browsing(browser, options)
    const someone = person(name, { channel: 'web', id: name }, lines)
    pages.set(someone, {
      page,
      seat: path.startsWith('/desk') ? 'desk' : 'home',
      seen: 0,
      complaints,
      gestures: [],
    })
    await page.goto(`${bot.url}${path}`)
    await ready(page)
    return someone
  }

  await moveTo(days.instant(begins))
  return {
    resident: (name) => arrives(name, '/', PHONE),
    async staff(name) {
      const { code } = await bot.admin('staff code', { person: name })
      const someone = await arrives(name, `/desk#code=${code}`, COMPUTER)
      const { page } = at(someone)
      await page.getByTestId('rooms').waitFor()
      await page.evaluate(WATCH_CARDS)
      return someone
    },
    until: (time) => moveTo(days.instant(time)),
    day: days.day,
    numberTold,
    shown: (number) => bot.admin('case show', { number }),
    async close() {
      for (const { page } of pages.values()) await page.context().close()
    },
    async alertDelay() {
      const shown = await Promise.all(
        [...pages.values()].map(({ page }) => page.evaluate('window.firstCard ?? 0') as Promise<number>),
      )
      const first = Math.min(...shown.filter((time) => time > 0))
      const gestures = [...pages.values()].flatMap(({ gestures }) => gestures)
      return first - Math.max(...gestures.filter((time) => time <= first))
    },
    complaints: () => [...pages.values()].flatMap(({ complaints }) => complaints),
  }
}

/** Notes when the first card about a new case came into view, on the page's own clock (the same machine's). */
const WATCH_CARDS = `
  window.firstCard ??= 0
  new MutationObserver((_, watch) => {
    const cards = [...document.querySelectorAll('[data-testid=card]')]
    if (!cards.some((card) => card.textContent.includes('新纠纷'))) return
    window.firstCard = Date.now()
    watch.disconnect()
  }).observe(document.body, { childList: true, subtree: true })
`

async function gesture(page: Page, event: Event, now: () => void): Promise<void> {
  switch (event.kind) {
    case 'text':
      await page.getByTestId('text').fill(event.text)
      now()
      return page.getByTestId('send').click()
    case 'pick': {
      const button = page.locator(`[data-testid=choice][data-choice="${event.choice}"]:visible`).last()
      now()
      return button.click()
    }
    case 'press':
      now()
      return page.locator(`[data-testid=button][data-button="${event.button}"]:visible`).last().click()
    default:
      throw new Error(`nobody makes the gesture of ${event.kind} on this stage`)
  }
}
