/**
 * Findings as GitHub's workflow commands, which become annotations in a pull request. GitHub shows ten of a level and step and drops
 * the others without a word, so errors on files of the pull request come first and the rest is named in the log and the summary.
 */
import type { Finding } from '../../checks/rule.ts'
import { summaryOf, type CheckReport } from './report.ts'

const MOST = 10

export function findingsAsGithub(report: CheckReport): string {
  const lines = (['error', 'warn'] as const).flatMap((severity) => {
    const all = report.findings.filter((finding) => finding.severity === severity)
    const first = [...all.filter((one) => isChanged(one, report)), ...all.filter((one) => !isChanged(one, report))]
    const shown = first.slice(0, MOST).map((finding) => command(finding, report.prefix))
    const left = first
      .slice(MOST)
      .map((finding) => `${plain(place(finding, report.prefix))} ${plain(finding.says)} (${finding.rule})`)
    return left.length === 0
      ? shown
      : [...shown, `And ${left.length} more, which GitHub would not show as annotations:`, ...left]
  })
  return [...lines, summaryOf(report), ''].join('\n')
}

function isChanged({ file }: Finding, { changed }: CheckReport): boolean {
  return changed?.has(file) === true
}

function command({ severity, rule, file, line, says, remedy }: Finding, prefix: string): string {
  const level = severity === 'error' ? 'error' : 'warning'
  const at = line === null ? '' : `,line=${line}`
  return `::${level} file=${property(fromTop(prefix, file))}${at},title=${property(rule)}::${data(`${says}\n${remedy}`)}`
}

function place({ file, line }: Finding, prefix: string): string {
  return `${fromTop(prefix, file)}${line === null ? '' : `:${line}`}:`
}

/** A path from the top folder of the repository; `prefix` may lead down, and the path up again. */
export function fromTop(prefix: string, file: string): string {
  const parts: string[] = []
  for (const part of `${prefix}${file}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

/** The runner reads `%`, line ends, and in properties the signs that part them; it reads a command at the start of a line alone. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
}

/** A line of the log that is no command: words of a note could begin one. */
function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^::/, ': :').replace(/^##\[/, '# #[')
}
