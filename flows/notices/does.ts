// What a card's buttons are called, what to type instead of pressing them, and the flow each of them opens.
import type { Locale } from '../core/event.ts'
import type { Does } from './notice.ts'

type Deed = { flow: string; zh: { label: string; typed: string }; en: { label: string; typed: string } }

export const DEEDS: { readonly [D in Does]: Deed } = {
  screen: {
    flow: 'screening',
    zh: { label: '研判', typed: '研判' },
    en: { label: 'Triage', typed: 'triage' },
  },
  assign: {
    flow: 'assignment',
    zh: { label: '分派', typed: '分派' },
    en: { label: 'Assign', typed: 'assign' },
  },
  accept: { flow: 'claim', zh: { label: '签收', typed: '签收' }, en: { label: 'Accept', typed: 'accept' } },
  decline: {
    flow: 'decline',
    zh: { label: '转派', typed: '转派' },
    en: { label: 'Hand back', typed: 'hand back' },
  },
  contact: {
    flow: 'contact',
    zh: { label: '记录联系', typed: '联系' },
    en: { label: 'Record contact', typed: 'contact' },
  },
  visit: {
    flow: 'visit',
    zh: { label: '记录回访', typed: '记录' },
    en: { label: 'Record revisit', typed: 'record' },
  },
  duty: {
    flow: 'duty',
    zh: { label: '登记履行', typed: '履行' },
    en: { label: 'Record performance', typed: 'performance' },
  },
  calm: {
    flow: 'calm',
    zh: { label: '险情解除', typed: '解除' },
    en: { label: 'Danger over', typed: 'danger over' },
  },
  close: { flow: 'close', zh: { label: '结案', typed: '结案' }, en: { label: 'Close', typed: 'close' } },
  refer: { flow: 'referral', zh: { label: '移交', typed: '移交' }, en: { label: 'Refer', typed: 'refer' } },
  move: {
    flow: 'move',
    zh: { label: '改状态', typed: '流转' },
    en: { label: 'Move on', typed: 'move' },
  },
  thirdparty: {
    flow: 'thirdparty',
    zh: { label: '侧面了解', typed: '侧面' },
    en: { label: 'How they are', typed: 'third party' },
  },
  flag: {
    flow: 'flag',
    zh: { label: '核对提示', typed: '核对' },
    en: { label: 'Check flag', typed: 'check flag' },
  },
  mediate: {
    flow: 'mediation',
    zh: { label: '记录调解', typed: '调解' },
    en: { label: 'Record mediation', typed: 'mediation' },
  },
  plan: {
    flow: 'plan',
    zh: { label: '回访计划', typed: '计划' },
    en: { label: 'Revisit plan', typed: 'plan' },
  },
}

/** The flow that a button opens. */
export const flowOf = (does: Does): string => DEEDS[does].flow

const said = (does: Does, locale: Locale) => DEEDS[does][locale === 'en' ? 'en' : 'zh']

export const buttonLabel = (does: Does, locale: Locale): string => said(does, locale).label

/** `签收 RD-2026-0001`: typing this is pressing the button. What has no number is typed alone. */
export const typedTwin = (does: Does, number: string, locale: Locale): string =>
  `${said(does, locale).typed} ${number}`.trim()
