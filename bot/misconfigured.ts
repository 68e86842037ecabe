/** The operator has to change something. The message is one sentence for each thing, and never holds a secret. */
export class Misconfigured extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Misconfigured'
  }
}
