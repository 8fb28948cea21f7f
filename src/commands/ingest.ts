import { relative, sep } from 'node:path'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { readCorrections, readOwnCodebook } from '../io/knowledge.ts'
import { openModel } from '../io/model.ts'
import { readOutputFolder, withRunLock, writeFiles } from '../io/pages.ts'
import { today } from '../io/today.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import { plan } from '../plan.ts'
import { byPlace, severity, type Problem } from '../problems.ts'
import { lockedNotes } from '../render/lock.ts'
import { compare, type Change } from '../reporters/changes.ts'
import { reportProblems } from '../reporters/problems.ts'
import { patchOf, summaryAsJson, summaryAsText, type Summary } from '../reporters/summary.ts'
import type { Plan } from '../types.ts'
import { gather } from './gather.ts'
import { survey, type Survey, type SurveyOptions } from './survey.ts'

export interface IngestOptions extends SurveyOptions {
  config?: string
  out?: string
  dryRun?: boolean
  /** The paths are what `tag --stdin jsonl` wrote. */
  fromTags?: boolean
  format: 'pretty' | 'json'
  now?: string
}

/** Reads notes and brings the pages up to date; with `dryRun` it prints what would change. */
export async function ingest(paths: readonly string[], options: IngestOptions, context: Context): Promise<ExitCode> {
  const workspace = openWorkspace(context.cwd, options)
  const day = today(options.now, context.env)
  const model = openModel(context)
  const corrections = readCorrections(workspace)
  const seen = options.fromTags
    ? await gather(paths, workspace, model, corrections.list)
    : await survey(paths, workspace, model, corrections.list, { ...options, signals: true }, context)
  // The pages are read under the lock that they are written under: what another run wrote meanwhile is not lost.
  const bringUpToDate = async () => {
    const existing = readOutputFolder(workspace.out)
    const planned = plan({
      notes: seen.notes,
      config: workspace.config,
      codebook: readOwnCodebook(workspace),
      corrections: corrections.text,
      model: model.digest,
      existing,
      today: day,
      toRoot: fromPageToRoot(workspace),
    })
    const changes = compare(existing, planned.files)
    if (!options.dryRun)
      await writeFiles(
        workspace.out,
        planned.files.filter((file) =>
          changes.some((change) => change.path === file.path && change.kind !== 'unchanged'),
        ),
      )
    return { planned, changes, existing }
  }
  const { planned, changes, existing } = options.dryRun
    ? await bringUpToDate()
    : await withRunLock(workspace.out, bringUpToDate)
  const problems = [...corrections.problems, ...seen.problems, ...planned.problems].toSorted(byPlace)
  const summary = summarize(seen, changes, problems, workspace, forgotten(existing, seen))
  report(summary, planned, existing, options, context)
  return problems.some((found) => severity(found) === 'error') ? EXIT.findings : EXIT.fine
}

function fromPageToRoot(workspace: Workspace): string {
  const path = relative(workspace.out, workspace.root).split(sep).join('/')
  return path === '' ? '' : `${path}/`
}

/** Notes that the pages rested on until now and that were not among those read: easily left out by mistake. */
function forgotten(existing: ReadonlyMap<string, string>, seen: Survey): string[] {
  const read = new Set([...seen.notes.map(({ note }) => note.file), ...seen.problems.map((found) => found.file)])
  const locked = lockedNotes(existing.get('personas.lock') ?? '')
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
    out: relative(workspace.cwd, workspace.out).split(sep).join('/') || '.',
    changes,
    forgotten: gone,
    problems,
  }
}

function report(
  summary: Summary,
  planned: Plan,
  existing: ReadonlyMap<string, string>,
  options: IngestOptions,
  context: Context,
): void {
  if (options.dryRun && options.format === 'pretty') context.stdout(patchOf(existing, planned.files, context.paint))
  if (options.format === 'json') context.stdout(summaryAsJson(summary))
  const errors = summary.problems.filter((found) => severity(found) === 'error')
  context.stderr(reportProblems(options.quiet ? errors : summary.problems, context.paint))
  if (options.quiet || options.format === 'json') return
  context.stderr(
    summaryAsText(summary, { dryRun: options.dryRun === true, verbose: options.verbose === true }, context.paint),
  )
}
