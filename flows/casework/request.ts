// A difficulty as it is named, and what whoever asked may be told of it.
import type { Said } from './said.ts'

/** `RDK-2026-0001｜水、电、通信｜色仲村`: enough to know it by, and nothing personal. */
export const requestLine = (
  { number, kind, villageName }: { number: string; kind: Said; villageName: string | null },
  locale: 'zh' | 'en',
): string => [number, kind[locale], villageName].filter(Boolean).join('｜')

/** What whoever asked is told. */
export const REQUEST_NEWS = ['taken', 'answered', 'passed', 'later', 'broken', 'opened', 'case'] as const
export type RequestNews = (typeof REQUEST_NEWS)[number]
