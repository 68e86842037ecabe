// What the wire answers when it does not do what was asked: a code for programs, a sentence for people.
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const REFUSALS = {
  form: [400, '这条消息读不懂。', 'This message cannot be read.'],
  hello: [401, '请先打开页面。', 'Please open the page first.'],
  signIn: [401, '请用新的一次性登录码登录。', 'Please sign in with a new one-time code.'],
  foreign: [403, '请从本页面发送。', 'Please send this from our own page.'],
  clock: [403, '正式使用时不能拨时钟。', 'The clock moves only in a demonstration.'],
  none: [404, '没有找到。', 'Not found.'],
  late: [408, '没有收全，会自动再发。', 'It did not arrive whole; it will be sent again.'],
  large: [413, '太大了，发不了。文件最多10兆。', 'That is too large. Files may have up to 10 MB.'],
  type: [415, '请发照片、语音、短视频或PDF。', 'Please send a photo, a voice note, a short video or a PDF.'],
  host: [421, '请用派出所给的网址打开。', "Please use the station's own address."],
  file: [422, '这个文件找不到了，请再发一次。', 'That file is gone; please send it again.'],
  slow: [
    429,
    '发得有点快，稍等会自动再发。急事请打110。',
    'A little fast; it will be sent again shortly. In an emergency call 110.',
  ],
  fault: [
    500,
    '我们这边出错了，会自动再发。急事请打110。',
    'Something failed on our side; it will be sent again. In an emergency call 110.',
  ],
  away: [
    503,
    '暂时收不了，会自动再发。急事请打110。',
    'We cannot take it right now; it will be sent again. In an emergency call 110.',
  ],
} as const satisfies { [code: string]: readonly [ContentfulStatusCode, string, string] }

export type RefusalCode = keyof typeof REFUSALS

/** `retryAfter` in seconds: the same request may succeed then. */
export function refuse(c: Context, code: RefusalCode, retryAfter?: number): Response {
  const [status, zh, en] = REFUSALS[code]
  if (retryAfter !== undefined) c.header('Retry-After', String(Math.ceil(retryAfter)))
  return c.json({ error: code, say: { zh, en } }, status)
}
