// Every warning of the station, one file each: W01–W22.

import type { CaseWatched, MachineWatched, Rule, StationWatched } from './types.ts'
import { w01 } from './w01.ts'
import { w02 } from './w02.ts'
import { w03 } from './w03.ts'
import { w04 } from './w04.ts'
import { w05 } from './w05.ts'
import { w06 } from './w06.ts'
import { w07 } from './w07.ts'
import { w08 } from './w08.ts'
import { w09 } from './w09.ts'
import { w10 } from './w10.ts'
import { w11 } from './w11.ts'
import { w12 } from './w12.ts'
import { w13 } from './w13.ts'
import { w14 } from './w14.ts'
import { w15 } from './w15.ts'
import { w16 } from './w16.ts'
import { w17 } from './w17.ts'
import { w18 } from './w18.ts'
import { w19 } from './w19.ts'
import { w20 } from './w20.ts'
import { w21 } from './w21.ts'
import { w22 } from './w22.ts'

/** Pure over the facts of one case. */
export const CASE_RULES: readonly Rule<CaseWatched>[] = [
  w01,
  w02,
  w03,
  w04,
  w05,
  w06,
  w07,
  w08,
  w09,
  w13,
  w14,
  w15,
  w16,
  w18,
  w19,
  w21,
  w22,
]
/** Pure over the facts of the station. */
export const STATION_RULES: readonly Rule<StationWatched>[] = [w10, w11, w12, w17]
/** Pure over what the machine knows of itself. */
export const MACHINE_RULES: readonly Rule<MachineWatched>[] = [w20]

type Named = Pick<Rule<unknown>, 'code' | 'name'>
/** In their order. */
export const NAMES: readonly Named[] = [...CASE_RULES, ...STATION_RULES, ...MACHINE_RULES]
  .map(({ code, name }) => ({ code, name }))
  .sort((one, other) => one.code.localeCompare(other.code))
