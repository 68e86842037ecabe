// files.info: what is known of a file that somebody shared.
import { done, type Method, refused } from './method.ts'

export const fileInfo: Method = (args, { workspace }) => {
  const file = workspace.files.get(args.text('file'))
  return file ? done({ file: file.wire }) : refused('file_not_found')
}
