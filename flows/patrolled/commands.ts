import type { Choice } from '../core/reply.ts'

/** Rounds that run, or have ended lately, newest first. */
export type PatrolledGiven = { offset: number; villages: Choice[]; rounds: Choice[] }
