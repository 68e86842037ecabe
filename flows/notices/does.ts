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
  assess: {
    flow: 'assessment',
    zh: { label: '开研判会', typed: '研判会' },
    en: { label: 'Begin the meeting', typed: 'risk meeting' },
  },
  carryOut: {
    flow: 'decision',
    zh: { label: '落实', typed: '落实' },
    en: { label: 'What to do', typed: 'carry out' },
  },
  approvePrevention: {
    flow: 'preventioncheck',
    zh: { label: '审批', typed: '批防止' },
    en: { label: 'Decide', typed: 'approve prevention' },
  },
  writePlan: {
    flow: 'workplan',
    zh: { label: '写对策', typed: '对策' },
    en: { label: 'Write the plan', typed: 'work plan' },
  },
  receipt: {
    flow: 'receipt',
    zh: { label: '登记回执', typed: '回执' },
    en: { label: 'Record receipt', typed: 'receipt' },
  },
  joint: {
    flow: 'joint',
    zh: { label: '联合调解', typed: '联调' },
    en: { label: 'Joint mediation', typed: 'joint' },
  },
  jointRecord: {
    flow: 'jointheld',
    zh: { label: '联合调解记录', typed: '联调记录' },
    en: { label: 'Record joint mediation', typed: 'joint record' },
  },
  come: { flow: 'coming', zh: { label: '来', typed: '来' }, en: { label: 'I come', typed: 'coming' } },
  cannot: {
    flow: 'cannot',
    zh: { label: '来不了', typed: '来不了' },
    en: { label: 'I cannot', typed: 'cannot come' },
  },
  otherTime: {
    flow: 'othertime',
    zh: { label: '换时间', typed: '换时间' },
    en: { label: 'Another time', typed: 'another time' },
  },
  zero: {
    flow: 'zero',
    zh: { label: '没有', typed: '零报告' },
    en: { label: 'Nothing', typed: 'zero report' },
  },
  lookout: {
    flow: 'lookout',
    zh: { label: '有，说一说', typed: '报苗头' },
    en: { label: 'Yes, let me tell', typed: 'lead' },
  },
  patrolled: {
    flow: 'patrolled',
    zh: { label: '看进度', typed: '摸排进度' },
    en: { label: 'Progress', typed: 'screening progress' },
  },
  merge: { flow: 'merge', zh: { label: '并案', typed: '并案' }, en: { label: 'Merge', typed: 'merge' } },
  mediate: {
    flow: 'mediation',
    zh: { label: '记录调解', typed: '调解' },
    en: { label: 'Record mediation', typed: 'mediation' },
  },
  takeRequest: {
    flow: 'requesttake',
    zh: { label: '接', typed: '接' },
    en: { label: 'Take', typed: 'take' },
  },
  answerRequest: {
    flow: 'requestanswer',
    zh: { label: '答复', typed: '答复' },
    en: { label: 'Answer', typed: 'answer' },
  },
  passRequest: {
    flow: 'requestpass',
    zh: { label: '转交', typed: '转交' },
    en: { label: 'Pass on', typed: 'pass on' },
  },
  laterRequest: {
    flow: 'requestlater',
    zh: { label: '说明原因', typed: '说明原因' },
    en: { label: 'Takes longer', typed: 'takes longer' },
  },
  caseRequest: {
    flow: 'requestcase',
    zh: { label: '是纠纷', typed: '是纠纷' },
    en: { label: 'It is a dispute', typed: 'it is a dispute' },
  },
  asRequest: {
    flow: 'asrequest',
    zh: { label: '是困难', typed: '转困难' },
    en: { label: 'It is a difficulty', typed: 'it is a difficulty' },
  },
  takeOffer: {
    flow: 'offer',
    zh: { label: '我来调解', typed: '我来调解' },
    en: { label: 'I will mediate', typed: 'i will mediate' },
  },
  declineOffer: {
    flow: 'offerdecline',
    zh: { label: '不接', typed: '不接' },
    en: { label: 'Not me', typed: 'not me' },
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
