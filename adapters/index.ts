// Every channel the station can speak on: a new one is a folder beside this file and a line here.
export { slack } from './slack/index.ts'
export { telegram } from './telegram/index.ts'
export { web } from './web/index.ts'
