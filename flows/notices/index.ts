// What the station tells people by itself: facts in, one reply out.
export { DEEDS, flowOf } from './does.ts'
export { render, renderRevised } from './render.ts'
