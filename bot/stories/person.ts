/** Somebody in a story, with their chat: what they say goes in by the desk's own door, what they read left its outbox. */
import type { Event, FileRef } from '../../flows/core/event.ts'
import type { Address } from '../../flows/core/ports.ts'
import { DONE, SKIP } from '../../flows/core/question.ts'
import type { Posed, Reply } from '../../flows/core/reply.ts'

/** What somebody answers when asked for a step: words or a label, a list's items, or something else that is sent. */
export type Answer = string | readonly Answers[] | Sends
export type Answers = { readonly [step: string]: Answer }
export type Sends = { photo: string } | { voice: number } | { lat: number; lon: number }

export type Person = {
  name: string
  address: Address
  /** Everything this person was sent, oldest first. */
  heard: readonly Reply[]
  /** Cards that hold this text and were not looked at before. */
  newCards(text: string): { text: string }[]
  /** The step this person is asked for now. */
  asked(): string | null
  /** The labels of the choices that are offered with what is asked now. */
  offered(): string[]
  /** The labels of the buttons of the newest card. */
  buttons(): string[]
  /** Types and sends each text, one message after the other. */
  says(...texts: string[]): Promise<void>
  sends(what: Sends): Promise<void>
  /** Presses what is labelled so: a choice of the open question, or the newest button of a card. */
  presses(label: string): Promise<void>
  /** Answers what is asked until nothing more is. What has no answer here is left open; throws where it may not be. */
  answers(answers: Answers): Promise<void>
  /** Opens a link to join a case, such as an officer sent. */
  opens(link: string): Promise<void>
  receives(reply: Reply): void
}

export type Lines = {
  hear(person: Person, event: Event, shown: string): Promise<void>
  opens(person: Person, link: string): Promise<void>
  /** Changes what somebody types before it is heard; `step` is what they are asked for. */
  marks?(name: string, step: string | null, text: string): string
  keep(person: Person, file: { type: string; name: string | null; seconds?: number }): Promise<FileRef>
}

export function person(name: string, address: Address, lines: Lines): Person {
  const heard: Reply[] = []
  let open: Posed | null = null
  let looked = 0

  const act = async (event: Event, shown: string) => {
    open = null
    await lines.hear(me, event, shown)
  }

  const press = async (posed: Posed, choice: { id: string; label: string }) =>
    act({ kind: 'pick', question: posed.id, choice: choice.id }, `〔${choice.label}〕`)

  const sends = async (what: Sends) => {
    if ('lat' in what) return act({ kind: 'place', ...what }, '（位置）')
    const file =
      'photo' in what
        ? await lines.keep(me, { type: 'image/png', name: what.photo })
        : await lines.keep(me, { type: 'audio/ogg', name: null, seconds: what.voice })
    return act({ kind: 'files', files: [file] }, 'photo' in what ? '（照片）' : `（语音${what.voice}秒）`)
  }

  async function answer(posed: Posed, said: string | Sends): Promise<void> {
    if (typeof said !== 'string') return sends(said)
    const choice =
      posed.choices.find(({ label }) => label === said) ??
      posed.choices.find(({ label }) => label.includes(said))
    await (choice ? press(posed, choice) : me.says(said))
  }

  async function reply(posed: Posed, given: Answers): Promise<void> {
    const { step, item, part } = placeOf(posed.id)
    const [first] = posed.choices
    const left = posed.choices.find(({ id }) => id === SKIP)
    const done = posed.choices.find(({ id }) => id === DONE)
    const all = given[step]
    if (posed.kind === 'review' && first && all === undefined) return press(posed, first)
    if (isList(all)) {
      if (part === null) {
        const more = item < all.length ? first : done
        if (more) return press(posed, more)
      } else {
        const said = all[item]?.[part]
        if (said !== undefined && !isList(said)) return answer(posed, said)
        if (left) return press(posed, left)
      }
    } else if (all !== undefined) {
      return done ? press(posed, done) : answer(posed, all)
    } else if (left) return press(posed, left)
    throw new Error(`${name} has no answer to ${part === null ? step : `${step} ${part}`}: ${posed.text}`)
  }

  const me: Person = {
    name,
    address,
    heard,
    newCards(text) {
      const fresh = heard.slice(looked)
      looked = heard.length
      return fresh.filter((one) => one.kind === 'card' && one.text.includes(text))
    },
    asked: () => (open ? placeOf(open.id).step : null),
    offered: () => open?.choices.map(({ label }) => label) ?? [],
    buttons: () => heard.findLast((one) => one.kind === 'card')?.buttons.map(({ label }) => label) ?? [],
    sends,
    async says(...texts) {
      for (const typed of texts) {
        const text = lines.marks?.(name, me.asked(), typed) ?? typed
        await act({ kind: 'text', text }, text)
      }
    },
    async presses(label) {
      const choice = open?.choices.find((one) => one.label === label)
      if (open && choice) return press(open, choice)
      const cards = heard.filter((one) => one.kind === 'card')
      const button = cards.flatMap(({ buttons }) => buttons).findLast((one) => one.label === label)
      if (!button) throw new Error(`${name} sees nothing labelled ${label}`)
      await act({ kind: 'press', button: button.id }, `〔${label}〕`)
    },
    async answers(given) {
      for (let before = ''; open; ) {
        const now = `${open.id} ${open.text}`
        if (now === before) throw new Error(`${name} was not understood: ${heard.at(-2)?.text} ${open.text}`)
        before = now
        await reply(open, given)
      }
    },
    async opens(link) {
      open = null
      await lines.opens(me, link)
    },
    receives(one) {
      heard.push(one)
      if (one.kind === 'ask' || one.kind === 'review') open = one
    },
  }
  return me
}

const isList = (all: Answer | undefined): all is readonly Answers[] => Array.isArray(all)

/** `<conversation>.duties/1.due`: which step, and in a list which item and part. */
function placeOf(id: string): { step: string; item: number; part: string | null } {
  const [, step = '', item = '0', part = null] = /\.([a-zA-Z?]+)(?:\/(\d+)(?:\.(\w+))?)?$/.exec(id) ?? []
  return { step, item: Number(item), part }
}

/** The newest of a kind of text in what somebody was sent. */
export const newest = (heard: readonly Reply[], find: (text: string) => string | null): string | null => {
  for (const { text } of heard.toReversed()) {
    const found = find(text)
    if (found !== null) return found
  }
  return null
}

/** The links to join a case that this person was sent last, by side. */
export function linksTold({ heard }: Person): { A: string | null; B: string | null } {
  const link = (side: string) =>
    newest(heard, (text) => new RegExp(`${side}[^\\n]*?(https?://\\S+)`).exec(text)?.[1] ?? null)
  return { A: link('甲方'), B: link('乙方') }
}

/** The code in a link to join a case. */
export const joinCode = (link: string): string => new URL(link).searchParams.get('join') ?? ''
