import { join, relative, sep } from 'node:path'
import { conflictLines } from '../conflicts.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { commonAncestors } from '../io/ancestors.ts'
import { readCorrections, readOwnCodebook } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import { readOutputFolder, writeFiles } from '../io/pages.ts'
import { withRunLock } from '../io/run-lock.ts'
import { today } from '../io/today.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import { plan } from '../plan.ts'
import { byPlace, problem, severity, type Problem } from '../problems.ts'
import { LOCK_FILE, LOCK_VERSION, lockedNotes, lockVersion } from '../render/lock.ts'
import { settle } from '../render/settle.ts'
import { compare, type Change } from '../reporters/changes.ts'
import { reportProblems } from '../reporters/problems.ts'
import { summaryAsJson, summaryAsText, type Summary } from '../reporters/summary.ts'
import type { Plan } from '../types.ts'
import { survey, type Survey, type SurveyOptions } from './survey.ts'

export interface IngestOptions extends SurveyOptions {
  config?: string
  out?: string
  dryRun?: boolean
  check?: boolean
  /** The paths are what `tag --stdin jsonl` wrote. */
  fromTags?: boolean
  format: 'pretty' | 'json'
  now?: string
  force?: boolean
}

/** Reads notes and brings the pages up to date; with `dryRun` it prints what would change. */
export async function ingest(paths: readonly string[], given: IngestOptions, context: Context): Promise<ExitCode> {
  const options = given.check ? { ...given, dryRun: true } : given
  const workspace = openWorkspace(context.cwd, options)
  const day = today(options.now, context.env)
  const model = openModel(context)
  const corrections = readCorrections(workspace)
  const seen = options.fromTags
    ? await (await import('./gather.ts')).gather(paths, workspace, model, corrections.list)
    : await survey(paths, workspace, model, corrections.list, { ...options, forPages: true }, context)
  // Pages are nobody's calls: where nothing else was found, there is nothing to do.
  if (seen.notes.length === 0 && seen.problems.every((found) => severity(found) !== 'error'))
    throw new CannotRun('no-notes', { paths: paths.join(', ') })
  // The pages are read under the lock that they are written under: what another run wrote meanwhile is not lost.
  const bringUpToDate = async () => {
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
      today: day,
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
    ? await bringUpToDate()
    : await withRunLock(workspace.out, bringUpToDate, options.quiet ? undefined : context.stderr)
  const problems = [
    ...corrections.problems,
    ...seen.problems,
    ...inFolder([...planned.problems, ...undecided(existing, planned)], workspace),
  ].toSorted(byPlace)
  const summary = summarize(seen, changes, problems, workspace, forgotten(existing, seen))
  await report(summary, planned, existing, options, context)
  if (options.check && changes.some(({ kind }) => kind !== 'unchanged')) {
    context.stderr(
      'The pages are not what the notes give. Run `personas ingest` without --check and commit what it writes.\n',
    )
    return EXIT.findings
  }
  return problems.some((found) => severity(found) === 'error') ? EXIT.findings : EXIT.fine
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

async function report(
  summary: Summary,
  planned: Plan,
  existing: ReadonlyMap<string, string>,
  options: IngestOptions,
  context: Context,
): Promise<void> {
  if (options.dryRun && options.format === 'pretty') {
    const { patchOf } = await import('../reporters/patch.ts')
    context.stdout(patchOf(existing, planned.files, context.paint))
  }
  if (options.format === 'json') context.stdout(summaryAsJson(summary))
  const errors = summary.problems.filter((found) => severity(found) === 'error')
  context.stderr(reportProblems(options.quiet ? errors : summary.problems, context.paint))
  if (options.quiet || options.format === 'json') return
  context.stderr(
    summaryAsText(summary, { dryRun: options.dryRun === true, verbose: options.verbose === true }, context.paint),
  )
}
