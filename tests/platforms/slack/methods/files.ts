// files.*: what is known of a file, and a file handed over in three steps: an address, the bytes, the word that it is whole.
import { isWire, textOf, type Wire } from '../json.ts'
import type { StoredFile } from '../workspace.ts'
import { done, type Method, refused } from './method.ts'

export const fileInfo: Method = (args, { workspace }) => {
  const file = workspace.files.get(args.text('file'))
  if (!file) return refused('file_not_found')
  const wire = { ...file.wire }
  // Slack looks at what was handed over for a while, and knows its kind only then.
  if (file.looked === false) file.looked = true
  else if (file.looked) wire.mimetype = file.type
  return done({ file: wire })
}

export const getUploadUrl: Method = (args, { workspace, origin }) => {
  const length = args.number('length', 0)
  const name = args.text('filename')
  if (name === '' || length <= 0) return refused('invalid_arguments')
  const id = workspace.stamps.id('F')
  workspace.uploads.set(id, { name, length, bytes: null })
  return done({ upload_url: `${origin()}/upload/${id}`, file_id: id })
}

export const completeUpload: Method = (args, { workspace, origin }) => {
  const asked = args.shaped('files')
  const named = Array.isArray(asked) ? asked.filter(isWire) : []
  if (named.length === 0) return refused('invalid_arguments')
  const files: Wire[] = []
  for (const one of named) {
    const id = textOf(one.id)
    const upload = workspace.uploads.get(id)
    if (!upload?.bytes) return refused('file_not_found')
    workspace.uploads.delete(id)
    const path = `/files/${workspace.team}-${id}/${encodeURIComponent(upload.name)}`
    const wire: Wire = { id, name: upload.name, title: textOf(one.title), url_private: `${origin()}${path}` }
    const stored: StoredFile = {
      name: upload.name,
      path,
      type: 'image/png',
      bytes: upload.bytes,
      wire,
      looked: false,
    }
    workspace.files.set(id, stored)
    files.push({ id, title: wire.title })
  }
  return done({ files })
}
