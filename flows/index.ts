// What the bot needs of the flows: the desk of a station.
export type { DeskStation } from './desk/station.ts'
export { house } from './house.ts'
