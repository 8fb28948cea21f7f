/** Finds the notes that the user means. */
import { readdirSync, realpathSync, statSync, type Dirent, type Stats } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type { Ignore } from 'ignore'
import { CannotRun, isCannotRun, reasonOf } from '../failures.ts'
import { problem, type Problem } from '../problems.ts'
import { nearestHolding } from './files.ts'
import { recordPath, type Place } from './place.ts'
import { isPage, noteName } from './read-note.ts'
import { readRegularFile } from './regular-file.ts'

const NOTE_NAME = /\.(?:md|markdown)$/i
const IGNORE_NAME = '.personasignore'

/**
 * @param given files, folders, glob patterns or `-`, as the user wrote them
 * @param problems is told what was left out that looks like a note
 * @returns absolute paths (`-` for standard input) in the order of their record paths; every note once, the output folder and what .personasignore lists left out
 */
export async function findNotes(
  given: readonly string[],
  workspace: Place,
  problems: Problem[] = [],
): Promise<string[]> {
  const ignored = await readIgnore(workspace.root)
  const found = new Set<string>()
  for (const path of given) {
    if (path === '-') found.add('-')
    else for (const file of await expand(path, workspace, problems)) found.add(file)
  }
  const wanted = [...found].filter((path) => path === '-' || isWanted(path, workspace, ignored))
  if (wanted.length === 0) throw new CannotRun('no-notes', { paths: given.join(', ') })
  const keyed = wanted.map((path) => ({ path, key: noteName(path, workspace.root) }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return keyed.map(({ path }) => path)
}

/** @param names of notes, as a lock writes them @returns absolute paths of those that are still there */
export function notesThere(names: readonly string[], root: string): string[] {
  const lies = insideOf(root)
  return names.map((name) => resolve(root, name)).filter((path) => lies(path) && statOf(path)?.isFile() === true)
}

/**
 * A lock and the links on pages name whatever was committed, `../../home/dana/.ssh/id.md` too, and a link may lead there. Nobody has
 * named those files on the command line, so they are looked at within the repository alone; without one, below the configuration.
 * @returns whether an absolute path lies there, links resolved
 */
function insideOf(root: string): (path: string) => boolean {
  const top = realpathSync(nearestHolding(root, '.git') ?? root)
  const start = top.endsWith(sep) ? top : top + sep
  return (path) => {
    const real = realPathOf(path)
    return real !== null && (real === top || real.startsWith(start))
  }
}

/** null where nothing is there. */
function realPathOf(path: string): string | null {
  try {
    return realpathSync(path)
  } catch {
    return null
  }
}

/** @returns absolute paths of the files with one of these endings among what the user named, sorted, each once */
export async function findFiles(
  given: readonly string[],
  endings: readonly string[],
  workspace: Place,
): Promise<string[]> {
  const found = new Set<string>()
  const isOne = (path: string) => endings.some((ending) => path.endsWith(`.${ending}`))
  for (const path of given) {
    const absolute = resolve(workspace.cwd, path)
    if (statOf(absolute)?.isFile()) {
      found.add(absolute)
      continue
    }
    const { glob, isDynamicPattern } = await import('tinyglobby')
    if (statOf(absolute) === undefined && !isDynamicPattern(path)) throw new CannotRun('no-such-path', { path })
    for (const match of await glob(path.split(sep).join('/'), { cwd: workspace.cwd, absolute: true }))
      if (isOne(match)) found.add(resolve(match))
  }
  return [...found].toSorted()
}

async function expand(path: string, workspace: Place, problems: Problem[]): Promise<string[]> {
  const absolute = resolve(workspace.cwd, path)
  const info = statOf(absolute)
  if (info?.isDirectory()) {
    const { notes, links, unread } = notesIn(absolute)
    for (const link of links)
      problems.push(problem('note/link', recordPath(workspace.root, link.path), null, { reason: link.reason }))
    for (const { path: folder, reason } of unread)
      problems.push(problem('note/unreadable', recordPath(workspace.root, folder), null, { reason }))
    return notes
  }
  if (info) return [absolute]
  // Most name files and folders: what understands patterns is loaded for the others alone.
  const { glob, isDynamicPattern } = await import('tinyglobby')
  if (!isDynamicPattern(path)) throw new CannotRun('no-such-path', { path })
  const pattern = path.split(sep).join('/')
  const matches = await glob(pattern, {
    cwd: workspace.cwd,
    absolute: true,
    dot: false,
    expandDirectories: true,
    followSymbolicLinks: false,
  })
  return matches.filter((match) => NOTE_NAME.test(match)).map((match) => resolve(match))
}

interface Found {
  notes: string[]
  /** Links that are not followed, with the reason. */
  links: { path: string; reason: string }[]
  /** Folders that could not be looked into, with the reason. */
  unread: { path: string; reason: string }[]
}

/** Notes below a folder. Links in it are not followed out of what the user named, nor in circles; each that is left out is told. */
function notesIn(folder: string): Found {
  const found: Found = { notes: [], links: [], unread: [] }
  const home = realpathSync(folder)
  const visit = (path: string): void => {
    for (const entry of entriesOf(path, found)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const below = join(path, entry.name)
      if (entry.isDirectory()) visit(below)
      else if (entry.isSymbolicLink()) addLink(below, home, found)
      else if (NOTE_NAME.test(entry.name)) found.notes.push(below)
    }
  }
  visit(folder)
  if (found.unread[0]?.path === folder) throw new CannotRun('not-readable', found.unread[0])
  return found
}

function entriesOf(path: string, found: Found): Dirent[] {
  try {
    return readdirSync(path, { withFileTypes: true })
  } catch (error) {
    // One that is gone by now holds no notes.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') found.unread.push({ path, reason: reasonOf(error) })
    return []
  }
}

function addLink(path: string, home: string, found: Found): void {
  let target: string
  try {
    target = realpathSync(path)
  } catch (error) {
    const circle = (error as NodeJS.ErrnoException).code === 'ELOOP'
    if (NOTE_NAME.test(path))
      found.links.push({ path, reason: circle ? 'its links form a circle' : 'it is a link that leads nowhere' })
    return
  }
  const within = target === home || target.startsWith(home.endsWith(sep) ? home : home + sep)
  const isFolder = statOf(target)?.isDirectory() === true
  if (!within && (isFolder || NOTE_NAME.test(path)))
    found.links.push({ path, reason: 'it is a link that leads out of the folder' })
  else if (!isFolder && NOTE_NAME.test(path)) found.notes.push(path)
}

/** The notes that the user names, or else those that the lock names and what is new in their folders; arguments as in findNotes. */
export function findAsked(
  paths: readonly string[],
  locked: Iterable<string>,
  place: Place,
  problems: Problem[],
): Promise<string[]> {
  return paths.length > 0 ? findNotes(paths, place, problems) : findNotesAgain(locked, place, problems)
}

/**
 * The notes that are there now, for pages that were made of `locked` ones: in their folders and below, and those that lie alone.
 * @param locked paths as records write them
 * @param problems as in findNotes
 * @returns as findNotes; empty where nothing is left
 */
async function findNotesAgain(locked: Iterable<string>, workspace: Place, problems: Problem[] = []): Promise<string[]> {
  const folders = new Set<string>()
  const files: string[] = []
  for (const path of locked) {
    const folder = dirname(resolve(workspace.root, path))
    // Beside the configuration lies everything else as well: there, only the notes that are known count.
    if (folder === workspace.root) files.push(resolve(workspace.root, path))
    else folders.add(folder)
  }
  const tops = topmost([...folders])
  const lies = insideOf(workspace.root)
  const given = [...tops, ...files].filter((path) => lies(path))
  try {
    return given.length === 0 ? [] : await findNotes(given, workspace, problems)
  } catch (error) {
    if (isCannotRun(error) && error.failure === 'no-notes') return []
    throw error
  }
}

/** Leaves out folders that lie in another one of them. */
function topmost(folders: readonly string[]): string[] {
  const tops: string[] = []
  // With a separator at their ends, a folder's own subfolders follow it at once.
  for (const folder of folders.map((path) => path + sep).toSorted())
    if (!folder.startsWith(tops.at(-1) ?? sep.repeat(3))) tops.push(folder)
  return tops.map((folder) => folder.slice(0, -1))
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw new CannotRun('not-readable', { path, reason: reasonOf(error) }, { cause: error })
  }
}

/** null where nothing is listed: few have such a file, and what understands it is loaded for them alone. */
async function readIgnore(root: string): Promise<Ignore | null> {
  let text: string
  try {
    text = readRegularFile(join(root, IGNORE_NAME)).toString('utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new CannotRun('not-readable', { path: IGNORE_NAME, reason: reasonOf(error) }, { cause: error })
  }
  const { default: ignore } = await import('ignore')
  return ignore().add(text)
}

function isWanted(path: string, workspace: Place, ignored: Ignore | null): boolean {
  if (isOutput(path, workspace)) return false
  if (ignored === null) return true
  const name = recordPath(workspace.root, path)
  // `ignore` knows paths below the root alone; a note above it can't be listed in the root's file.
  return name.startsWith('../') || !ignored.ignores(name)
}

/** Where the pages lie beside the notes (`--out .`), the folder is no sign: there a page is told by its marker. */
function isOutput(path: string, { root, cwd, out }: Place): boolean {
  if (!path.startsWith(out + sep)) return false
  const around = [root, cwd].some((folder) => folder === out || folder.startsWith(out + sep))
  return around ? [out, join(out, 'evidence')].includes(dirname(path)) && isPage(path) : true
}
