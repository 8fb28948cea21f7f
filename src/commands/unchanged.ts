/**
 * A run that would do nothing: the notes, people's words, the configuration, the program and the output folder are what the last run
 * left behind. It is told by what is read anyway, so that nothing is tagged, grouped or rendered to find it out.
 */
import { conflictLines } from '../conflicts.ts'
import { digest } from '../digest.ts'
import { cacheFolder } from '../io/cache-folder.ts'
import { keepLastRun, readLastRun } from '../io/last-run.ts'
import { readOutputFolder } from '../io/pages.ts'
import { wholeProgramId } from '../io/program.ts'
import { configDigest } from '../render/lock.ts'
import type { Summary } from '../reporters/summary.ts'
import type { NoteAnalysis, OutputFile } from '../types.ts'
import type { Run } from './ingest.ts'
import type { Found } from './survey.ts'

/** @returns what the last run said, null where this one may say something else */
export function unchangedSince(found: Found, run: Run): Summary | null {
  const folder = folderFor(run)
  if (folder === null || run.options.force === true) return null
  const { root, out } = run.workspace
  const last = readLastRun<Summary>(folder, root, out)
  if (last === null || run.day < last.from || run.day > (last.until ?? run.day)) return null
  return last.key === keyOf(found, readOutputFolder(out), run) ? last.said : null
}

/**
 * @param notes those that were read
 * @param existing what stood in the output folder before, text by path
 * @param files what was made for it
 */
export function remember(
  found: Found,
  notes: readonly NoteAnalysis[],
  existing: ReadonlyMap<string, string>,
  files: readonly OutputFile[],
  summary: Summary,
  run: Run,
): void {
  const folder = folderFor(run)
  const now = new Map([...existing, ...files.map(({ path, text }) => [path, text] as const)])
  if (folder === null || notes.length === 0 || !isSettled(summary, now, run)) return
  const days = notes.flatMap(({ note: { retention } }) =>
    retention !== null && retention >= run.day ? [retention] : [],
  )
  keepLastRun<Summary>(folder, run.workspace.root, run.workspace.out, {
    key: keyOf(found, now, run),
    from: run.day,
    until: days.toSorted()[0] ?? null,
    said: {
      ...summary,
      changes: summary.changes.map(({ path }) => ({ path, kind: 'unchanged', sections: [] })),
      forgotten: [],
    },
  })
}

/** Whether the folder is as the run wanted it, so that the next one of the same notes finds nothing to do and has the same to say. */
function isSettled({ changes, problems }: Summary, now: ReadonlyMap<string, string>, { options }: Run): boolean {
  if (options.force === true) return false
  if (options.dryRun === true && changes.some(({ kind }) => kind !== 'unchanged')) return false
  if (problems.some(({ rule }) => rule.startsWith('page/') || rule.startsWith('merge/'))) return false
  return [...now.values()].every((text) => conflictLines(text).length === 0)
}

function folderFor({ options, context }: Run): string | null {
  return options.cache === false ? null : cacheFolder(context.env)
}

function keyOf(
  { looked, unfound }: Found,
  folder: ReadonlyMap<string, string>,
  { workspace, model, corrections }: Run,
): string {
  const { config, root, out, cwd } = workspace
  const pages = [...folder].map(([path, text]) => `${path} ${digest(text)}`).toSorted()
  return digest(
    JSON.stringify([
      wholeProgramId(),
      model.digest,
      configDigest(config),
      corrections.text,
      [root, out, cwd],
      looked.digest,
      unfound,
      pages,
    ]),
  )
}
