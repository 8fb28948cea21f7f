/** Problems for people: grouped by file, each with its line, what happened and what to do. */
import type { Context } from '../context.ts'
import { describe, severity, type Problem } from '../problems.ts'
import { printable } from './printable.ts'

/** @param problems in path and line order */
export function reportProblems(problems: readonly Problem[], paint: Context['paint']): string {
  let text = ''
  let file: string | null = null
  for (const found of problems) {
    if (found.file !== file) text += `${paint.underline(printable(found.file))}\n`
    file = found.file
    const { says, remedy } = describe(found)
    const grade = severity(found) === 'error' ? paint.red('error') : paint.yellow('warning')
    const place = found.line === null ? '' : `line ${found.line}: `
    text += `  ${grade} ${place}${printable(says)} ${paint.dim(found.rule)}\n    ${printable(remedy)}\n`
  }
  return text
}
