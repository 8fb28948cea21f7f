import { parseAge } from '../checks/calendar.ts'
import type { RuleId } from '../checks/rule-ids.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { today } from '../io/today.ts'
import { countOf, summaryOf, type CheckReport } from '../reporters/findings/report.ts'
import { look, recall, remember } from './recall.ts'

export interface CheckOptions {
  config?: string
  out?: string
  maxAge?: string
  git?: boolean
  full?: boolean
  fix?: boolean
  since?: string
  failOn: 'error' | 'warn'
  format: 'pretty' | 'json' | 'github' | 'sarif' | 'junit' | 'markdown'
  outputFile?: string
  now?: string
  quiet?: boolean
  /** false: nothing is remembered. */
  cache?: boolean
  explain?: RuleId
}

/** Says whether the pages that are committed are fresh, and what the notes give. Without `full` no note is tagged. */
export async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  if (options.explain !== undefined) {
    const { readAsset } = await import('../io/assets.ts')
    context.stdout(new TextDecoder().decode(readAsset('checks', `${options.explain}.md`)))
    return EXIT.fine
  }
  const report = await reportOn(paths, options, context)
  await print(report, options, context)
  const failing = countOf(report.findings, 'error') + (options.failOn === 'warn' ? countOf(report.findings, 'warn') : 0)
  return failing > 0 ? EXIT.findings : EXIT.fine
}

/** Where nothing that counts has changed since the last check, what it said is said again. */
async function reportOn(paths: readonly string[], options: CheckOptions, context: Context): Promise<CheckReport> {
  if (options.maxAge !== undefined && parseAge(options.maxAge) === null)
    throw new CannotRun('bad-age', { value: options.maxAge, name: '--max-age' })
  const day = today(options.now, context.env)
  const sight = await look(paths, day, options, context)
  const known = sight === null ? null : recall(sight)
  if (sight !== null && known !== null)
    return { ...known, prefix: await prefixFor(options, sight.slot.root), changed: null }
  // With nothing new, a check loads neither what understands a configuration nor the rules.
  const [{ openWorkspace }, { judge }] = await Promise.all([import('../io/workspace.ts'), import('./judge.ts')])
  const workspace = openWorkspace(context.cwd, options)
  const { said, changed, settled } = await judge({ paths, today: day }, options, workspace, sight, context)
  if (sight !== null && settled) remember(sight, said)
  return { ...said, prefix: await prefixFor(options, workspace.root), changed }
}

/** Some name files from the top folder of the repository; git is asked for them alone. */
async function prefixFor({ format }: CheckOptions, root: string): Promise<string> {
  if (format !== 'github' && format !== 'sarif') return ''
  const { prefixOf } = await import('./branch.ts')
  return prefixOf(root)
}

async function textOf(report: CheckReport, format: CheckOptions['format'], paint: Context['paint']): Promise<string> {
  switch (format) {
    case 'pretty':
      return (await import('../reporters/findings/pretty.ts')).findingsAsText(report, paint)
    case 'json':
      return (await import('../reporters/findings/json.ts')).findingsAsJson(report)
    case 'github':
      return (await import('../reporters/findings/github.ts')).findingsAsGithub(report)
    case 'sarif':
      return (await import('../reporters/findings/sarif.ts')).findingsAsSarif(report)
    case 'junit':
      return (await import('../reporters/findings/junit.ts')).findingsAsJunit(report)
    case 'markdown':
      return (await import('../reporters/findings/markdown.ts')).findingsAsMarkdown(report)
  }
}

async function print(report: CheckReport, options: CheckOptions, context: Context): Promise<void> {
  const text = await textOf(report, options.format, context.paint)
  const summary = context.env['GITHUB_STEP_SUMMARY']
  if (options.format === 'github' && summary) {
    const { appendSummary } = await import('../io/report-file.ts')
    appendSummary(summary, await textOf(report, 'markdown', context.paint))
  }
  if (options.outputFile !== undefined) {
    const { writeReport } = await import('../io/report-file.ts')
    await writeReport(options.outputFile, text, context.cwd)
    if (!options.quiet) context.stderr(`${summaryOf(report)}\n`)
    return
  }
  const silent = options.quiet && report.findings.length === 0 && ['pretty', 'github'].includes(options.format)
  if (!silent) context.stdout(text)
}
