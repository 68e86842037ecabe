// Where a case was passed on to, in the story of it: with whom, why, by which right and with what; and what was heard from there.
import { and, asc, eq } from 'drizzle-orm'
import { dateText } from '../../flows/casework/clock-text.ts'
import { unitSaid } from '../../flows/casework/units.ts'
import type { Books } from '../books.ts'
import type { Case } from '../commands/shared/case.ts'
import { detailsOf, endingOf, type ReferralRow } from '../commands/shared/referral.ts'
import { referrals } from '../schema/index.ts'
import type { Told } from '../store.ts'
import * as words from './labels.ts'
import type { Entry } from './log.ts'

const MATERIALS: words.Words = {
  report: ['反映情况', 'what was reported'],
  evidence: ['照片、证据', 'photos, evidence'],
  record: ['调解记录', 'record of mediation'],
  agreement: ['协议', 'agreement'],
  medical: ['诊断、鉴定', 'medical or expert finding'],
}

export async function referralsTold(books: Books, c: Case): Promise<Entry[]> {
  const rows = await books.tx
    .select()
    .from(referrals)
    .where(and(eq(referrals.stationId, books.station.id), eq(referrals.disputeId, c.row.id)))
    .orderBy(asc(referrals.at))
  return rows.flatMap((row) => [sent(books, c, row), ...received(c, row), ...ended(c, row)])
}

function sent(books: Books, c: Case, row: ReferralRow): Entry {
  const unit = unitSaid(row.toUnit)
  const details = detailsOf(c, row)
  const { calendar } = books.station.rulebook
  const by = (locale: 'zh' | 'en') => dateText(row.dueAt, calendar, locale)
  return {
    at: row.at,
    by: row.by,
    what: { zh: `移交${unit.zh}`, en: `Referred to ${unit.en}` },
    text: words.joined(
      details?.toPerson,
      details?.phone,
      details?.reason,
      row.legalBasis,
      ...(details?.materials ?? []).flatMap((one) => (one in MATERIALS ? [words.said(MATERIALS, one)] : [])),
      filesTold(details?.files),
      details?.more,
      { zh: `${by('zh')}前要有结果`, en: `A result is due by ${by('en')}` },
      row.toldReporterAt === null ? null : { zh: '已告知反映人', en: 'The reporter was told' },
    ),
  }
}

function filesTold(files: readonly string[] | undefined): Told | null {
  const n = files?.length ?? 0
  return n === 0 ? null : { zh: `${n}个文件`, en: n === 1 ? 'one file' : `${n} files` }
}

const received = (c: Case, row: ReferralRow): Entry[] =>
  row.ackAt === null
    ? []
    : [
        {
          at: row.ackAt,
          by: detailsOf(c, row)?.notedBy ?? endingOf(c, row)?.by ?? row.by,
          what: { zh: '接收单位收到', en: 'Received there' },
          text: detailsOf(c, row)?.receivedBy ?? null,
        },
      ]

function ended(c: Case, row: ReferralRow): Entry[] {
  if (row.resultAt === null) return []
  const ending = endingOf(c, row)
  const back = row.result === 'returned'
  return [
    {
      at: row.resultAt,
      by: ending?.by ?? row.by,
      what: back
        ? { zh: '接收单位退回', en: 'Sent back' }
        : { zh: '接收单位办结', en: 'Settled by the other body' },
      text: words.joined(
        ending?.words,
        ending?.told ? { zh: `告诉反映人：${ending.told}`, en: `For the reporter: ${ending.told}` } : null,
      ),
    },
  ]
}
