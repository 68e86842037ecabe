// The last door out of the books: no error leaves with what a person wrote in it.
import { presentable } from './errors.ts'

type Methods = { [name: string]: (...args: any[]) => Promise<unknown> }

/** The same methods; what they throw says a code and no parameters, or is Unavailable. */
export function guarded<T extends { [K in keyof T]: (...args: any[]) => Promise<unknown> }>(methods: T): T {
  const wrapped: Methods = {}
  for (const [name, method] of Object.entries(methods as Methods))
    wrapped[name] = async (...args) => {
      try {
        return await method(...args)
      } catch (error) {
        throw presentable(error)
      }
    }
  return wrapped as T
}
