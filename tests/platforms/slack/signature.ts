// How Slack signs what it brings to an app: HMAC-SHA256 of `v0:<timestamp>:<body>`.
import { createHmac } from 'node:crypto'

export function signatureOf(secret: string, timestamp: number | string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
}

export type SignedHeaders = { 'x-slack-request-timestamp': string; 'x-slack-signature': string }

export function signedHeaders(secret: string, seconds: number, body: string): SignedHeaders {
  return {
    'x-slack-request-timestamp': String(seconds),
    'x-slack-signature': signatureOf(secret, seconds, body),
  }
}
