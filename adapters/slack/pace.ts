// How long things may take and how often they are tried, in milliseconds.

export type Pace = {
  /** One call of the Web API, and one file. */
  call: number
  /** Opening waits so long for Slack, and then goes on by itself. */
  opening: number
  /** A press is answered by then, whatever has become of it; Slack warns the person after three seconds. */
  answer: number
  /** A form may be opened in answer to a press until then; Slack takes it for three seconds. */
  form: number
  /** A request's body must wholly have arrived by then. */
  body: number
  /** Nothing more is posted of a message whose sending began so long ago. */
  sending: number
  /** A file that could not be fetched for so long is told of as lost, when its message comes again. */
  file: number
  /** Between the attempts to keep a press, which Slack never repeats. */
  again: readonly number[]
  /** Between the attempts to learn who we are: growing from `first` to `most`, `refused` while the token is not taken. */
  self: { first: number; most: number; refused: number }
  socket: SocketPace
}

export type SocketPace = {
  connections: number
  /** Between the openings of two connections, so that Slack does not renew them together. */
  apart: number
  /** From opening one to being welcomed on it. */
  welcome: number
  /** A connection that was asked to end still brings things; Slack ends it some ten seconds later, and here it is ended then. */
  parting: number
  first: number
  most: number
}

export const PACE: Pace = {
  call: 10_000,
  opening: 5_000,
  answer: 2_500,
  form: 2_200,
  body: 5_000,
  sending: 4_000,
  file: 30_000,
  again: [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 60_000, 60_000],
  self: { first: 1_000, most: 60_000, refused: 300_000 },
  socket: { connections: 2, apart: 10_000, welcome: 15_000, parting: 15_000, first: 1_000, most: 30_000 },
}

/** Tests hurry it; `wall` is the clock on the wall, which no demonstration moves. */
export type Tuning = Partial<Pace> & { wall?: () => number }

/** Waits, or returns early when there is no more use in waiting. */
export async function wait(ms: number, over: AbortSignal): Promise<void> {
  if (over.aborted) return
  const done = Promise.withResolvers<void>()
  const timer = setTimeout(done.resolve, ms)
  const stop = () => done.resolve()
  over.addEventListener('abort', stop, { once: true })
  await done.promise
  clearTimeout(timer)
  over.removeEventListener('abort', stop)
}

/** Twice as long each time. */
export const growing = (first: number, most: number, tries: number): number =>
  Math.min(first * 2 ** Math.min(tries, 20), most)
