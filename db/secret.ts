// Secrets that people or platforms carry: 128 bits in 22 letters that fit into a link and a button.
import { randomBytes } from 'node:crypto'

export const newSecret = (): string => randomBytes(16).toString('base64url')
