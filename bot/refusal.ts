/** What an operator asked for is refused, for a reason that one sentence tells. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'Refusal'
  }
}
