// The forms that somebody has open, one over the other, and what stands in them.
import { objectionsToView } from './block-limits.ts'
import { isWire, type Wire, wireOf } from './json.ts'
import type { InteractionRecord } from './ledger.ts'
import { change, newView } from './methods/views.ts'
import {
  type Filling,
  fill,
  missing,
  type SeenForm,
  type State,
  seenForm,
  stateOf,
  wireOfView,
} from './modal.ts'
import type { Seat } from './seat.ts'
import { namesOf } from './seen.ts'
import type { View } from './workspace.ts'

/** `change` makes another payload of it before it is sent. */
export type Sending = { change?: (payload: Wire) => Wire }
export type Forms = ReturnType<typeof newForms>

export function newForms({ account, id, workspace, warnings, common, bring }: Seat) {
  const states = new Map<string, State>()
  const errors = new Map<string, Wire>()

  const stack = (): View[] => workspace.modals.get(id) ?? []

  function top(): View {
    const view = stack().at(-1)
    if (!view) throw new Error(`${account.name} has no form open`)
    return view
  }

  /** What was filled in before stays where the changed form still has the field. */
  function stateFor(view: View): State {
    const state = stateOf(view)
    for (const [block, values] of Object.entries(states.get(view.id) ?? {}))
      for (const action of Object.keys(values)) if (state[block]?.[action]) state[block] = values
    states.set(view.id, state)
    return state
  }

  function show(views: View[]): void {
    if (views.length === 0) workspace.modals.delete(id)
    else workspace.modals.set(id, views)
  }

  /** What Slack can make nothing of leaves the form as it is. */
  function answered(view: View, response: unknown): boolean {
    errors.delete(view.id)
    if (response !== null && !isWire(response)) return false
    const given = wireOf(response)
    const next = wireOf(given.view)
    switch (given.response_action) {
      case 'errors':
        return refused(view, wireOf(given.errors))
      case 'clear':
        show([])
        return true
      case 'update':
        if (objectionsToView(next).length > 0) return false
        change(view, next, { workspace })
        return true
      case 'push':
        if (objectionsToView(next).length > 0) return false
        show([...stack(), newView(next, id, { workspace }, view.root)])
        return true
      case undefined:
        show(stack().filter((one) => one !== view))
        return true
      default:
        return false
    }
  }

  /** Each error stands beside an input that the form has. */
  function refused(view: View, given: Wire): boolean {
    const known = Object.keys(stateOf(view))
    const named = Object.keys(given)
    if (named.length === 0 || !named.every((block) => known.includes(block))) return false
    errors.set(view.id, given)
    return true
  }

  const payloadOf = (type: string, view: View, more: Wire): Wire => ({
    type,
    ...common(),
    view: wireOfView(view, stateFor(view), workspace),
    ...more,
  })

  return {
    stack,
    stateFor,

    /** The form on top, or null. */
    modal(): SeenForm | null {
      const view = stack().at(-1)
      return view ? seenForm(view, stateFor(view), errors.get(view.id) ?? {}, namesOf(workspace)) : null
    },

    /** By label or block id: words, the label of an option, several of them, or null to empty it. */
    fills(fillings: { [field: string]: Filling }): void {
      const view = top()
      const state = stateFor(view)
      for (const [field, filling] of Object.entries(fillings)) fill(view, state, field, filling)
    },

    async submits(how: Sending = {}): Promise<InteractionRecord> {
      const view = top()
      const wanting = missing(view, stateFor(view))
      if (wanting.length > 0) throw new Error(`Slack does not send the form without: ${wanting.join(', ')}`)
      const payload = payloadOf('view_submission', view, { response_urls: [] })
      const record = await bring('interactive', 'submit', how.change?.(payload) ?? payload)
      if (record.acked && !answered(view, record.response))
        warnings.push({ at: record.at, on: 'submit', why: 'bad_response' })
      return record
    },

    async closes(): Promise<void> {
      const view = top()
      show(stack().filter((one) => one !== view))
      if (view.given.notify_on_close !== true) return
      await bring('interactive', 'close', payloadOf('view_closed', view, { is_cleared: false }))
    },
  }
}
