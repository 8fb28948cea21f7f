import { join, relative, sep } from 'node:path'
import { conflictLines } from '../conflicts.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { commonAncestors } from '../io/ancestors.ts'
import { readCorrections, readOwnCodebook } from '../io/knowledge.ts'
import { openModel, type Model } from '../io/model.ts'
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
import type { OutputFile, Plan } from '../types.ts'
import { find, take, type Survey, type SurveyOptions } from './survey.ts'
import { remember, unchangedSince } from './unchanged.ts'

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
  const run: Run = {
    paths,
    options,
    workspace,
    context,
    day: today(options.now, context.env),
    model: openModel(context),
    corrections: readCorrections(workspace),
  }
  const done = options.fromTags ? await ingestTags(run) : await ingestNotes(run)
  await report(done.summary, done.patch, options, context)
  if (options.check && done.summary.changes.some(({ kind }) => kind !== 'unchanged')) {
    context.stderr(
      'The pages are not what the notes give. Run `personas ingest` without --check and commit what it writes.\n',
    )
    return EXIT.findings
  }
  return done.summary.problems.some((found) => severity(found) === 'error') ? EXIT.findings : EXIT.fine
}

/** What one run works with. */
export interface Run {
  /** As the user wrote them. */
  paths: readonly string[]
  options: IngestOptions
  workspace: Workspace
  context: Context
  /** UTC day, YYYY-MM-DD. */
  day: string
  model: Model
  corrections: ReturnType<typeof readCorrections>
}

interface Done {
  summary: Summary
  /** What stood in the output folder and what was made for it, for a preview. */
  patch: { existing: ReadonlyMap<string, string>; files: readonly OutputFile[] }
}

async function ingestTags(run: Run): Promise<Done> {
  const { gather } = await import('./gather.ts')
  return bringUpToDate(await gather(run.paths, run.workspace, run.model, run.corrections.list), run)
}

/** Where nothing that counts has changed since the last run, what it said is said again. */
async function ingestNotes(run: Run): Promise<Done> {
  const { paths, workspace, model, corrections, context } = run
  const options = { ...run.options, forPages: true }
  const found = await find(paths, workspace, model, corrections.list, options, context)
  const said = unchangedSince(found, run)
  if (said !== null) {
    found.meter.end()
    return { summary: said, patch: { existing: new Map(), files: [] } }
  }
  const seen = await take(found, workspace, options)
  const done = await bringUpToDate(seen, run)
  remember(found, seen.notes, done.patch.existing, done.patch.files, done.summary, run)
  return done
}

async function bringUpToDate(seen: Survey, run: Run): Promise<Done> {
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

async function report(
  summary: Summary,
  { existing, files }: Done['patch'],
  options: IngestOptions,
  context: Context,
): Promise<void> {
  if (options.dryRun && options.format === 'pretty') {
    const { patchOf } = await import('../reporters/patch.ts')
    context.stdout(patchOf(existing, files, context.paint))
  }
  if (options.format === 'json') context.stdout(summaryAsJson(summary))
  const errors = summary.problems.filter((found) => severity(found) === 'error')
  context.stderr(reportProblems(options.quiet ? errors : summary.problems, context.paint))
  if (options.quiet || options.format === 'json') return
  context.stderr(
    summaryAsText(summary, { dryRun: options.dryRun === true, verbose: options.verbose === true }, context.paint),
  )
}
