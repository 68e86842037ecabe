import type { Matter } from '../core/sitting.ts'

/** The matters this person told of; the one they named, if they named one. */
export type AddGiven = { matters: Matter[]; offset: number }
