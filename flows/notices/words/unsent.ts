// Why something was not sent that somebody has to say in person: codes of the books, in words. Others are a platform's own.
type Why = { readonly [code: string]: string }

const zh: Why = {
  'not-in-chat': '要告诉的人没有聊天',
  'contact-plan': '按联系计划，不能发消息',
  stopped: '本人不要再收消息',
}

const en: Why = {
  'not-in-chat': 'Whoever is to know is not in chat',
  'contact-plan': 'By the contact plan nothing may be sent',
  stopped: 'They want no more messages',
}

/** Told by phone or in person, where there is no chat to write to. */
export const byPhone = (why: string): boolean => why === 'not-in-chat'

export const whyUnsent = (why: string, locale: 'zh' | 'en'): string => (locale === 'en' ? en : zh)[why] ?? why
