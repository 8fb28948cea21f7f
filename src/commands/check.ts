import { check as applyRules, type Checked } from '../checks/check.ts'
import { parseAge } from '../checks/calendar.ts'
import type { RuleId } from '../checks/rule-ids.ts'
import type { Committed, Finding } from '../checks/rule.ts'
import { EXIT, type Context, type ExitCode } from '../context.ts'
import { CannotRun } from '../failures.ts'
import { readAsset } from '../io/assets.ts'
import { changedSince, pathInRepository, repositoryOf, type Repository } from '../io/git.ts'
import { appendSummary, writeReport } from '../io/report-file.ts'
import { today } from '../io/today.ts'
import { openWorkspace, type Workspace } from '../io/workspace.ts'
import { findingsAsGithub } from '../reporters/findings/github.ts'
import { findingsAsJson } from '../reporters/findings/json.ts'
import { findingsAsJunit } from '../reporters/findings/junit.ts'
import { findingsAsMarkdown } from '../reporters/findings/markdown.ts'
import { findingsAsText } from '../reporters/findings/pretty.ts'
import { countOf, summaryOf, type CheckReport } from '../reporters/findings/report.ts'
import { findingsAsSarif } from '../reporters/findings/sarif.ts'
import { version } from '../version.ts'
import { readCommitted, type Question, type Read } from './committed.ts'
import { fix } from './fix.ts'

interface CheckOptions {
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
  explain?: RuleId
}

/** Says whether the pages that are committed are fresh, and what the notes give. Without `full` no note is tagged. */
export async function check(paths: readonly string[], options: CheckOptions, context: Context): Promise<ExitCode> {
  if (options.explain !== undefined) {
    context.stdout(new TextDecoder().decode(readAsset('checks', `${options.explain}.md`)))
    return EXIT.fine
  }
  const workspace = openWorkspace(context.cwd, options)
  const question: Question = {
    paths,
    maxAge: ageOf(options.maxAge) ?? workspace.config.checks.maxAge,
    today: today(options.now, context.env),
    git: options.git === true,
  }
  let read = await readCommitted(question, workspace)
  if (options.fix) {
    const fixed = await fix(read, workspace)
    if (!options.quiet) context.stderr(fixed.says)
    if (fixed.changed) read = await readCommitted(question, workspace)
  }
  const committed = options.full ? await inFull(read, question, workspace, context) : read.committed
  const changed = changedFiles(options.since, read.repository, workspace, context)
  const report = reportOf(applyRules(committed), committed, changed, options.since !== undefined, read, workspace)
  await print(report, options, context)
  const failing = countOf(report.findings, 'error') + (options.failOn === 'warn' ? countOf(report.findings, 'warn') : 0)
  return failing > 0 ? EXIT.findings : EXIT.fine
}

function ageOf(value: string | undefined): string | undefined {
  if (value !== undefined && parseAge(value) === null) throw new CannotRun('bad-age', { value, name: '--max-age' })
  return value
}

async function inFull(read: Read, question: Question, workspace: Workspace, context: Context): Promise<Committed> {
  const { tagAgain } = await import('./full.ts')
  const notes = [...read.committed.now.notes.keys()]
  if (notes.length === 0) return read.committed
  const again = await tagAgain(notes, read.existing, question.today, workspace, context)
  return { ...read.committed, expected: again.expected, problems: [...read.committed.problems, ...again.problems] }
}

/**
 * With `--since`, what changed since then, which must be there. Else, in a pull request on GitHub, what it changes, where that can be told.
 * @returns paths from the root
 */
function changedFiles(
  since: string | undefined,
  repository: Repository | null,
  workspace: Workspace,
  { env }: Context,
): Set<string> | null {
  if (since !== undefined && repositoryOf(workspace.root) === null)
    throw new CannotRun('no-git', { path: workspace.root, option: '--since' })
  const base = env['GITHUB_BASE_REF']
  const revision = since ?? (base === undefined || base === '' ? undefined : `origin/${base}`)
  if (revision === undefined || repository === null) return null
  const names = changedSince(repository, revision)
  if (names === null && since !== undefined) throw new CannotRun('no-revision', { revision: since })
  const prefix = prefixOf(repository, workspace)
  return names === null ? null : new Set(names.map((name) => fromRoot(name, prefix)))
}

/** From the top folder to the root, with a slash at its end. */
function prefixOf(repository: Repository | null, workspace: Workspace): string {
  const path = repository === null ? null : pathInRepository(repository, workspace.root)
  return path === null || path === '' ? '' : `${path}/`
}

/** A path from the top folder, as records write it. */
function fromRoot(name: string, prefix: string): string {
  if (name.startsWith(prefix)) return name.slice(prefix.length)
  return `${prefix.replace(/[^/]+/g, '..')}${name}`
}

function reportOf(
  checked: Checked,
  committed: Committed,
  changed: ReadonlySet<string> | null,
  changedOnly: boolean,
  { repository }: Read,
  workspace: Workspace,
): CheckReport {
  const isMeant = ({ file, because = [] }: Finding) =>
    !changedOnly || changed === null || [file, ...because].some((path) => changed.has(path))
  return {
    today: committed.today,
    version: version(),
    pages: committed.pages.length,
    notes: committed.now.notes.size,
    findings: checked.findings.filter(isMeant),
    waived: checked.waived.filter(isMeant),
    prefix: prefixOf(repository, workspace),
    changed,
  }
}

async function print(report: CheckReport, options: CheckOptions, context: Context): Promise<void> {
  const text = {
    pretty: () => findingsAsText(report, context.paint),
    json: () => findingsAsJson(report),
    github: () => findingsAsGithub(report),
    sarif: () => findingsAsSarif(report),
    junit: () => findingsAsJunit(report),
    markdown: () => findingsAsMarkdown(report),
  }[options.format]()
  const summary = context.env['GITHUB_STEP_SUMMARY']
  if (options.format === 'github' && summary) appendSummary(summary, findingsAsMarkdown(report))
  if (options.outputFile !== undefined) {
    await writeReport(options.outputFile, text, context.cwd)
    if (!options.quiet) context.stderr(`${summaryOf(report)}\n`)
    return
  }
  const silent = options.quiet && report.findings.length === 0 && ['pretty', 'github'].includes(options.format)
  if (!silent) context.stdout(text)
}
