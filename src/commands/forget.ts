import { relative, sep } from 'node:path'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { finder, forgetIn, linesWith, type Finder } from '../forget.ts'
import { cacheFolder } from '../io/cache-folder.ts'
import { findNotes } from '../io/find-notes.ts'
import { readNote } from '../io/read-note.ts'
import { readEverything, writeFiles } from '../io/pages.ts'
import { withRunLock } from '../io/run-lock.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import type { Problem } from '../problems.ts'
import { forgettingAsText, type Forgetting, type Place } from '../reporters/forgetting.ts'
import { printableJson } from '../reporters/printable.ts'
import { emptyCache } from './cache.ts'

interface ForgetOptions {
  config?: string
  out?: string
  dryRun?: boolean
  format: 'pretty' | 'json'
}

/** Takes a person out of everything in the output folder, proves it by a search, and lists the notes that still hold the name. */
export async function forget(
  name: string,
  paths: readonly string[],
  options: ForgetOptions,
  context: Context,
): Promise<ExitCode> {
  if (!/\p{L}{2}/u.test(name)) throw new CannotRun('no-name', { value: name })
  const workspace = openWorkspace(context.cwd, options)
  const who = finder(name)
  const notes = paths.length === 0 ? [] : await placesInNotes(paths, who, workspace)
  const work = async () => clean(who, options.dryRun === true, workspace)
  const cleaned = options.dryRun ? await work() : await withRunLock(workspace.out, work, context.stderr)
  const found: Forgetting = {
    name,
    ...cleaned,
    uncached: options.dryRun ? 0 : uncache(context),
    notes,
    notesSearched: paths.length > 0,
    dryRun: options.dryRun === true,
  }
  if (options.format === 'json') context.stdout(`${printableJson({ v: 1, ...found }, 2)}\n`)
  else context.stdout(forgettingAsText(found, context.paint))
  return notes.length > 0 || found.left.length > 0 || found.unread.length > 0 ? EXIT.findings : EXIT.fine
}

/** What is remembered of notes may be of another clone of these, so all of it goes. @returns how many files were deleted */
function uncache({ env }: Context): number {
  const folder = cacheFolder(env)
  return folder === null ? 0 : emptyCache(folder).length
}

/** Reads anew after writing: what is said to be gone was looked for. */
async function clean(
  who: Finder,
  dryRun: boolean,
  workspace: Workspace,
): Promise<Pick<Forgetting, 'changed' | 'left' | 'doubtful' | 'searched' | 'unread'>> {
  const before = readEverything(workspace.out)
  const shown = (path: string) => relative(workspace.cwd, `${workspace.out}/${path}`).split(sep).join('/')
  const results = [...before.files].map(([path, text]) => ({ path, ...forgetIn(path, text, who) }))
  const changed = results.filter(({ times }) => times > 0)
  if (!dryRun) await writeFiles(workspace.out, changed, before.files)
  const after = dryRun ? before : readEverything(workspace.out)
  const left = dryRun ? [] : places(after.files, who.full, shown)
  return {
    changed: changed.map(({ path, times }) => ({ path: shown(path), times })),
    left: [
      ...left,
      ...[...after.files.keys()]
        .filter((path) => path.search(who.full) >= 0)
        .map((path) => ({ path: shown(path), line: 0 })),
    ],
    doubtful: who.first === null ? [] : places(after.files, who.first, shown),
    searched: after.files.size,
    unread: after.unread.map(shown),
  }
}

function places(files: ReadonlyMap<string, string>, pattern: RegExp, shown: (path: string) => string): Place[] {
  return [...files].flatMap(([path, text]) => linesWith(text, pattern).map((line) => ({ path: shown(path), line })))
}

async function placesInNotes(paths: readonly string[], who: Finder, workspace: Workspace): Promise<Place[]> {
  const found: Place[] = []
  const problems: Problem[] = []
  const notes = await findNotes(paths, workspace, problems)
  found.push(...problems.map(({ file }) => ({ path: file, line: null })))
  for (const path of notes) {
    const note = readNote(path, workspace)
    if ('rule' in note) {
      if (note.rule !== 'note/page') found.push({ path: note.file, line: null })
      continue
    }
    if (note.path.search(who.full) >= 0) found.push({ path: note.path, line: 0 })
    found.push(...linesWith(note.text, who.full).map((line) => ({ path: note.path, line })))
  }
  return found
}
