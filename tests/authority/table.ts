// Who may give which command on whose case. Thought out from what each of them is there for; the tests hold the code to it.
import type { Commands } from '../../flows/commands.ts'
import type { WHO } from './who.ts'

/** Allowed: it is done, or answered. */
const may = 'may'
/** Refused in the very bytes in which a case that does not exist is refused. */
const not = 'not'
/** Sees the case; the step belongs to somebody else, and that is said. */
const step = 'step'
/** Done for oneself alone: as though no case had been named, and nothing of the case is touched or told. */
const self = 'self'
/** Cannot be: such a case is nobody's own. */
const ____ = null

export type Word = 'may' | 'not' | 'step' | 'self'
export type Cell = Word | null
/** A cell for everybody; somebody new without one does not compile. */
export type Line = Each<typeof WHO>
type Each<All extends readonly unknown[]> = { readonly [K in keyof All]: Cell }

/**
 * `own`: theirs, as its reporter, a side, a named helper, the responsible officer or leader. `other`: of the place they
 * look after, and other people's. `area`: of another place. `station`: of another station, given by its id or number.
 * `waiting`: of the place they look after, and nobody's yet.
 */
export type Rows = { own: Line; other: Line; area: Line; station: Line; waiting?: Line }
/** For what is about no case. */
export type Alone = { own: Line }
/** Of one-time codes: good, used up, too old, another station's. */
export type Codes = { good: Line; used: Line; old: Line; station: Line }

export type Row = Rows | Alone | Codes

// biome-ignore format: the table is read by its columns
const nobodyMay: Line = [not, not, not, not, not, not, not, not, not, not, not, not, not, not, not, not]
// biome-ignore format: the table is read by its columns
const eachAlone: Line = [self, self, self, self, self, self, self, self, self, self, self, self, self, self, not, self]

