import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun, reasonOf } from '../failures.ts'
import { cacheFiles, cacheFolder, clearCache, type CacheFile } from '../io/cache-folder.ts'
import { printable } from '../reporters/printable.ts'

/** Says what is kept of notes outside git, or deletes it. Only time is lost with it. */
export function cache(action: 'info' | 'clear', options: { format: 'pretty' | 'json' }, context: Context): ExitCode {
  const folder = cacheFolder(context.env)
  if (folder === null) throw new CannotRun('no-cache-folder')
  const files = action === 'clear' ? emptyCache(folder) : cacheFiles(folder)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  if (options.format === 'json')
    context.stdout(`${JSON.stringify({ v: 1, action, folder, files: files.length, bytes })}\n`)
  else context.stdout(`${sentence(action, printable(folder), files.length, bytes)}\n`)
  return EXIT.fine
}

/** @returns what was deleted; a failure with a sentence where it may not */
export function emptyCache(folder: string): CacheFile[] {
  try {
    return clearCache(folder)
  } catch (error) {
    throw new CannotRun('cache-not-cleared', { path: folder, reason: reasonOf(error) }, { cause: error })
  }
}

function sentence(action: 'info' | 'clear', folder: string, files: number, bytes: number): string {
  const size = `${files === 1 ? '1 file' : `${files} files`}, ${(bytes / 1e6).toFixed(1)} MB`
  if (action === 'clear') return files === 0 ? `There was nothing in ${folder}.` : `Deleted ${size} from ${folder}.`
  return files === 0
    ? `Nothing is remembered yet; it would be in ${folder}.`
    : `${size} in ${folder}. Only time is lost with them: personas cache clear deletes them.`
}
