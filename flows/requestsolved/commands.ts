/** The person is asked once of each answer. */
export type SolvedGiven = { request: string; number: string; offset: number }
