/**
 * A run that would do nothing: the notes, people's words, the configuration, the program and the output folder are what the last run
 * left behind. It is told by what is read anyway, so that nothing is tagged, grouped or rendered to find it out.
 */
import { digest, digestByPath } from '../digest.ts'
import { cacheFolder } from '../io/cache-folder.ts'
import { keepLastRun, lastSaid, type Slot } from '../io/last-run.ts'
import { readOutputFolder } from '../io/pages.ts'
import { programId } from '../io/program.ts'
import { configDigest } from '../render/lock.ts'
import type { Summary } from '../reporters/summary.ts'
import type { NoteAnalysis } from '../types.ts'
import type { Done, Run } from './ingest.ts'
import type { Found } from './survey.ts'

/** @returns what the last run said, null where this one may say something else */
export function unchangedSince(found: Found, run: Run): Summary | null {
  const slot = slotFor(run)
  if (slot === null) return null
  return lastSaid<Summary>(slot, {
    day: run.day,
    inputs: () => inputsOf(found, run),
    // Where the notes differ, the pages are read soon enough.
    pages: () => digestByPath(readOutputFolder(slot.out)),
  })
}

/** @param notes those that were read */
export function remember(found: Found, notes: readonly NoteAnalysis[], { summary, patch }: Done, run: Run): void {
  const slot = slotFor(run)
  if (slot === null || notes.length === 0 || !isSettled(summary, run)) return
  const days = notes.flatMap(({ note: { retention } }) =>
    retention !== null && retention >= run.day ? [retention] : [],
  )
  keepLastRun<Summary>(slot, {
    inputs: inputsOf(found, run),
    pages: digestByPath(new Map([...patch.existing, ...patch.files.map(({ path, text }) => [path, text] as const)])),
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
function isSettled({ changes, problems }: Summary, { options }: Run): boolean {
  if (options.dryRun === true && changes.some(({ kind }) => kind !== 'unchanged')) return false
  return problems.every(({ rule }) => !rule.startsWith('page/') && !rule.startsWith('merge/'))
}

/** null for a run that is to do its work whatever was done before. */
function slotFor({ options, context, workspace: { root, out } }: Run): Slot | null {
  const folder = options.cache === false || options.force === true ? null : cacheFolder(context.env)
  return folder === null ? null : { folder, root, out, kind: 'run' }
}

function inputsOf({ looked, unfound }: Found, { workspace, model, corrections }: Run): string {
  const { config, root, out, cwd } = workspace
  const parts = [
    programId(),
    model.digest,
    configDigest(config),
    corrections.text,
    root,
    out,
    cwd,
    looked.digest,
    unfound,
  ]
  return digest(JSON.stringify(parts))
}