// biome-ignore format: the table is read by its columns
export const table = {
  //        nobody reporter joined party resident  mediator cadre grid township  officer duty leader chief  revoked group clock

  // Words that begin a form about a case: those who may fill it in.
  open: {
    contact: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    // By which phone and where the sides are found is opened with it.
    visit: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    thirdparty: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    close: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    screening: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    status: {
      own:     [____, may,  may,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },

  // A button of a card is for one person, whatever else anybody may do by typing.
  press: {
    card: {
      own:     [____, ____, ____, ____, ____,   may,  ____, ____, ____,  may,  may,  may,  may,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
    // A link that an officer gave out is for a resident who has it; staff only try it, and do not use it up.
    link: {
      good:    [may,  may,  may,  may,  may,    not,  not,  not,  not,   not,  not,  not,  not,   may, not, not],
      used:    nobodyMay,
      old:     nobodyMay,
      station: nobodyMay,
    },
  },

  // Danger is never refused: on a case that is not theirs it becomes a case of its own.
  raiseEmergency: {
    heard: {
      own:     [____, may,  may,  may,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   self, not, ____],
      other:   [self, self, self, self, self,   self, self, self, self,  self, self, may,  may,   self, not, self],
      area:    [self, self, self, self, self,   self, self, self, self,  self, self, self, may,   self, not, self],
      station: eachAlone,
    },
  },

  // What anybody may wish: told to those whose case it is where it is theirs, else to whoever is on duty.
  callHuman: {
    asked: {
      own:     [____, may,  may,  may,  ____,   self, self, self, self,  self, self, self, self,  self, not, ____],
      other:   eachAlone,
      area:    eachAlone,
      station: eachAlone,
    },
  },
  stopMessages: {
    asked: {
      own:     [____, may,  may,  may,  ____,   self, self, self, self,  self, self, self, self,  self, not, ____],
      other:   eachAlone,
      area:    eachAlone,
      station: eachAlone,
    },
  },
  requestErasure: {
    asked: {
      own:     [____, may,  may,  may,  ____,   self, self, self, self,  self, self, self, self,  self, not, ____],
      other:   eachAlone,
      area:    eachAlone,
      station: eachAlone,
    },
  },
  keepCorrection: {
    kept: {
      own:     [____, may,  may,  may,  ____,   self, self, self, self,  self, self, self, self,  self, not, ____],
      other:   eachAlone,
      area:    eachAlone,
      station: eachAlone,
    },
  },

  // One-time codes. Whoever holds a good one of the right kind may use it, once and in time, at its own station.
  useCode: {
    staff: {
      good:    [may,  may,  may,  may,  may,    may,  may,  may,  may,   may,  may,  may,  may,   may, not, not],
      used:    nobodyMay,
      old:     nobodyMay,
      station: nobodyMay,
    },
    // Of a resident's other chat: not in the chat that asked, and not for staff.
    link: {
      good:    [may,  may,  may,  may,  not,    not,  not,  not,  not,   not,  not,  not,  not,   not, not, not],
      used:    nobodyMay,
      old:     nobodyMay,
      station: nobodyMay,
    },
    join: {
      good:    [may,  may,  may,  may,  may,    not,  not,  not,  not,   not,  not,  not,  not,   may, not, not],
      used:    nobodyMay,
      old:     nobodyMay,
      station: nobodyMay,
    },
    // Whoever told a colleague goes on in their own chat; a colleague who tries it uses nothing up.
    reporter: {
      good:    [may,  may,  may,  may,  may,    not,  not,  not,  not,   not,  not,  not,  not,   may, not, not],
      used:    nobodyMay,
      old:     nobodyMay,
      station: nobodyMay,
    },
  },
  // Staff get one that binds, everybody else one that joins two chats of theirs; the revoked are everybody else.
  makeCode: {
    asked: {
      own:     [may,  may,  may,  may,  may,    may,  may,  may,  may,   may,  may,  may,  may,   may, not, ____],
    },
  },
  noteReach: {
    lost: {
      own:     [may,  may,  may,  may,  may,    may,  may,  may,  may,   may,  may,  may,  may,   may, not, ____],
    },
  },
  setGroup: {
    begun: {
      own:     [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
    },
    ended: {
      own:     [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
    },
  },
  // Everybody who works here has a list; a case is on it where it is theirs.
  listMine: {
    asked: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
      station: [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
    },
  },

  // Each hears of what concerns them, whoever works here.
  showWarnings: {
    asked: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
      station: [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
    },
  },

  // Figures are for officers and those above them, over the cases that they answer for; nobody else learns that there are any.
  showReport: {
    asked: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      station: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
    },
  },
  // For the whole station: whoever looks after a part of it hands nothing in.
  handInReport: {
    over: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   not,  not,  not,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
    },
  },
  showCoverage: {
    asked: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      station: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
    },
  },

  // Rounds of screening are leaders', where they look after every village of one; those who were asked answer, each for themselves.
  planPatrol: {
    now: {
      own:     [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
    },
  },
  changePatrol: {
    called: {
      own:     [____, ____, ____, ____, ____,   ____, ____, ____, ____,  ____, ____, may,  may,   ____, ____, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  showPatrol: {
    asked: {
      own:     [____, ____, ____, ____, ____,   ____, ____, ____, ____,  ____, ____, may,  may,   ____, ____, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  answerPatrol: {
    zero: {
      own:     [____, ____, ____, ____, ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, ____, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  fileLead: {
    told: {
      own:     [____, ____, ____, ____, ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, ____, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  // Whoever works here enters what somebody told them.
  beginBehalf: {
    begun: {
      own:     [not,  not,  not,  not,  not,    may,  may,  may,  may,   may,  may,  may,  may,   not, not, not],
    },
  },

  // A report is its reporter's. Whoever else named the talk in which it was told would tell of another case.
  fileDispute: {
    again: {
      own:     [____, may,  may,  self, ____,   self, self, self, self,  self, self, self, self,  self, not, ____],
      other:   eachAlone,
      area:    eachAlone,
      station: eachAlone,
    },
  },
  updateReport: {
    told: {
      own:     [____, may,  may,  not,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  addToReport: {
    told: {
      own:     [____, may,  may,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  tellStatus: {
    asked: {
      own:     [____, may,  may,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
    // Violence in the family: only the chat in which it was told counts.
    officerLed: {
      own:     [____, may,  not,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  remindOfficer: {
    asked: {
      own:     [____, may,  may,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  noteJoined: {
    asB: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },

  // A difficulty is anybody's to tell.
  fileRequest: {
    told: {
      own:     [may,  may,  may,  may,  may,    may,  may,  may,  may,   may,  may,  may,  may,   may, not, ____],
    },
  },
  // What was said of it is for officers of the place and those above them; nobody of the village reads it.
  showRequest: {
    asked: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  takeRequest: {
    first: {
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  answerRequest: {
    done: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  passRequest: {
    passed: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  putOffRequest: {
    later: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  requestToCase: {
    turned: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whether it is solved, only whoever asked can say, from whichever of their chats.
  rateRequest: {
    said: {
      own:     [____, may,  may,  not,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  caseToRequest: {
    turned: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // An offer is for the mediator it was made to; not even the chief takes it in their place.
  takeOffer: {
    first: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  declineOffer: {
    first: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  markHard: {
    marked: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  screenDispute: {
    accept: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    reject: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    // Violence in the family is not shown to every officer while it waits.
    officerLed: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    // A complaint about the police is shown to neither officers nor whoever is on duty.
    aboutPolice: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  mergeDispute: {
    looked: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  assignDispute: {
    first: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   step, step, may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    handOver: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whose case it is may look at it; a leader sees those of the place, the chief all.
  showCase: {
    asked: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  claimDispute: {
    inTime: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  step, step,  not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  step, step,  not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  step,  not, not, not],
      station: nobodyMay,
    },
    // The limit has passed: others of the place may step in; its leader answers for it as the leader.
    late: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  step, step,  not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    emergency: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  may,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  declineDispute: {
    handedBack: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  step, step,  not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  step, step,  not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  step,  not, not, not],
      station: nobodyMay,
    },
  },
  recordContact: {
    first: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    early: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  recordMediation: {
    again: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    paused: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  recordAgreement: {
    written: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // What the law's time and the court make of a case is recorded by whoever records the rest of it.
  recordConfirmation: {
    asked: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  recordLimit: {
    longer: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  recordDuty: {
    done: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // A side speaks for itself alone, and of a change that it was asked about.
  confirmSupplement: {
    agreed: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  recordRevisit: {
    // A side speaks for itself alone, in its own chat.
    chat: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
    call: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whoever is at risk, in their own chat; or those who answer for the case, having spoken with them.
  recordContactPlan: {
    said: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Only whoever holds the phone in which it was asked.
  notePhrase: {
    said: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  putOffRevisit: {
    later: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   not,  not,  not,  not,   not, not, ____],
      other:   nobodyMay,
      area:    nobodyMay,
      station: nobodyMay,
    },
  },
  // The one record that every named helper makes, the village's and the township's people too.
  recordThirdParty: {
    heard: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whether a flag was right is for those who answer for the case, not for who helps with it.
  markFlag: {
    wrong: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  referDispute: {
    first: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    // Out of a mediation only a leader refers.
    mediated: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // What another body says of a case is for those who answer for it.
  recordReceipt: {
    returned: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Who is asked to a table, and when, is the officer's; who leads the talk may record it, a mediator too.
  planJoint: {
    planned: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  changeJoint: {
    off: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whoever was asked answers, whether or not they may see the case; a side for itself alone; the officer for whom they phoned.
  answerInvitation: {
    asked: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    side: {
      own:     [____, not,  not,  may,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  recordJoint: {
    absent: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whoever is on duty ends an emergency, and the chief who may be; and whoever took it.
  endEmergency: {
    calm: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   step, may,  step, may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  may,  step, may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   step, may,  step, may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // The plan is shown to whoever records revisits; the days are the officer's, what is left out the leader's.
  changePlan: {
    looked: {
      own:     [____, not,  not,  not,  ____,   may,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    added: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    waived: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  closeDispute: {
    notAgreed: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  recordPrevention: {
    said: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  decidePrevention: {
    approved: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   not,  not,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  noteCriminal: {
    today: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  adjustLevel: {
    raise: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    lowerOrange: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    lowerRed: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   step, step, step, may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  step, may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Who leads may call the station together to look at risk; nobody else learns that there are meetings.
  beginAssessment: {
    called: {
      own:     [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
    },
  },
  // Only its chair goes through a meeting, and only over cases that they may handle.
  assessCase: {
    kept: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   not,  not,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // Whoever it was given to says that it is done; a leader of the case may, too.
  carryOutDecision: {
    done: {
      own:     [____, not,  not,  not,  ____,   may,  may,  may,  may,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  // An officer says 不放心; only a leader takes it back.
  voiceUnease: {
    said: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      waiting: [not,  not,  not,  not,  not,    not,  not,  not,  not,   may,  may,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  settleUnease: {
    said: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  writeWorkPlan: {
    written: {
      own:     [____, not,  not,  not,  ____,   not,  not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
  moveDispute: {
    goesOn: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    watched: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   step, step, may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
    danger: {
      own:     [____, not,  not,  not,  ____,   step, not,  not,  not,   may,  may,  may,  may,   not, not, ____],
      other:   [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  may,  may,   not, not, not],
      area:    [not,  not,  not,  not,  not,    not,  not,  not,  not,   not,  not,  not,  may,   not, not, not],
      station: nobodyMay,
    },
  },
} as const satisfies { [C in Commands['do']]: { [variant: string]: Row } }
