import type { CaseGiven } from '../case.ts'
import type { Command, Refused } from '../core/command.ts'
import type { Moved } from '../screening/commands.ts'

/** 防止民转刑、群体性上访、自杀、械斗. */
export type PreventionKind = 'crime' | 'petition' | 'suicide' | 'fight'

/** `criminal`: it was noted already that this became a crime. */
export type PreventionGiven = CaseGiven & { criminal: boolean }

/** What an officer says was prevented; it counts once a leader has approved it. */
export type RecordPrevention = Command<
  'recordPrevention',
  { dispute: string; rev: number; kind: PreventionKind; people: number; reason: string },
  (Moved & { waits: true }) | Refused
>
/** 民转刑: the dispute was filed as a crime on that day. */
export type NoteCriminal = Command<
  'noteCriminal',
  { dispute: string; rev: number; day: string },
  Moved | Refused
>
