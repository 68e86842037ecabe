// Updates as Telegram sends them, from people without names.
import type { Message, Update, User } from 'grammy/types'

export const BOT = '7000000001'
export const PERSON = 500_000_001
export const GROUP = -4_000_001

export const user = (more: Partial<User> = {}): User => ({
  id: PERSON,
  is_bot: false,
  first_name: '村民甲',
  language_code: 'zh-hans',
  ...more,
})

type Written = NonNullable<Update['message']>

/** A message in the sender's own chat; `content` may change any part of it. */
export const message = (content: Partial<Message>): Written =>
  ({
    message_id: 41,
    date: 1_795_000_000,
    from: user(),
    chat: { id: PERSON, type: 'private', first_name: '村民甲' },
    ...content,
  }) as Written

export const inGroup = (content: Partial<Message>): Written =>
  message({ chat: { id: GROUP, type: 'group', title: '所里的群' }, ...content })

export const update = (content: Omit<Update, 'update_id'>, id = 9001): Update => ({
  update_id: id,
  ...content,
})
