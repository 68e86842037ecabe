// The methods of the Web API that this Slack knows, whose token each takes, and what the app must have been allowed.
import * as chat from './chat.ts'
import * as conversations from './conversations.ts'
import { completeUpload, fileInfo, getUploadUrl } from './files.ts'
import { done, type Method } from './method.ts'
import { authTest, userInfo } from './people.ts'
import * as views from './views.ts'

export type Known = { method: Method; token: 'bot' | 'app' | 'any'; scopes: string[] }

const READ = ['channels:history', 'groups:history', 'im:history', 'mpim:history']
const LOOK = ['channels:read', 'groups:read', 'im:read', 'mpim:read']

const connectionsOpen: Method = (_, { socketUrl }) => done({ url: socketUrl() })

const bot = (method: Method, ...scopes: string[]): Known => ({ method, token: 'bot', scopes })

/** Of several scopes, one is enough. */
export const METHODS: ReadonlyMap<string, Known> = new Map([
  ['auth.test', { method: authTest, token: 'any', scopes: [] }],
  ['apps.connections.open', { method: connectionsOpen, token: 'app', scopes: [] }],
  ['chat.postMessage', bot(chat.postMessage, 'chat:write')],
  ['chat.postEphemeral', bot(chat.postEphemeral, 'chat:write')],
  ['chat.update', bot(chat.update, 'chat:write')],
  ['chat.delete', bot(chat.remove, 'chat:write')],
  ['conversations.open', bot(conversations.open, 'im:write', 'mpim:write')],
  ['conversations.info', bot(conversations.info, ...LOOK)],
  ['conversations.members', bot(conversations.members, ...LOOK)],
  ['conversations.history', bot(conversations.history, ...READ)],
  ['conversations.replies', bot(conversations.replies, ...READ)],
  ['users.info', bot(userInfo, 'users:read')],
  ['views.open', bot(views.open)],
  ['views.push', bot(views.push)],
  ['views.update', bot(views.update)],
  ['views.publish', bot(views.publish)],
  ['files.info', bot(fileInfo, 'files:read')],
  ['files.getUploadURLExternal', bot(getUploadUrl, 'files:write')],
  ['files.completeUploadExternal', bot(completeUpload, 'files:write')],
])
