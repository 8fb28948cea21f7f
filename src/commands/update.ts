/** The work of an ingest: pages made from what was seen, and written where they are not what stands there. */
import { join, relative, sep } from 'node:path'
import { conflictLines } from '../conflicts.ts'
import { CannotRun } from '../failures.ts'
import { commonAncestors } from '../io/ancestors.ts'
import { readOwnCodebook } from '../io/knowledge.ts'
import { readOutputFolder, writeFiles } from '../io/pages.ts'
import { withRunLock } from '../io/run-lock.ts'
import type { Workspace } from '../io/workspace.ts'
import { plan } from '../plan.ts'
import { byPlace, problem, severity, type Problem } from '../problems.ts'
import { LOCK_FILE, LOCK_VERSION, lockedNotes, lockVersion } from '../render/lock.ts'
import { settle } from '../render/settle.ts'
import { compare, type Change } from '../reporters/changes.ts'
import type { Summary } from '../reporters/summary.ts'
import type { Plan } from '../types.ts'
import type { Done, Run } from './ingest.ts'
import type { Survey } from './survey.ts'

export async function bringUpToDate(seen: Survey, run: Run): Promise<Done> {
  const { options, workspace, model, corrections, context } = run
  // Pages are nobody's calls: where nothing else was found, there is nothing to do.
  if (seen.notes.length === 0 && seen.problems.every((found) => severity(found) !== 'error'))
    throw new CannotRun('no-notes', { paths: run.paths.join(', ') })
  // The pages are read under the lock that they are written under: what another run wrote meanwhile is not lost.
  const write = async () => {
    const existing = readOutputFolder(workspace.out)
    refuseNewer(existing, workspace)
    if (seen.notes.length === 0) return { planned: { files: [], problems: [] }, changes: [], existing }
    const planned = plan({
      notes: seen.notes,
      config: workspace.config,
      codebook: readOwnCodebook(workspace),
      corrections: corrections.text,
      model: model.digest,
      existing: settle(existing, commonAncestors(workspace.out, inConflict(existing))),
      today: run.day,
      toRoot: fromPageToRoot(workspace),
      force: options.force === true,
    })
    const changes = compare(existing, planned.files)
    if (!options.dryRun)
      await writeFiles(
        workspace.out,
        planned.files.filter((file) =>
          changes.some((change) => change.path === file.path && change.kind !== 'unchanged'),
        ),
        existing,
      )
    return { planned, changes, existing }
  }
  const { planned, changes, existing } = options.dryRun
    ? await write()
    : await withRunLock(workspace.out, write, options.quiet ? undefined : context.stderr)
  const problems = [
    ...corrections.problems,
    ...seen.problems,
    ...inFolder([...planned.problems, ...undecided(existing, planned)], workspace),
  ].toSorted(byPlace)
  const summary = summarize(seen, changes, problems, workspace, forgotten(existing, seen))
  return { summary, patch: { existing, files: planned.files } }
}

function inConflict(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) => (conflictLines(text).length === 0 ? [] : [path]))
}

/** Conflicts of a merge that stay, by the lines of the pages as they are now. */
function undecided(existing: ReadonlyMap<string, string>, planned: Plan): Problem[] {
  const now = new Map([...existing, ...planned.files.map(({ path, text }) => [path, text] as const)])
  const pages = [...now].filter(([path]) => path.endsWith('.md'))
  return pages.flatMap(([path, text]) => conflictLines(text).map((line) => problem('merge/conflict', path, line)))
}

/** A plan knows no folders; its pages are named as the user would write them. */
function inFolder(problems: readonly Problem[], workspace: Workspace): Problem[] {
  return problems.map((found) =>
    found.rule.startsWith('page/') ? { ...found, file: `${shownFolder(workspace)}/${found.file}` } : found,
  )
}

function shownFolder(workspace: Workspace): string {
  return relative(workspace.cwd, workspace.out).split(sep).join('/') || '.'
}

/** What a newer version has written could hold what this one would lose. */
function refuseNewer(existing: ReadonlyMap<string, string>, { out }: Workspace): void {
  const version = lockVersion(existing.get(LOCK_FILE) ?? '')
  if (version !== null && version > LOCK_VERSION)
    throw new CannotRun('newer-format', {
      path: join(out, LOCK_FILE),
      version: String(version),
      known: String(LOCK_VERSION),
    })
}

function fromPageToRoot(workspace: Workspace): string {
  const path = relative(workspace.out, workspace.root).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}

/** Notes that the pages rested on until now and that were not among those read: easily left out by mistake. */
function forgotten(existing: ReadonlyMap<string, string>, seen: Survey): string[] {
  const read = new Set([...seen.notes.map(({ note }) => note.file), ...seen.problems.map((found) => found.file)])
  const locked = lockedNotes(existing.get(LOCK_FILE) ?? '')
  return locked === null ? [] : [...locked.keys()].filter((file) => !read.has(file))
}

function summarize(
  seen: Survey,
  changes: Change[],
  problems: Problem[],
  workspace: Workspace,
  gone: string[],
): Summary {
  const statements = seen.notes.flatMap((note) => note.statements).filter((statement) => statement.tag !== 'none')
  const accepted = statements.filter((statement) => statement.accepted).length
  return {
    files: seen.files,
    notes: seen.notes.length,
    signals: statements.length,
    accepted,
    waiting: statements.length - accepted,
    out: shownFolder(workspace),
    changes,
    forgotten: gone,
    problems,
  }
}
