/** What an ingest would write, as a diff. */
import { createTwoFilesPatch } from 'diff'
import type { Context } from '../context.ts'
import type { OutputFile } from '../types.ts'
import { printable } from './printable.ts'

/** The plan as a unified diff against what stands in the folder; empty where nothing would change. */
export function patchOf(
  existing: ReadonlyMap<string, string>,
  files: readonly OutputFile[],
  paint: Context['paint'],
): string {
  return files
    .filter((file) => existing.get(file.path) !== file.text)
    .map((file) => {
      const before = existing.get(file.path)
      const from = before === undefined ? '/dev/null' : `a/${file.path}`
      return createTwoFilesPatch(from, `b/${file.path}`, before ?? '', file.text, '', '', { context: 2 })
    })
    .join('')
    .split('\n')
    .map((line) => colored(printable(line), paint))
    .join('\n')
}

function colored(line: string, paint: Context['paint']): string {
  if (line.startsWith('+') && !line.startsWith('+++')) return paint.green(line)
  if (line.startsWith('-') && !line.startsWith('---')) return paint.red(line)
  return line.startsWith('@@') ? paint.cyan(line) : line
}
