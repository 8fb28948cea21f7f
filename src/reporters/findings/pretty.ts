/** Findings for people: grouped by file, each with its line, what happened and what to do; the same advice once a file. */
import type { Context } from '../../context.ts'
import type { Finding } from '../../checks/rule.ts'
import { printable } from '../printable.ts'
import { diffOf, summaryOf, type CheckReport } from './report.ts'

/** Of a diff as many lines are shown; `--format json` has all. */
const MOST_LINES = 40

export function findingsAsText(report: CheckReport, paint: Context['paint']): string {
  let text = ''
  let before: Finding | undefined
  for (const [at, finding] of report.findings.entries()) {
    if (finding.file !== before?.file)
      text += `${before === undefined ? '' : '\n'}${paint.underline(printable(finding.file))}\n`
    before = finding
    const grade = finding.severity === 'error' ? paint.red('error') : paint.yellow('warning')
    const place = finding.line === null ? '' : `line ${finding.line}: `
    text += `  ${grade} ${place}${printable(finding.says)} ${paint.dim(finding.rule)}\n`
    for (const line of shown(diffOf(finding.hunks))) text += `      ${colored(printable(line), paint)}\n`
    const next = report.findings[at + 1]
    if (next?.file !== finding.file || next.remedy !== finding.remedy || next.hunks !== undefined)
      text += `    ${printable(finding.remedy)}\n`
  }
  return `${text}${text === '' ? '' : '\n'}${summaryOf(report)}\n`
}

function shown(lines: readonly string[]): string[] {
  return lines.length <= MOST_LINES
    ? [...lines]
    : [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more lines that differ`]
}

function colored(line: string, paint: Context['paint']): string {
  if (line.startsWith('+')) return paint.green(line)
  if (line.startsWith('-')) return paint.red(line)
  return line.startsWith('@@') ? paint.cyan(line) : line
}
