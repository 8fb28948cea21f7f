import { EXIT, type Context, type ExitCode } from '../context.ts'
import { readCorrections } from '../io/knowledge.ts'
import { openModel, type Model } from '../io/model.ts'
import { today } from '../io/today.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import { severity } from '../problems.ts'
import { reportProblems } from '../reporters/problems.ts'
import { summaryAsJson, summaryAsText, type Summary } from '../reporters/summary.ts'
import type { OutputFile } from '../types.ts'
import { find, take, type SurveyOptions } from './survey.ts'
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

/** What a run did, or would have done. */
export interface Done {
  summary: Summary
  /** What stood in the output folder and what was made for it, for a preview. */
  patch: { existing: ReadonlyMap<string, string>; files: readonly OutputFile[] }
}

async function ingestTags(run: Run): Promise<Done> {
  const { gather } = await import('./gather.ts')
  const { bringUpToDate } = await import('./update.ts')
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
  const seen = await take(found)
  // With nothing to do, a run does not load what makes pages.
  const { bringUpToDate } = await import('./update.ts')
  const done = await bringUpToDate(seen, run)
  remember(found, seen.notes, done, run)
  return done
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
