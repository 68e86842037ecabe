// Sittings of police, cadres and people (三调联动) in the story of a case: when, where, who was asked, what they said, who came.
import { clockText } from '../../flows/casework/clock-text.ts'
import { isThreeForce } from '../../flows/casework/joint.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { nameOf } from '../commands/shared/joint-host.ts'
import {
  guestOf,
  type InvitationRow,
  invitationsOf,
  type MeetingRow,
  meetingsOf,
  placeOf,
  recordOf,
} from '../commands/shared/joint-rows.ts'
import type { Name, Told } from '../store.ts'
import * as words from './labels.ts'
import type { Entry } from './log.ts'

const ANSWERS: words.Words = {
  coming: ['来', 'comes'],
  cannot: ['来不了', 'cannot'],
  'other-time': ['想换时间', 'wants another time'],
}
const RESULTS: words.Words = { ...words.RESULTS, absent: ['没有谈', 'nothing was talked over'] }
const LANGUAGES: words.Words = {
  zh: ['汉语', 'in Chinese'],
  bo: ['藏语', 'in Tibetan'],
  both: ['汉语和藏语', 'in Chinese and Tibetan'],
}

export async function sittingsTold(books: Books, c: Case): Promise<Entry[]> {
  const entries: Entry[] = []
  for (const meeting of await meetingsOf(books, c)) {
    const asked = await invitationsOf(books, meeting.id)
    entries.push(await planned(books, c, meeting, asked))
    for (const one of asked) entries.push(...(await answered(books, c, one, meeting)))
    if (meeting.endedAt !== null) entries.push(await ended(books, c, meeting, meeting.endedAt, asked))
  }
  return entries
}

async function who(books: Books, c: Case, one: InvitationRow): Promise<Name> {
  const guest = guestOf(c, one)?.name
  return guest ? { zh: guest, en: guest } : nameOf(books, one)
}

async function names(books: Books, c: Case, asked: readonly InvitationRow[]): Promise<Name> {
  const all = await Promise.all(asked.map((one) => who(books, c, one)))
  return { zh: all.map(({ zh }) => zh).join('、'), en: all.map(({ en }) => en).join(', ') }
}

const labelled = (zh: string, en: string, name: Name): Told => ({
  zh: `${zh}：${name.zh}`,
  en: `${en}: ${name.en}`,
})

async function planned(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  asked: readonly InvitationRow[],
): Promise<Entry> {
  const { calendar } = books.station.rulebook
  const time = (locale: 'zh' | 'en') => clockText(meeting.at, calendar, locale)
  const person = async (id: string): Promise<Name> => {
    const name = (await books.person(id))?.name ?? id
    return { zh: name, en: name }
  }
  const { why } = recordOf(c, meeting)
  return {
    at: meeting.createdAt,
    by: meeting.by,
    what: {
      zh: `约联合调解：${time('zh')}`,
      en: `Joint mediation planned: ${time('en')}`,
    },
    text: words.joined(
      placeOf(c, meeting),
      labelled('主持', 'host', await person(meeting.hostId)),
      labelled('请了', 'asked', await names(books, c, asked)),
      words.said(LANGUAGES, meeting.language),
      meeting.interpreterId && labelled('翻译', 'interpreter', await person(meeting.interpreterId)),
      why && { zh: `没有凑齐的原因：${why}`, en: `Why a force is missing: ${why}` },
    ),
  }
}

async function answered(books: Books, c: Case, one: InvitationRow, meeting: MeetingRow): Promise<Entry[]> {
  // Who planned it and sits there has not answered anybody.
  if (one.answer === null || one.answeredAt === null || one.answeredAt === one.askedAt) return []
  const name = await who(books, c, one)
  const said = words.said(ANSWERS, one.answer)
  return [
    {
      at: one.answeredAt,
      // What a guest says is noted by whoever asked them.
      by: one.personId ?? one.side ?? meeting.by,
      what: { zh: `联合调解：${name.zh}${said.zh}`, en: `Joint mediation: ${name.en} ${said.en}` },
      text: c.vault.open('joint_invitations.words', one.id, one.words),
    },
  ]
}

async function ended(
  books: Books,
  c: Case,
  meeting: MeetingRow,
  at: number,
  asked: readonly InvitationRow[],
): Promise<Entry> {
  const { off, note } = recordOf(c, meeting)
  if (meeting.state === 'cancelled')
    return {
      at,
      by: meeting.by,
      what: { zh: '联合调解取消', en: 'Joint mediation called off' },
      text: off ?? null,
    }
  const came = asked.filter((one) => one.came === true)
  const result = words.said(RESULTS, meeting.result ?? 'absent')
  return {
    at,
    by: meeting.hostId,
    what: { zh: `联合调解：${result.zh}`, en: `Joint mediation: ${result.en}` },
    text: words.joined(
      labelled('来的', 'came', await names(books, c, came)),
      isThreeForce(asked)
        ? { zh: '警力、干部、民力都到了', en: 'police, cadres and people were all there' }
        : { zh: '警力、干部、民力没有到齐', en: 'not all of police, cadres and people were there' },
      note,
    ),
  }
}
