// What the server says when it does not do a call.

/** `description` in the server's own words, with their prefix (`Bad Request: …`). */
export class Refusal extends Error {
  readonly code: number
  readonly parameters: { retry_after?: number; migrate_to_chat_id?: number } | undefined
  constructor(code: number, description: string, parameters?: Refusal['parameters']) {
    super(description)
    this.name = 'Refusal'
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (why: string): Refusal => new Refusal(400, `Bad Request: ${why}`)
