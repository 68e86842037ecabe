// The few words that only this channel says.
import type { Locale } from '../../flows/core/event.ts'

export type Words = {
  back: string
  /** Before what may be typed instead of pressing. */
  twin: string
  colon: string
  sendPhone: string
  sendPlace: string
  /** There are more choices than buttons. */
  byNumber: string
  /** Somebody pressed a button where only groups read. */
  notHere: string
}

const zh: Words = {
  back: '返回',
  twin: '也可以打字：',
  colon: '：',
  sendPhone: '发送我的手机号',
  sendPlace: '发送我的位置',
  byNumber: '请回数字，或者回名称：',
  notHere: '请在和我的私聊里办理。',
}

const en: Words = {
  back: 'Back',
  twin: 'Or type: ',
  colon: ': ',
  sendPhone: 'Send my phone number',
  sendPlace: 'Send my location',
  byNumber: 'Reply with the number or the name:',
  notHere: 'Please do this in your private chat with me.',
}

/** Tibetan has no words of its own here yet; who reads it is shown the source language. */
export const wordsOf = (locale: Locale | undefined): Words => (locale === 'en' ? en : zh)
