/** Findings as markdown, for the summary of a workflow run or a comment. */
import { escapeText } from '../../render/escape.ts'
import type { Finding } from '../../checks/rule.ts'
import { diffOf, summaryOf, type CheckReport } from './report.ts'

/** GitHub takes a megabyte for a step's summary; nobody reads that much either. */
const MOST = 500
const MOST_LINES = 60

export function findingsAsMarkdown(report: CheckReport): string {
  const { findings, waived } = report
  const shown = findings.slice(0, MOST)
  const files = [...new Set(shown.map(({ file }) => file))]
  const parts = [
    '## Personas',
    '',
    escapeText(summaryOf(report)),
    ...files.flatMap((file) => [
      '',
      `### ${escapeText(file)}`,
      '',
      ...shown.filter((one) => one.file === file).flatMap(item),
    ]),
    ...(findings.length > MOST ? ['', `And ${findings.length - MOST} more.`] : []),
    ...(waived.length === 0
      ? []
      : [
          '',
          '### Waived',
          '',
          ...waived.map(
            (one) => `- \`${one.rule}\` ${escapeText(one.file)}, until ${one.expires}: ${escapeText(one.reason)}`,
          ),
        ]),
  ]
  return `${parts.join('\n')}\n`
}

function item({ severity, rule, line, says, remedy, hunks }: Finding): string[] {
  const grade = severity === 'error' ? '**Error**' : 'Warning'
  const text = `- ${grade}${line === null ? '' : `, line ${line}`}: ${escapeText(says)} ${escapeText(remedy)} \`${rule}\``
  const diff = diffOf(hunks).slice(0, MOST_LINES)
  if (diff.length === 0) return [text]
  const fence = '`'.repeat(Math.max(3, ...diff.map((one) => (/`+/.exec(one)?.[0].length ?? 0) + 1)))
  return [text, '', `  ${fence}diff`, ...diff.map((one) => `  ${one}`), `  ${fence}`, '']
}
