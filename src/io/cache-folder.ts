/** Where what can be made again is kept: outside git, by the rules of each system. */
import { readFileSync, readdirSync, rmSync, rmdirSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'

/** Everything that this program keeps there, and nothing else: only such files are ever deleted. */
const OWN_FILE = /^(?:[0-9a-f]{16}\.(?:notes|run|check)(?:\.\d+)?|model\.json(?:\.\d+)?)$/
const OWN_FOLDER = /^[0-9a-f]{16}$/

/**
 * PERSONAS_CACHE_DIR, else the system's place for caches.
 * @returns an absolute path; null where the environment tells of none, so that nothing is kept
 */
export function cacheFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform = process.platform): string | null {
  const own = env['PERSONAS_CACHE_DIR']
  if (own) return isAbsolute(own) ? own : null
  if (platform === 'win32') {
    const local = env['LOCALAPPDATA'] || (env['USERPROFILE'] && join(env['USERPROFILE'], 'AppData', 'Local'))
    return local ? join(local, 'personas', 'Cache') : null
  }
  const home = env['HOME']
  if (platform === 'darwin') return home ? join(home, 'Library', 'Caches', 'personas') : null
  // The specification of base directories tells programs to ignore relative paths here.
  const xdg = env['XDG_CACHE_HOME']
  if (xdg && isAbsolute(xdg)) return join(xdg, 'personas')
  return home ? join(home, '.cache', 'personas') : null
}

export interface CacheFile {
  path: string
  bytes: number
}

/** The program's own files in its folder, in the order of their names; none where the folder is missing or can't be read. */
export function cacheFiles(folder: string): CacheFile[] {
  const inner = list(folder).filter((name) => OWN_FOLDER.test(name))
  const names = [...list(folder), ...inner.flatMap((name) => list(join(folder, name)).map((file) => join(name, file)))]
  return names
    .filter((name) => OWN_FILE.test(name.split(/[\\/]/).at(-1) ?? ''))
    .map((name) => join(folder, name))
    .flatMap((path) => {
      const info = statSync(path, { throwIfNoEntry: false })
      return info?.isFile() ? [{ path, bytes: info.size }] : []
    })
}

/** Deletes the program's own files and the folders that this empties. Throws the system's error where it may not. */
export function clearCache(folder: string): CacheFile[] {
  const files = cacheFiles(folder)
  for (const { path } of files) rmSync(path, { force: true })
  for (const name of list(folder)) if (OWN_FOLDER.test(name)) removeIfEmpty(join(folder, name))
  removeIfEmpty(folder)
  return files
}

/** @returns the text of a small file, null where it can't be read */
export function readSmall(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted()
  } catch {
    return []
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody else's files are in it, or it is not there: it stays as it is.
  }
}
